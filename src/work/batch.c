/* SPDX-License-Identifier: ISC */
#include "work/batch.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "net/loop.h"
#include "work/batch_block.h"
#include "work/pace.h"

enum {
	/* So many calls of one item are said to leave with one write to the disk: what of them has
	 * not left when the program is killed costs a look each. */
	CALLS_AHEAD = 16,
	UNANSWERED_MAX = 4, /* one after another: then the others need not find out one by one */
};

/* A place for a call. */
struct lane {
	struct job_call call;
	bool busy;
};

struct batch {
	struct client *client;
	struct loop *loop;
	struct job *job;
	struct journal *journal; /* NULL: everything is done */
	struct batch_listener listener;
	uint8_t *states; /* enum item_state and its bits, for each item */
	int64_t *lines;  /* of the journal, for each item that did not go well */
	size_t count[ITEM_STATES];
	size_t next; /* none before it is waiting */
	size_t block; /* items in a call */
	bool for_many; /* the service has calls for many, each of which ends for itself */
	struct lane lanes[PACE_CALLS_MAX];
	struct pace pace;
	struct timer *turn; /* calls are to be started */
	bool stopping;      /* no further call is started */
	char *trouble;      /* why it stopped by itself */
	int unanswered;     /* calls one after another that nobody answered */
	int64_t since_ms;   /* when it went on, */
	size_t ended;       /* and how many items have ended since then */
};

static size_t busy_lanes(const struct batch *batch)
{
	size_t busy = 0;

	for (size_t i = 0; i < PACE_CALLS_MAX; i++)
		busy += batch->lanes[i].busy;
	return busy;
}

static void set_state(struct batch *batch, size_t item, uint8_t state)
{
	batch->count[batch->states[item] & ITEM_STATE]--;
	batch->count[state & ITEM_STATE]++;
	batch->states[item] = state;
}

void batch_stop(struct batch *batch)
{
	batch->stopping = true;
	for (size_t i = 0; i < PACE_CALLS_MAX; i++)
		batch->lanes[i].call.stop = true;
}

static void stop_for(struct batch *batch, const char *why)
{
	batch_stop(batch);
	if (!batch->trouble)
		batch->trouble = xstrdup(why);
}

/* --- starting calls --------------------------------------------------------------------------- */

static bool is_waiting(const struct batch *batch, size_t item)
{
	return (batch->states[item] & ITEM_STATE) == ITEM_WAITING;
}

/* The next items that are waiting, from *item on: at most max, all alike in bits of mask. */
static size_t take_waiting(const struct batch *batch, size_t item, uint8_t mask, size_t max,
			   uint32_t *out)
{
	size_t count = 0;
	uint8_t wanted = 0;

	for (; item < batch->job->keys.count && count < max; item++) {
		if (!is_waiting(batch, item))
			continue;
		uint8_t bits = batch->states[item] & mask;
		if (count == 0)
			wanted = bits;
		else if (bits != wanted)
			break;
		out[count++] = (uint32_t)item;
	}
	return count;
}

/* Says in the journal that the next calls may leave. */
static bool announce(struct batch *batch)
{
	uint32_t items[JOB_BLOCK_MAX] = { 0 };
	size_t ahead = batch->block > 1 ? batch->block : CALLS_AHEAD;
	size_t count = take_waiting(batch, batch->next, ITEM_STARTED, ahead, items);
	struct error err;

	if (!journal_start(batch->journal, items, count, &err)) {
		stop_for(batch, err.message);
		return false;
	}
	for (size_t i = 0; i < count; i++)
		batch->states[items[i]] |= ITEM_STARTED;
	return true;
}

static bool find_next(struct batch *batch)
{
	while (batch->next < batch->job->keys.count && !is_waiting(batch, batch->next))
		batch->next++;
	return batch->next < batch->job->keys.count;
}

static void start_call(struct batch *batch, struct lane *lane)
{
	struct job_call *call = &lane->call;

	call->count = take_waiting(batch, batch->next, ITEM_LOOK | ITEM_STARTED, batch->block,
				   call->items);
	call->look = batch->states[call->items[0]] & ITEM_LOOK;
	call->stop = false;
	memset(call->asked, 0, sizeof(call->asked));
	for (size_t i = 0; i < call->count; i++)
		set_state(batch, call->items[i],
			  (batch->states[call->items[i]] & ~ITEM_STATE) | ITEM_UNDER_WAY);
	lane->busy = true;
	if (batch->for_many)
		batch_block_start(call);
	else
		batch->job->class->start(call);
}

