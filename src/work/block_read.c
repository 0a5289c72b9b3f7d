/* SPDX-License-Identifier: ISC */
#include "work/block_read.h"

#include <string.h>

#include "api/client.h"
#include "schema/record.h"

static size_t under_way(const struct block_read *read)
{
	size_t count = 0;

	for (size_t i = 0; i < PACE_CALLS_MAX; i++)
		count += read->readers[i].call != NULL;
	return count;
}

void block_read_cancel(struct block_read *read)
{
	for (size_t i = 0; i < PACE_CALLS_MAX; i++) {
		client_cancel(read->readers[i].call);
		read->readers[i].call = NULL;
	}
}

static void record_came(void *data, struct record *record, const struct failure *failure);

static void ask(struct block_read *read)
{
	const struct job *job = read->call->job;
	size_t at_once = (size_t)read->call->pace->calls;

	for (size_t i = 0; read->next < read->count && under_way(read) < at_once; i++) {
		struct block_reader *reader = &read->readers[i];

		if (reader->call)
			continue;
		reader->read = read;
		reader->item = read->items[read->next++];
		read->call->asked[reader->item] = true;
		reader->call = client_get(read->call->client, job->resource,
					  text_list_at(&job->keys, read->call->items[reader->item]),
					  record_came, reader);
	}
}

static void record_came(void *data, struct record *record, const struct failure *failure)
{
	struct block_reader *reader = data;
	struct block_read *read = reader->read;

	reader->call = NULL;
	read->call->asked[reader->item] = false;
	pace_call_ended(read->call->pace, client_pauses(read->call->client));
	read->came(read->data, reader->item, record, failure);
	record_free(record);
	if (read->call->stop && !read->to_the_end) {
		block_read_cancel(read);
		read->next = read->count;
	}
	ask(read);
	if (under_way(read) == 0)
		read->over(read->data);
}

void block_read_start(struct block_read *read, const uint8_t *items, size_t count)
{
	memcpy(read->items, items, count);
	read->count = count;
	read->next = 0;
	ask(read);
}
