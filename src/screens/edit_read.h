/* edit_read.h - the moment between a key and what needs the whole record, a form or a copy: it is read
 * (N17), Esc stops. The screen below stays in view. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_READ_H
#define SCREENS_EDIT_READ_H

struct app;
struct record;
struct resource;

/* done is called exactly once, not from within this call, with the record (its own to free), or
 * with NULL when there is none: that has been said. */
typedef void edit_read_fn(void *data, struct record *record);
void edit_read_open(struct app *app, const struct resource *resource, const char *key,
		    edit_read_fn *done, void *data);

#endif
