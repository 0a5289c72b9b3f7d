/* record_page.h - a record as lines to read: the fields of one tab, the entries of a list, the
 * names and values of an attribute map. Knows no screen. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECORD_PAGE_H
#define SCREENS_RECORD_PAGE_H
#include <stdbool.h>
#include <stddef.h>

struct json;
struct record;
struct schema;

struct page_line {
	char *label; /* UTF-8 as it came: whoever draws it cleans it; "" for an entry */
	char *text; /* the whole value as it came, "" when there is none; an entry's cells, clean */
	int key_cols;   /* an entry's first cell */
	bool read_only; /* the service's own: no form will offer it */
	const struct json
		*entry; /* opens as a page of its own; borrowed from the record; NULL: a value */
	const struct schema *items; /* what the entry looks like; NULL for free objects */
};

struct record_page {
	struct page_line *lines;
	size_t count;
	char *heading; /* over the entries of a list: its columns; NULL for a page of fields */
};

/* Tabs are the schema's, and «Other» behind them when the record has members that the schema does
 * not know. */
size_t record_tab_count(const struct record *record);
/* "Addresses (2)": the label, with the count of its entries if that is wanted. The caller frees. */
char *record_tab_label(const struct record *record, size_t tab, bool counts);

/* The page of a tab; it borrows from record. record_page_finish frees what is the page's own. */
void record_page_init(struct record_page *page, const struct record *record, size_t tab);
/* The page of an entry: every field of items that the object has or could have, then the members
 * that items does not know. items may be NULL. */
void record_page_init_entry(struct record_page *page, const struct schema *items,
			    const struct json *object);
void record_page_finish(struct record_page *page);

/* "Billing, Dock Street 12, 04101, Portland": an entry for those who have less room than its cells
 * take. The caller frees. */
char *record_entry_text(const struct page_line *line);

#endif
