/* SPDX-License-Identifier: ISC */
#include "screens/action_run.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/action_one.h"
#include "screens/app_state.h"
#include "screens/marks.h"
#include "screens/reader.h"
#include "screens/trouble.h"
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

/* How it went with one record. In this order they are shown: what needs a look stands first. */
enum outcome { FAILED, UNDER_WAY, NOT_SENT, DONE, OUTCOMES };

struct result {
	size_t key;
	enum outcome outcome;
	char status[8];
	char *reason; /* of a failure */
	const char *cells[3];
};

struct run {
	struct app *app;
	const struct resource *resource;
	const struct action *action;
	struct marks keys;
	size_t next;            /* key to be sent */
	struct result *results; /* one for each key, by outcome */
	size_t count[OUTCOMES];
	bool stopped; /* no further call is started */
	struct lane lanes[CALLS_MAX];
	struct table table; /* of the results */
};

struct argument {
	const struct resource *resource;
	const struct action *action;
	const struct marks *keys;
};

static bool is_over(const struct run *run)
{
	return !run->count[UNDER_WAY] && (run->stopped || run->next == run->keys.count);
}

/* --- results --------------------------------------------------------------- */

static size_t first_of(const struct run *run, enum outcome outcome)
{
	size_t first = 0;

	for (int before = 0; before < (int)outcome; before++)
		first += run->count[before];
	return first;
}

/* Moves the key's result behind the others of that outcome. */
static struct result *set_outcome(struct run *run, size_t key, enum outcome outcome)
{
	size_t from = 0;

	while (run->results[from].key != key)
		from++;
	struct result result = run->results[from];
	run->count[result.outcome]--;
	memmove(&run->results[from], &run->results[from + 1],
		(run->keys.count - from - 1) * sizeof(result));
	size_t to = first_of(run, outcome) + run->count[outcome]++;
	memmove(&run->results[to + 1], &run->results[to],
		(run->keys.count - to - 1) * sizeof(result));
	result.outcome = outcome;
	run->results[to] = result;
	table_touch(&run->table);
	return &run->results[to];
}

static void results_begin(struct run *run)
{
	run->results = xcalloc(run->keys.count + 1, sizeof(*run->results));
	for (size_t i = 0; i < run->keys.count; i++)
		run->results[i] = (struct result){ .key = i, .outcome = NOT_SENT };
	for (int i = 0; i < OUTCOMES; i++)
		run->count[i] = i == NOT_SENT ? run->keys.count : 0;
	run->next = 0;
	run->stopped = false;
}

static void results_end(struct run *run)
{
	for (size_t i = 0; i < run->keys.count; i++)
		free(run->results[i].reason);
	free(run->results);
}

/* --- calls ----------------------------------------------------------------- */

static void note_failure(struct run *run, size_t key, const struct failure *failure)
{
	struct result *result = set_outcome(run, key, FAILED);
	struct error err;

	trouble_of_known(failure, run->resource, run->keys.keys[key], &err);
	result->reason = xstrdup(err.message);
	if (failure->status)
		snprintf(result->status, sizeof(result->status), "%d", failure->status);
}

static void start_calls(struct run *run);

static void call_done(void *data, const struct failure *failure)
{
	struct lane *lane = data;
	struct run *run = lane->run;

	lane->call = NULL;
	if (failure) {
		note_failure(run, lane->key, failure);
	} else {
		set_outcome(run, lane->key, DONE);
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
		set_outcome(run, lane->key, UNDER_WAY);
		lane->call = client_act(run->app->client, run->resource, run->action,
					run->keys.keys[lane->key], call_done, lane);
	}
}

/* --- the table ------------------------------------------------------------- */

static const char *const outcome_words[OUTCOMES] = {
	[UNDER_WAY] = N_("waiting for the answer"),
	[NOT_SENT] = N_("not sent"),
	[DONE] = N_("done"),
};

static size_t row_count(void *data)
{
	return ((struct run *)data)->keys.count;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct run *run = data;
	struct result *result = &run->results[row];

	result->cells[0] = run->keys.keys[result->key];
	result->cells[1] = result->status;
	result->cells[2] = result->reason ? result->reason : _(outcome_words[result->outcome]);
	return result->cells;
}

static char row_sign(void *data, size_t row)
{
	return ((struct run *)data)->results[row].outcome == FAILED ? '!' : ' ';
}

static const struct table_source result_rows = {
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
	results_begin(run);
	table_init(&run->table, &result_rows, run);
	table_set_columns(&run->table, columns, sizeof(columns) / sizeof(columns[0]));
	start_calls(run);
}

static void close_screen(struct ui *ui, void *state)
{
	struct run *run = state;

	(void)ui;
	for (size_t i = 0; i < CALLS_MAX; i++)
		client_cancel(run->lanes[i].call);
	results_end(run);
	marks_finish(&run->keys);
	table_finish(&run->table);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct run *run = state;
	char *count = resource_count_text(run->resource, (long long)run->keys.count);

	(void)ui;
	fprintf(left, "%s %s", _(run->action->label), count);
	fprintf(right, _("%'zu done, %'zu failed"), run->count[DONE],
		run->count[FAILED]);
	free(count);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct run *run = state;
	size_t left = run->count[NOT_SENT] + run->count[UNDER_WAY];

	(void)ui;
	if (is_over(run) && left)
		fprintf(out, ngettext("Stopped, %'zu was not sent.", "Stopped, %'zu were not sent.", left),
			left);
	else if (is_over(run))
		fputs(_("Finished."), out);
	else if (run->stopped)
		fprintf(out, _("Stopping after %'zu calls under way"), run->count[UNDER_WAY]);
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

static bool has_reason(struct ui *ui, void *state)
{
	const struct run *run = state;

	(void)ui;
	return run->results[run->table.cursor].reason;
}

static bool can_retry(struct ui *ui, void *state)
{
	const struct run *run = state;

	(void)ui;
	return is_over(run) && run->count[DONE] < run->keys.count;
}

static void stop(struct ui *ui, void *state)
{
	(void)ui;
	((struct run *)state)->stopped = true;
}

/* What is not done again, as a run of its own in the same place. */
static void retry(struct ui *ui, void *state)
{
	struct run *run = state;
	struct marks again = { 0 };

	(void)ui;
	for (size_t i = 0; i < first_of(run, DONE); i++)
		marks_add(&again, run->keys.keys[run->results[i].key]);
	results_end(run);
	marks_finish(&run->keys);
	run->keys = again;
	results_begin(run);
	table_move_to(&run->table, 0);
	table_touch(&run->table);
	start_calls(run);
}

static void show_whole(struct ui *ui, void *state)
{
	const struct run *run = state;
	const struct result *result = &run->results[run->table.cursor];

	reader_open(ui, run->keys.keys[result->key], result->reason);
}

static const struct command run_commands[] = {
	{ "Enter", "open", N_("Show the whole message"), show_whole, .hint = N_("in full"),
	  .can = has_reason },
	{ "r", "retry", N_("Try again what failed or was not sent"), retry,
	  .hint = N_("try again"), .can = can_retry },
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