/* A block makes calls of its own, as many as the pace allows. */
static size_t lanes_allowed(const struct batch *batch)
{
	return batch->block > 1 ? 1 : (size_t)batch->pace.calls;
}

static struct lane *free_lane(struct batch *batch)
{
	struct lane *lane = batch->lanes;

	if (busy_lanes(batch) >= lanes_allowed(batch))
		return NULL;
	while (lane->busy)
		lane++;
	return lane;
}

/* It goes on, stands still, or everything is done: then there is nothing to go on with. */
static void settle(struct batch *batch)
{
	if (batch->journal && batch->count[ITEM_DONE] == batch->job->keys.count) {
		journal_remove_take(batch->journal);
		batch->journal = NULL;
	}
	batch->listener.changed(batch->listener.data);
}

static void start_calls(void *data)
{
	struct batch *batch = data;
	struct lane *lane;

	batch->turn = NULL;
	while (!batch->stopping && find_next(batch) && (lane = free_lane(batch)) &&
	       (batch->states[batch->next] & ITEM_STARTED || announce(batch)))
		start_call(batch, lane);
	settle(batch);
}

/* In the next turn: calls that end together are followed by others together. */
static void start_calls_soon(struct batch *batch)
{
	if (!batch->turn)
		batch->turn = loop_after(batch->loop, 0, start_calls, batch);
}

/* --- how they end ----------------------------------------------------------------------------- */

static uint8_t state_after(const struct job_call *call, const struct job_result *result)
{
	switch (result->outcome) {
	case JOB_DONE:
		return ITEM_DONE;
	case JOB_FAILED:
		return ITEM_FAILED;
	case JOB_MAY_BE_DONE:
		return ITEM_MAY_BE_DONE | ITEM_LOOK;
	case JOB_STOPPED:
		break;
	}
	return ITEM_WAITING | ITEM_STARTED | (call->look ? ITEM_LOOK : 0);
}

static void note_in_journal(struct batch *batch, uint32_t item, const struct job_result *result)
{
	struct error err;

	batch->lines[item] = journal_end(batch->journal, item, result, &err);
	if (batch->lines[item] < 0)
		stop_for(batch, err.message);
}

static void item_ended(struct job_call *call, size_t i, const struct job_result *result)
{
	struct batch *batch = call->batch;
	uint32_t item = call->items[i];

	set_state(batch, item, state_after(call, result));
	batch->unanswered = result->no_answer ? batch->unanswered + 1 : 0;
	if (result->outcome == JOB_STOPPED) {
		if (item < batch->next)
			batch->next = item;
		if (!batch->stopping)
			stop_for(batch, result->text);
		return;
	}
	batch->ended++;
	note_in_journal(batch, item, result);
	if (batch->unanswered >= UNANSWERED_MAX)
		stop_for(batch, result->text);
	if (result->outcome == JOB_DONE)
		batch->listener.item_done(batch->listener.data, item);
	if (batch->block > 1) /* the others of its block may take their time */
		batch->listener.changed(batch->listener.data);
}

static void call_ended(struct job_call *call)
{
	struct batch *batch = call->batch;
	struct lane *lane = (struct lane *)call;

	lane->busy = false;
	if (!batch->job->class->block && !batch->for_many)
		pace_call_ended(&batch->pace, client_pauses(batch->client));
	start_calls_soon(batch);
}

/* --- a batch ---------------------------------------------------------------------------------- */

static void choose_block(struct batch *batch)
{
	const struct job *job = batch->job;
	size_t many = batch_block_size(job, batch->client);
	size_t block = many ? many : job->class->block ? job->class->block(job, batch->client) : 1;

	batch->for_many = many > 0;
	batch->block = block < 1 ? 1 : block > JOB_BLOCK_MAX ? JOB_BLOCK_MAX : block;
}

static struct batch *batch_new(struct client *client, struct loop *loop,
			       const struct batch_listener *listener, struct journal *journal,
			       const struct journal_content *content)
{
	struct batch *batch = xcalloc(1, sizeof(*batch));

	batch->client = client;
	batch->loop = loop;
	batch->listener = *listener;
	batch->journal = journal;
	batch->job = content->job;
	batch->states = content->states;
	batch->lines = content->lines;
	choose_block(batch);
	for (size_t i = 0; i < batch->job->keys.count; i++)
		batch->count[batch->states[i] & ITEM_STATE]++;
	for (size_t i = 0; i < PACE_CALLS_MAX; i++)
		batch->lanes[i].call = (struct job_call){ .job = batch->job,
							  .client = client,
							  .ended_one = item_ended,
							  .ended = call_ended,
							  .pace = &batch->pace,
							  .batch = batch };
	pace_init(&batch->pace, client_pauses(client));
	batch->stopping = true;
	return batch;
}

