/* SPDX-License-Identifier: ISC */
#include "work/batch_block.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/record.h"
#include "work/block.h"
#include "work/job_class.h"

enum { MISSING = 404, CONFLICT = 409, TOO_MANY_REQUESTS = 429, SERVER_ERROR = 500 };

/* Items that go by themselves, once all others have ended. */
enum again {
	AGAIN_NOT,
	AGAIN_SEND, /* certainly not done */
	AGAIN_LOOK, /* maybe done: the record is looked at first */
};

struct batch_block;

/* A call of one item within. */
struct lone {
	struct job_call call; /* the first member */
	struct batch_block *block;
	uint8_t item;
	bool busy;
};

struct batch_block {
	struct block base;
	const struct batch_class *class;
	struct batch_plan plans[JOB_BLOCK_MAX];
	uint8_t again[JOB_BLOCK_MAX]; /* enum again */
	struct error lost; /* why nobody knows what became of the items to be looked at */
	struct lone lones[PACE_CALLS_MAX];
	uint8_t next_lone; /* none before it is waiting */
	bool starting;     /* lones are: those that end at once wait for that */
};

static void go_on(struct batch_block *block);

/* --- plans ------------------------------------------------------------------------------------ */

static void plan_finish(struct batch_plan *plan)
{
	record_free(plan->base);
	record_free(plan->now);
	free(plan->key);
	free(plan->external_id);
	free(plan->text);
	*plan = (struct batch_plan){ 0 };
}

/* What needs no call any more ends. */
static void settle(struct batch_block *block, uint8_t item)
{
	const struct batch_plan *plan = &block->plans[item];

	if (plan->step == PLAN_ALONE)
		block->again[item] = block->base.call->look ? AGAIN_LOOK : AGAIN_SEND;
	else if (plan->step == PLAN_DONE)
		block_end_as(&block->base, item, JOB_DONE, NULL);
	else if (plan->step == PLAN_FAIL)
		block_end_as(&block->base, item, JOB_FAILED, plan->text);
}

/* --- how it ends ------------------------------------------------------------------------------ */

static void block_free(struct batch_block *block)
{
	block_cancel(&block->base);
	for (size_t i = 0; i < PACE_CALLS_MAX; i++)
		if (block->lones[i].busy)
			block->base.call->job->class->cancel(&block->lones[i].call);
	for (size_t i = 0; i < block->base.call->count; i++)
		plan_finish(&block->plans[i]);
	free(block);
}

static void finish(struct batch_block *block)
{
	struct job_call *call = block->base.call;

	block_free(block);
	call->state = NULL;
	call->ended(call);
}

/* No more is wanted: what may be done is not to be sent again without a look. */
static void stop(struct batch_block *block)
{
	for (size_t i = 0; i < block->base.call->count; i++)
		if (!block->base.over[i] && block->again[i] == AGAIN_LOOK)
			block_end_as(&block->base, (uint8_t)i, JOB_MAY_BE_DONE,
				     block->lost.message);
	block_end_stopped(&block->base);
	finish(block);
}

/* --- items by themselves ---------------------------------------------------------------------- */

static size_t lones_busy(const struct batch_block *block)
{
	size_t busy = 0;

	for (size_t i = 0; i < PACE_CALLS_MAX; i++)
		busy += block->lones[i].busy;
	return busy;
}

/* A look that was stopped has found out nothing. */
static void lone_ended_one(struct job_call *call, size_t i, const struct job_result *result)
{
	struct lone *lone = (struct lone *)call;
	struct job_result own = *result;

	(void)i;
	if (result->outcome == JOB_STOPPED && call->look)
		own.outcome = JOB_MAY_BE_DONE;
	block_end(&lone->block->base, lone->item, &own);
}

static void lone_ended(struct job_call *call)
{
	struct lone *lone = (struct lone *)call;
	struct job_call *all = lone->block->base.call;

	lone->busy = false;
	all->asked[lone->item] = false;
	pace_call_ended(all->pace, client_pauses(all->client));
	if (!lone->block->starting)
		go_on(lone->block);
}

static struct lone *free_lone(struct batch_block *block)
{
	struct lone *lone = block->lones;

