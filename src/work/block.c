/* SPDX-License-Identifier: ISC */
#include "work/block.h"

#include "api/client.h"
#include "base/error.h"
#include "work/job_class.h"

void block_end(struct block *block, uint8_t item, const struct job_result *result)
{
	block->over[item] = true;
	block->call->ended_one(block->call, item, result);
}

void block_end_as(struct block *block, uint8_t item, enum job_outcome outcome, const char *text)
{
	block_end(block, item, &(struct job_result){ .outcome = outcome, .text = text });
}

void block_end_failed(struct block *block, uint8_t item, const struct failure *failure)
{
	struct error err;
	struct job_result result = job_call_failure(block->call, item, failure, &err);

	block_end(block, item, &result);
}

void block_end_unsent(struct block *block, uint8_t item, const struct failure *failure)
{
	struct error err;
	struct job_result result = job_call_failure(block->call, item, failure, &err);

	result.text = failure->error.message;
	block_end(block, item, &result);
}

bool block_refused_as_wrong(const struct failure *failure)
{
	enum { WRONG = 400, TOO_LARGE = 413, NOT_UNDERSTOOD = 422 };

	return failure->status == WRONG || failure->status == TOO_LARGE ||
	       failure->status == NOT_UNDERSTOOD;
}

void block_end_stopped(struct block *block)
{
	for (size_t i = 0; i < block->call->count; i++)
		if (!block->over[i])
			block_end_as(block, (uint8_t)i, JOB_STOPPED, "");
}

size_t block_items_left(const struct block *block, uint8_t *items)
{
	size_t count = 0;

	for (size_t i = 0; i < block->call->count; i++)
		if (!block->over[i])
			items[count++] = (uint8_t)i;
	return count;
}

void block_note_asked(struct block *block, bool asked)
{
	size_t count;
	const uint8_t *items = halves_next(&block->halves, &count);

	for (size_t i = 0; i < count; i++)
		block->call->asked[items[i]] = asked;
}

void block_answered(struct block *block)
{
	block->sending = NULL;
	block_note_asked(block, false);
	pace_call_ended(block->call->pace, client_pauses(block->call->client));
}

void block_cancel(struct block *block)
{
	block_read_cancel(&block->read);
	client_cancel(block->sending);
	block->sending = NULL;
}
