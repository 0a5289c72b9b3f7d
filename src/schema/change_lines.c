/* SPDX-License-Identifier: ISC */
#include "schema/changes.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/entries.h"
#include "schema/entry_text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

/* The three texts are taken over. */
static void add_take(struct change_lines *lines, const struct field *field, size_t entry, char *label,
		     char *before, char *after)
{
	lines->rows = xreallocarray(lines->rows, lines->count + 1, sizeof(*lines->rows));
	lines->rows[lines->count++] = (struct change_line){ field, entry, label, before, after };
}

/* --- lists ------------------------------------------------------------------------------------- */

/* One list in two versions. An entry goes by its number before; new ones count on from there, so that
 * no two share a number. */
struct list {
	const struct field *field;
	const struct json *before, *after;
	const size_t *origins; /* of after's entries */
	size_t new_count;
};

/* One of its entries in both; NULL where it is not there. */
struct entry {
	size_t number;
	const struct json *before, *after;
};

static char *entry_label(const struct field *list, size_t number)
{
	char *digits = xasprintf("%zu", number);
	char *label = list->items->nth_label ? xasprintf(_(list->items->nth_label), digits)
					     : xasprintf("%s %s", _(list->label), digits);
	free(digits);
	return label;
}

/* "Groups: Club members": an entry that is sent as a key and has a name beside it; NULL: it is none, or
 * has none. */
static char *known_by(const struct field *list, const struct json *entry)
{
	const struct schema *items = list->items;
	const struct field *title = items->title ? schema_field(items, items->title) : NULL;
	bool has_name = items->sent_as && title && strcmp(items->sent_as, items->title) != 0 &&
			json_type(entry) == JSON_OBJECT;

	if (!has_name)
		return NULL;
	char *name = field_text(title, entry);
	if (!*name) {
		free(name);
		name = field_text(schema_field(items, items->sent_as), entry);
	}
	char *label = *name ? xasprintf("%s: %s", _(list->label), name) : NULL;
	free(name);
	return label;
}

static char *name_or_number(const struct field *list, const struct json *entry, size_t number)
{
	char *name = entry_name(list->items, entry);

	if (*name)
		return name;
	free(name);
	return entry_label(list, number);
}

/* By what it was called before: a review tells which one it is, and another version's lines match. */
static char *member_label(const struct field *list, const struct entry *entry, const char *member)
{
	const struct json *known = entry->before ? entry->before : entry->after;
	char *whole = known_by(list, known);

	if (whole)
		return whole;
	char *name = name_or_number(list, known, entry->number);
	char *label = xasprintf("%s: %s", name, member);

	free(name);
	return label;
}

/* What an entry says, in one line. */
static char *whole_text(const struct schema *items, const struct json *entry)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (json_type(entry) != JSON_OBJECT)
		json_write(entry, out);
	for (size_t i = 0; i < items->field_count && json_type(entry) == JSON_OBJECT; i++) {
		char *value = items->fields[i].kind == &kind_bool ? xstrdup("")
								  : field_text(&items->fields[i], entry);
		if (*value)
			fprintf(out, "%s%s", ftell(out) ? ", " : "", value);
		free(value);
	}
	fclose(out);
	return text;
}

static void add_fields(struct change_lines *lines, const struct list *list, const struct entry *entry)
{
	const struct schema *items = list->field->items;

	for (size_t i = 0; i < items->field_count; i++) {
		const struct field *field = &items->fields[i];
		const struct json *was = field_value(field, entry->before);
		const struct json *is = field_value(field, entry->after);
		bool says_which = (!entry->before || !entry->after) && entries_identified_by(items, field);
		if (field->write != WRITE_NEVER && !says_which && values_differ(was, is))
			add_take(lines, list->field, entry->number,
				 member_label(list->field, entry, _(field->label)),
				 field_text(field, entry->before), field_text(field, entry->after));
	}
}

/* What the tables do not know, of the one version where it differs from the other. */
static void add_unknown(struct change_lines *lines, const struct list *list, const struct entry *entry,
			bool of_after)
{
	const struct json *of = of_after ? entry->after : entry->before;
	const struct json *other = of_after ? entry->before : entry->after;

	for (const struct json *member = json_first(of); member; member = json_next(member)) {
		const struct json *there = json_counterpart(other, member, of);
		if (!json_name(member) || schema_field(list->field->items, json_name(member)) ||
		    (there && of_after) || json_equal(member, there))
			continue;
		const struct json *was = of_after ? there : member, *is = of_after ? member : there;
		add_take(lines, list->field, entry->number,
			 member_label(list->field, entry, json_name(member)), kind_text_format(was),
			 kind_text_format(is));
	}
}

static void add_entry(struct change_lines *lines, struct list *list, size_t i)
{
	struct entry entry = { .after = json_at(list->after, i) };
	size_t count = lines->count;

	if (list->origins[i] == ENTRY_NEW) {
		entry.number = json_size(list->before) + ++list->new_count;
	} else {
		entry.number = list->origins[i] + 1;
		entry.before = json_at(list->before, list->origins[i]);
	}
	add_fields(lines, list, &entry);
	add_unknown(lines, list, &entry, false);
	add_unknown(lines, list, &entry, true);
	if (lines->count == count && !json_equal(entry.before, entry.after)) /* no object, or an empty one */
		add_take(lines, list->field, entry.number, entry_label(list->field, entry.number),
			 entry.before ? whole_text(list->field->items, entry.before) : xstrdup(""),
			 json_print(entry.after));
}

