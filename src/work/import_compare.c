/* Reads the live records that an import is about, a few calls at a time: pages of their list where that is
 * cheaper than reading each, and where these say enough. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/import_state.h"

enum {
	CALLS_MAX = 4,
	PAGE_SIZE = CLIENT_PAGE_SIZE_MAX,
	SLICE_MS = 20, /* keys wait no longer than that */
	/* A page that says too little only tells which records there are: then so many records must be
	 * spared by it. */
	POOR_PAGE_WORTH = 10,
};

struct reader {
	struct import *import;
	struct client_call *call; /* NULL: free */
	uint32_t key;
	struct record *record; /* while somebody's external id is looked up */
};

struct import_compare {
	struct query *query;
	int64_t page, pages; /* asked for last, and how many there are; -1: not known */
	bool by_record; /* pages have said what they can, or there are more of them than records */
	bool walked;	/* all pages were seen: a record that was on none is not there */
	uint8_t *seen;	/* by key: it was on a page */
	size_t next;	/* key to be looked at by itself */
	struct reader readers[CALLS_MAX];
	uint32_t *group; /* rows of one key */
	size_t group_room;
};

static void ask(struct import *import);

/* After an answer. The comparison may end here: reader is gone then. */
static void go_on(struct import *import)
{
	ask(import);
	import_tell(import);
}

/* --- rows of one key ------------------------------------------------------------------------------- */

static bool is_judged(const struct import *import, uint32_t key)
{
	return import->rows[import->first[key]].verdict != IMPORT_AWAITED;
}

static size_t gather(struct import *import, uint32_t key)
{
	struct import_compare *compare = import->compare;
	size_t count = 0;

	for (uint32_t row = import->first[key]; row != ROW_NONE; row = import->rows[row].next) {
		if (count == compare->group_room) {
			compare->group_room = compare->group_room ? 2 * compare->group_room : 16;
			compare->group = xreallocarray(compare->group, compare->group_room,
						       sizeof(*compare->group));
		}
		compare->group[count++] = row;
	}
	return count;
}

static void judge(struct import *import, uint32_t key, const struct record *record,
		  const struct record *holder)
{
	size_t count = gather(import, key);
	struct import_live live = { .record = record, .holder = holder };

	import->class->judge(import, import->compare->group, count, &live);
}

static void judge_all_wrong(struct import *import, uint32_t key, const char *why)
{
	size_t count = gather(import, key);

	for (size_t i = 0; i < count; i++)
		import_judge(import, import->compare->group[i], IMPORT_WRONG, why, NULL, NULL);
}

static const char *key_at(const struct import *import, uint32_t key)
{
	return text_list_at(&import->keys.texts, key);
}

/* The external id that rows of key would give to the record: who has it must be known. Not where that is how
 * the record was found. */
static char *id_to_look_up(struct import *import, uint32_t key, const struct record *record)
{
	if (!import->class->external_id || import_key_id(key_at(import, key)))
		return NULL;
	gather(import, key);
	return import->class->external_id(import, import->compare->group, record);
}

/* --- pages ------------------------------------------------------------------------------------------- */

static void end_page_walk(struct import_compare *compare, bool complete)
{
	compare->by_record = true;
	compare->walked = complete;
}

/* Two rows of the file are about the same record, by its key and by its external id. */
static void judge_twice(struct import *import, uint32_t by_id, uint32_t by_key)
{
	const struct schema *schema = import->resource->schema;
	char *text = xasprintf(_("%s: %s is in line %u already"), _(schema_field(schema, schema->key)->label),
			       key_at(import, by_key), (unsigned)import->rows[import->first[by_key]].line);

	judge_all_wrong(import, by_id, text);
	free(text);
}

static void judge_list_row(struct import *import, const struct json *row)
{
	const char *key = json_member_text(row, import->resource->schema->key);
	uint32_t number = key ? text_index_find(&import->keys, key) : TEXT_INDEX_NONE;
	uint32_t by_id = import_key_find_id(import, row);

	if (number != TEXT_INDEX_NONE && by_id != TEXT_INDEX_NONE && !import->compare->seen[by_id]) {
		import->compare->seen[by_id] = true;
		judge_twice(import, by_id, number);
	} else if (number == TEXT_INDEX_NONE) {
		number = by_id;
	}
	if (number == TEXT_INDEX_NONE || import->compare->seen[number])
		return;
	import->compare->seen[number] = true;
	if (!import->class->list_row_is_enough(import, row))
		return;
	struct record *record = record_of_row_take(import->resource->schema, json_copy(row));
	char *id = id_to_look_up(import, number, record);
	if (!id)
		judge(import, number, record, NULL);
	free(id);
	record_free(record);
}

