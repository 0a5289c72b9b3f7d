/* changes.h - the members in which two versions of a record differ, and what is sent for them. A list
 * or an attribute map is one member: sent whole, with what the tables do not know kept. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_CHANGES_H
#define SCHEMA_CHANGES_H
#include <stdbool.h>
#include <stddef.h>

struct field;
struct json;
struct record;
struct schema;

struct change {
	const struct field *field;
	const struct json *before, *after; /* NULL: absent or null. Borrowed from the two records */
	/* Of a list, where it is known: which entry of before each of after's was (schema/entries.h). NULL:
	 * found out by what they have in common. Borrowed. */
	const size_t *origins;
	/* Where field is inside an object: that object as it is after; NULL: there is none. Borrowed. */
	const struct json *holder;
};

struct changes {
	const struct schema *schema;
	struct change *rows; /* in the schema's order */
	size_t count;
};

/* Whether two values say different things: absent, null, "" and an empty list say the same, nothing. */
bool values_differ(const struct json *a, const struct json *b);
/* The same of two values of a field: its kind may judge (F4), and of entries that are sent as a text that
 * text is all they say (F13). */
bool field_values_differ(const struct field *field, const struct json *a, const struct json *b);

/* Only members that are ever written. Both records must outlive it. */
void changes_find(struct changes *changes, const struct record *before, const struct record *after);
void changes_finish(struct changes *changes); /* a zeroed one is fine */

/* The body of a partial update: the changed members alone, never null ("" where a text went away,
 * [] and {} for a list and a map), by the names they are written with. An object with changed members inside
 * is sent with those that nobody knows, and without the service's own. The caller frees. */
struct json *changes_body(const struct changes *changes);
/* The body of a call that wants the complete record: every member that may be written, and those that
 * the schema does not know (N30). The key is in it. */
struct json *changes_whole_body(const struct record *record);
/* What is sent of all the entries of a list field (NULL: none). The caller frees. */
struct json *changes_list_body(const struct field *list, const struct json *entries);

/* Whether record has the value that body was to give each of its members: a write that was carried
 * out. What a service adds to an entry is no difference, what was to go from it is one. */
bool changes_are_in(const struct json *body, const struct record *record);

/* What a review shows: one line a member; for lists and maps one line for each entry and field that
 * differs ("Shipping, 12 Dock Street: City"). Entries go by what they were called before, or by their
 * number where that says nothing ("Address 2: City"); one that went is one line, and so is another order.
 * Texts are as they came: clean them before drawing. */
struct change_line {
	const struct field *field; /* of the record */
	size_t entry; /* the number it had in the list, from 1; new ones count on. 0: not of one entry */
	char *label;               /* translated */
	char *before, *after;      /* "" where there is nothing */
};

struct change_lines {
	struct change_line *rows;
	size_t count;
};

void change_lines_find(struct change_lines *lines, const struct changes *changes);
void change_lines_finish(struct change_lines *lines);
/* How many there would be: what people are told as "2 changes". */
size_t change_lines_count(const struct record *before, const struct record *after);

/* --- when the service has another version by now ----------------------------------------------- */

enum side { SIDE_NONE, SIDE_MINE, SIDE_THEIRS };

/* A member that both we and somebody else changed, to different values. Borrowed from the three
 * records. */
struct clash {
	const struct field *field;
	const struct json *before, *mine, *theirs;
	enum side side; /* what the user chose; SIDE_NONE: not yet */
};

struct clashes {
	struct clash *rows;
	size_t count;
};

void clashes_find(struct clashes *clashes, const struct record *before, const struct record *mine,
		  const struct record *theirs);
void clashes_finish(struct clashes *clashes);
bool clashes_are_settled(const struct clashes *clashes);

/* In a list whose entries have a key (struct schema, identity) only those that both changed are a clash, all
 * of them one: the side that wins has them, and each side the entries that it alone changed. */
/* The record to go on with: theirs, with every change of mine but those where the user chose theirs
 * (undecided ones count as mine). The caller frees. */
struct record *clashes_merge(const struct clashes *clashes, const struct record *before,
			     const struct record *mine, const struct record *theirs);

#endif
