/* SPDX-License-Identifier: ISC */
#include "screens/action_run.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/action_one.h"
#include "screens/app_state.h"
#include "screens/marks.h"
#include "screens/reader.h"
#include "ui/draw.h"
#include "ui/table.h"

enum {
	CALLS_MAX = 4, /* at a time */
	KEY_COLS = 14,
	STATUS_COLS = 6,
};

/* A place for a call. */
struct lane {
	struct run *run;
	struct client_call *call; /* NULL: free */
	size_t key;
};

struct failed {
	size_t key;
	char status[8];
	char *reason;
	const char *cells[3];
};

struct run {
	struct app *app;
	const struct resource *resource;
	const struct action *action;
	struct marks keys;
	size_t next; /* key to be sent */
	size_t done;
	bool stopped; /* no further call is started */
	struct lane lanes[CALLS_MAX];
	struct failed *failed;
	size_t failed_count;
	struct table table; /* of those */
};

struct argument {
	const struct resource *resource;
	const struct action *action;
	const struct marks *keys;
};

static size_t under_way(const struct run *run)
{
	size_t count = 0;

	for (size_t i = 0; i < CALLS_MAX; i++)
		count += run->lanes[i].call != NULL;
	return count;
}

static bool is_over(const struct run *run)
{
	return !under_way(run) && (run->stopped || run->next == run->keys.count);
}

/* --- calls ----------------------------------------------------------------- */

static void add_failed(struct run *run, size_t key, const struct failure *failure)
{
	run->failed = xreallocarray(run->failed, run->failed_count + 1, sizeof(*run->failed));
	struct failed *failed = &run->failed[run->failed_count++];

	*failed = (struct failed){ .key = key, .reason = xstrdup(failure->error.message) };
	if (failure->status)
		snprintf(failed->status, sizeof(failed->status), "%d", failure->status);
	table_touch(&run->table);
}

static void start_calls(struct run *run);

static void call_done(void *data, const struct failure *failure)
{
	struct lane *lane = data;
	struct run *run = lane->run;

	lane->call = NULL;
	if (failure)
		add_failed(run, lane->key, failure);
	else {
		run->done++;
		action_tell(run->app, run->resource, run->action, run->keys.keys[lane->key]);
	}
	start_calls(run);
	ui_touch(run->app->ui);
}

static void start_calls(struct run *run)
{
	for (size_t i = 0; i < CALLS_MAX && !run->stopped && run->next < run->keys.count; i++) {
		struct lane *lane = &run->lanes[i];

		if (lane->call)
			continue;
		lane->run = run;
		lane->key = run->next++;
		lane->call = client_act(run->app->client, run->resource, run->action,
					run->keys.keys[lane->key], call_done, lane);
	}
}

/* --- the table of what failed ---------------------------------------------- */

static size_t row_count(void *data)
{
	return ((struct run *)data)->failed_count;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct run *run = data;
	struct failed *failed = &run->failed[row];

	failed->cells[0] = run->keys.keys[failed->key];
	failed->cells[1] = failed->status;
	failed->cells[2] = failed->reason;
	return failed->cells;
}

static char row_sign(void *data, size_t row)
{
	(void)data;
	(void)row;
	return '!';
}

static const struct table_source failed_rows = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
};

static const struct table_column columns[] = {
	{ .width_cols = KEY_COLS, .cell = 0 },
	{ .width_cols = STATUS_COLS, .cell = 1 },
	{ .cell = 2 },
};

/* --- screen ---------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *state, void *given)
{
	struct run *run = state;
	const struct argument *argument = given;

	run->app = app_of(ui);
	run->resource = argument->resource;
	run->action = argument->action;
	for (size_t i = 0; i < argument->keys->count; i++)
		marks_add(&run->keys, argument->keys->keys[i]);
	table_init(&run->table, &failed_rows, run);
	table_set_columns(&run->table, columns, sizeof(columns) / sizeof(columns[0]));
	start_calls(run);
}

static void close_screen(struct ui *ui, void *state)
{
	struct run *run = state;

	(void)ui;
	for (size_t i = 0; i < CALLS_MAX; i++)
		client_cancel(run->lanes[i].call);
	for (size_t i = 0; i < run->failed_count; i++)
		free(run->failed[i].reason);
	free(run->failed);
	marks_finish(&run->keys);
	table_finish(&run->table);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct run *run = state;
	char *count = resource_count_text(run->resource, (long long)run->keys.count);

	(void)ui;
	fprintf(left, "%s %s", _(run->action->label), count);
	fprintf(right, _("%'zu done, %'zu failed"), run->done, run->failed_count);
	free(count);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct run *run = state;
	size_t left = run->keys.count - run->done - run->failed_count;

	(void)ui;
	if (is_over(run) && left)
		fprintf(out, _("Stopped, %'zu were not sent."), left);
	else if (is_over(run))
		fputs(_("Finished."), out);
	else if (run->stopped)
		fprintf(out, _("Stopping after %'zu calls under way"), under_way(run));
	else
		fprintf(out, _("%'zu to go. Esc stops after the calls under way"), left);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	(void)ui;
	table_draw(&((struct run *)state)->table, canvas);
}

static void *part(void *state)
{
	return &((struct run *)state)->table;
}

static bool is_running(struct ui *ui, void *state)
{
	(void)ui;
	return !is_over(state);
}

static bool has_failed(struct ui *ui, void *state)
{
	const struct run *run = state;

	(void)ui;
	return is_over(run) && run->failed_count;
}

static void stop(struct ui *ui, void *state)
{
	(void)ui;
	((struct run *)state)->stopped = true;
}

/* The failed ones again, as a run of their own in the same place. */
static void retry(struct ui *ui, void *state)
{
	struct run *run = state;
	struct marks again = { 0 };

	(void)ui;
	for (size_t i = 0; i < run->failed_count; i++) {
		marks_add(&again, run->keys.keys[run->failed[i].key]);
		free(run->failed[i].reason);
	}
	marks_finish(&run->keys);
	run->keys = again;
	run->next = run->done = run->failed_count = 0;
	run->stopped = false;
	table_move_to(&run->table, 0);
	table_touch(&run->table);
	start_calls(run);
}

static void show_whole(struct ui *ui, void *state)
{
	const struct run *run = state;

	if (run->failed_count) {
		const struct failed *failed = &run->failed[run->table.cursor];

		reader_open(ui, run->keys.keys[failed->key], failed->reason);
	}
}

static const struct command run_commands[] = {
	{ "Enter", "open", N_("Show the whole message"), show_whole, .hint = N_("in full"),
	  .can = has_failed },
	{ "r", "retry", N_("Try the failed ones again"), retry, .hint = N_("retry failed"),
	  .can = has_failed },
	{ "Esc q F12 F3", "stop", N_("Stop after the calls under way"), stop, .hint = N_("stop"),
	  .can = is_running },
};

const struct screen_class action_run_screen = {
	.name = "run",
	.label = N_("Action on many records"),
	.state_size = sizeof(struct run),
	COMMANDS(run_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void action_run_open(struct ui *ui, const struct resource *resource, const struct action *action,
		     const struct marks *keys)
{
	ui_push(ui, &action_run_screen, &(struct argument){ resource, action, keys });
}