/* Whether going through all pages costs less than reading each record. */
static bool is_worth_walking(const struct import *import, const struct page *page)
{
	int64_t pages = page->pages >= 0 ? page->pages : INT64_MAX / POOR_PAGE_WORTH;
	const struct json *row = json_first(page->rows);
	bool enough = row && import->class->list_row_is_enough(import, row);

	return pages * (enough ? 1 : POOR_PAGE_WORTH) <= (int64_t)import->keys.texts.count;
}

/* By the key, where the service can: pages of another order may move under the walk. */
static struct query *query_of(const struct import *import)
{
	const struct schema *schema = import->resource->schema;
	const struct field *key = schema_field(schema, schema->key);
	struct query *query = query_new(import->resource);

	if (client_can_sort(import->client, import->resource, key))
		query_set_sort(query, key, false, NULL);
	return query;
}

/* The service cannot sort by the key after all (N13): then in its own order. */
static bool can_ask_again(struct import *import)
{
	struct import_compare *compare = import->compare;
	const struct field *sort = query_sort(compare->query);

	if (!sort || client_can_sort(import->client, import->resource, sort))
		return false;
	query_free(compare->query);
	compare->query = query_of(import);
	compare->page = 0;
	return true;
}

static void page_came(void *data, const struct page *page, const struct failure *failure)
{
	struct reader *reader = data;
	struct import *import = reader->import;
	struct import_compare *compare = import->compare;

	reader->call = NULL;
	if (failure && can_ask_again(import)) {
		ask(import);
		return;
	}
	if (failure) {
		import_fail(import, &failure->error);
		return;
	}
	for (const struct json *row = json_first(page->rows); row; row = json_next(row))
		judge_list_row(import, row);
	if (compare->pages < 0 && !is_worth_walking(import, page))
		end_page_walk(compare, false);
	compare->pages = page->pages >= 0 ? page->pages : 0;
	go_on(import);
}

/* The first page tells how many there are; the others are asked for once it is here. */
static bool wants_page(const struct import_compare *compare)
{
	return compare->pages < 0 ? compare->page == 0 : compare->page < compare->pages;
}

static void ask_page(struct import *import, struct reader *reader)
{
	struct import_compare *compare = import->compare;

	reader->call = client_list(import->client, compare->query, (int)++compare->page, PAGE_SIZE,
				   page_came, reader);
}

/* --- records ------------------------------------------------------------------------------------------- */

/* Something about this one record, as against the service or the login. */
static bool is_of_one(const struct failure *failure)
{
	return failure->status >= 400 && failure->status < 500 && failure->status != 401 &&
	       failure->status != 429;
}

static void end_record(struct reader *reader, const struct record *holder)
{
	struct import *import = reader->import;
	uint32_t by_key = reader->record && import_key_id(key_at(import, reader->key))
				  ? text_index_find(&import->keys, record_key(reader->record))
				  : TEXT_INDEX_NONE;

	if (by_key != TEXT_INDEX_NONE)
		judge_twice(import, reader->key, by_key);
	else
		judge(reader->import, reader->key, reader->record, holder);
	record_free(reader->record);
	reader->record = NULL;
}

/* What could not be read of one record is a wrong row; else it ends the import. */
static void fail_record(struct reader *reader, const struct failure *failure)
{
	struct import *import = reader->import;

	if (!is_of_one(failure)) {
		import_fail(import, &failure->error);
		return;
	}
	judge_all_wrong(import, reader->key, failure->error.message);
	record_free(reader->record);
	reader->record = NULL;
	go_on(import);
}

static void holder_came(void *data, struct record *by_key, struct record *holder,
			const struct failure *failure)
{
	struct reader *reader = data;

	reader->call = NULL;
	if (failure) {
		fail_record(reader, failure);
	} else {
		end_record(reader, holder);
		go_on(reader->import);
	}
	record_free(by_key);
	record_free(holder);
}

