/* record_page.h - a record as lines to read: the fields of one tab, the entries of a list, the
 * names and values of an attribute map. Knows no screen. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_RECORD_PAGE_H
#define WORK_RECORD_PAGE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct field;
struct json;
struct record;
struct schema;
struct store_view;

struct page_line {
	char *label; /* clean; "" for an entry */
	char *text;  /* the whole value as it came, "" when there is none; clean for an entry */
	char **cells; /* an entry's, clean, one for each column; NULL: text is all there is */
	const struct json
		*entry; /* opens as a page of its own; borrowed from the record; NULL: a value */
	const struct schema *items; /* what the entry looks like; NULL for free objects */
	const struct field *field;  /* whose value it is, or a part of; NULL: none that is known */
	size_t index;		    /* of an entry, in its list */
	char *in_store; /* "store: 21": a store sees something else; NULL: it does not, or nothing is known */
};

/* Of a list's entries. */
struct page_column {
	const char *label; /* translated */
	enum text_align align;
	int width_cols;   /* what the tables say is enough */
	int natural_cols; /* of the widest cell or the label: none is cut then */
	int shown_cols;   /* in the present window (entry_columns_fit) */
};

struct record_page {
	struct page_line *lines;
	size_t count;
	struct page_column *columns; /* of the entries of a list; NULL for a page of fields */
	size_t column_count;
	const struct schema *items; /* what the columns were made of */
};

/* Tabs are the schema's, then what a store sees differently, then «Other» when the record has members that the
 * schema does not know, or the store has. view is what stands beside the record; NULL: nothing. */
size_t record_tab_count(const struct record *record, const struct store_view *view);
/* "Addresses (2)": the label, with the count of its entries if that is wanted. The caller frees. */
char *record_tab_label(const struct record *record, const struct store_view *view, size_t tab, bool counts);
/* Whether all of the tab is about the store. */
bool record_tab_is_store(const struct record *record, const struct store_view *view, size_t tab);

/* The page of a tab; it borrows from record and view. record_page_finish frees what is the page's own. */
void record_page_init(struct record_page *page, const struct record *record, const struct store_view *view,
		      size_t tab);
/* The page of an entry: every field of items that the object has or could have, then the members
 * that items does not know. items may be NULL. */
void record_page_init_entry(struct record_page *page, const struct schema *items,
			    const struct json *object);
void record_page_finish(struct record_page *page);

/* "Billing, Dock Street 12, 04101, Portland": an entry for those who have less room than its cells
 * take. The caller frees. */
char *record_entry_text(const struct page_line *line);

#endif
