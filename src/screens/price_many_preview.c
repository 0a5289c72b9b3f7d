/* SPDX-License-Identifier: ISC */
#include "screens/price_many_preview.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/price_lines.h"
#include "screens/reader.h"
#include "screens/runs.h"
#include "ui/confirm.h"
#include "ui/draw.h"
#include "ui/ui.h"
#include "work/action_question.h"
#include "work/field_values.h"
#include "work/job.h"
#include "work/save_words.h"

struct preview {
	struct app *app;
	const struct resource *resource;
	struct query *query;
	char *words; /* of the rule */
	struct price_lines lines;
};

struct argument {
	struct app *app;
	const struct query *query;
	struct price_rule *rule;
	struct text_list *keys;
};

static bool is_made(const struct preview *preview)
{
	return preview->lines.plan.records;
}

/* --- reading ---------------------------------------------------------------------------------- */

static void values_changed(void *data)
{
	struct preview *preview = data;
	struct field_values *values = preview->lines.values;

	/* A page that was still under way afterwards says nothing new. */
	if (!is_made(preview) && field_values_are_over(values) && !field_values_error(values)) {
		price_plan_make(&preview->lines.plan, values);
		table_touch(&preview->lines.table);
	}
	ui_touch(preview->app->ui);
}

static void read_values(struct preview *preview)
{
	const struct resource *resource = preview->resource;

	field_values_free(preview->lines.values);
	preview->lines.values = field_values_start(
		preview->app->client, preview->query,
		schema_field(resource->schema, resource->prices), &preview->lines.plan.keys,
		values_changed, preview);
}

/* --- the question ----------------------------------------------------------------------------- */

static void answered(void *data, bool yes)
{
	struct preview *preview = data;
	struct app *app = preview->app;
	struct error err;

	if (!yes) {
		ui_message(app->ui, ROLE_MESSAGE, "%s", save_words_cancelled());
		return;
	}
	struct job *job = price_plan_job(&preview->lines.plan, preview->resource,
					 preview->lines.values, &err);
	if (!job) {
		ui_message(app->ui, ROLE_ERROR, "%s", err.message);
		return;
	}
	ui_pop(app->ui);
	runs_start_take(app, job);
}

static char *question(const struct preview *preview)
{
	const struct price_plan *plan = &preview->lines.plan;
	char *place = action_place(preview->app->client), *text;
	char *count = resource_count_text(preview->resource, (long long)price_plan_changes(plan));
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fprintf(out, _("%s for %s in %s?"), preview->words, count, place);
	fputc('\n', out);
	price_plan_write_totals(plan, preview->resource, out);
	fclose(out);
	free(count);
	free(place);
	return text;
}

static bool can_go_on(struct ui *ui, void *state)
{
	(void)ui;
	return is_made(state);
}

/* The status row has the counts; which records they are is a key away. */
static void say_nothing_to_send(struct ui *ui, const struct preview *preview)
{
	const struct price_plan *plan = &preview->lines.plan;

	ui_message(ui, ROLE_MESSAGE, "%s",
		   plan->out ? _("Nothing can be sent: all that would change is taken out. Space takes "
				 "a record in again.")
			     : _("Nothing can be sent: no price would change. l lists why."));
}

static void go_on(struct ui *ui, void *state)
{
	struct preview *preview = state;

	if (!price_plan_changes(&preview->lines.plan)) {
		say_nothing_to_send(ui, preview);
		return;
	}
	char *text = question(preview);
	char *count = xasprintf("%zu", price_plan_changes(&preview->lines.plan));

	confirm_typed(ui, text, count, answered, preview);
	free(count);
	free(text);
}

/* --- other commands --------------------------------------------------------------------------- */

static bool has_lines(struct ui *ui, void *state)
{
	(void)ui;
	return ((struct preview *)state)->lines.plan.line_count;
}

static void toggle(struct ui *ui, void *state)
{
	struct price_lines *lines = &((struct preview *)state)->lines;

	(void)ui;
	price_plan_toggle(&lines->plan, price_lines_record(lines));
	table_touch(&lines->table);
}

