/* SPDX-License-Identifier: ISC */
#include "screens/filter_step.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/choices.h"
#include "screens/menu.h"
#include "ui/pick.h"
#include "ui/prompt.h"
#include "work/search_fields.h"

static void ask_field(struct filter_step *step, const char *typed, const char *note);
static void ask_op(struct filter_step *step);
static void ask_value(struct filter_step *step, const char *problem);

void filter_step_finish(struct filter_step *step)
{
	free(step->value);
	step->value = NULL;
}

static void keep_present(struct filter_step *step, const struct condition *present)
{
	filter_step_finish(step);
	step->field = present->field;
	step->op = present->op;
	step->value = search_fields_typed(present);
}

/* From the value to the operator, or to the field where there was no operator to choose. */
static void step_back(struct filter_step *step)
{
	enum filter_op only;

	if (search_fields_only_op(step->query, step->field, &only))
		ask_field(step, NULL, NULL);
	else
		ask_op(step);
}

/* --- its value ------------------------------------------------------------------------------- */

static void value_said(void *data, const char *value)
{
	struct filter_step *step = data;
	struct error err = { 0 };

	if (!value) {
		step_back(step);
		return;
	}
	xreplace(&step->value, value);
	char *asked = query_value(step->field, step->op, value, &err);
	if (asked) {
		step->done(step->data, &(struct condition){ step->field, step->op, asked });
		free(asked);
		return;
	}
	char *problem = xasprintf("! %s", err.message);
	ask_value(step, problem);
	free(problem);
}

static const char *const yes_no[] = { "true", "false" };

static void yes_no_chosen(void *data, int item)
{
	value_said(data, item == MENU_LEFT ? NULL : yes_no[item]);
}

static char *step_title(const struct filter_step *step)
{
	const char *op = filter_op_label(step->op, step->field);

	return xasprintf("%s%s%s", _(step->field->label), *op ? " " : "", op);
}

static void ask_yes_no(struct filter_step *step, const char *title)
{
	const struct menu_item items[] = { { .label = _("yes") }, { .label = _("no") } };
	bool no = step->value && strcmp(step->value, _("no")) == 0;

	menu_open(step->app->ui, title, items, 2, no, yes_no_chosen, step);
}

/* Whether a value that is there whole can be meant: a part of one is typed. */
static bool is_whole(enum filter_op op)
{
	return op == OP_EQUALS || op == OP_NOT_EQUALS;
}

static void ask_value(struct filter_step *step, const char *problem)
{
	char *title = step_title(step), *label = xasprintf("%s: ", title);

	if (step->field->kind->filter_ops == OPS_EQUALITY)
		ask_yes_no(step, title);
	else if (step->field->choices && is_whole(step->op))
		choices_open(step->choices, step->field, step->value ? step->value : "", "",
			     value_said, step);
	else
		prompt_open(step->app->ui, &(struct prompt){ .label = label,
							     .initial = step->value,
							     .problem = problem,
							     .done = value_said,
							     .data = step });
	free(label);
	free(title);
}

/* --- its operator ---------------------------------------------------------------------------- */

/* The operators that the field can be asked for, in their order. */
static size_t list_ops(const struct filter_step *step, enum filter_op ops[OP_COUNT])
{
	unsigned legal = query_ops(step->query, step->field);
	size_t count = 0;

	for (int op = 0; op < OP_COUNT; op++)
		if (legal & (1U << op))
			ops[count++] = (enum filter_op)op;
	return count;
}

static void op_chosen(void *data, int item)
{
	struct filter_step *step = data;
	enum filter_op ops[OP_COUNT];

	if (item == MENU_LEFT) {
		ask_field(step, NULL, NULL);
		return;
	}
	list_ops(step, ops);
	step->op = ops[item];
	ask_value(step, NULL);
}

static void ask_op(struct filter_step *step)
{
	enum filter_op ops[OP_COUNT];
	struct menu_item items[OP_COUNT];
	size_t count = list_ops(step, ops), start = 0;

	if (search_fields_only_op(step->query, step->field, &step->op)) {
		ask_value(step, NULL);
		return;
	}

	for (size_t i = 0; i < count; i++) {
		items[i] = (struct menu_item){ .label = filter_op_label(ops[i], step->field) };
		if (ops[i] == step->op)
			start = i;
	}
	menu_open(step->app->ui, _(step->field->label), items, count, start, op_chosen, step);
}

/* --- its field ------------------------------------------------------------------------------- */

static void text_said(void *data, const char *text)
{
	struct filter_step *step = data;

	if (text)
		step->text(step->data, text);
	else
		ask_field(step, NULL, NULL);
}

static void ask_text(struct filter_step *step)
{
	prompt_line(step->app->ui, _("Text: "), query_search(step->query), text_said, step);
}

/* A field that can be asked for once has its condition changed; another field's value means nothing here. */
static void take_field(struct filter_step *step, const struct field *field)
{
	const struct condition *present =
		query_at(step->query, search_fields_present(step->query, field));

	if (present)
		keep_present(step, present);
	else if (field != step->field)
		filter_step_finish(step);
	step->field = field;
	ask_op(step);
}

static void field_chosen(void *data, const char *name)
{
	struct filter_step *step = data;

	if (!name) {
		step->done(step->data, NULL);
		return;
	}
	const struct resource *resource = query_resource(step->query);
	const struct field *field = schema_field(resource_criteria(resource), name);

	if (field)
		take_field(step, field);
	else if (search_fields_have_text(resource) && strcmp(name, SEARCH_TEXT) == 0)
		ask_text(step);
	else /* those who know the words write them at once */
		step->line(step->data, name);
}

/* FIELD:OPERATOR:VALUE or search=TEXT (schema/query.h); what is wrong in it is said when it is taken. */
static bool is_in_words(const char *typed)
{
	const char *colon = strchr(typed, ':');

	return (colon && strchr(colon + 1, ':')) || strchr(typed, '=');
}

static void ask_field(struct filter_step *step, const char *typed, const char *note)
{
	const struct resource *resource = query_resource(step->query);
	char *example = xasprintf(_("or conditions in words: %s"), resource->filter_example);
	struct search_fields fields;

	search_fields_init(&fields, step->query);
	pick_open(step->app->ui, &(struct pick){ .title = _("Which field?"),
						 .note = note ? note : example,
						 .typed = typed,
						 .open = true,
						 .takes = is_in_words,
						 .items = fields.items,
						 .count = fields.count,
						 .current = step->field ? step->field->name : NULL,
						 .done = field_chosen,
						 .data = step });
	search_fields_finish(&fields);
	free(example);
}

void filter_step_start(struct filter_step *step, const struct condition *present)
{
	filter_step_finish(step);
	step->field = NULL;
	step->op = OP_CONTAINS;
	if (present)
		keep_present(step, present);
	ask_field(step, NULL, NULL);
}

void filter_step_start_again(struct filter_step *step, const char *line, const char *problem)
{
	char *note = xasprintf("! %s", problem);

	ask_field(step, line, note);
	free(note);
}
