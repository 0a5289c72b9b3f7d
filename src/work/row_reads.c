/* SPDX-License-Identifier: ISC */
#include "work/row_reads.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/text_list.h"
#include "schema/json.h"
#include "schema/record.h"

struct row_read {
	struct row_reads *reads;
	char *key; /* NULL: the place is free */
	char *json;
	struct client_call *call;
	struct error error;
	unsigned wanted; /* the last time */
};

struct row_reads {
	struct client *client;
	const struct resource *resource;
	void (*changed)(void *data);
	void *data;
	unsigned times; /* that something was wanted */
	size_t calls;
	bool stopped;
	struct row_read *rows; /* ROW_READS_KEPT places */
};

struct row_reads *row_reads_new(struct client *client, const struct resource *resource,
				void (*changed)(void *data), void *data)
{
	struct row_reads *reads = xcalloc(1, sizeof(*reads));

	reads->client = client;
	reads->resource = resource;
	reads->changed = changed;
	reads->data = data;
	reads->rows = xcalloc(ROW_READS_KEPT, sizeof(*reads->rows));
	for (size_t i = 0; i < ROW_READS_KEPT; i++)
		reads->rows[i].reads = reads;
	return reads;
}

static void give_up(struct row_read *row)
{
	if (!row->call)
		return;
	client_cancel(row->call);
	row->call = NULL;
	row->reads->calls--;
}

static void clear(struct row_read *row)
{
	give_up(row);
	free(row->key);
	free(row->json);
	*row = (struct row_read){ .reads = row->reads };
}

void row_reads_free(struct row_reads *reads)
{
	if (!reads)
		return;
	row_reads_forget(reads);
	free(reads->rows);
	free(reads);
}

void row_reads_forget(struct row_reads *reads)
{
	for (size_t i = 0; i < ROW_READS_KEPT; i++)
		clear(&reads->rows[i]);
	reads->stopped = false;
}

static struct row_read *find(const struct row_reads *reads, const char *key)
{
	for (size_t i = 0; i < ROW_READS_KEPT; i++)
		if (reads->rows[i].key && strcmp(reads->rows[i].key, key) == 0)
			return &reads->rows[i];
	return NULL;
}

static void start_more(struct row_reads *reads);

static void record_came(void *data, struct record *record, const struct failure *failure)
{
	struct row_read *row = data;
	struct row_reads *reads = row->reads;

	row->call = NULL;
	reads->calls--;
	if (record)
		row->json = json_print(record_tree(record));
	else
		row->error = failure->error;
	record_free(record);
	start_more(reads);
	reads->changed(reads->data);
}

static bool is_open(const struct row_read *row)
{
	return row->key && !row->json && !row->call && row->error.code == ERROR_NONE;
}

static void start_more(struct row_reads *reads)
{
	for (size_t i = 0; i < ROW_READS_KEPT && reads->calls < ROW_READS_AT_ONCE; i++) {
		struct row_read *row = &reads->rows[i];

		if (!is_open(row) || row->wanted != reads->times || reads->stopped)
			continue;
		reads->calls++;
		row->call = client_get(reads->client, reads->resource, row->key, record_came, row);
	}
}

/* A free place, or that of the record that was shown the longest ago. */
static struct row_read *place(struct row_reads *reads)
{
	struct row_read *oldest = &reads->rows[0];

	for (size_t i = 0; i < ROW_READS_KEPT; i++) {
		if (!reads->rows[i].key)
			return &reads->rows[i];
		if (reads->rows[i].wanted < oldest->wanted)
			oldest = &reads->rows[i];
	}
	clear(oldest);
	return oldest;
}

static bool brings_news(const struct row_reads *reads, const struct text_list *keys)
{
	for (size_t i = 0; i < keys->count; i++)
		if (!find(reads, text_list_at(keys, i)))
			return true;
	return false;
}

void row_reads_want(struct row_reads *reads, const struct text_list *keys)
{
	if (reads->stopped && !brings_news(reads, keys))
		return;
	reads->stopped = false;
	reads->times++;
	for (size_t i = 0; i < keys->count && i < ROW_READS_KEPT; i++) {
		struct row_read *row = find(reads, text_list_at(keys, i));

		if (!row) {
			row = place(reads);
			row->key = xstrdup(text_list_at(keys, i));
		}
		row->wanted = reads->times;
	}
	for (size_t i = 0; i < ROW_READS_KEPT; i++)
		if (reads->rows[i].wanted != reads->times)
			give_up(&reads->rows[i]);
	start_more(reads);
}

void row_reads_stop(struct row_reads *reads)
{
	reads->stopped = true;
	for (size_t i = 0; i < ROW_READS_KEPT; i++)
		give_up(&reads->rows[i]);
}

enum row_read_state row_reads_find(const struct row_reads *reads, const char *key, const char **json,
				   const struct error **err)
{
	const struct row_read *row = find(reads, key);

	*json = NULL;
	*err = NULL;
	if (!row)
		return ROW_NOT_READ;
	if (row->json) {
		*json = row->json;
		return ROW_READ;
	}
	if (row->error.code != ERROR_NONE) {
		*err = &row->error;
		return ROW_FAILED;
	}
	return reads->stopped ? ROW_NOT_READ : ROW_AWAITED;
}
