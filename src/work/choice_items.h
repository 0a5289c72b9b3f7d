/* choice_items.h - what a field may be chosen from, as the items of a box. Knows no screen and asks
 * no service. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_CHOICE_ITEMS_H
#define WORK_CHOICE_ITEMS_H
#include <stdbool.h>
#include <stddef.h>

struct choice_list;
struct countries;
struct field;
struct pick_item;

struct choice_items {
	struct pick_item *rows; /* texts are borrowed from the tables, the lists and current */
	size_t count;
	char **said; /* texts of its own, among them */
	size_t said_count;
	bool open;        /* another text may be typed */
	const char *note; /* translated; NULL: nothing to say */
};

/* Where values come from that the tables do not have. Borrowed. */
struct choice_sources {
	const struct choice_list *listed;  /* by the service; NULL: it was not asked, or in vain */
	const struct countries *countries; /* NULL: not read */
};

/* Whether the service has to be asked for the values first. */
bool choice_items_need_list(const struct field *field);
/* Whether the values are countries. */
bool choice_items_need_countries(const struct field *field);

/* The values of the service and of the table; countries, by their names in the user's language;
 * current where none of them is it ("": there is none); and for a field that may be empty,
 * nothing. */
void choice_items_init(struct choice_items *items, const struct field *field,
		       const struct choice_sources *sources, const char *current);
void choice_items_finish(struct choice_items *items); /* a zeroed one is fine */

/* A copy of what client_choices said, which choice_list_finish frees. */
void choice_list_copy(struct choice_list *to, const struct choice_list *from);

/* What people know value by; NULL: not known. Borrowed as above. */
const char *choice_items_label(const struct field *field, const struct choice_sources *sources,
			       const char *value);

#endif
