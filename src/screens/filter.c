/* SPDX-License-Identifier: ISC */
#include "screens/filter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/choices.h"
#include "screens/filter_count.h"
#include "screens/filter_line.h"
#include "screens/filter_step.h"
#include "ui/confirm.h"
#include "ui/draw.h"
#include "ui/table.h"
#include "work/search_fields.h"

enum { CELL_NUMBER, CELL_FIELD, CELL_OP, CELL_VALUE, CELL_COUNT };

/* What was said, until it is known whether what stands in its way goes. */
struct pending {
	const struct field *field; /* NULL: the search text */
	enum filter_op op;
	char *value;
};

struct filter {
	struct app *app;
	struct query *query;
	struct filter_client client;
	struct table table; /* the search text if it is a row, a row a condition, and one that adds */
	char number[24];
	char *value; /* of the row asked for last, clean */
	const char *cells[CELL_COUNT];
	struct choice_lists *choices;
	struct filter_step step;
	bool at_once;	 /* a line typed now is all that is wanted: f, the line, Enter */
	size_t changing; /* the condition that the step is for; the number of them: a new one */
	struct pending pending;
	struct filter_count count;
};

/* --- the conditions as rows ------------------------------------------------------------------ */

/* A search text that narrows together with the conditions stands above them. */
static size_t text_rows(const struct filter *filter)
{
	return search_fields_have_text(query_resource(filter->query)) && query_search(filter->query);
}

static size_t row_count(void *data)
{
	const struct filter *filter = data;

	return text_rows(filter) + query_size(filter->query) + 1;
}

/* The condition in that row; NULL: none, there is the search text or nothing yet. */
static const struct condition *condition_at(const struct filter *filter, size_t row)
{
	size_t above = text_rows(filter);

	return row < above ? NULL : query_at(filter->query, row - above);
}

static void fill_cells(struct filter *filter, size_t row, const char *field, const char *op,
		       char *value)
{
	free(filter->value);
	filter->value = value;
	snprintf(filter->number, sizeof(filter->number), "%zu", row + 1);
	filter->cells[CELL_NUMBER] = filter->number;
	filter->cells[CELL_FIELD] = field;
	filter->cells[CELL_OP] = op;
	filter->cells[CELL_VALUE] = value;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct filter *filter = data;
	const struct condition *condition = condition_at(filter, row);
	const char *text = query_search(filter->query);

	memset(filter->cells, 0, sizeof(filter->cells));
	filter->cells[CELL_NUMBER] = "+";
	filter->cells[CELL_FIELD] = _("add a condition");
	if (condition)
		fill_cells(filter, row, _(condition->field->label),
			   filter_op_label(condition->op, condition->field),
			   search_fields_value(condition));
	else if (row < text_rows(filter))
		fill_cells(filter, row, _("Text"), _("is found"), text_clean(text, strlen(text)));
	return filter->cells;
}

static const struct table_source rows = { .count = row_count, .cells = row_cells };

static const struct table_column columns[] = {
	{ .width_cols = 2, .cell = CELL_NUMBER },
	{ .width_cols = 20, .cell = CELL_FIELD },
	{ .width_cols = 18, .cell = CELL_OP },
	{ .cell = CELL_VALUE },
};

static void query_changed(struct filter *filter, size_t row)
{
	table_touch(&filter->table);
	table_move_to(&filter->table, row);
	filter_count_ask(&filter->count, filter->query);
	ui_touch(filter->app->ui);
}

/* --- changing them --------------------------------------------------------------------------- */

static bool put_condition(struct filter *filter, const struct condition *condition)
{
	struct query *query = filter->query;
	size_t at = search_fields_present(query, condition->field);
	struct error err;

	if (at == query_size(query) && filter->changing < at)
		at = filter->changing;
	if (at < query_size(query) ? query_replace(query, at, condition, &err)
				   : query_add(query, condition->field, condition->op,
					       condition->value, &err)) {
		query_changed(filter, text_rows(filter) + at);
		return true;
	}
	ui_message(filter->app->ui, ROLE_ERROR, "%s", err.message);
	return false;
}

