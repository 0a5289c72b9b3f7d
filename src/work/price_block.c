/* SPDX-License-Identifier: ISC */
#include "work/price_block.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "work/block_read.h"
#include "work/halves.h"
#include "work/job_class.h"
#include "work/price_items.h"
#include "work/price_refusal.h"

enum { SENDS_MAX = 3 }; /* of one part, as its answers get lost */

/* Items are counted within the call. */
struct block {
	struct job_call *call;
	struct block_read read;
	bool over[JOB_BLOCK_MAX];	     /* how it ended was told */
	struct json *becomes[JOB_BLOCK_MAX]; /* of those that are to be sent */
	bool by_record;		     /* the list has no call of its own: the one record is saved, */
	struct record *before;	     /* of which this is all there was; NULL: not read yet */
	struct halves halves;
	struct client_call *sending;
	int lost; /* answers of the part that is sent */
	struct error lost_error;
};

static void go_on(struct block *block);

/* --- how items end ---------------------------------------------------------------------------- */

static void end(struct block *block, uint8_t item, const struct job_result *result)
{
	json_free(block->becomes[item]);
	block->becomes[item] = NULL;
	block->over[item] = true;
	block->call->ended_one(block->call, item, result);
}

static void end_as(struct block *block, uint8_t item, enum job_outcome outcome, const char *text)
{
	end(block, item, &(struct job_result){ .outcome = outcome, .text = text });
}

static void end_failed(struct block *block, uint8_t item, const struct failure *failure)
{
	struct error err;
	struct job_result result = job_call_failure(block->call, item, failure, &err);

	end(block, item, &result);
}

/* With all that it was sent with: a 404 of such a call says nothing of this record. */
static void end_unsent(struct block *block, uint8_t item, const struct failure *failure)
{
	struct error err;
	struct job_result result = job_call_failure(block->call, item, failure, &err);

	result.text = failure->error.message;
	end(block, item, &result);
}

/* It is wrong: it was the place-th of those that were sent. */
static void end_refused(struct block *block, uint8_t item, size_t place,
			const struct failure *failure)
{
	char *text = price_refusal_text(failure, place, block->becomes[item]);

	end(block, item,
	    &(struct job_result){
		    .outcome = JOB_FAILED, .status = failure->status, .text = text });
	free(text);
}

static void end_moved(struct block *block, uint8_t item, const struct json *now)
{
	char *text = price_items_moved(block->call->job, block->call->items[item], now);

	end_as(block, item, JOB_FAILED, text);
	free(text);
}

/* What is to be sent stays; what is there already, or is not as it was looked at, ends. */
static void compare(struct block *block, uint8_t item, const struct record *record)
{
	const struct job *job = block->call->job;
	const struct json *now = record_value(record, job->field);
	struct json *becomes;
	enum price_state state =
		price_items_state(job, block->call->items[item], now, &becomes);

	json_free(block->becomes[item]);
	block->becomes[item] = becomes;
	if (state == PRICES_THERE)
		end_as(block, item, JOB_DONE, NULL);
	else if (state == PRICES_MOVED)
		end_moved(block, item, now);
	else if (state == PRICES_LOST)
		end_as(block, item, JOB_FAILED, _("What it was to become cannot be read any more."));
}

static void block_free(struct block *block)
{
	block_read_cancel(&block->read);
	client_cancel(block->sending);
	for (size_t i = 0; i < block->call->count; i++)
		json_free(block->becomes[i]);
	record_free(block->before);
	free(block);
}

static void finish(struct block *block)
{
	struct job_call *call = block->call;

	block_free(block);
	call->state = NULL;
	call->ended(call);
}

/* --- sending ---------------------------------------------------------------------------------- */

static void start_looking(struct block *block, const struct failure *failure);

static void end_part(struct block *block, const struct failure *failure)
{
	size_t count;
	const uint8_t *items = halves_next(&block->halves, &count);

	for (size_t i = 0; i < count; i++)
		if (!failure)
			end_as(block, items[i], JOB_DONE, NULL);
		else if (price_refusal_is_of_content(failure))
			end_refused(block, items[i], i, failure);
		else
			end_unsent(block, items[i], failure);
	block->lost = 0;
	halves_over(&block->halves);
}

/* Something in it is wrong: those that are named go alone, unless that is each of them. */
static void part_refused(struct block *block, const struct failure *failure, size_t count)
{
	bool blamed[JOB_BLOCK_MAX];

	if (price_refusal_blames(failure, blamed, count) == count || count == 1)
		end_part(block, failure);
	else
		halves_split(&block->halves, blamed);
}

static void note_asked(struct block *block, bool asked)
{
	size_t count;
	const uint8_t *items = halves_next(&block->halves, &count);

	for (size_t i = 0; i < count; i++)
		block->call->asked[items[i]] = asked;
}

