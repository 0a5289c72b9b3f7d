/* edit.h - a record being edited: as it was loaded (base) and as it is to become (now). Whatever puts a
 * value back to what base has puts back base's own bytes, so that what nobody touched, or what was
 * touched and restored, is no change. Knows the rules of lists: one primary entry, their order. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_EDIT_H
#define SCHEMA_EDIT_H
#include <stdbool.h>
#include <stddef.h>

struct changes;
struct error;
struct field;
struct json;
struct record;
struct schema;

struct edit; /* opaque */

/* Where in the record: the record itself (list NULL), or one entry of a list field. */
struct place {
	const struct field *list;
	size_t entry;
};

/* base is taken over; now begins as a copy of it. */
struct edit *edit_new_take(struct record *base);
/* A record that the service does not have yet: base is empty, start (taken over; NULL: nothing) is
 * what it begins with. */
struct edit *edit_new_create_take(const struct schema *schema, struct record *start);
/* As a draft kept it; both taken over. */
struct edit *edit_new_draft_take(struct record *base, struct record *now, bool is_new);
void edit_free(struct edit *edit); /* NULL is fine */
/* The service has another version by now: the same edit goes on from base and now, both taken over. What
 * was borrowed from it before is gone; it is not new any more. */
void edit_replace_take(struct edit *edit, struct record *base, struct record *now);

bool edit_is_new(const struct edit *edit);
/* Borrowed: valid until the next change. */
const struct record *edit_base(const struct edit *edit);
const struct record *edit_now(const struct edit *edit);
/* Rises with each change: who compares it knows whether there was one. */
unsigned edit_revision(const struct edit *edit);
/* Whether now differs from base in anything that would be sent. */
bool edit_is_changed(const struct edit *edit);
/* What changes_find finds, with the origins of entries, which only the edit knows. Borrowed from it until
 * its next change. */
void edit_find_changes(const struct edit *edit, struct changes *changes);
/* How many lines a review shows for it. */
size_t edit_change_count(const struct edit *edit);

/* --- values ---------------------------------------------------------------------------------- */

/* The fields of place: the record's schema or the list's items. The object is borrowed; NULL when
 * there is no such entry. */
const struct schema *edit_schema(const struct edit *edit, struct place place);
const struct json *edit_object(const struct edit *edit, struct place place);

/* Whether a form may change the field at place (enum field_write, new record or not). */
bool edit_can_write(const struct edit *edit, struct place place, const struct field *field);

/* What a person typed. Text that says what base has restores base's value, so that "" where base has
 * nothing leaves nothing; "" in the place of a text becomes an empty string (never null), in that of a number
 * it takes the member away. One of a closed list of values is meant in any case. Refuses what the kind cannot
 * parse, then nothing is changed. */
bool edit_put_text(struct edit *edit, struct place place, const struct field *field,
		   const char *text, struct error *err);
/* value is taken over; NULL takes the member away. */
void edit_put_take(struct edit *edit, struct place place, const struct field *field,
		   struct json *value);
/* Back to what base has. An entry that base does not have is left alone. */
void edit_revert(struct edit *edit, struct place place, const struct field *field);
bool edit_field_is_changed(const struct edit *edit, struct place place, const struct field *field);

/* --- the entries of a list (list->kind is kind_list) ------------------------------------------ */

size_t edit_entry_count(const struct edit *edit, const struct field *list);
/* Whether base has no such entry. */
bool edit_entry_is_new(const struct edit *edit, struct place place);
/* New, or other than its entry in base. */
bool edit_entry_is_changed(const struct edit *edit, struct place place);
/* Appends an empty entry (group as given, NULL: none) and returns its index. */
size_t edit_add_entry(struct edit *edit, const struct field *list, const char *group);
/* Of the groups that there should be an entry of, the first that has none (N12): what a new entry had best
 * be. NULL: all have. */
const char *edit_missing_group(const struct edit *edit, const struct field *list);
void edit_remove_entry(struct edit *edit, struct place place);
void edit_move_entry(struct edit *edit, struct place place, size_t to);
/* Makes the entry the primary one of its group: the others of the group are not any more. Returns how
 * many others that changed. edit_put_take and edit_put_text do the same when they set that field, or
 * the group of a primary entry. */
size_t edit_make_primary(struct edit *edit, struct place place);

/* --- attributes (map->kind is kind_map), by their index in the map ------------------------------ */

size_t edit_attribute_count(const struct edit *edit, const struct field *map);
/* Borrowed; its name is json_name. */
const struct json *edit_attribute(const struct edit *edit, const struct field *map, size_t i);
bool edit_attribute_is_changed(const struct edit *edit, const struct field *map, size_t i);
/* A text attribute; refuses a name that is empty or there already. */
bool edit_add_attribute(struct edit *edit, const struct field *map, const char *name,
			const char *text, struct error *err);
bool edit_rename_attribute(struct edit *edit, const struct field *map, size_t i, const char *name,
			   struct error *err);
void edit_remove_attribute(struct edit *edit, const struct field *map, size_t i);
/* What is text in base stays text, a number a number, yes/no yes/no: refuses what does not read as such.
 * Objects and arrays cannot be typed. */
bool edit_put_attribute(struct edit *edit, const struct field *map, size_t i, const char *text,
			struct error *err);
/* What was refused, kept as text all the same: half a number is on its way to be one, and a draft must
 * not lack it. */
void edit_keep_attribute_text(struct edit *edit, const struct field *map, size_t i, const char *text);
/* Whether it is what edit_put_attribute would have taken. */
bool edit_check_attribute(const struct edit *edit, const struct field *map, size_t i,
			  struct error *err);

#endif
