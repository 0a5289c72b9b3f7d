/* SPDX-License-Identifier: ISC */
#include "work/search_fields.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/resource.h"

bool search_fields_there_are(const struct resource *resource)
{
	return resource->filter_ops || resource->criteria;
}

bool search_fields_have_text(const struct resource *resource)
{
	return resource->criteria;
}

/* --- which there are ------------------------------------------------------- */

static bool is_alone(const struct query *query, const struct field *field)
{
	const char *alone = query_resource(query)->alone;

	return alone && field && strcmp(field->name, alone) == 0;
}

static void add_item(struct search_fields *fields, const char *value, const char *label)
{
	fields->items[fields->count++] = (struct pick_item){ value, label };
}

void search_fields_init(struct search_fields *fields, const struct query *query)
{
	const struct schema *schema = resource_criteria(query_resource(query));

	*fields = (struct search_fields){ .items = xcalloc(schema->field_count + 1,
							   sizeof(*fields->items)) };
	if (search_fields_have_text(query_resource(query)))
		add_item(fields, SEARCH_TEXT, _("Text"));
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];

		if (!query_ops(query, field))
			continue;
		if (is_alone(query, field))
			fields->alone_label = xasprintf(_("%s, on its own"), _(field->label));
		add_item(fields, field->name,
			 is_alone(query, field) ? fields->alone_label : _(field->label));
	}
}

void search_fields_finish(struct search_fields *fields)
{
	free(fields->items);
	free(fields->alone_label);
	*fields = (struct search_fields){ 0 };
}

unsigned search_fields_ops(const struct query *query)
{
	const struct schema *schema = resource_criteria(query_resource(query));
	unsigned ops = 0;

	for (size_t i = 0; i < schema->field_count; i++)
		ops |= query_ops(query, &schema->fields[i]);
	return ops;
}

bool search_fields_only_op(const struct query *query, const struct field *field, enum filter_op *op)
{
	unsigned ops = query_ops(query, field);
	int only = 0;

	if (!ops || (ops & (ops - 1)))
		return false;
	while (!(ops & (1U << only)))
		only++;
	*op = (enum filter_op)only;
	return true;
}

/* --- what stands beside what ----------------------------------------------- */

size_t search_fields_present(const struct query *query, const struct field *field)
{
	size_t i = 0;

	if (!query_resource(query)->criteria)
		return query_size(query);
	while (i < query_size(query) && query_at(query, i)->field != field)
		i++;
	return i;
}

static const struct field *alone_field(const struct query *query)
{
	const struct resource *resource = query_resource(query);

	return resource->alone ? schema_field(resource_criteria(resource), resource->alone) : NULL;
}

/* Whether the i-th condition cannot stay beside field. */
static bool is_in_the_way(const struct query *query, size_t i, const struct field *field)
{
	const struct field *present = query_at(query, i)->field;

	return present != field && (is_alone(query, field) || is_alone(query, present));
}

char *search_fields_conflict(const struct query *query, const struct field *field)
{
	const struct field *alone = alone_field(query);
	bool conflict = is_alone(query, field) && query_search(query);

	for (size_t i = 0; i < query_size(query); i++)
		conflict = conflict || is_in_the_way(query, i, field);
	return conflict && alone ? xasprintf(_("%s is looked up on its own."), _(alone->label)) : NULL;
}

void search_fields_make_room(struct query *query, const struct field *field)
{
	if (is_alone(query, field))
		query_set_search(query, NULL);
	for (size_t i = query_size(query); i-- > 0;)
		if (is_in_the_way(query, i, field))
			query_remove(query, i);
}

/* --- values ---------------------------------------------------------------- */

/* What is checked is one of its kind's values, and shown as those are; a no needs no capitals here. */
char *search_fields_typed(const struct condition *condition)
{
	const struct kind *kind = condition->field->kind;

	if (kind->filter_ops == OPS_EQUALITY)
		return xstrdup(strcmp(condition->value, "true") == 0 ? _("yes") : _("no"));
	struct json *value = kind->checked ? kind->parse(condition->value, NULL) : NULL;
	char *text = value ? kind->format(value) : xstrdup(condition->value);

	json_free(value);
	return text;
}

char *search_fields_value(const struct condition *condition)
{
	char *text = search_fields_typed(condition), *clean = text_clean(text, strlen(text));

	free(text);
	return clean;
}
