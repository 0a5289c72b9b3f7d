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
#include "work/block.h"
#include "work/job_class.h"
#include "work/price_items.h"
#include "work/price_refusal.h"

enum { SENDS_MAX = 3 }; /* of one part, as its answers get lost */

struct price_block {
	struct block base;
	struct json *becomes[JOB_BLOCK_MAX]; /* of those that are to be sent */
	bool by_record;        /* the list has no call of its own: the one record is saved, */
	struct record *before; /* of which this is all there was; NULL: not read yet */
	int lost;              /* answers of the part that is sent */
	struct error lost_error;
};

static void go_on(struct price_block *block);

/* --- how items end ---------------------------------------------------------------------------- */

/* It is wrong: it was the place-th of those that were sent. */
static void end_refused(struct price_block *block, uint8_t item, size_t place,
			const struct failure *failure)
{
	char *text = price_refusal_text(failure, place, block->becomes[item]);

	block_end(&block->base, item,
		  &(struct job_result){
			  .outcome = JOB_FAILED, .status = failure->status, .text = text });
	free(text);
}

static void end_moved(struct price_block *block, uint8_t item, const struct json *now)
{
	char *text = price_items_moved(block->base.call->job, block->base.call->items[item], now);

	block_end_as(&block->base, item, JOB_FAILED, text);
	free(text);
}

/* What is to be sent stays; what is there already, or is not as it was looked at, ends. */
static void compare(struct price_block *block, uint8_t item, const struct record *record)
{
	const struct job *job = block->base.call->job;
	const struct json *now = record_value(record, job->field);
	struct json *becomes;
	enum price_state state =
		price_items_state(job, block->base.call->items[item], now, &becomes);

	json_free(block->becomes[item]);
	block->becomes[item] = becomes;
	if (state == PRICES_THERE)
		block_end_as(&block->base, item, JOB_DONE, NULL);
	else if (state == PRICES_MOVED)
		end_moved(block, item, now);
	else if (state == PRICES_LOST)
		block_end_as(&block->base, item, JOB_FAILED,
			     _("What it was to become cannot be read any more."));
}

static void block_free(struct price_block *block)
{
	block_cancel(&block->base);
	for (size_t i = 0; i < block->base.call->count; i++)
		json_free(block->becomes[i]);
	record_free(block->before);
	free(block);
}

static void finish(struct price_block *block)
{
	struct job_call *call = block->base.call;

	block_free(block);
	call->state = NULL;
	call->ended(call);
}

/* --- sending ---------------------------------------------------------------------------------- */

static void start_looking(struct price_block *block, const struct failure *failure);

static void end_part(struct price_block *block, const struct failure *failure)
{
	size_t count;
	const uint8_t *items = halves_next(&block->base.halves, &count);

	for (size_t i = 0; i < count; i++)
		if (!failure)
			block_end_as(&block->base, items[i], JOB_DONE, NULL);
		else if (block_refused_as_wrong(failure))
			end_refused(block, items[i], i, failure);
		else
			block_end_unsent(&block->base, items[i], failure);
	block->lost = 0;
	halves_over(&block->base.halves);
}

/* Something in it is wrong: those that are named go alone, unless that is each of them. */
static void part_refused(struct price_block *block, const struct failure *failure, size_t count)
{
	bool blamed[JOB_BLOCK_MAX];

	if (price_refusal_blames(failure, blamed, count) == count || count == 1)
		end_part(block, failure);
	else
		halves_split(&block->base.halves, blamed);
}