static void show_detail(struct ui *ui, void *state)
{
	struct price_lines *lines = &((struct preview *)state)->lines;

	if (!lines->plan.line_count) {
		say_nothing_to_send(ui, state);
		return;
	}
	char *text = price_lines_detail(lines);

	reader_open(ui, text_list_at(&lines->plan.keys, price_lines_record(lines)), text);
	free(text);
}

static bool has_left_out(struct ui *ui, void *state)
{
	const struct preview *preview = state;

	(void)ui;
	return is_made(preview) &&
	       price_plan_changes(&preview->lines.plan) < preview->lines.plan.keys.count;
}

static void show_left_out(struct ui *ui, void *state)
{
	struct preview *preview = state;
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	price_plan_write_left_out(&preview->lines.plan, preview->lines.values, out);
	fclose(out);
	reader_open(ui, _("Left out"), text);
	free(text);
}

static bool can_read_again(struct ui *ui, void *state)
{
	const struct preview *preview = state;

	(void)ui;
	return !is_made(preview) && field_values_error(preview->lines.values);
}

static void read_again(struct ui *ui, void *state)
{
	(void)ui;
	read_values(state);
}

static const struct command preview_commands[] = {
	{ "g F2", "go-on", N_("Go on to the question and the run"), go_on, .hint = N_("go on"),
	  .can = can_go_on },
	{ "Enter", "open", N_("Show all that changes in the record"), show_detail,
	  .hint = N_("in full"), .can = can_go_on },
	{ "Space", "take-out", N_("Take the record out, or in again"), toggle,
	  .hint = N_("take out"), .can = has_lines },
	{ "l", "left-out", N_("List what is left out, and why"), show_left_out,
	  .hint = N_("left out"), .can = has_left_out },
	{ "r F5", "reload", N_("Read what could not be read again"), read_again,
	  .hint = N_("read again"), .can = can_read_again },
};

/* --- screen ----------------------------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *state, void *given)
{
	struct preview *preview = state;
	const struct argument *argument = given;

	(void)ui;
	preview->app = argument->app;
	preview->query = query_copy(argument->query);
	preview->resource = query_resource(preview->query);
	preview->words = price_rule_words(argument->rule);
	price_lines_init_take(&preview->lines, argument->rule, argument->keys);
	known_names_gather(&preview->lines.names, preview->app, preview->resource,
			   &preview->lines.plan.keys);
	read_values(preview);
}

static void close_screen(struct ui *ui, void *state)
{
	struct preview *preview = state;

	(void)ui;
	price_lines_finish(&preview->lines);
	query_free(preview->query);
	free(preview->words);
	alloc_give_back(); /* of ten thousand records */
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct preview *preview = state;
	size_t records = preview->lines.plan.keys.count;
	char *count = resource_count_text(preview->resource, (long long)records);

	(void)ui;
	fprintf(left, "%s > %s", count, preview->words);
	fputs(_("nothing is sent yet"), right);
	free(count);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct preview *preview = state;
	const struct error *err = field_values_error(preview->lines.values);

	(void)ui;
	if (is_made(preview))
		price_plan_write_totals(&preview->lines.plan, preview->resource, out);
	else if (err)
		fprintf(out, "! %s", err->message);
	else
		fprintf(out, _("Reading what they are now: %'zu of %'zu, Esc stops"),
			field_values_known(preview->lines.values),
			preview->lines.plan.keys.count);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct preview *preview = state;

	(void)ui;
	price_lines_choose_columns(&preview->lines, preview->resource, canvas->cols);
	table_draw(&preview->lines.table, canvas);
}

static void *part(void *state)
{
	return &((struct preview *)state)->lines.table;
}

const struct screen_class price_many_preview_screen = {
	.name = "prices-preview",
	.label = N_("Preview of new prices"),
	.state_size = sizeof(struct preview),
	COMMANDS(preview_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void price_many_preview_open_take(struct app *app, const struct query *query, struct price_rule *rule,
			     struct text_list *keys)
{
	ui_push(app->ui, &price_many_preview_screen, &(struct argument){ app, query, rule, keys });
}
