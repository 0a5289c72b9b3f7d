/* SPDX-License-Identifier: ISC */
#include "screens/runs.h"

#include <stdio.h>
#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "screens/action_one.h"
#include "screens/app_state.h"
#include "screens/record_watch.h"
#include "screens/run.h"
#include "screens/runs_list.h"
#include "work/batch.h"
#include "work/history.h"

enum {
	DRAW_MS = 100,    /* counts that change faster cannot be read */
	HEADER_MS = 1000, /* row 1 is far from what one looks at */
};

static bool is_all_done(const struct batch *batch)
{
	return batch_count(batch, ITEM_DONE) == batch_job(batch)->keys.count;
}

/* --- row 1 ------------------------------------------------------------------------------------ */

/* "1 run 21/38": those that run, and how far they are together; "1 run": none does, but one waits to be
 * gone on with. The caller frees. */
static char *header_text(const struct app *app)
{
	size_t running = 0, waiting = app->runs_waiting, done = 0, all = 0;

	for (const struct run *run = app->runs; run; run = run->next) {
		if (!batch_is_running(run->batch)) {
			waiting += !is_all_done(run->batch);
			continue;
		}
		running++;
		done += batch_count(run->batch, ITEM_DONE);
		all += batch_job(run->batch)->keys.count;
	}
	if (running)
		return xasprintf(ngettext("%zu run %'zu/%'zu", "%zu runs %'zu/%'zu", running), running,
				 done, all);
	return waiting ? xasprintf(ngettext("%zu run", "%zu runs", waiting), waiting) : xstrdup("");
}

void runs_tell_header(struct app *app)
{
	char *text = header_text(app);

	header_set_runs(&app->header, app->ui, text);
	free(text);
}

static void header_is_due(void *data)
{
	struct app *app = data;

	app->runs_timer = NULL;
	runs_tell_header(app);
}

static void tell_header_soon(struct app *app)
{
	if (!app->runs_timer)
		app->runs_timer = loop_after(app->loop, HEADER_MS, header_is_due, app);
}

/* --- what a batch says ------------------------------------------------------------------------ */

static void run_free(struct run *run)
{
	struct run **place = &run->app->runs;

	while (*place != run)
		place = &(*place)->next;
	*place = run->next;
	timer_cancel(run->soon);
	batch_free(run->batch);
	known_names_finish(&run->names);
	free(run->id);
	free(run->title);
	free(run);
}

static void note_that_it_ended(const struct run *run)
{
	const struct job *job = batch_job(run->batch);

	history_add_run(run->app->history, job->resource, job->action, run->title,
			batch_count(run->batch, ITEM_DONE), job->keys.count);
}

static void say_how_it_ended(const struct run *run)
{
	const struct batch *batch = run->batch;
	size_t left = batch_job(batch)->keys.count - batch_count(batch, ITEM_DONE);

	if (batch_trouble(batch))
		ui_message(run->app->ui, ROLE_ERROR, _("%s: %s :runs goes on."), run->title,
			   batch_trouble(batch));
	else if (left)
		ui_message(run->app->ui, ROLE_ERROR,
			   ngettext("%s: %'zu is not done. :runs shows it.",
				    "%s: %'zu are not done. :runs shows them.", left),
			   run->title, left);
	else
		ui_message(run->app->ui, ROLE_MESSAGE, _("%s: all done."), run->title);
}

static void show_news(void *data)
{
	struct run *run = data;
	bool ended = run->was_running && !batch_is_running(run->batch);

	run->soon = NULL;
	run->was_running = batch_is_running(run->batch);
	if (run->shown)
		run->shown(run->screen);
	if (ended) {
		note_that_it_ended(run);
		runs_tell_header(run->app);
	}
	if (ended && !run->shown)
		say_how_it_ended(run);
	if (ui_top(run->app->ui, &runs_screen))
		ui_touch(run->app->ui);
}

static void batch_changed(void *data)
{
	struct run *run = data;
	bool running = batch_is_running(run->batch);

	if (running)
		tell_header_soon(run->app);
	if (run->was_running != running) {
		timer_cancel(run->soon);
		run->soon = NULL;
	}
	if (!run->soon)
		run->soon = loop_after(run->app->loop, running ? DRAW_MS : 0, show_news, run);
	run->was_running = run->was_running || running;
}

static void item_done(void *data, size_t item)
{
	struct run *run = data;
	const struct job *job = batch_job(run->batch);
	const char *key = job_record_key(job, item);

	if (!*key) /* a new one: which it is, the service alone knows */
		return;
	if (job->action) {
		action_tell(run->app, job->resource, job->action, key);
		return;
	}
	struct json *members = job->class->changed(job, item);
	if (members)
		record_watch_tell(run->app, &(struct record_change){ .resource = job->resource,
								     .key = key,
								     .members = members });
	json_free(members);
}

/* --- beginning and ending --------------------------------------------------------------------- */

static struct batch_listener listener_of(struct run *run)
{
	return (struct batch_listener){ .changed = batch_changed,
					.item_done = item_done,
					.data = run };
}

/* batch NULL: it could not be had, err says why. */
static void add_run(struct app *app, struct run *run, const struct error *err)
{
	if (!run->batch) {
		ui_message(app->ui, ROLE_ERROR, "%s", err->message);
		free(run->id);
		free(run);
		return;
	}
	const struct job *job = batch_job(run->batch);
	run->title = job_title(job);
	known_names_gather(&run->names, app, job->resource, &job->keys);
	run->next = app->runs;
	app->runs = run;
	run_open(app->ui, run);
}

static struct run *run_new(struct app *app)
{
	struct run *run = xcalloc(1, sizeof(*run));

	run->app = app;
	return run;
}

void runs_start_take(struct app *app, struct job *job)
{
	struct run *run = run_new(app);
	struct batch_listener listener = listener_of(run);
	struct error err;

	run->batch = batch_new_take(app->client, app->loop, job, &listener, &err);
	add_run(app, run, &err);
}

void runs_take_up(struct app *app, const char *id)
{
	struct run *run = run_new(app);
	struct batch_listener listener = listener_of(run);
	struct error err;

	run->id = xstrdup(id);
	run->batch = batch_resume(app->client, app->loop, id, &listener, &err);
	add_run(app, run, &err);
	runs_recount(app);
}

void runs_dismiss(struct run *run)
{
	struct app *app = run->app;

	batch_dismiss_take(run->batch);
	run->batch = NULL;
	run_free(run);
	runs_tell_header(app);
}

void runs_leave(struct run *run)
{
	run->shown = NULL;
	run->screen = NULL;
	if (!is_all_done(run->batch))
		return;
	if (run->was_running) /* it ended just now, and that was seen */
		note_that_it_ended(run);
	run->was_running = false;
	runs_tell_header(run->app);
}

bool runs_are_running(const struct app *app)
{
	for (const struct run *run = app->runs; run; run = run->next)
		if (batch_is_running(run->batch))
			return true;
	return false;
}

void runs_finish(struct app *app)
{
	while (app->runs)
		run_free(app->runs);
	timer_cancel(app->runs_timer);
	app->runs_timer = NULL;
	app->runs_offered = false;
	app->runs_waiting = 0;
}