static void sent(void *data, const struct failure *failure)
{
	struct price_block *block = data;
	size_t count;

	block_answered(&block->base);
	halves_next(&block->base.halves, &count);
	if (failure && failure->may_be_applied) {
		start_looking(block, failure);
		return;
	}
	if (failure && block_refused_as_wrong(failure))
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

static void save_record(struct price_block *block, uint8_t item)
{
	const struct job_call *call = block->base.call;
	struct record *now = record_copy(block->before);

	json_put_take(record_edit(now), call->job->field->name, json_copy(block->becomes[item]));
	block->base.sending =
		client_update(call->client, call->job->resource, block->before, now, saved, block);
	record_free(now);
}

static void send_part(struct price_block *block, const uint8_t *items, size_t count)
{
	const struct job_call *call = block->base.call;
	struct list_update updates[JOB_BLOCK_MAX];

	for (size_t i = 0; i < count; i++)
		updates[i] = (struct list_update){
			.key = text_list_at(&call->job->keys, call->items[items[i]]),
			.entries = block->becomes[items[i]],
		};
	block->base.sending = client_replace_lists(call->client, call->job->resource,
						   call->job->field, updates, count, sent, block);
}

static void go_on(struct price_block *block)
{
	size_t count;
	const uint8_t *items = halves_next(&block->base.halves, &count);

	if (block->base.call->stop) {
		block_end_stopped(&block->base);
		finish(block);
		return;
	}
	if (!items) {
		finish(block);
		return;
	}
	block_note_asked(&block->base, true);
	if (block->by_record)
		save_record(block, items[0]);
	else
		send_part(block, items, count);
}

/* --- after a lost answer ---------------------------------------------------------------------- */

static void looked(void *data, uint8_t item, const struct record *record,
		   const struct failure *failure)
{
	struct price_block *block = data;

	if (failure)
		block_end_as(&block->base, item, JOB_MAY_BE_DONE, block->lost_error.message);
	else
		compare(block, item, record);
}

/* What is as it was is sent again: whole lists are replaced, so twice is as good as once. */
static void looked_at_all(void *data)
{
	struct price_block *block = data;
	size_t count, left = 0;
	const uint8_t *items = halves_next(&block->base.halves, &count);

	for (size_t i = 0; i < count; i++)
		if (!block->base.over[items[i]] && block->lost >= SENDS_MAX)
			block_end_as(&block->base, items[i], JOB_MAY_BE_DONE,
				     block->lost_error.message);
		else
			left += !block->base.over[items[i]];
	halves_reduce(&block->base.halves, block->base.over);
	if (left == 0)
		block->lost = 0;
	go_on(block);
}

static void start_looking(struct price_block *block, const struct failure *failure)
{
	size_t count;
	const uint8_t *items = halves_next(&block->base.halves, &count);

	block->lost++;
	block->lost_error = failure->error;
	block->base.read.came = looked;
	block->base.read.over = looked_at_all;
	block->base.read.to_the_end = true;
	block_read_start(&block->base.read, items, count);
}

/* --- before anything is sent ------------------------------------------------------------------ */

static void read_before(void *data, uint8_t item, const struct record *record,
			const struct failure *failure)
{
	struct price_block *block = data;

	if (failure)
		block_end_failed(&block->base, item, failure);
	else
		compare(block, item, record);
	if (block->by_record && !block->base.over[item])
		block->before = record_copy(record);
}

static void read_all(void *data)
{
	struct price_block *block = data;
	uint8_t items[JOB_BLOCK_MAX];
	size_t count = block_items_left(&block->base, items);

	halves_init(&block->base.halves, items, count);
	go_on(block);
}

void price_block_start(struct job_call *call)
{
	struct price_block *block = xcalloc(1, sizeof(*block));
	uint8_t items[JOB_BLOCK_MAX];

	block->base.call = call;
	block->by_record =
		client_lists_at_once(call->client, call->job->resource, call->job->field) == 0;
	call->state = block;
	block->base.read = (struct block_read){
		.call = call, .came = read_before, .over = read_all, .data = block
	};
	block_read_start(&block->base.read, items, block_items_left(&block->base, items));
}

void price_block_cancel(struct job_call *call)
{
	block_free(call->state);
	call->state = NULL;
}
