/* SPDX-License-Identifier: ISC */
#include "work/run_fixture.h"

static void changed(void *data)
{
	struct run *run = data;

	if (!run->batch) /* while it is made */
		return;
	if (batch_count(run->batch, ITEM_UNDER_WAY) > run->most_under_way)
		run->most_under_way = batch_count(run->batch, ITEM_UNDER_WAY);
	if (!batch_is_running(run->batch))
		loop_stop(run->fixture.loop);
}

static void item_done(void *data, size_t item)
{
	struct run *run = data;

	assert_int_equal(batch_state(run->batch, item), ITEM_DONE);
	run->items_done++;
	if (run->stop_at_once)
		batch_stop(run->batch);
	if (run->abandon_at_once)
		loop_stop(run->fixture.loop);
}

struct batch_listener listener_of(struct run *run)
{
	return (struct batch_listener){ changed, item_done, run };
}

void begin(struct run *run, struct job *job)
{
	struct batch_listener listener = listener_of(run);
	struct error err = { 0 };

	run->batch = batch_new_take(run->fixture.client, run->fixture.loop, job, &listener, &err);
	assert_string_equal(err.message, "");
}

void prepare(struct run *run, const struct step *steps, size_t step_count)
{
	*run = (struct run){ .batch = NULL };
	fixture_start_with_token(&run->fixture, steps, step_count);
	setenv("XDG_STATE_HOME", run->fixture.folder, 1);
}

void prepare_many(struct run *run, const struct step *steps, size_t step_count)
{
	struct fixture *fixture = &run->fixture;

	*run = (struct run){ .batch = NULL };
	fixture_start_flow(fixture, steps, step_count);
	setenv("XDG_STATE_HOME", fixture->folder, 1);
}

static void out_of_patience(void *data)
{
	(void)data;
	fail_msg("the run does not end");
}

void wait_end(struct run *run)
{
	struct timer *patience = loop_after(run->fixture.loop, 20000, out_of_patience, NULL);

	do
		loop_run(run->fixture.loop);
	while (batch_is_running(run->batch) && !run->abandon_at_once);
	timer_cancel(patience);
}

void finish(struct run *run)
{
	batch_free(run->batch);
	fixture_stop(&run->fixture);
}

void take_up_again(struct run *run)
{
	struct batch_listener listener = listener_of(run);
	struct journal_list list;
	struct error err = { 0 };

	batch_free(run->batch);
	run->batch = NULL;
	journals_list(run->fixture.client, &list);
	assert_int_equal(list.count, 1);
	run->batch = batch_resume(run->fixture.client, run->fixture.loop, list.rows[0].id, &listener, &err);
	assert_string_equal(err.message, "");
	journal_list_finish(&list);
	run->abandon_at_once = false;
}

void assert_counts(const struct run *run, size_t done, size_t failed, size_t may_be,
			  size_t waiting)
{
	const struct batch *batch = run->batch;

	if (batch_count(batch, ITEM_DONE) != done || batch_count(batch, ITEM_FAILED) != failed ||
	    batch_count(batch, ITEM_MAY_BE_DONE) != may_be ||
	    batch_count(batch, ITEM_WAITING) != waiting)
		fail_msg("%zu done, %zu failed, %zu may be, %zu waiting",
			 batch_count(batch, ITEM_DONE), batch_count(batch, ITEM_FAILED),
			 batch_count(batch, ITEM_MAY_BE_DONE), batch_count(batch, ITEM_WAITING));
}

void assert_reason(const struct run *run, size_t item, const char *expected)
{
	int status;
	char *reason = batch_reason(run->batch, item, &status);

	assert_string_equal(reason, expected);
	free(reason);
}

size_t journals(const struct run *run)
{
	struct journal_list list;

	journals_list(run->fixture.client, &list);
	size_t count = list.count;
	journal_list_finish(&list);
	return count;
}
