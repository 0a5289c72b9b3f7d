/* views_text.h - a line of the views' file; for views.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_VIEWS_TEXT_H
#define STORE_VIEWS_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct error;
struct view;
struct views;

void view_finish(struct view *view);
void views_append_take(struct views *views, struct view *view); /* *view is emptied */

/* Reads all lines of text that can be read; false with the first one that cannot. */
bool views_parse(const char *text, struct views *views, struct error *err);
void views_write(const struct views *views, FILE *out);

#endif
