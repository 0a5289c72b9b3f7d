/* SPDX-License-Identifier: ISC */
#include "screens/set_preview.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text_list.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/runs.h"
#include "ui/confirm.h"
#include "ui/draw.h"
#include "ui/table.h"
#include "ui/ui.h"
#include "work/action_question.h"
#include "work/field_values.h"
#include "work/job.h"

enum { CELL_KEY, CELL_NOW, CELL_AFTER, CELL_COUNT };
enum { KEY_COLS = 14 };

struct preview {
	struct app *app;
	const struct resource *resource;
	struct query *query;
	const struct field *field;
	struct json *value;
	char *after; /* what is shown of it */
	struct text_list keys;
	struct field_values *values;

	/* Once all of them are known: those that cannot be read, then those that change. */
	uint32_t *rows; /* NULL: they are being read */
	size_t row_count, missing, same;
	struct table table;
	int cols;

	char *now; /* of the row that was asked for last */
	const char *cells[CELL_COUNT];
};

struct argument {
	struct app *app;
	const struct query *query;
	const struct field *field;
	struct json *value;
	struct text_list *keys;
};

/* --- what changes ----------------------------------------------------------------------------- */

/* An object with the field as it is, which text says as JSON; the caller frees. */
static struct json *object_of(const struct field *field, struct json *value)
{
	struct json *object = json_new_object();

	if (value)
		json_put_take(object, field->name, value);
	return object;
}

static struct json *parse(const char *text)
{
	return *text ? json_parse(text, strlen(text), NULL) : NULL;
}

static bool is_empty(const struct json *value)
{
	const char *text = json_text(value);

	return json_type(value) == JSON_NULL || (text && !*text);
}

/* Nothing and an empty text are the same to the service. */
static bool is_so_already(const struct preview *preview, const char *text)
{
	struct json *now = parse(text);
	bool same = (is_empty(now) && is_empty(preview->value)) || json_equal(now, preview->value);

	json_free(now);
	return same;
}

static void add_row(struct preview *preview, size_t key)
{
	preview->rows[preview->row_count++] = (uint32_t)key;
}

static void gather(struct preview *preview)
{
	const char *text;

	preview->rows = xcalloc(preview->keys.count + 1, sizeof(*preview->rows));
	for (size_t i = 0; i < preview->keys.count; i++)
		if (field_values_at(preview->values, i, &text) == VALUE_MISSING)
			add_row(preview, i);
	preview->missing = preview->row_count;
	for (size_t i = 0; i < preview->keys.count; i++) {
		if (field_values_at(preview->values, i, &text) != VALUE_KNOWN)
			continue;
		if (is_so_already(preview, text))
			preview->same++;
		else
			add_row(preview, i);
	}
	table_touch(&preview->table);
}

static size_t change_count(const struct preview *preview)
{
	return preview->rows ? preview->row_count - preview->missing : 0;
}

/* --- rows ------------------------------------------------------------------------------------- */

static size_t row_count(void *data)
{
	return ((struct preview *)data)->row_count;
}

static char *value_text(const struct preview *preview, const char *text)
{
	struct json *object = object_of(preview->field, parse(text));
	char *shown = field_text(preview->field, object);

	json_free(object);
	return shown;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct preview *preview = data;
	size_t key = preview->rows[row];
	bool missing = row < preview->missing;
	const char *text;

	field_values_at(preview->values, key, &text);
	free(preview->now);
	preview->now = missing ? xstrdup(text) : value_text(preview, text);
	preview->cells[CELL_KEY] = text_list_at(&preview->keys, key);
	preview->cells[CELL_NOW] = *preview->now ? preview->now : "-";
	preview->cells[CELL_AFTER] = missing ? _("left out") : preview->after;
	return preview->cells;
}

static char row_sign(void *data, size_t row)
{
	return row < ((struct preview *)data)->missing ? '!' : '~';
}

static const struct table_source rows = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
};

static void choose_columns(struct preview *preview, int cols)
{
	const struct table_column columns[] = {
		{ .label = _("Record"), .width_cols = KEY_COLS, .cell = CELL_KEY },
		{ .label = _("Now"),
		  .width_cols = (cols - TABLE_FIRST_COL - KEY_COLS) / 2,
		  .cell = CELL_NOW },
		{ .label = _("After"), .cell = CELL_AFTER },
	};

	preview->cols = cols;
	table_set_columns(&preview->table, columns, CELL_COUNT);
}

/* --- reading ---------------------------------------------------------------------------------- */