struct batch *batch_new_take(struct client *client, struct loop *loop, struct job *job,
			     const struct batch_listener *listener, struct error *err)
{
	struct journal *journal = journal_create(client_profile(client), job, err);
	struct journal_content content = {
		.job = job,
		.states = xcalloc(job->keys.count, sizeof(*content.states)),
		.lines = xcalloc(job->keys.count, sizeof(*content.lines)),
	};

	if (!journal) {
		journal_content_finish(&content);
		return NULL;
	}
	struct batch *batch = batch_new(client, loop, listener, journal, &content);
	batch_go_on(batch, false);
	return batch;
}

struct batch *batch_resume(struct client *client, struct loop *loop, const char *id,
			   const struct batch_listener *listener, struct error *err)
{
	struct journal_content content;
	struct journal *journal = journal_open(client, id, &content, err);

	return journal ? batch_new(client, loop, listener, journal, &content) : NULL;
}

static void cancel_call(const struct batch *batch, struct job_call *call)
{
	if (batch->for_many)
		batch_block_cancel(call);
	else
		batch->job->class->cancel(call);
}

void batch_free(struct batch *batch)
{
	if (!batch)
		return;
	for (size_t i = 0; i < PACE_CALLS_MAX; i++)
		if (batch->lanes[i].busy)
			cancel_call(batch, &batch->lanes[i].call);
	timer_cancel(batch->turn);
	journal_close(batch->journal);
	job_free(batch->job);
	free(batch->states);
	free(batch->lines);
	free(batch->trouble);
	free(batch);
}

void batch_dismiss_take(struct batch *batch)
{
	if (batch->journal)
		journal_remove_take(batch->journal);
	batch->journal = NULL;
	batch_free(batch);
}

const struct job *batch_job(const struct batch *batch)
{
	return batch->job;
}

size_t batch_count(const struct batch *batch, enum item_state state)
{
	return batch->count[state];
}

enum item_state batch_state(const struct batch *batch, size_t item)
{
	return batch->states[item] & ITEM_STATE;
}

bool batch_is_asked(const struct batch *batch, size_t item)
{
	const struct job_call *call = &batch->lanes[0].call; /* blocks go one after another */

	if (batch_state(batch, item) != ITEM_UNDER_WAY || batch->block == 1)
		return batch_state(batch, item) == ITEM_UNDER_WAY;
	for (size_t i = 0; i < call->count; i++)
		if (call->items[i] == item)
			return call->asked[i];
	return false;
}

char *batch_reason(const struct batch *batch, size_t item, int *status)
{
	enum item_state state = batch_state(batch, item);

	*status = 0;
	if (batch->journal && (state == ITEM_FAILED || state == ITEM_MAY_BE_DONE))
		return journal_reason(batch->journal, batch->lines[item], status);
	return xstrdup("");
}

bool batch_is_running(const struct batch *batch)
{
	return busy_lanes(batch) || (!batch->stopping && batch->count[ITEM_WAITING]);
}

bool batch_is_stopping(const struct batch *batch)
{
	return batch->stopping && busy_lanes(batch);
}

const char *batch_trouble(const struct batch *batch)
{
	return batch->trouble;
}

int64_t batch_left_s(const struct batch *batch)
{
	int64_t left = (int64_t)(batch->count[ITEM_WAITING] + batch->count[ITEM_UNDER_WAY]);
	int64_t passed_ms = clock_now_ms() - batch->since_ms;

	return batch->ended ? (passed_ms * left / (int64_t)batch->ended + 999) / 1000 : -1;
}

/* What failed is to be sent again, and what may be done looked at. */
static void wait_again(struct batch *batch)
{
	for (size_t i = 0; i < batch->job->keys.count; i++)
		if (batch_state(batch, i) == ITEM_FAILED ||
		    batch_state(batch, i) == ITEM_MAY_BE_DONE)
			set_state(batch, i, ITEM_WAITING | (batch->states[i] & ITEM_LOOK));
}

void batch_go_on(struct batch *batch, bool again)
{
	if (again)
		wait_again(batch);
	free(batch->trouble);
	batch->trouble = NULL;
	batch->next = 0;
	batch->stopping = false;
	batch->unanswered = 0;
	batch->since_ms = clock_now_ms();
	batch->ended = 0;
	start_calls_soon(batch);
}
