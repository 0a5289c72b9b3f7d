/* header.h - row 1: who and where. Its text is made when something in it changes, once a minute at
 * the most by itself, and never by a key. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_HEADER_H
#define SCREENS_HEADER_H
#include <stdbool.h>
#include <stddef.h>

struct canvas;
struct client;
struct loop;
struct timer;
struct ui;

struct header {
	struct loop *loop;
	struct ui *ui;
	const struct client *client; /* NULL: nobody is logged in to anything yet */
	char *text;
	char *runs; /* "1 run 21/38"; "" when none is under way */
	bool production;
	size_t drafts; /* that nobody has open */
	bool drawn;           /* as it is now */
	struct timer *minute; /* while the text says how long the login lasts */
};

void header_init(struct header *header, struct loop *loop);
void header_finish(struct header *header);

/* Makes the text anew for what client says now. */
void header_update(struct header *header, struct ui *ui, const struct client *client);

/* How many drafts wait, at the right. */
void header_set_drafts(struct header *header, struct ui *ui, size_t count);

/* What is under way, at the right; "" for nothing. Copied. */
void header_set_runs(struct header *header, struct ui *ui, const char *runs);

/* Draws it if it is not there already. */
void header_draw(struct header *header, const struct canvas *canvas);

#endif
