/* path_ask.h - asks for the name of a file: Tab completes it, and nothing is overwritten unasked. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PATH_ASK_H
#define SCREENS_PATH_ASK_H

struct ui;

struct path_ask {
	const char *label;   /* "Report to: " */
	const char *initial; /* NULL: nothing */
	const char *help;    /* what the file will hold; NULL: none */
	const char *problem; /* why it is asked again; NULL: it is not */
	/* Called exactly once: path is NULL when the user left, else borrowed for the call. */
	void (*done)(void *data, const char *path);
	void *data;
};

/* Texts are copied. Of a file that is there it is asked whether it may be replaced. */
void path_ask_write(struct ui *ui, const struct path_ask *ask);
/* Nothing is replaced: where there is something already, another name is asked for. */
void path_ask_new(struct ui *ui, const struct path_ask *ask);
/* A file that is to be read. */
void path_ask_read(struct ui *ui, const struct path_ask *ask);

#endif
