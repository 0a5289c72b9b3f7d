/* prompt.h - asks for one line of text, on the message row. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H
#include <stdbool.h>

struct ui;

struct prompt {
	const char *label;   /* "Find: " */
	const char *initial; /* what the field begins with; NULL: nothing */
	const char *help;    /* lines above the field, wrapped; NULL: none */
	const char *problem; /* what was wrong with initial, above them; NULL: nothing */
	bool suggests;       /* initial: what is typed takes its place, keys that move keep it */
	bool answers;        /* Enter is answered and the question comes again, until Esc: the hints say so */
	/* What Tab makes of the text, the caller's to free; NULL: nothing. Itself NULL: Tab does nothing. */
	char *(*complete)(void *data, const char *text);
	/* Called exactly once, after the prompt left the screen; text is NULL when the user left with
	 * Esc, and borrowed for the call. */
	void (*done)(void *data, const char *text);
	void *data;
};

/* Texts are copied. */
void prompt_open(struct ui *ui, const struct prompt *prompt);

/* The same with no more than these. */
void prompt_line(struct ui *ui, const char *label, const char *initial,
		 void (*done)(void *data, const char *text), void *data);

#endif
