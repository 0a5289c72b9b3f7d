/* entry_choice.h - lists whose entries are no more than a value that is chosen (schema->sent_as, a field with
 * choices): customer groups, sent as their uids. What people know such a value by stands beside it in the entry,
 * as the service would say it, and is never sent. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_ENTRY_CHOICE_H
#define WORK_ENTRY_CHOICE_H
#include <stdbool.h>

#include "schema/edit.h"

struct error;

/* The field that is chosen; NULL: list has entries of another kind. */
const struct field *entry_choice_field(const struct field *list);

/* Appends an entry for value, known by label ("": by itself). Refuses what is there already, and what the
 * field cannot take. */
bool entry_choice_add(struct edit *edit, const struct field *list, const char *value, const char *label,
		      struct error *err);

/* The entry at place was given another value of field, known by label. Where field is none that says which
 * one an entry is, nothing happens. */
void entry_choice_name(struct edit *edit, struct place place, const struct field *field, const char *label);

#endif