static void put_text(struct filter *filter, const char *text)
{
	query_set_search(filter->query, text);
	query_changed(filter, 0);
}

/* What is changed into something else is not in its way. */
static void put_pending(struct filter *filter)
{
	struct pending *pending = &filter->pending;

	search_fields_make_room(filter->query, pending->field);
	if (pending->field)
		put_condition(filter, &(struct condition){ pending->field, pending->op,
							   pending->value });
	else
		put_text(filter, pending->value);
}

static void room_answered(void *data, bool yes)
{
	struct filter *filter = data;

	if (yes)
		put_pending(filter);
}

/* The only condition gives way to what it is changed into. */
static bool changes_all(const struct filter *filter)
{
	return filter->changing == 0 && query_size(filter->query) == 1 &&
	       !query_search(filter->query);
}

/* Puts it at once, or asks where something else would have to go. */
static void put_or_ask(struct filter *filter, const struct field *field, enum filter_op op,
		       const char *value)
{
	char *conflict = search_fields_conflict(filter->query, field);

	filter->at_once = false;
	xreplace(&filter->pending.value, value);
	filter->pending.field = field;
	filter->pending.op = op;
	if (conflict && !changes_all(filter)) {
		char *question = xasprintf(_("%s\nAsk by %s instead of what is there?"), conflict,
					   field ? _(field->label) : _("text"));

		confirm_yes_no(filter->app->ui, question, room_answered, filter);
		free(question);
	} else {
		put_pending(filter);
	}
	free(conflict);
}

static void condition_said(void *data, const struct condition *condition)
{
	struct filter *filter = data;

	if (condition)
		put_or_ask(filter, condition->field, condition->op, condition->value);
	else
		filter->at_once = false;
}

static void text_said(void *data, const char *text)
{
	struct filter *filter = data;

	if (*text)
		put_or_ask(filter, NULL, OP_CONTAINS, text);
	else
		put_text(filter, NULL);
}

/* The query goes with the screen: it is taken out before. */
static void apply(struct ui *ui, void *state)
{
	struct filter *filter = state;
	struct query *query = filter->query;
	struct filter_client client = filter->client;

	filter->query = query_new(query_resource(query));
	ui_pop(ui);
	client.apply(client.data, query);
	query_free(query);
}

/* A line typed in the place of a field: its conditions come behind those that are there. */
static void line_typed(void *data, const char *text)
{
	struct filter *filter = data;
	struct error err = { 0 };
	char *present = query_readable(filter->query);
	char *line = xasprintf("%s %s", present, text);
	struct query *query = query_parse(query_resource(filter->query), line, &err);

	free(line);
	free(present);
	if (!query) {
		filter_step_start_again(&filter->step, text, err.message);
		return;
	}
	query_free(filter->query);
	filter->query = query;
	if (filter->at_once)
		apply(filter->app->ui, filter);
	else
		query_changed(filter, row_count(filter) - 1);
}

static void ask_condition(struct filter *filter, size_t i)
{
	filter->changing = i;
	filter->step.query = filter->query;
	filter_step_start(&filter->step, query_at(filter->query, i));
}

static void change(struct ui *ui, void *state)
{
	struct filter *filter = state;
	size_t row = filter->table.cursor, above = text_rows(filter);

	(void)ui;
	ask_condition(filter, row < above ? query_size(filter->query) : row - above);
}

static void add(struct ui *ui, void *state)
{
	struct filter *filter = state;

	(void)ui;
	ask_condition(filter, query_size(filter->query));
}

static bool on_condition(struct ui *ui, void *state)
{
	(void)ui;
	return ((const struct filter *)state)->table.cursor + 1 < row_count(state);
}

static void take_away(struct ui *ui, void *state)
{
	struct filter *filter = state;
	size_t row = filter->table.cursor, above = text_rows(filter);

	(void)ui;
	if (row < above)
		query_set_search(filter->query, NULL);
	else
		query_remove(filter->query, row - above);
	query_changed(filter, row);
}

static void line_said(void *data, const struct query *query)
{
	struct filter *filter = data;

	query_free(filter->query);
	filter->query = query_copy(query);
	query_changed(filter, row_count(filter) - 1);
}

