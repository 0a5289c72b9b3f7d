/* SPDX-License-Identifier: ISC */
#include "screens/set_field.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text_list.h"
#include "schema/check.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/choices.h"
#include "screens/set_preview.h"
#include "ui/pick.h"
#include "ui/prompt.h"

/* From question to question; it goes with the last. */
struct asking {
	struct app *app;
	struct query *query;
	struct text_list keys;
	struct choice_lists *choices;
	const struct field *field;
};

static void asking_free(struct asking *asking)
{
	choice_lists_free(asking->choices);
	query_free(asking->query);
	text_list_finish(&asking->keys);
	free(asking);
}

/* --- the value -------------------------------------------------------------------------------- */

static void preview(struct asking *asking, struct json *value)
{
	set_preview_open_take(asking->app, asking->query, asking->field, value, &asking->keys);
	asking_free(asking);
}

static void ask_text(struct asking *asking, const char *text, const char *problem);

static void text_typed(void *data, const char *text)
{
	struct asking *asking = data;
	struct error err;

	if (!text) {
		asking_free(asking);
		return;
	}
	struct json *value = check_parse(asking->field, text, &err);
	if (value)
		preview(asking, value);
	else
		ask_text(asking, text, err.message);
}

static void ask_text(struct asking *asking, const char *text, const char *problem)
{
	char *label = xasprintf("%s: ", _(asking->field->label));
	bool can_be_empty = field_can_be_emptied(asking->field, NULL);

	prompt_open(asking->app->ui,
		    &(struct prompt){ .label = label,
				      .initial = text,
				      .help = can_be_empty
						      ? _("The value that all of them are to have; "
							  "empty takes theirs away.")
						      : _("The value that all of them are to have."),
				      .problem = problem,
				      .done = text_typed,
				      .data = asking });
	free(label);
}

static void ask_yes_no(struct asking *asking)
{
	const struct pick_item items[] = { { "true", _("yes") }, { "false", _("no") } };

	pick_open(asking->app->ui, &(struct pick){ .title = _(asking->field->label),
						   .items = items,
						   .count = sizeof(items) / sizeof(items[0]),
						   .done = text_typed,
						   .data = asking });
}

static void ask_value(struct asking *asking)
{
	if (asking->field->choices)
		choices_open(asking->choices, asking->field, "", "", text_typed, asking);
	else if (asking->field->kind == &kind_bool)
		ask_yes_no(asking);
	else
		ask_text(asking, NULL, NULL);
}

/* --- the field -------------------------------------------------------------------------------- */

static void field_chosen(void *data, const char *name)
{
	struct asking *asking = data;

	if (!name) {
		asking_free(asking);
		return;
	}
	asking->field = schema_field(query_resource(asking->query)->schema, name);
	ask_value(asking);
}

static bool is_named(const struct field *field, const char *name)
{
	return name && strcmp(field->name, name) == 0;
}

/* One value for all: not what tells them apart. */
static bool can_be_set(const struct field *field, const struct schema *schema)
{
	return field->write == WRITE_ALWAYS && field->kind->scalar &&
	       !is_named(field, schema->key) && !is_named(field, schema->external_id);
}

void set_field_open_take(struct app *app, const struct query *query, struct text_list *keys)
{
	const struct schema *schema = query_resource(query)->schema;
	struct pick_item *items = xcalloc(schema->field_count, sizeof(*items));
	struct asking *asking = xcalloc(1, sizeof(*asking));
	size_t count = 0;

	*asking = (struct asking){ .app = app,
				   .query = query_copy(query),
				   .keys = *keys,
				   .choices = choice_lists_new(app) };
	for (size_t i = 0; i < schema->field_count; i++)
		if (can_be_set(&schema->fields[i], schema))
			items[count++] = (struct pick_item){ schema->fields[i].name,
							     _(schema->fields[i].label) };
	pick_open(app->ui, &(struct pick){ .title = _("Which field is to have one value?"),
					   .items = items,
					   .count = count,
					   .done = field_chosen,
					   .data = asking });
	free(items);
}