	if (lones_busy(block) >= (size_t)block->base.call->pace->calls)
		return NULL;
	while (lone->busy)
		lone++;
	return lone;
}

static void start_lone(struct batch_block *block, struct lone *lone, uint8_t item)
{
	const struct job_call *all = block->base.call;

	*lone = (struct lone){ .block = block, .item = item, .busy = true };
	lone->call = (struct job_call){ .job = all->job,
					.client = all->client,
					.items = { all->items[item] },
					.count = 1,
					.look = block->again[item] == AGAIN_LOOK,
					.ended_one = lone_ended_one,
					.ended = lone_ended,
					.pace = all->pace };
	block->again[item] = AGAIN_NOT;
	block->base.call->asked[item] = true;
	all->job->class->start(&lone->call);
}

static bool find_lone(struct batch_block *block)
{
	while (block->next_lone < block->base.call->count &&
	       block->again[block->next_lone] == AGAIN_NOT)
		block->next_lone++;
	return block->next_lone < block->base.call->count;
}

static void start_lones(struct batch_block *block)
{
	struct lone *lone;

	block->starting = true;
	while (find_lone(block) && (lone = free_lone(block)))
		start_lone(block, lone, block->next_lone++);
	block->starting = false;
}

/* --- answers ---------------------------------------------------------------------------------- */

static void lose(struct batch_block *block, uint8_t item, const char *why)
{
	block->again[item] = AGAIN_LOOK;
	error_set(&block->lost, ERROR_NETWORK, "%s", why);
}

/* As a call of its own would have been told. */
static void fail(struct batch_block *block, uint8_t item, const struct batch_answer *answer)
{
	struct failure failure = { .status = answer->status };

	if (answer->text)
		error_set(&failure.error, ERROR_REFUSED, "%s", answer->text);
	else
		error_set(&failure.error, ERROR_REFUSED,
			  _("The service refused it with status %d."), answer->status);
	if (answer->status == MISSING)
		failure.error.code = ERROR_MISSING;
	block_end_failed(&block->base, item, &failure);
}

static void take_answer(struct batch_block *block, uint8_t item, const struct batch_answer *answer)
{
	if (answer->status >= 200 && answer->status < 300)
		block_end_as(&block->base, item, JOB_DONE, NULL);
	else if (answer->status == 0)
		lose(block, item, _("The service did not say what became of it."));
	else if (answer->status == TOO_MANY_REQUESTS)
		block->again[item] = AGAIN_SEND;
	else if (answer->status >= SERVER_ERROR && !block->plans[item].untraceable)
		lose(block, item, answer->text ? answer->text : _("The service failed."));
	else
		fail(block, item, answer);
}

/* Something in it is wrong, as against who sent it, or how the service is. */
static bool is_about_items(const struct failure *failure)
{
	return block_refused_as_wrong(failure) || failure->status == CONFLICT;
}

static void take_failure(struct batch_block *block, const uint8_t *items, size_t count,
			 const struct failure *failure)
{
	for (size_t i = 0; i < count; i++)
		if (failure->may_be_applied)
			lose(block, items[i], failure->error.message);
		else if (failure->status == TOO_MANY_REQUESTS)
			block->again[items[i]] = AGAIN_SEND; /* such calls know how to wait */
		else
			block_end_unsent(&block->base, items[i], failure);
}

static void sent(void *data, const struct batch_answer *answers, size_t answer_count,
		 const struct failure *failure)
{
	const bool none_blamed[JOB_BLOCK_MAX] = { false };
	struct batch_block *block = data;
	size_t count;

	block_answered(&block->base);
	const uint8_t *items = halves_next(&block->base.halves, &count);
	if (failure && !failure->may_be_applied && is_about_items(failure) && count > 1) {
		halves_split(&block->base.halves, none_blamed);
		go_on(block);
		return;
	}
	if (failure)
		take_failure(block, items, count, failure);
	for (size_t i = 0; i < count && i < answer_count; i++)
		take_answer(block, items[i], &answers[i]);
	halves_over(&block->base.halves);
	go_on(block);
}

/* --- sending ---------------------------------------------------------------------------------- */

