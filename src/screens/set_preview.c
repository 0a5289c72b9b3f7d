/* SPDX-License-Identifier: ISC */
#include "screens/set_preview.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/runs.h"
#include "screens/set_rows.h"
#include "ui/confirm.h"
#include "ui/draw.h"
#include "ui/table.h"
#include "ui/ui.h"
#include "work/action_question.h"
#include "work/field_values.h"
#include "work/job.h"

struct preview {
	struct app *app;
	const struct resource *resource;
	struct query *query;
	struct set_rows rows;
};

struct argument {
	struct app *app;
	const struct query *query;
	const struct field *field;
	struct json *value;
	struct text_list *keys;
};

/* --- reading ---------------------------------------------------------------------------------- */

static void values_changed(void *data)
{
	struct preview *preview = data;

	if (field_values_are_over(preview->rows.values) &&
	    !field_values_error(preview->rows.values))
		set_rows_gather(&preview->rows);
	ui_touch(preview->app->ui);
}

static void read_values(struct preview *preview)
{
	field_values_free(preview->rows.values);
	preview->rows.values =
		field_values_start(preview->app->client, preview->query, preview->rows.field,
				   &preview->rows.keys, values_changed, preview);
}

/* --- the question ----------------------------------------------------------------------------- */

static void answered(void *data, bool yes)
{
	struct preview *preview = data;
	struct app *app = preview->app;

	if (!yes) {
		ui_message(app->ui, ROLE_MESSAGE, "%s", _("Cancelled, nothing was sent."));
		return;
	}
	struct job *job = set_rows_job(&preview->rows, preview->resource);

	ui_pop(app->ui);
	runs_start_take(app, job);
}

static char *question(const struct preview *preview)
{
	struct job *job = set_rows_job(&preview->rows, preview->resource);
	char *title = job_title(job), *place = action_place(preview->app->client), *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fprintf(out, _("%s in %s?"), title, place);
	fputc('\n', out);
	set_rows_write_left_out(&preview->rows, out);
	fclose(out);
	free(place);
	free(title);
	job_free(job);
	return text;
}

static bool can_go_on(struct ui *ui, void *state)
{
	(void)ui;
	return set_rows_changes(&((struct preview *)state)->rows);
}

static void go_on(struct ui *ui, void *state)
{
	struct preview *preview = state;
	char *text = question(preview), *count = xasprintf("%zu", set_rows_changes(&preview->rows));

	confirm_typed(ui, text, count, answered, preview);
	free(count);
	free(text);
}

static bool can_read_again(struct ui *ui, void *state)
{
	const struct preview *preview = state;

	(void)ui;
	return !preview->rows.items && field_values_error(preview->rows.values);
}

static void read_again(struct ui *ui, void *state)
{
	(void)ui;
	read_values(state);
}

static const struct command preview_commands[] = {
	{ "g Enter F2", "go-on", N_("Go on to the question and the run"), go_on,
	  .hint = N_("go on"), .can = can_go_on },
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
	set_rows_init_take(&preview->rows, argument->field, argument->value, argument->keys);
	known_names_gather(&preview->rows.names, preview->app, preview->resource,
			   &preview->rows.keys);
	read_values(preview);
}

static void close_screen(struct ui *ui, void *state)
{
	struct preview *preview = state;

	(void)ui;
	set_rows_finish(&preview->rows);
	query_free(preview->query);
	alloc_give_back(); /* the values of ten thousand records */
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct preview *preview = state;
	char *count = resource_count_text(preview->resource, (long long)preview->rows.keys.count);

	(void)ui;
	fprintf(left, *preview->rows.after ? _("%s > Set %s to %s") : _("%s > Clear %s"), count,
		_(preview->rows.field->label), preview->rows.after);
	fputs(_("nothing is sent yet"), right);
	free(count);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct preview *preview = state;
	const struct error *err = field_values_error(preview->rows.values);
	size_t changes = set_rows_changes(&preview->rows);

	(void)ui;
	if (err && !preview->rows.items)
		fprintf(out, "! %s", err->message);
	else if (!preview->rows.items)
		fprintf(out, _("Reading what they are now: %'zu of %'zu, Esc stops"),
			field_values_known(preview->rows.values), preview->rows.keys.count);
	else if (changes)
		fprintf(out, ngettext("%'zu changes.  ", "%'zu change.  ", changes), changes);
	else
		fputs(_("Nothing would change.  "), out);
	if (preview->rows.items)
		set_rows_write_left_out(&preview->rows, out);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct preview *preview = state;

	(void)ui;
	set_rows_choose_columns(&preview->rows, preview->resource, canvas->cols);
	table_draw(&preview->rows.table, canvas);
}

static void *part(void *state)
{
	return &((struct preview *)state)->rows.table;
}

const struct screen_class set_preview_screen = {
	.name = "set-preview",
	.label = N_("Preview of a value for many"),
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

void set_preview_open_take(struct app *app, const struct query *query, const struct field *field,
			   struct json *value, struct text_list *keys)
{
	ui_push(app->ui, &set_preview_screen, &(struct argument){ app, query, field, value, keys });
}
