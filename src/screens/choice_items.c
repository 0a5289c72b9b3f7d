/* SPDX-License-Identifier: ISC */
#include "screens/choice_items.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "ui/pick.h"

static bool is_from(const struct field *field, const char *source)
{
	return field->choices->source && strcmp(field->choices->source, source) == 0;
}

bool choice_items_need_list(const struct field *field)
{
	return field->choices->source && !is_from(field, "countries");
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

static void add_all(struct choice_items *items, const struct field *field,
		    const struct choice_list *listed)
{
	const char *const *values = field->choices->values;

	for (size_t i = 0; listed && i < listed->count; i++)
		add(items, listed->rows[i].value, listed->rows[i].label);
	for (size_t i = 0; values && values[i]; i++)
		if (!has(items, values[i]))
			add(items, values[i], NULL);
}

/* Why the list is not all there is, or how the value is said. */
static const char *note_of(const struct field *field, const struct choice_list *listed)
{
	if (!choice_items_need_list(field) || (listed && listed->complete))
		return NULL;
	if (listed && listed->count)
		return _("The service did not list them. These were seen; others may be typed.");
	return _("The service did not list them. Type the value.");
}

void choice_items_init(struct choice_items *items, const struct field *field,
		       const struct choice_list *listed, const char *current)
{
	*items = (struct choice_items){ .note = note_of(field, listed) };
	items->open = field->choices->open || items->note;
	add_all(items, field, listed);
	if (*current && !has(items, current))
		add(items, current, NULL);
	if (*current && !field->required)
		add(items, "", _("none"));
}

void choice_items_finish(struct choice_items *items)
{
	free(items->rows);
	*items = (struct choice_items){ 0 };
}

const char *choice_items_label(const struct field *field, const struct choice_list *listed,
			       const char *value)
{
	(void)field;
	for (size_t i = 0; listed && i < listed->count; i++)
		if (strcmp(listed->rows[i].value, value) == 0)
			return listed->rows[i].label;
	return NULL;
}