static void sent(void *data, const struct failure *failure)
{
	struct block *block = data;
	size_t count;

	block->sending = NULL;
	note_asked(block, false);
	pace_call_ended(block->call->pace, client_pauses(block->call->client));
	halves_next(&block->halves, &count);
	if (failure && failure->may_be_applied) {
		start_looking(block, failure);
		return;
	}
	if (failure && price_refusal_is_of_content(failure))
		part_refused(block, failure, count);
	else
		end_part(block, failure);
	go_on(block);
}

static void saved(void *data, struct record *record, const struct failure *failure)
{
	record_free(record);
	sent(data, failure);
}

static void save_record(struct block *block, uint8_t item)
{
	const struct job_call *call = block->call;
	struct record *now = record_copy(block->before);

	json_put_take(record_edit(now), call->job->field->name, json_copy(block->becomes[item]));
	block->sending = client_update(call->client, call->job->resource, block->before, now, saved,
				       block);
	record_free(now);
}

static void send_part(struct block *block, const uint8_t *items, size_t count)
{
	const struct job_call *call = block->call;
	struct list_update updates[JOB_BLOCK_MAX];

	for (size_t i = 0; i < count; i++)
		updates[i] = (struct list_update){
			.key = text_list_at(&call->job->keys, call->items[items[i]]),
			.entries = block->becomes[items[i]],
		};
	block->sending = client_replace_lists(call->client, call->job->resource, call->job->field,
					      updates, count, sent, block);
}

static void stop(struct block *block)
{
	for (size_t i = 0; i < block->call->count; i++)
		if (!block->over[i])
			end_as(block, (uint8_t)i, JOB_STOPPED, "");
	finish(block);
}

static void go_on(struct block *block)
{
	size_t count;
	const uint8_t *items = halves_next(&block->halves, &count);

	if (block->call->stop) {
		stop(block);
		return;
	}
	if (!items) {
		finish(block);
		return;
	}
	note_asked(block, true);
	if (block->by_record)
		save_record(block, items[0]);
	else
		send_part(block, items, count);
}

/* --- after a lost answer ---------------------------------------------------------------------- */

static void looked(void *data, uint8_t item, const struct record *record,
		   const struct failure *failure)
{
	struct block *block = data;

	if (failure)
		end_as(block, item, JOB_MAY_BE_DONE, block->lost_error.message);
	else
		compare(block, item, record);
}

/* What is as it was is sent again: whole lists are replaced, so twice is as good as once. */
static void looked_at_all(void *data)
{
	struct block *block = data;
	size_t count, left = 0;
	const uint8_t *items = halves_next(&block->halves, &count);

	for (size_t i = 0; i < count; i++)
		if (!block->over[items[i]] && block->lost >= SENDS_MAX)
			end_as(block, items[i], JOB_MAY_BE_DONE, block->lost_error.message);
		else
			left += !block->over[items[i]];
	halves_reduce(&block->halves, block->over);
	if (left == 0)
		block->lost = 0;
	go_on(block);
}

static void start_looking(struct block *block, const struct failure *failure)
{
	size_t count;
	const uint8_t *items = halves_next(&block->halves, &count);

	block->lost++;
	block->lost_error = failure->error;
	block->read.came = looked;
	block->read.over = looked_at_all;
	block->read.to_the_end = true;
	block_read_start(&block->read, items, count);
}

/* --- before anything is sent ------------------------------------------------------------------ */

static void read_before(void *data, uint8_t item, const struct record *record,
			const struct failure *failure)
{
	struct block *block = data;

	if (failure)
		end_failed(block, item, failure);
	else
		compare(block, item, record);
	if (block->by_record && !block->over[item])
		block->before = record_copy(record);
}

static size_t items_left(const struct block *block, uint8_t *items)
{
	size_t count = 0;

	for (size_t i = 0; i < block->call->count; i++)
		if (!block->over[i])
			items[count++] = (uint8_t)i;
	return count;
}

static void read_all(void *data)
{
	struct block *block = data;
	uint8_t items[JOB_BLOCK_MAX];
	size_t count = items_left(block, items);

	halves_init(&block->halves, items, count);
	go_on(block);
}

void price_block_start(struct job_call *call)
{
	struct block *block = xcalloc(1, sizeof(*block));
	uint8_t items[JOB_BLOCK_MAX];

	block->call = call;
	block->by_record =
		client_lists_at_once(call->client, call->job->resource, call->job->field) == 0;
	call->state = block;
	block->read = (struct block_read){ .call = call,
					   .came = read_before,
					   .over = read_all,
					   .data = block };
	block_read_start(&block->read, items, items_left(block, items));
}

void price_block_cancel(struct job_call *call)
{
	block_free(call->state);
	call->state = NULL;
}
