/* SPDX-License-Identifier: ISC */
#include "work/record_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/entry_text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "work/store_view.h"

static bool is_structure(const struct json *value)
{
	return json_type(value) == JSON_OBJECT || json_type(value) == JSON_ARRAY;
}

/* label is copied, clean, so that it is as wide as it says; text is taken over. */
static struct page_line *add_line(struct record_page *page, const char *label, char *text)
{
	page->lines = xreallocarray(page->lines, page->count + 1, sizeof(*page->lines));
	page->lines[page->count] = (struct page_line){ .label = text_clean(label, strlen(label)),
							.text = text };
	return &page->lines[page->count++];
}

static void add_field(struct record_page *page, const struct field *field,
		      const struct json *object)
{
	add_line(page, _(field->label), field_text(field, object))->field = field;
}

/* A member that no table describes: shown as it would be written, opened when there is more in it.
 */
static struct page_line *add_named(struct record_page *page, const char *name,
				   const struct json *member)
{
	struct page_line *line = add_line(page, name ? name : "", kind_text.format(member));

	line->entry = is_structure(member) ? member : NULL;
	return line;
}

static struct page_line *add_member(struct record_page *page, const struct json *member)
{
	return add_named(page, json_name(member), member);
}

/* Of an attribute map. */
static void add_members(struct record_page *page, const struct field *field,
			const struct json *object)
{
	size_t index = 0;

	for (const struct json *member = json_first(object); member; member = json_next(member)) {
		struct page_line *line = add_member(page, member);

		line->field = field;
		line->index = index++;
	}
}

static void widen(struct page_column *column, const char *clean)
{
	int cols = text_width(clean, strlen(clean));

	if (cols > column->natural_cols)
		column->natural_cols = cols;
}

/* A column for each field of an entry, at first as wide as its label. */
static void add_columns(struct record_page *page, const struct schema *items)
{
	page->items = items;
	page->column_count = items->field_count;
	page->columns = xcalloc(items->field_count, sizeof(*page->columns));
	for (size_t i = 0; i < items->field_count; i++) {
		const struct field *field = &items->fields[i];

		page->columns[i] = (struct page_column){ .label = _(field->label),
							 .align = field->kind->align,
							 .width_cols = field->width_cols };
		widen(&page->columns[i], page->columns[i].label);
	}
}

/* The cells of an entry, which make their columns as wide as they are. */
static char **entry_cells(struct record_page *page, const struct schema *items,
			  const struct json *object)
{
	char **cells = xcalloc(items->field_count, sizeof(*cells));

	for (size_t i = 0; i < items->field_count; i++) {
		char *text = field_text(&items->fields[i], object);

		cells[i] = text_clean(text, strlen(text));
		widen(&page->columns[i], cells[i]);
		free(text);
	}
	return cells;
}

static char *clean_text(const struct json *value)
{
	char *text = kind_text.format(value);
	char *clean = text_clean(text, strlen(text));

	free(text);
	return clean;
}

static void add_entry(struct record_page *page, const struct field *field,
		      const struct json *object, size_t index)
{
	const struct schema *items = field->items;
	bool described = items && items == page->items && json_type(object) == JSON_OBJECT;
	struct page_line *line = add_line(page, "", described ? xstrdup("") : clean_text(object));

	if (described)
		line->cells = entry_cells(page, items, object);
	line->entry = is_structure(object) ? object : NULL;
	line->items = items;
	line->field = field;
	line->index = index;
}

static void add_entries(struct record_page *page, const struct field *field,
			const struct json *list)
{
	size_t index = 0;

	if (field->items && json_size(list) && !page->columns)
		add_columns(page, field->items);
	for (const struct json *entry = json_first(list); entry; entry = json_next(entry))
		add_entry(page, field, entry, index++);
}

/* A server may send anything in the place of a list or a map: then it is shown as a value. */
static void add_any_field(struct record_page *page, const struct field *field,
			  const struct json *object)
{
	const struct json *value = field_value(field, object);

	if (field->kind->scalar)
		add_field(page, field, object);
	else if (json_type(value) == JSON_ARRAY)
		add_entries(page, field, value);
	else if (json_type(value) == JSON_OBJECT)
		add_members(page, field, value);
	else if (value)
		add_field(page, field, object);
}

static void add_extra(struct record_page *page, const struct json *member)
{
	struct page_line *line = add_line(page, json_name(member), xstrdup(""));

	line->in_store = store_view_extra(member);
	line->entry = is_structure(member) ? member : NULL;
}

/* all: those too that are the same in the store. */
static void add_unknown(struct record_page *page, const struct record *record, const struct store_view *view,
			bool all)
{
	const struct json *member = NULL;

	while ((member = record_next_unknown(record, member))) {
		char *in_store = store_view_member(view, member);
		char *name = record_unknown_name(record, member);

		if (all || in_store)
			add_named(page, name, member)->in_store = in_store;
		free(name);
	}
	while ((member = store_view_next_extra(view, record, member)))
		add_extra(page, member);
}

/* --- what a store sees -------------------------------------------------------------------------- */

static void add_differences(struct record_page *page, const struct record *record, const struct store_view *view)
{
	const struct schema *schema = record_schema(record);

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		char *in_store = field->in & IN_RECORD ? store_view_field(view, record, field) : NULL;

		if (in_store)
			add_line(page, _(field->label), store_view_text(record, field))->in_store = in_store;
	}
	add_unknown(page, record, view, false);
}

