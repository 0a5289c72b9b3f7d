/* store_view.h - a record beside the same one as a store sees it (resource->in_store): what differs, and what only
 * the store has. Compares; knows no service and no screen. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_STORE_VIEW_H
#define WORK_STORE_VIEW_H
#include <stdbool.h>
#include <stddef.h>

struct field;
struct json;
struct record;
struct resource;

struct store_view {
	const struct resource *resource;
	const char *store;	     /* whose it is */
	const struct record *record; /* as the store sees it; NULL: not here, or not yet */
	const char *trouble;	     /* a sentence: why it is not; NULL: it is on its way */
};

/* The functions below take NULL for no view, which has nothing to say. All texts are the caller's to free. */

/* "store: 21" where the store has another value than record in that field; NULL: the same, or nothing is known. */
char *store_view_field(const struct store_view *view, const struct record *record, const struct field *field);
/* What a record has there, the entries of a list in one line. */
char *store_view_text(const struct record *record, const struct field *field);
/* As store_view_field for a member that the tables do not know. */
char *store_view_member(const struct store_view *view, const struct json *member);

/* The next member, behind member (NULL: the first), that neither the tables know nor record has; NULL: none.
 * Borrowed. */
const struct json *store_view_next_extra(const struct store_view *view, const struct record *record,
					 const struct json *member);
/* "store: 21" of such a member. */
char *store_view_extra(const struct json *member);

/* In how many fields and members the two differ. */
size_t store_view_count(const struct store_view *view, const struct record *record);

/* "In store store-bergen" */
char *store_view_label(const struct store_view *view);

#endif