static void as_text(struct ui *ui, void *state)
{
	struct filter *filter = state;

	(void)ui;
	filter_line_open(filter->app, filter->query, line_said, filter);
}

static bool can_save_view(struct ui *ui, void *state)
{
	(void)ui;
	return ((const struct filter *)state)->client.save_view;
}

static void save_view(struct ui *ui, void *state)
{
	struct filter *filter = state;

	(void)ui;
	filter->client.save_view(filter->client.data, filter->query);
}

static void cancel(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
	ui_message(ui, ROLE_MESSAGE, "%s", _("The filter stays as it was."));
}

/* --- screen ---------------------------------------------------------------------------------- */

struct argument {
	struct app *app;
	const struct query *query;
	const struct filter_client *client;
};

static void open_screen(struct ui *ui, void *state, void *given)
{
	struct filter *filter = state;
	const struct argument *argument = given;

	(void)ui;
	filter->app = argument->app;
	filter->query = query_copy(argument->query);
	filter->client = *argument->client;
	filter->choices = choice_lists_new(filter->app);
	filter->step = (struct filter_step){ .app = filter->app,
					     .choices = filter->choices,
					     .done = condition_said,
					     .text = text_said,
					     .line = line_typed,
					     .data = filter };
	table_init(&filter->table, &rows, filter);
	table_set_columns(&filter->table, columns, sizeof(columns) / sizeof(columns[0]));
	filter_count_init(&filter->count, filter->app);
	filter_count_ask(&filter->count, filter->query);
}

static void close_screen(struct ui *ui, void *state)
{
	struct filter *filter = state;

	(void)ui;
	filter_count_finish(&filter->count);
	filter_step_finish(&filter->step);
	choice_lists_free(filter->choices);
	table_finish(&filter->table);
	query_free(filter->query);
	free(filter->pending.value);
	free(filter->value);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct filter *filter = state;

	(void)ui;
	(void)right;
	fprintf(left, _("Filter %s: all of these must hold"),
		_(query_resource(filter->query)->label));
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	(void)ui;
	filter_count_write(&((const struct filter *)state)->count, out);
}

/* The same in one line, below the conditions. */
static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct filter *filter = state;
	struct canvas table = draw_part(canvas, 0, 0, canvas->rows - 2, canvas->cols);
	char *text = query_readable(filter->query);

	(void)ui;
	table_draw(&filter->table, &table);
	draw_blank_row(canvas, canvas->rows - 2);
	draw_cell(canvas, canvas->rows - 1, 0, 1, TEXT_LEFT, ROLE_DIM, "");
	draw_cell(canvas, canvas->rows - 1, 1, canvas->cols - 1, TEXT_LEFT, ROLE_DIM, text);
	free(text);
}

static void *part(void *state)
{
	return &((struct filter *)state)->table;
}

static const struct command filter_commands[] = {
	{ "Enter", "change", N_("Change the condition, or add one"), change, .hint = N_("change") },
	{ "a", "add", N_("Add a condition"), add, .hint = N_("add") },
	{ "d Del", "remove", N_("Remove the condition"), take_away, .hint = N_("remove"),
	  .can = on_condition },
	{ "t", "text", N_("Write all of it as one line"), as_text, .hint = N_("as text") },
	{ "V", "save-view", N_("Save conditions and order as a view"), save_view,
	  .hint = N_("save view"), .can = can_save_view },
	{ "g", "apply", N_("Ask the list for this"), apply, .hint = N_("apply") },
	{ "Esc q F12 F3", "cancel", N_("Leave the list as it was"), cancel, .hint = N_("cancel") },
};

const struct screen_class filter_screen = {
	.name = "filter",
	.label = N_("Filter"),
	.state_size = sizeof(struct filter),
	COMMANDS(filter_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void filter_open(struct app *app, const struct query *query, const struct filter_client *client)
{
	ui_push(app->ui, &filter_screen, &(struct argument){ app, query, client });
	struct filter *filter = ui_top(app->ui, &filter_screen);
	if (row_count(filter) > 1)
		return;
	filter->at_once = true;
	ask_condition(filter, 0);
}
