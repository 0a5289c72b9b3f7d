/* edit_parts.h - what the files of an edit share; for edit*.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_EDIT_PARTS_H
#define SCHEMA_EDIT_PARTS_H
#include "schema/edit.h"

struct edit {
	struct record *base, *now;
	bool is_new;
	unsigned revision;
	/* For each field of the schema that is a list: of each entry of now, its index in base or
	 * ENTRY_NEW. Moved along with the entries. */
	size_t **origins;
};

/* The object at place, to change it; NULL when there is none. */
struct json *edit_object_own(struct edit *edit, struct place place);
/* What base has in its place; NULL: nothing. */
const struct json *edit_base_object(const struct edit *edit, struct place place);

/* The list or map of now, to change it; made, empty, where there is none. */
struct json *edit_container(struct edit *edit, const struct field *field);
/* After an entry or attribute went: an empty container is none, where base has none. */
void edit_settle(struct edit *edit, const struct field *field);

/* Finds the origins anew, after the list was replaced as a whole. */
void edit_pair_entries(struct edit *edit, const struct field *list);
size_t **edit_origins(const struct edit *edit, const struct field *list);

/* After a value was put: when it makes an entry the primary one, the others of its group are not any
 * more. */
void edit_keep_one_primary(struct edit *edit, struct place place, const struct field *changed);

/* Gives field at place the value, that of base where it is the same. Without the rules of lists.
 * False: it had that value. */
bool edit_put_plain_take(struct edit *edit, struct place place, const struct field *field,
			 struct json *value);
bool edit_restore(struct edit *edit, struct place place, const struct field *field);

#endif