static void send_part(struct batch_block *block, const uint8_t *items, size_t count)
{
	const struct job_call *call = block->base.call;
	struct batch_item batch[JOB_BLOCK_MAX];

	for (size_t i = 0; i < count; i++) {
		const struct batch_plan *plan = &block->plans[items[i]];
		bool is_there = plan->op == BATCH_UPDATE || plan->op == BATCH_DELETE;

		batch[i] = (struct batch_item){
			.op = plan->op,
			.key = is_there ? text_list_at(&call->job->keys, call->items[items[i]])
					: NULL,
			.base = plan->base,
			.now = plan->now,
		};
	}
	block_note_asked(&block->base, true);
	block->base.sending =
		client_batch(call->client, call->job->resource, batch, count, sent, block);
}

static void go_on(struct batch_block *block)
{
	size_t count;
	const uint8_t *items = halves_next(&block->base.halves, &count);
	bool stopped = block->base.call->stop;

	if (!stopped && items) {
		send_part(block, items, count);
		return;
	}
	if (!stopped)
		start_lones(block);
	if (lones_busy(block))
		return;
	if (stopped)
		stop(block);
	else
		finish(block);
}

/* --- before anything is sent ------------------------------------------------------------------ */

static void begin_sending(struct batch_block *block)
{
	uint8_t items[JOB_BLOCK_MAX];
	size_t left = block_items_left(&block->base, items), count = 0;

	for (size_t i = 0; i < left; i++)
		if (block->plans[items[i]].step == PLAN_SEND)
			items[count++] = items[i];
	halves_init(&block->base.halves, items, count);
	go_on(block);
}

/* One that may have been sent before is not said to have failed. */
static void end_unread(struct batch_block *block, uint8_t item, const struct failure *failure)
{
	struct error err;
	struct job_result result = job_call_look_failure(block->base.call, item, failure, &err);

	block_end(&block->base, item, &result);
}

static void record_came(void *data, uint8_t item, const struct record *record,
			const struct failure *failure)
{
	struct batch_block *block = data;
	const struct job_call *call = block->base.call;
	struct batch_plan *plan = &block->plans[item];
	bool was_read = plan->step == PLAN_READ;

	if (failure && !(was_read && failure->error.code == ERROR_MISSING)) {
		end_unread(block, item, failure);
		return;
	}
	plan_finish(plan);
	block->class->go_on(call->job, call->items[item], call->look, record, plan);
	settle(block, item);
}

static void all_came(void *data)
{
	begin_sending(data);
}

static bool is_new(void *data, uint8_t item, const char **key, const char **external_id)
{
	const struct batch_block *block = data;
	const struct batch_plan *plan = &block->plans[item];

	*key = plan->key;
	*external_id = plan->external_id;
	return plan->step == PLAN_FIND;
}

static size_t begin_plans(struct batch_block *block, uint8_t *to_read)
{
	const struct job_call *call = block->base.call;
	size_t count = 0;

	for (size_t i = 0; i < call->count; i++) {
		struct batch_plan *plan = &block->plans[i];

		block->class->begin(call->job, call->items[i], call->look, plan);
		if (plan->step == PLAN_READ || plan->step == PLAN_FIND)
			to_read[count++] = (uint8_t)i;
		else
			settle(block, (uint8_t)i);
	}
	return count;
}

void batch_block_start(struct job_call *call)
{
	struct batch_block *block = xcalloc(1, sizeof(*block));
	uint8_t to_read[JOB_BLOCK_MAX];

	block->base.call = call;
	block->class = call->job->class->batch;
	block->base.read = (struct block_read){
		.call = call, .is_new = is_new, .came = record_came, .over = all_came, .data = block
	};
	call->state = block;
	size_t count = begin_plans(block, to_read);
	if (count)
		block_read_start(&block->base.read, to_read, count);
	else
		begin_sending(block);
}

void batch_block_cancel(struct job_call *call)
{
	block_free(call->state);
	call->state = NULL;
}

size_t batch_block_size(const struct job *job, const struct client *client)
{
	const struct batch_class *class = job->class->batch;

	return class && (!class->can || class->can(job))
		       ? client_batch_at_once(client, job->resource)
		       : 0;
}
