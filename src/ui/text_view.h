/* text_view.h - a long text to read: scrolls, wraps at the width, finds (/ n N). */
/* SPDX-License-Identifier: ISC */
#ifndef UI_TEXT_VIEW_H
#define UI_TEXT_VIEW_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct canvas;
struct command_table;

struct text_view {
	char *text;    /* cleaned, lines end with \n */
	size_t *lines; /* offsets at which a line of the screen begins, for cols */
	size_t line_count;
	int cols;
	int page_rows;
	size_t first;      /* line at the top */
	size_t found_line; /* line of the hit, when found is set */
	bool found;
	char *search; /* last text searched; NULL: none */
};

/* text is copied and cleaned; tabs become spaces. */
void text_view_init(struct text_view *view, const char *text);
void text_view_finish(struct text_view *view);

void text_view_draw(struct text_view *view, struct canvas *canvas);

/* "lines 1-20 of 340" for the status row. */
void text_view_status(const struct text_view *view, FILE *out);

/* Moves and search, for screen_class.part_commands; part() returns the struct text_view. */
extern const struct command_table text_view_commands;

#endif
