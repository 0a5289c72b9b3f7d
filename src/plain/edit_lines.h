/* edit_lines.h - what can be changed about a record or an entry of it, as numbered lines: fields,
 * entries of lists, attributes, and what adds one. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_EDIT_LINES_H
#define PLAIN_EDIT_LINES_H
#include <stdbool.h>
#include <stddef.h>

#include "schema/edit.h"

struct complaints;
struct plain;

enum edit_line_type { LINE_FIELD, LINE_ENTRY, LINE_ADD_ENTRY, LINE_ATTRIBUTE, LINE_ADD_ATTRIBUTE };

struct edit_line {
	enum edit_line_type type;
	const struct field *field; /* or the list, or the map */
	size_t index;              /* of the entry or the attribute */
};

struct edit_lines {
	struct edit_line *rows;
	size_t count;
};

void edit_lines_find(struct edit_lines *lines, const struct edit *edit, struct place place);
void edit_lines_finish(struct edit_lines *lines);

/* By its number, or by what a person calls it: a field's label or name, an attribute's name. False:
 * there is none. */
bool edit_lines_meant(const struct edit_lines *lines, const struct edit *edit, struct place place,
		      const char *word, struct edit_line *meant);

/* "Phone", "Address 2", "gate-code": as it came. The caller frees. */
char *edit_line_label(const struct edit *edit, const struct edit_line *line);
/* What it is now, as it came; "" where there is nothing. The caller frees. */
char *edit_line_value(const struct edit *edit, struct place place, const struct edit_line *line);

/* All of them, numbered, with what is wrong with each. */
void edit_lines_say(struct plain *plain, const struct edit *edit, struct place place,
		    const struct complaints *complaints);

#endif
