/* review_view.h - the lines of a review on the screen: field, now, after; in a conflict field, what was,
 * after, on the server. Every value in full over as many rows as it needs. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_REVIEW_VIEW_H
#define SCREENS_REVIEW_VIEW_H
#include <stdbool.h>
#include <stddef.h>

#include "ui/command.h"
#include "work/review_rows.h"

struct canvas;
struct complaints;

struct review_view {
	struct review_rows rows; /* the view's own */
	const struct complaints *complaints; /* of the edit, borrowed; NULL: of none */
	bool in_conflict;        /* there is another version on the server */
	size_t cursor, first;    /* rows; first is at the top */
	int down;   /* lines of the cursor's row above the window: it may be longer than that */
	size_t seen;             /* rows that the last frame had room for */
	int cols, room;          /* columns and lines that it had */
};

void review_view_finish(struct review_view *view); /* a zeroed one is fine */

/* Shows other rows (taken over); the cursor stays where it can. */
void review_view_set(struct review_view *view, struct review_rows rows, bool in_conflict);

/* The row under the cursor; NULL when there are none. Borrowed. */
const struct review_row *review_view_row(const struct review_view *view);
/* To the next row whose side nobody has chosen, from the cursor on and once round; false: none. */
bool review_view_go_to_undecided(struct review_view *view);

/* That row in full, for the reader; NULL when there is none. The caller frees. */
char *review_view_text(const struct review_view *view);
/* Whether it goes on below the window: Down shows it line by line. */
bool review_view_has_more(const struct review_view *view);

void review_view_draw(struct review_view *view, struct canvas *canvas);

/* The moves, for screen_class.part_commands; part() returns the struct review_view. */
extern const struct command_table review_view_commands;

#endif