/* The record is there, or known to be missing (NULL). False: there is a call under way for it. */
static bool take_record(struct reader *reader, struct record *record)
{
	struct import *import = reader->import;
	char *id = id_to_look_up(import, reader->key, record);

	reader->record = record;
	if (id)
		reader->call = client_find_taken(import->client, import->resource, NULL, id,
						 holder_came, reader);
	else
		end_record(reader, NULL);
	bool ended = !id;
	free(id);
	return ended;
}

static void record_came(void *data, struct record *record, const struct failure *failure)
{
	struct reader *reader = data;

	reader->call = NULL;
	if (failure && failure->error.code != ERROR_MISSING) {
		fail_record(reader, failure);
		return;
	}
	take_record(reader, record);
	go_on(reader->import);
}

/* Of a row that has no key: the record with its external id. */
static void found(void *data, struct record *by_key, struct record *holder, const struct failure *failure)
{
	record_free(by_key);
	if (failure)
		record_free(holder);
	record_came(data, failure ? NULL : holder, failure);
}

static bool find_next(struct import *import)
{
	struct import_compare *compare = import->compare;

	while (compare->next < import->keys.texts.count &&
	       is_judged(import, (uint32_t)compare->next))
		compare->next++;
	return compare->next < import->keys.texts.count;
}

static void ask_record(struct import *import, struct reader *reader)
{
	struct import_compare *compare = import->compare;

	reader->key = (uint32_t)compare->next++;
	const char *key = key_at(import, reader->key), *id = import_key_id(key);
	if (import_key_is_line(key) || (compare->walked && !compare->seen[reader->key]))
		take_record(reader, NULL);
	else if (id)
		reader->call = client_find_taken(import->client, import->resource, NULL, id, found, reader);
	else
		reader->call =
			client_get(import->client, import->resource, key, record_came, reader);
}

/* --- both ------------------------------------------------------------------------------------------------ */

static struct reader *free_reader(struct import_compare *compare)
{
	for (size_t i = 0; i < CALLS_MAX; i++)
		if (!compare->readers[i].call)
			return &compare->readers[i];
	return NULL;
}

static bool is_idle(const struct import_compare *compare)
{
	for (size_t i = 0; i < CALLS_MAX; i++)
		if (compare->readers[i].call)
			return false;
	return true;
}

static void ask_later(void *data)
{
	struct import *import = data;

	import->turn = NULL;
	go_on(import);
}

/* New rows are judged without a call: a slice of them in each turn. */
static void ask_records(struct import *import)
{
	int64_t until_ms = clock_now_ms() + SLICE_MS;
	struct reader *reader;

	while ((reader = free_reader(import->compare)) && find_next(import)) {
		if (clock_now_ms() >= until_ms) {
			if (!import->turn)
				import->turn = loop_after(import->loop, 0, ask_later, import);
			return;
		}
		ask_record(import, reader);
	}
}

static void end(struct import *import)
{
	struct error err = import->err;

	import_compare_stop(import);
	if (err.code != ERROR_NONE)
		import_fail(import, &err);
	else
		import_enter(import, IMPORT_COMPARED);
}

static void ask(struct import *import)
{
	struct import_compare *compare = import->compare;
	struct reader *reader;

	while (!compare->by_record && wants_page(compare) && (reader = free_reader(compare)))
		ask_page(import, reader);
	if (!compare->by_record && is_idle(compare))
		end_page_walk(compare, true);
	if (compare->by_record)
		ask_records(import);
	if (compare->by_record && is_idle(compare) && !find_next(import))
		end(import);
}

void import_compare_start(struct import *import)
{
	struct import_compare *compare = xcalloc(1, sizeof(*compare));

	import->compare = compare;
	compare->query = query_of(import);
	compare->pages = -1;
	compare->seen = xcalloc(import->keys.texts.count + 1, 1);
	compare->by_record = import->keys.texts.count <= CALLS_MAX;
	for (size_t i = 0; i < CALLS_MAX; i++)
		compare->readers[i].import = import;
	import_enter(import, IMPORT_COMPARING);
	ask(import);
}

void import_compare_stop(struct import *import)
{
	struct import_compare *compare = import->compare;

	if (!compare)
		return;
	for (size_t i = 0; i < CALLS_MAX; i++) {
		client_cancel(compare->readers[i].call);
		record_free(compare->readers[i].record);
	}
	query_free(compare->query);
	free(compare->seen);
	free(compare->group);
	free(compare);
	import->compare = NULL;
}