static void values_changed(void *data)
{
	struct preview *preview = data;

	if (field_values_are_over(preview->values) && !field_values_error(preview->values))
		gather(preview);
	ui_touch(preview->app->ui);
}

static void read_values(struct preview *preview)
{
	field_values_free(preview->values);
	preview->values = field_values_start(preview->app->client, preview->query, preview->field,
					     &preview->keys, values_changed, preview);
}

/* --- the question ----------------------------------------------------------------------------- */

static struct job *job_of(const struct preview *preview)
{
	struct job *job =
		job_new_set_take(preview->resource, preview->field, json_copy(preview->value));
	const char *text;

	for (size_t i = preview->missing; i < preview->row_count; i++) {
		field_values_at(preview->values, preview->rows[i], &text);
		text_list_add(&job->keys, text_list_at(&preview->keys, preview->rows[i]));
		text_list_add(&job->was, text);
	}
	return job;
}

static void answered(void *data, bool yes)
{
	struct preview *preview = data;
	struct app *app = preview->app;

	if (!yes) {
		ui_message(app->ui, ROLE_MESSAGE, "%s", _("Cancelled, nothing was sent."));
		return;
	}
	struct job *job = job_of(preview);

	ui_pop(app->ui);
	runs_start_take(app, job);
}

/* "4 are so already, 1 cannot be read." */
static void write_left_out(const struct preview *preview, FILE *out)
{
	if (preview->same)
		fprintf(out, ngettext("%'zu is so already", "%'zu are so already", preview->same),
			preview->same);
	if (preview->missing)
		fprintf(out,
			ngettext("%s%'zu cannot be read", "%s%'zu cannot be read",
				 preview->missing),
			preview->same ? ", " : "", preview->missing);
	if (preview->same + preview->missing)
		fputs(".", out);
}

static char *question(const struct preview *preview)
{
	struct job *job = job_of(preview);
	char *title = job_title(job), *place = action_place(preview->app->client), *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fprintf(out, _("%s in %s?"), title, place);
	fputc('\n', out);
	write_left_out(preview, out);
	fclose(out);
	free(place);
	free(title);
	job_free(job);
	return text;
}

static bool can_go_on(struct ui *ui, void *state)
{
	(void)ui;
	return change_count(state);
}

static void go_on(struct ui *ui, void *state)
{
	struct preview *preview = state;
	char *text = question(preview), *count = xasprintf("%zu", change_count(preview));

	confirm_typed(ui, text, count, answered, preview);
	free(count);
	free(text);
}

static bool can_read_again(struct ui *ui, void *state)
{
	const struct preview *preview = state;

	(void)ui;
	return !preview->rows && field_values_error(preview->values);
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
	preview->field = argument->field;
	preview->value = argument->value;
	preview->keys = *argument->keys;
	*argument->keys = (struct text_list){ 0 };
	struct json *object = object_of(preview->field, json_copy(preview->value));
	preview->after = field_text(preview->field, object);
	json_free(object);
	table_init(&preview->table, &rows, preview);
	read_values(preview);
}

static void close_screen(struct ui *ui, void *state)
{
	struct preview *preview = state;

	(void)ui;
	field_values_free(preview->values);
	table_finish(&preview->table);
	text_list_finish(&preview->keys);
	query_free(preview->query);
	json_free(preview->value);
	free(preview->after);
	free(preview->rows);
	free(preview->now);
	alloc_give_back(); /* the values of ten thousand records */
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct preview *preview = state;
	char *count = resource_count_text(preview->resource, (long long)preview->keys.count);

	(void)ui;
	fprintf(left, *preview->after ? _("%s > Set %s to %s") : _("%s > Clear %s"), count,
		_(preview->field->label), preview->after);
	fputs(_("nothing is sent yet"), right);
	free(count);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct preview *preview = state;
	const struct error *err = field_values_error(preview->values);
	size_t changes = change_count(preview);

	(void)ui;
	if (err && !preview->rows)
		fprintf(out, "! %s", err->message);
	else if (!preview->rows)
		fprintf(out, _("Reading what they are now: %'zu of %'zu, Esc stops"),
			field_values_known(preview->values), preview->keys.count);
	else if (changes)
		fprintf(out, ngettext("%'zu changes.  ", "%'zu change.  ", changes), changes);
	else
		fputs(_("Nothing would change.  "), out);
	if (preview->rows)
		write_left_out(preview, out);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct preview *preview = state;

	(void)ui;
	if (preview->cols != canvas->cols)
		choose_columns(preview, canvas->cols);
	table_draw(&preview->table, canvas);
}

static void *part(void *state)
{
	return &((struct preview *)state)->table;
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
