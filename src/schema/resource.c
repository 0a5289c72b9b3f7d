/* SPDX-License-Identifier: ISC */
#include "schema/resource.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

const struct action *resource_action(const struct resource *resource, const char *name)
{
	for (size_t i = 0; i < resource->action_count; i++)
		if (strcmp(resource->actions[i].name, name) == 0)
			return &resource->actions[i];
	return NULL;
}

const struct schema *resource_criteria(const struct resource *resource)
{
	return resource->criteria ? resource->criteria : resource->schema;
}

bool resource_has_records(const struct resource *resource)
{
	return !resource->source && !resource->taken_over_as;
}

static const struct json *value_named(const struct record *record, const char *name)
{
	const struct field *field = name ? schema_field(record_schema(record), name) : NULL;

	return field ? record_value(record, field) : NULL;
}

/* Whether an entry of the list that the action is about says what it puts in, or takes out. */
static bool has_entry(const struct action *action, const struct record *record)
{
	const struct field *list = schema_field(record_schema(record), action->list);
	const struct field *member = list ? schema_field(list->items, action->entry_member) : NULL;
	const struct json *entries = member ? record_value(record, list) : NULL;

	for (const struct json *entry = json_first(entries); entry; entry = json_next(entry)) {
		const char *text = json_text(field_value(member, entry));
		if (text && strcmp(text, action->entry_value) == 0)
			return true;
	}
	return false;
}

/* A record that does not have the list says nothing of it: rows may hold less. */
static bool list_is_so(const struct action *action, const struct record *record)
{
	return json_type(value_named(record, action->list)) == JSON_ARRAY &&
	       has_entry(action, record) == action->value;
}

bool action_is_done(const struct action *action, const struct record *record)
{
	if (!record)
		return false;
	if (action->list)
		return list_is_so(action, record);
	const struct json *value = value_named(record, action->member);
	return json_type(value) == JSON_BOOL && json_is_true(value) == action->value;
}

char *resource_count_text(const struct resource *resource, long long count)
{
	char number[32];

	snprintf(number, sizeof(number), "%'lld", count);
	return xasprintf(ngettext(resource->count_one, resource->count_many, (unsigned long)count), number);
}

static const struct field *field_named(const struct resource *resource, const char *name)
{
	return name ? schema_field(resource->schema, name) : NULL;
}

const struct field *resource_prices(const struct resource *resource)
{
	return field_named(resource, resource->prices);
}

const struct field *resource_currency(const struct resource *resource)
{
	return field_named(resource, resource->currency);
}

const char *resource_state_text(const struct resource *resource, const struct record *record)
{
	const struct field *field = NULL;

	if (resource->schema->state)
		field = schema_field(resource->schema, resource->schema->state);
	const struct json *value = field ? record_value(record, field) : NULL;
	if (json_type(value) != JSON_BOOL)
		return "";
	return json_is_true(value) ? _(resource->state_yes) : _(resource->state_no);
}
