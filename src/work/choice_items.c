/* SPDX-License-Identifier: ISC */
#include "work/choice_items.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/countries.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/pick_item.h"

static bool is_from(const struct field *field, const char *source)
{
	return field->choices->source && strcmp(field->choices->source, source) == 0;
}

bool choice_items_need_countries(const struct field *field)
{
	return is_from(field, "countries");
}

bool choice_items_need_list(const struct field *field)
{
	return field->choices->source && !choice_items_need_countries(field);
}

static void add(struct choice_items *items, const char *value, const char *label)
{
	items->rows = xreallocarray(items->rows, items->count + 1, sizeof(*items->rows));
	items->rows[items->count++] = (struct pick_item){ value, label };
}

static bool has(const struct choice_items *items, const char *value)
{
	size_t i = 0;

	while (i < items->count && strcmp(items->rows[i].value, value) != 0)
		i++;
	return i < items->count;
}

/* One of the table's, in the words that its kind has for it. */
static void add_value(struct choice_items *items, const struct field *field, const char *value)
{
	struct json *json = json_new_string(value);
	char *said = field->kind->format(json);

	json_free(json);
	if (has(items, said)) {
		free(said);
		return;
	}
	items->said = xreallocarray(items->said, items->said_count + 1, sizeof(*items->said));
	items->said[items->said_count++] = said;
	add(items, said, NULL);
}

static void add_all(struct choice_items *items, const struct field *field,
		    const struct choice_sources *sources)
{
	const struct choice_list *listed = sources->listed;
	const char *const *values = field->choices->values;

	for (size_t i = 0; listed && i < listed->count; i++)
		add(items, listed->rows[i].value, listed->rows[i].label);
	for (size_t i = 0; values && values[i]; i++)
		add_value(items, field, values[i]);
	if (!choice_items_need_countries(field) || !sources->countries)
		return;
	for (size_t i = 0; i < countries_count(sources->countries); i++) {
		const struct country *country = countries_at(sources->countries, i);

		add(items, country->code, country->name);
	}
}

/* Why the list is not all there is, or how the value is said. */
static const char *note_of(const struct field *field, const struct choice_sources *sources)
{
	if (!choice_items_need_list(field) || (sources->listed && sources->listed->complete))
		return NULL;
	if (sources->listed && sources->listed->count)
		return _("The service did not list them. These were seen; others may be typed.");
	return _("The service did not list them. Type the value.");
}

void choice_items_init(struct choice_items *items, const struct field *field,
		       const struct choice_sources *sources, const char *current)
{
	*items = (struct choice_items){ .note = note_of(field, sources) };
	items->open = field->choices->open || items->note;
	add_all(items, field, sources);
	if (*current && !has(items, current))
		add(items, current, NULL);
	if (*current && field_can_be_emptied(field, NULL))
		add(items, "", _("none"));
}

void choice_items_finish(struct choice_items *items)
{
	free(items->rows);
	for (size_t i = 0; i < items->said_count; i++)
		free(items->said[i]);
	free(items->said);
	*items = (struct choice_items){ 0 };
}

const char *choice_items_label(const struct field *field, const struct choice_sources *sources,
			       const char *value)
{
	const struct choice_list *listed = sources->listed;

	if (choice_items_need_countries(field))
		return sources->countries ? countries_name(sources->countries, value) : NULL;
	for (size_t i = 0; listed && i < listed->count; i++)
		if (strcmp(listed->rows[i].value, value) == 0)
			return listed->rows[i].label;
	return NULL;
}

void choice_list_copy(struct choice_list *to, const struct choice_list *from)
{
	*to = (struct choice_list){ .rows = xcalloc(from->count, sizeof(*to->rows)),
				    .count = from->count,
				    .complete = from->complete };
	for (size_t i = 0; i < from->count; i++)
		to->rows[i] = (struct choice){ xstrdup(from->rows[i].value), xstrdup(from->rows[i].label),
					       from->rows[i].from };
}
