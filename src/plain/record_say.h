/* record_say.h - a record as lines: tabs as headings, "Label: value" below them. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_RECORD_SAY_H
#define PLAIN_RECORD_SAY_H

struct plain;
struct record;
struct resource;
struct store_view;

/* view: the same record as a store sees it; NULL: there is no such thing. */
void record_say(struct plain *plain, const struct resource *resource, const struct record *record,
		const struct store_view *view);

#endif
