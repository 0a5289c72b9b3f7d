/* SPDX-License-Identifier: ISC */
#include "work/store_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/changes.h"
#include "schema/entry_text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"

/* "store: 21" */
static char *said_take(char *text)
{
	char *said = xasprintf(_("store: %s"), *text ? text : "-");

	free(text);
	return said;
}

static char *entries_text(const struct schema *items, const struct json *list)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (const struct json *entry = json_first(list); entry; entry = json_next(entry)) {
		char *one = entry_text(items, entry);

		fprintf(out, "%s%s", entry == json_first(list) ? "" : "; ", one);
		free(one);
	}
	fclose(out);
	return text;
}

static bool differs(const struct store_view *view, const struct record *record, const struct field *field)
{
	const struct json *ours = record_value(record, field), *theirs = record_value(view->record, field);

	if (field->kind->same && ours && theirs && field->kind->same(ours, theirs))
		return false;
	return values_differ(ours, theirs);
}

char *store_view_text(const struct record *record, const struct field *field)
{
	return field->items ? entries_text(field->items, record_value(record, field)) : record_text(record, field);
}

char *store_view_field(const struct store_view *view, const struct record *record, const struct field *field)
{
	if (!view || !view->record || !differs(view, record, field))
		return NULL;
	return said_take(store_view_text(view->record, field));
}

char *store_view_extra(const struct json *member)
{
	return said_take(kind_text.format(member));
}

/* What a record calls so; NULL: it has none. */
static const struct json *unknown_named(const struct record *record, const char *name)
{
	const struct json *member = NULL;

	while ((member = record_next_unknown(record, member)))
		if (strcmp(json_name(member), name) == 0)
			return member;
	return NULL;
}

char *store_view_member(const struct store_view *view, const struct json *member)
{
	if (!view || !view->record)
		return NULL;
	const struct json *theirs = unknown_named(view->record, json_name(member));
	return values_differ(member, theirs) ? store_view_extra(theirs) : NULL;
}

const struct json *store_view_next_extra(const struct store_view *view, const struct record *record,
					 const struct json *member)
{
	if (!view || !view->record)
		return NULL;
	do
		member = record_next_unknown(view->record, member);
	while (member && unknown_named(record, json_name(member)));
	return member;
}

static size_t count_members(const struct store_view *view, const struct record *record)
{
	const struct json *member = NULL;
	size_t count = 0;

	while ((member = record_next_unknown(record, member))) {
		char *said = store_view_member(view, member);

		count += said ? 1 : 0;
		free(said);
	}
	while ((member = store_view_next_extra(view, record, member)))
		count++;
	return count;
}

size_t store_view_count(const struct store_view *view, const struct record *record)
{
	const struct schema *schema = record_schema(record);
	size_t count = 0;

	if (!view || !view->record)
		return 0;
	for (size_t i = 0; i < schema->field_count; i++)
		if (schema->fields[i].in & IN_RECORD && differs(view, record, &schema->fields[i]))
			count++;
	return count + count_members(view, record);
}

char *store_view_label(const struct store_view *view)
{
	return xasprintf(_(view->resource->in_store), view->store);
}