static void add_store(struct record_page *page, const struct record *record, const struct store_view *view)
{
	char *label = store_view_label(view);

	if (view->trouble)
		add_line(page, label, xstrdup(view->trouble));
	else if (view->record && !store_view_count(view, record))
		add_line(page, label, xstrdup(_("The same as here.")));
	else
		add_differences(page, record, view);
	free(label);
}

/* A list that the store sees otherwise says so below its entries. */
static void compare_lines(struct record_page *page, const struct record *record, const struct store_view *view,
			  const struct field *field, size_t first)
{
	char *in_store = store_view_field(view, record, field);

	if (!in_store)
		return;
	if (field->kind->scalar && page->count == first + 1) {
		page->lines[first].in_store = in_store;
		return;
	}
	char *label = store_view_label(view);
	add_line(page, label, xstrdup(""))->in_store = in_store;
	free(label);
}

/* --- tabs ----------------------------------------------------------------------------------------- */

static bool has_other(const struct record *record, const struct store_view *view)
{
	return record_next_unknown(record, NULL) || store_view_next_extra(view, record, NULL);
}

size_t record_tab_count(const struct record *record, const struct store_view *view)
{
	return record_schema(record)->tab_count + has_other(record, view) + (view ? 1 : 0);
}

bool record_tab_is_store(const struct record *record, const struct store_view *view, size_t tab)
{
	return view && tab == record_schema(record)->tab_count;
}

/* How many entries the lists and maps of a tab have; -1 for a tab of plain fields. */
static int entry_count(const struct record *record, size_t tab)
{
	const struct schema *schema = record_schema(record);
	int count = -1;

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];

		if ((size_t)field->tab == tab && !field->kind->scalar)
			count = (count < 0 ? 0 : count) +
				(int)json_size(record_value(record, field));
	}
	return count;
}

/* In the words that its schema has for it: of a list that is the service's own every value is that, and
 * one that is sent as its key is known by another. */
static bool goes_by_summary(const struct page_line *line)
{
	return line->items && line->items->summary && json_type(line->entry) == JSON_OBJECT &&
	       (line->items->sent_as || (line->field && line->field->write == WRITE_NEVER));
}

char *record_entry_text(const struct page_line *line)
{
	char *text;
	size_t len;

	if (goes_by_summary(line))
		return entry_text(line->items, line->entry);
	FILE *out = xmemstream(&text, &len);
	for (size_t i = 0; line->items && i < line->items->field_count; i++) {
		const struct field *field = &line->items->fields[i];
		char *value = field_text(field, line->entry);

		/* what the service adds says the same once more: a price as text, an image's address */
		if (*value && field->kind != &kind_bool && field->write != WRITE_NEVER)
			fprintf(out, "%s%s", ftell(out) > 0 ? ", " : "", value);
		free(value);
	}
	if (ftell(out) == 0)
		fputs(line->text, out);
	fclose(out);
	return text;
}

static char *store_label(const struct record *record, const struct store_view *view, bool counts)
{
	char *label = store_view_label(view);

	if (!counts || !view->record)
		return label;
	char *counted = xasprintf("%s (%zu)", label, store_view_count(view, record));
	free(label);
	return counted;
}

char *record_tab_label(const struct record *record, const struct store_view *view, size_t tab, bool counts)
{
	const struct schema *schema = record_schema(record);

	if (record_tab_is_store(record, view, tab))
		return store_label(record, view, counts);
	if (tab >= schema->tab_count)
		return xstrdup(_("Other"));
	int count = counts ? entry_count(record, tab) : -1;
	const char *label = _(schema->tabs[tab].label);
	return count < 0 ? xstrdup(label) : xasprintf("%s (%d)", label, count);
}

void record_page_init(struct record_page *page, const struct record *record, const struct store_view *view,
		      size_t tab)
{
	const struct schema *schema = record_schema(record);

	*page = (struct record_page){ 0 };
	if (record_tab_is_store(record, view, tab)) {
		add_store(page, record, view);
		return;
	}
	if (tab >= schema->tab_count) {
		add_unknown(page, record, view, true);
		return;
	}
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		size_t first = page->count;

		if ((size_t)field->tab != tab || !(field->in & IN_RECORD))
			continue;
		add_any_field(page, field, record_tree(record));
		compare_lines(page, record, view, field, first);
	}
}

void record_page_init_entry(struct record_page *page, const struct schema *items,
			    const struct json *object)
{
	*page = (struct record_page){ 0 };
	for (size_t i = 0; items && i < items->field_count; i++)
		add_any_field(page, &items->fields[i], object);
	for (const struct json *member = json_first(object); member; member = json_next(member))
		if (!items || !json_name(member) || !schema_field(items, json_name(member)))
			add_member(page, member);
}

void record_page_finish(struct record_page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		for (size_t cell = 0; page->lines[i].cells && cell < page->column_count; cell++)
			free(page->lines[i].cells[cell]);
		free(page->lines[i].cells);
		free(page->lines[i].label);
		free(page->lines[i].text);
		free(page->lines[i].in_store);
	}
	free(page->lines);
	free(page->columns);
	*page = (struct record_page){ 0 };
}
