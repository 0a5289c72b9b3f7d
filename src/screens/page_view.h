/* page_view.h - the lines of a record page on the screen: a cursor, labels at the left, values in
 * full. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PAGE_VIEW_H
#define SCREENS_PAGE_VIEW_H
#include <stdbool.h>
#include <stddef.h>

#include "ui/command.h"
#include "work/record_page.h"

struct canvas;
struct entry_owner;
struct price_grid;
struct ui;

struct page_view {
	struct record_page page; /* the view's own */
	const char *missing;     /* in the place of what was not read: "..."; NULL: all was */
	size_t cursor;           /* line */
	size_t first;            /* line at the top */
	bool marks_read_only;    /* what the service has no call for says so, beside what can be changed */
	int page_rows;           /* of the last frame */
	int columns_room;        /* what they had of the last frame's columns */
	size_t first_column;     /* of the entries' columns so many are left out behind the first */
	bool *marked;		 /* by line; another page has no marks */
	size_t mark_count;
	struct price_grid *prices; /* shown instead of lines, moved by the same keys; NULL: there are lines */
};

void page_view_finish(struct page_view *view); /* a zeroed one is fine */

/* Shows another page (taken over); the cursor stays where it can. */
void page_view_set(struct page_view *view, struct record_page page);

void page_view_draw(struct page_view *view, struct canvas *canvas);

/* Whether there are columns further to the right than the window. */
bool page_view_is_cut(const struct page_view *view);

/* The line under the cursor; NULL when there is none. Borrowed. */
const struct page_line *page_view_line(const struct page_view *view);

/* Opens the line under the cursor whole, as a screen of its own; title says whose it is. owner is for an
 * entry (entry.h), may be NULL. */
void page_view_open_line(const struct page_view *view, struct ui *ui, const char *title,
			 const struct entry_owner *owner);

/* Marks the line under the cursor, or takes its mark away, and goes to the next one. */
void page_view_mark(struct page_view *view);
void page_view_unmark_all(struct page_view *view);
bool page_view_is_marked(const struct page_view *view, size_t line);

/* The moves, for screen_class.part_commands; part() returns the struct page_view. */
extern const struct command_table page_view_commands;

#endif
