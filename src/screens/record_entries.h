/* record_entries.h - what is done to entries and attributes on their tab of a record: to the marked
 * ones, else to the one under the cursor. Nothing is sent from here: each act is a change to be
 * reviewed. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECORD_ENTRIES_H
#define SCREENS_RECORD_ENTRIES_H
#include <stdbool.h>
#include <stddef.h>

struct app;
struct field;
struct page_view;
struct record;
struct resource;

/* Borrowed by the functions below; the screen with the tab lies below what they open. */
struct record_entries {
	struct app *app;
	const struct resource *resource;
	const struct record *record; /* all of it, not what a list knows (N17) */
	const struct field *list;    /* the tab's list or map */
	const struct page_view *view;
	void (*actions)(void *data); /* opens the menu of the record itself */
	void *data;
};

/* The list or map whose entries the tab shows, where they can be changed; NULL: they cannot, or it shows plain
 * fields. */
const struct field *record_entries_of_tab(const struct resource *resource, size_t tab);
/* Whether it shows entries that the service has no call for, of a record that can be changed elsewhere. */
bool record_entries_are_read_only(const struct resource *resource, size_t tab);

/* Offers what can be done: set as primary, rename, remove; and the record's own actions. */
void record_entries_menu(const struct record_entries *entries);

/* The form of a new entry, or the name of a new attribute. */
void record_entries_add(const struct record_entries *entries);

#endif
