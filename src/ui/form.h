/* form.h - the fields of a record, or of one of its entries, as lines to fill in. Reads the field
 * tables and writes into an edit; knows no service. Lines: a heading for each tab, a field each, an
 * entry each of a list, an attribute each of a map, a line to add one, and at the end the button.
 *
 * Every letter goes into the edit as it is typed: a draft of the edit lacks nothing at any moment.
 * Text that its kind cannot parse stands there as a string until it can; check_edit, check_field
 * and so form_commit refuse it. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_FORM_H
#define UI_FORM_H
#include <stdbool.h>
#include <stddef.h>

#include "schema/check.h"
#include "schema/edit.h"
#include "ui/command.h"

struct canvas;
struct key;
struct ui;

/* What the form asks of its screen; data is the first argument of each. */
struct form_client {
	/* Enter on a field with choices, or on a text with suggestions: opens the list of values
	 * and calls form_put_text with the one chosen. typed is what the list is narrowed by at
	 * first: a letter typed on a field that has closed choices alone; "" after Enter. Borrowed.
	 */
	void (*choose)(void *data, struct place place, const struct field *field,
		       const char *typed);
	/* What people know a value by, where the screen knows it ("Teodor Lindqvist" for SR-207,
	 * "Sweden" for SE): drawn behind the value. NULL or "": nothing. Borrowed until the next
	 * call. */
	const char *(*label)(void *data, const struct field *field, const char *value);
	void (*open_entry)(void *data, struct place place);
	void (*add_entry)(void *data, const struct field *list);
	void (*add_attribute)(void *data, const struct field *map);
	void (*rename_attribute)(void *data, const struct field *map, size_t i);
	void (*changed)(void *data); /* the edit is other than before: drafts, titles */
	void (*finish)(void *data);  /* Enter on the button, F2 */
};

struct form; /* opaque */

/* edit and complaints are borrowed and must outlive the form; button is translated ("Review and
 * save"). */
struct form *form_new(struct edit *edit, struct place place, const struct complaints *complaints,
		      const char *button, const struct form_client *client, void *data);
void form_free(struct form *form); /* NULL is fine */

/* Edit or complaints were changed by somebody else: entries came or went, something is wrong. The
 * cursor stays on its field. A complaint about a field that was changed since is not shown again,
 * until complaints are found anew (complaints_clear). */
void form_refresh(struct form *form);

/* Ends the typing in the line under the cursor, as leaving it does: its field is checked. False
 * when it is wrong: the complaint then stands at the field, and the cursor stays. */
bool form_commit(struct form *form);

/* Text chosen from a list for the field under the cursor, which stays there. */
void form_put_text(struct form *form, const char *text);

/* Moves the cursor there; to the first field that is changed, or wrong. False: there is none. */
bool form_go_to(struct form *form, struct place place, const struct field *field);
bool form_go_to_changed(struct form *form);
bool form_go_to_wrong(struct form *form);

/* Asks the screen for another entry, or attribute, of field: once it is there, the cursor goes to
 * it. */
void form_add(struct form *form, const struct field *field);

bool form_is_typing(const struct form *form); /* letters go into a field */
bool form_key(struct form *form, const struct key *key);
void form_draw(struct form *form, struct canvas *canvas);
/* "Use digits, spaces and + - ( )", "Enter: choose": about the line under the cursor. Borrowed. */
const char *form_hint(const struct form *form);

/* Moves and the letters that work where none are typed (a add, d remove, p primary, Space mark, J K
 * move), for screen_class.part_commands; part() returns the struct form. */
extern const struct command_table form_commands;

#endif
