/* check.h - what is wrong with a record before it is sent, and where in it: by the tables' rules, or
 * as the service said. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_CHECK_H
#define SCHEMA_CHECK_H
#include <stdbool.h>
#include <stddef.h>

#include "schema/edit.h"

struct complaint {
	struct place place;
	const struct field *field; /* NULL: the record as a whole, or the list's entry as a whole */
	bool warning;		   /* may be sent all the same */
	char *text;		   /* a sentence; as it came, where the service said it */
};

struct complaints {
	struct complaint *rows;
	size_t count;
	unsigned round; /* rises with complaints_clear: what is there was found anew */
};

/* text is copied. */
void complaints_add(struct complaints *complaints, struct place place, const struct field *field,
		    bool warning, const char *text);
void complaints_finish(struct complaints *complaints); /* a zeroed one is fine */
void complaints_clear(struct complaints *complaints);

/* Adds everything that is wrong with what would be sent: required fields, what the kind or a closed list of
 * choices does not allow, among changed fields alone where the record is not new (what came like that
 * may stay); warnings for missing groups (N12). In the order of the form. */
void check_edit(struct complaints *complaints, const struct edit *edit);

/* One field, as on leaving it: false with the reason. Choices that come from a source are not checked
 * here. */
bool check_field(const struct edit *edit, struct place place, const struct field *field,
		 struct error *err);

/* The value that a person's text stands for, by all that the field's row demands: its kind, its smallest
 * number, its choices as above; an empty string for blanks, where the field can be emptied in every record. NULL
 * with the reason. The caller frees. */
struct json *check_parse(const struct field *field, const char *text, struct error *err);

/* What the service said about a member, as it spells it (schema/member_path.h). What names nothing we know
 * complains about the record as a whole, or the entry, with the name in front of the text. */
void complaints_add_message(struct complaints *complaints, const struct schema *schema,
			    const char *name, const char *text);

/* The first complaint about that field at that place, wrong before warning; NULL: none. */
const struct complaint *complaints_at(const struct complaints *complaints, struct place place,
				      const struct field *field);
size_t complaints_count_wrong(const struct complaints *complaints);

#endif
