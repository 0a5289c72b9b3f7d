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
static void holder_came(void *data, struct record *by_key, struct record *by_external_id,
			const struct failure *failure);

static struct client_call *ask_for(struct block_reader *reader)
{
	const struct block_read *read = reader->read;
	const struct job_call *call = read->call;
	const struct resource *resource = call->job->resource;
	const char *key, *external_id;

	if (read->is_new && read->is_new(read->data, reader->item, &key, &external_id))
		return client_find_taken(call->client, resource, key, external_id, holder_came,
					 reader);
	return client_get(call->client, resource,
			  text_list_at(&call->job->keys, call->items[reader->item]), record_came,
			  reader);
}

static void ask(struct block_read *read)
{
	size_t at_once = (size_t)read->call->pace->calls;

	for (size_t i = 0; read->next < read->count && under_way(read) < at_once; i++) {
		struct block_reader *reader = &read->readers[i];

		if (reader->call)
			continue;
		reader->read = read;
		reader->item = read->items[read->next++];
		read->call->asked[reader->item] = true;
		reader->call = ask_for(reader);
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

static void holder_came(void *data, struct record *by_key, struct record *by_external_id,
			const struct failure *failure)
{
	struct record *record = by_key ? by_key : by_external_id;

	if (by_key)
		record_free(by_external_id);
	record_came(data, record, failure);
}

void block_read_start(struct block_read *read, const uint8_t *items, size_t count)
{
	memcpy(read->items, items, count);
	read->count = count;
	read->next = 0;
	ask(read);
}
