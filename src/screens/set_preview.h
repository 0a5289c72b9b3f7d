/* set_preview.h - what setting one field in many records would change, record by record, before it
 * is done. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_SET_PREVIEW_H
#define SCREENS_SET_PREVIEW_H

#include "ui/screen.h"

struct app;
struct field;
struct json;
struct query;
struct text_list;

/* Takes value and keys over (in byte order; *keys is empty afterwards). query is the list that they
 * were marked in, copied. */
void set_preview_open_take(struct app *app, const struct query *query, const struct field *field,
			   struct json *value, struct text_list *keys);

extern const struct screen_class set_preview_screen;

#endif