/* One of which is known what it was called goes by its values; another in one line. */
static void add_gone(struct change_lines *lines, const struct list *list, size_t i)
{
	struct entry entry = { .number = i + 1, .before = json_at(list->before, i) };
	size_t count = lines->count;

	char *label = known_by(list->field, entry.before);
	bool goes_by_values = list->field->items->identity || label;

	free(label);
	if (goes_by_values && json_type(entry.before) == JSON_OBJECT)
		add_fields(lines, list, &entry);
	if (lines->count == count)
		add_take(lines, list->field, i + 1, entry_label(list->field, i + 1),
			 whole_text(list->field->items, entry.before), xstrdup(""));
}

static void add_removed(struct change_lines *lines, const struct list *list)
{
	size_t before_count = json_size(list->before), after_count = json_size(list->after);
	bool *kept = xcalloc(before_count + 1, sizeof(*kept));

	for (size_t i = 0; i < after_count; i++)
		if (list->origins[i] != ENTRY_NEW)
			kept[list->origins[i]] = true;
	for (size_t i = 0; i < before_count; i++)
		if (!kept[i])
			add_gone(lines, list, i);
	free(kept);
}

/* "Billing, 12 Dock Street; Shipping, 2 Slipway Road": the entries that are in both, by what they were
 * called before; as they stood, or as they stand. */
static char *order_text(const struct list *list, bool sorted)
{
	size_t before_count = json_size(list->before), after_count = json_size(list->after);
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < (sorted ? before_count : after_count); i++) {
		bool shown = !sorted && list->origins[i] != ENTRY_NEW;
		for (size_t j = 0; sorted && j < after_count; j++)
			shown = shown || list->origins[j] == i;
		if (!shown)
			continue;
		size_t origin = sorted ? i : list->origins[i];
		char *name = name_or_number(list->field, json_at(list->before, origin), origin + 1);
		fprintf(out, "%s%s", ftell(out) ? "; " : "", name);
		free(name);
	}
	fclose(out);
	return text;
}

static void add_order(struct change_lines *lines, const struct list *list)
{
	size_t last = 0;
	bool moved = false;

	for (size_t i = 0; i < json_size(list->after); i++) {
		if (list->origins[i] == ENTRY_NEW)
			continue;
		moved = moved || list->origins[i] < last;
		last = list->origins[i];
	}
	if (moved)
		add_take(lines, list->field, 0, xasprintf(_("%s, order"), _(list->field->label)),
			 order_text(list, true), order_text(list, false));
}

static void add_list(struct change_lines *lines, const struct change *change)
{
	struct list list = { .field = change->field, .before = change->before, .after = change->after };

	size_t *found = change->origins ? NULL : entries_pair(list.field->items, list.before, list.after);

	list.origins = found ? found : change->origins;
	for (size_t i = 0; i < json_size(list.after); i++)
		add_entry(lines, &list, i);
	add_removed(lines, &list);
	add_order(lines, &list);
	free(found);
}

/* --- maps and single values -------------------------------------------------------------------- */

static void add_attribute(struct change_lines *lines, const struct field *map, const char *name,
			  const struct json *was, const struct json *is)
{
	add_take(lines, map, 0, xasprintf("%s, %s", _(map->label), name), kind_text_format(was),
		 kind_text_format(is));
}

static void add_map(struct change_lines *lines, const struct change *change)
{
	const struct json *before = change->before, *after = change->after;

	for (const struct json *was = json_first(before); was; was = json_next(was)) {
		const struct json *is = json_counterpart(after, was, before);
		if (!is || !json_equal(was, is))
			add_attribute(lines, change->field, json_name(was), was, is);
	}
	for (const struct json *is = json_first(after); is; is = json_next(is))
		if (!json_counterpart(before, is, after))
			add_attribute(lines, change->field, json_name(is), NULL, is);
}

static bool is_nothing_or(enum json_type type, const struct json *value)
{
	return !value || json_type(value) == type;
}

static void add_change(struct change_lines *lines, const struct change *change)
{
	const struct field *field = change->field;
	enum json_type type = field->items ? JSON_ARRAY : JSON_OBJECT;
	bool usual = is_nothing_or(type, change->before) && is_nothing_or(type, change->after);

	if (field->kind->scalar)
		add_take(lines, field, 0, xstrdup(_(field->label)), field->kind->format(change->before),
			 field->kind->format(change->after));
	else if (!usual)
		add_take(lines, field, 0, xstrdup(_(field->label)), kind_text_format(change->before),
			 kind_text_format(change->after));
	else if (field->items)
		add_list(lines, change);
	else
		add_map(lines, change);
}

void change_lines_find(struct change_lines *lines, const struct changes *changes)
{
	*lines = (struct change_lines){ 0 };
	for (size_t i = 0; i < changes->count; i++)
		add_change(lines, &changes->rows[i]);
}

void change_lines_finish(struct change_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		free(lines->rows[i].label);
		free(lines->rows[i].before);
		free(lines->rows[i].after);
	}
	free(lines->rows);
	*lines = (struct change_lines){ 0 };
}

size_t change_lines_count(const struct record *before, const struct record *after)
{
	struct changes changes;
	struct change_lines lines;

	changes_find(&changes, before, after);
	change_lines_find(&lines, &changes);
	size_t count = lines.count;
	change_lines_finish(&lines);
	changes_finish(&changes);
	return count;
}
