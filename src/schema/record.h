/* record.h - a record is its JSON tree and the schema that describes it. Reading normalises spellings
 * once (tolerant reader): any case, every alias, the API reference's spelling wins; what the schema
 * does not know is kept. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_RECORD_H
#define SCHEMA_RECORD_H
#include <stddef.h>

struct error;
struct field;
struct json;
struct record;
struct schema;

/* Takes the tree over. NULL when it is no object (err says so; the tree is freed). */
struct record *record_new_take(const struct schema *schema, struct json *tree, struct error *err);
/* A row of a list as a record: the tree, an object, has the schema's spelling already. Takes it over. */
struct record *record_of_row_take(const struct schema *schema, struct json *tree);
/* Reads JSON text. */
struct record *record_parse(const struct schema *schema, const char *text, size_t len, struct error *err);
struct record *record_copy(const struct record *record);
void record_free(struct record *record); /* NULL is fine */

/* Gives every member of object, and of the entries in its lists, the schema's spelling. */
void schema_normalise(const struct schema *schema, struct json *object);

const struct schema *record_schema(const struct record *record);
/* Borrowed: valid until the record changes. */
const struct json *record_tree(const struct record *record);
/* To change it; the record stays the owner. */
struct json *record_edit(struct record *record);

/* The value of a field: NULL when absent or null. Borrowed. */
const struct json *record_value(const struct record *record, const struct field *field);
/* What is shown of it; "" when there is none. The caller frees. */
char *record_text(const struct record *record, const struct field *field);
/* The text of the key or title field, "" when absent. Borrowed. */
const char *record_key(const struct record *record);
const char *record_title(const struct record *record);
/* What people know it by: its title, else what its schema's summary names. As it came; the caller frees. */
char *record_name(const struct record *record);

/* The same for an object that schema_normalise has seen: an entry of a list, a row. The one way to a
 * field's member, which may be inside an object (struct field, inside): that is made when a value is put,
 * and goes with the last member that is taken out. field_member is null where the record says null. */
const struct json *field_value(const struct field *field, const struct json *object);
char *field_text(const struct field *field, const struct json *object);
const struct json *field_member(const struct field *field, const struct json *object);
void field_put_take(const struct field *field, struct json *object, struct json *value);
void field_remove(const struct field *field, struct json *object);

/* "limit" of "credit.limit", and what has that member: the object itself, or the one in it; NULL: there is
 * none. field_holder_own makes it. */
const char *field_own_name(const struct field *field);
const struct json *field_holder(const struct field *field, const struct json *object);
struct json *field_holder_own(const struct field *field, struct json *object);

/* A copy of object as the service gave it, for files and other programs: without what is derived (struct
 * field). The caller frees. */
struct json *schema_given(const struct schema *schema, const struct json *object);

/* The first member of the record that the schema does not know, or the one behind member; NULL at the
 * end. Borrowed. Of an object with fields inside it is the members that none of them has. */
const struct json *record_next_unknown(const struct record *record, const struct json *member);
/* What it is called: "credit.currency". The caller frees. */
char *record_unknown_name(const struct record *record, const struct json *member);

#endif
