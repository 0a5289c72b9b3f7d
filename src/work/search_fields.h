/* search_fields.h - what a list can be narrowed by, as a person builds it: the fields that conditions can be
 * about, and where the service has search fields (resource->criteria) the search text as the first of them.
 * Keeps their rules: each once, one of them on its own. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_SEARCH_FIELDS_H
#define WORK_SEARCH_FIELDS_H
#include <stdbool.h>
#include <stddef.h>

#include "schema/pick_item.h"
#include "schema/query.h"

/* What stands for the search text where fields are named by a word; conditions in words have it too. */
#define SEARCH_TEXT "search"

/* Whether anything can be chosen from. */
bool search_fields_there_are(const struct resource *resource);
/* Whether the search text is one of the fields: it then narrows together with conditions. */
bool search_fields_have_text(const struct resource *resource);

/* The fields as items: value is the field's name or SEARCH_TEXT. search_fields_finish frees. */
struct search_fields {
	struct pick_item *items;
	size_t count;
	char *alone_label; /* of the one that stands on its own */
};
void search_fields_init(struct search_fields *fields, const struct query *query);
void search_fields_finish(struct search_fields *fields);

/* The condition on field that has to give way to another one on it: its place, or query_size() where there
 * is none or where there may be several. */
size_t search_fields_present(const struct query *query, const struct field *field);

/* Why field (NULL: the search text) cannot be put beside what query asks for already: "External id is looked
 * up on its own.", the caller's to free; NULL: it can. */
char *search_fields_conflict(const struct query *query, const struct field *field);
/* Takes away whatever is in its way. */
void search_fields_make_room(struct query *query, const struct field *field);

/* The value as people write it: "yes", "2026-01-31 00:00"; the caller frees. Clean to be shown, or as it may
 * be typed again. */
char *search_fields_value(const struct condition *condition);
char *search_fields_typed(const struct condition *condition);

/* The operators that any of the fields can be asked for, 1 << op ORed. */
unsigned search_fields_ops(const struct query *query);
/* The only operator that field can be asked for; false: there are several, or none. */
bool search_fields_only_op(const struct query *query, const struct field *field, enum filter_op *op);

#endif
