/* set_field.h - one field of many records is given one value: which field, which value, a preview
 * of what would change, and the run. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_SET_FIELD_H
#define SCREENS_SET_FIELD_H

struct app;
struct query;
struct text_list;

/* keys, in byte order, are taken over; query is the list that they were marked in (copied). */
void set_field_open_take(struct app *app, const struct query *query, struct text_list *keys);

#endif
