/* SPDX-License-Identifier: ISC */
#include "work/field_values.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text_file.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"

enum { CALLS_MAX = 4, PAGE_SIZE = CLIENT_PAGE_SIZE_MAX };

struct reader {
	struct field_values *values;
	struct client_call *call; /* NULL: free */
	size_t key;               /* of a record that is read */
};

struct field_values {
	struct client *client;
	struct query *query;
	const struct field *field;
	const struct text_list *keys;
	uint8_t *states; /* enum field_value_state, of each key, */
	uint32_t *texts; /* and where its text is in found */
	struct text_file *found;
	char *asked; /* the text that was asked for last */
	size_t known;
	int64_t page, pages; /* asked for last, and how many there are; -1: not known */
	bool by_record; /* pages have said what they can, or there are more of them than records */
	size_t next;    /* key to be read by record */
	struct reader readers[CALLS_MAX];
	struct error err; /* not ERROR_NONE: it ended early */
	void (*changed)(void *data);
	void *data;
};

static void read_on(struct field_values *values);

static size_t under_way(const struct field_values *values)
{
	size_t count = 0;

	for (size_t i = 0; i < CALLS_MAX; i++)
		count += values->readers[i].call != NULL;
	return count;
}

/* --- what is known ---------------------------------------------------------------------------- */

static void end_with(struct field_values *values, const struct error *err)
{
	if (values->err.code == ERROR_NONE)
		values->err = *err;
}

static void note(struct field_values *values, size_t key, enum field_value_state state,
		 const char *text)
{
	struct error err;

	if (values->states[key] != VALUE_AWAITED)
		return;
	if (!text_file_add(values->found, text, strlen(text), &err)) {
		end_with(values, &err);
		return;
	}
	values->states[key] = state;
	values->texts[key] = (uint32_t)(text_file_count(values->found) - 1);
	values->known++;
}

static void note_value(struct field_values *values, size_t key, const struct json *value)
{
	char *text = value ? json_print(value) : xstrdup("");

	note(values, key, VALUE_KNOWN, text);
	free(text);
}

/* The place of key among those wanted; their count when it is none of them. */
static size_t place_of(const struct field_values *values, const char *key)
{
	size_t low = 0, high = values->keys->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(text_list_at(values->keys, middle), key);

		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return values->keys->count;
}

/* Rows of a list hold less than records (N17): a member that is not there says nothing. */
static void note_row(struct field_values *values, const struct json *row)
{
	const char *key = json_member_text(row, query_resource(values->query)->schema->key);
	size_t place = key ? place_of(values, key) : values->keys->count;

	bool says = query_resource(values->query)->whole_rows || field_member(values->field, row);
	if (place < values->keys->count && says)
		note_value(values, place, field_value(values->field, row));
}

/* --- pages ------------------------------------------------------------------------------------ */

static void page_came(void *data, const struct page *page, const struct failure *failure)
{
	struct reader *reader = data;
	struct field_values *values = reader->values;

	reader->call = NULL;
	if (failure) {
		end_with(values, &failure->error);
	} else {
		for (const struct json *row = json_first(page->rows); row; row = json_next(row))
			note_row(values, row);
		values->pages = page->pages >= 0 ? page->pages : 0;
	}
	read_on(values);
}

/* The first page tells how many there are; the others are asked for once it is here. */
static bool wants_page(const struct field_values *values)
{
	if (values->pages < 0)
		return values->page == 0;
	return values->page < values->pages &&
	       (size_t)(values->pages - values->page) < values->keys->count - values->known;
}

static void ask_page(struct field_values *values, struct reader *reader)
{
	values->page++;
	reader->call = client_list(values->client, values->query, (int)values->page, PAGE_SIZE,
				   page_came, reader);
}

/* --- records ---------------------------------------------------------------------------------- */

/* Something about this one record, as against the service or the login. */
static bool is_of_one(const struct failure *failure)
{
	return failure->status >= 400 && failure->status < 500 && failure->status != 401 &&
	       failure->status != 429;
}

static void record_came(void *data, struct record *record, const struct failure *failure)
{
	struct reader *reader = data;
	struct field_values *values = reader->values;

	reader->call = NULL;
	if (!failure)
		note_value(values, reader->key, record_value(record, values->field));
	else if (is_of_one(failure))
		note(values, reader->key, VALUE_MISSING, failure->error.message);
	else
		end_with(values, &failure->error);
	record_free(record);
	read_on(values);
}

static bool wants_record(struct field_values *values)
{
	while (values->next < values->keys->count && values->states[values->next] != VALUE_AWAITED)
		values->next++;
	return values->next < values->keys->count;
}

static void ask_record(struct field_values *values, struct reader *reader)
{
	reader->key = values->next++;
	reader->call = client_get(values->client, query_resource(values->query),
				  text_list_at(values->keys, reader->key), record_came, reader);
}

/* --- both ------------------------------------------------------------------------------------- */

static void ask(struct field_values *values)
{
	for (size_t i = 0; i < CALLS_MAX && values->err.code == ERROR_NONE; i++) {
		struct reader *reader = &values->readers[i];

		if (reader->call)
			continue;
		if (!values->by_record && wants_page(values))
			ask_page(values, reader);
		else if (values->by_record && wants_record(values))
			ask_record(values, reader);
	}
}

static void read_on(struct field_values *values)
{
	ask(values);
	if (!values->by_record && !under_way(values)) { /* the pages have said what they can */
		values->by_record = true;
		ask(values);
	}
	values->changed(values->data);
}

struct field_values *field_values_start(struct client *client, const struct query *query,
					const struct field *field, const struct text_list *keys,
					void (*changed)(void *data), void *data)
{
	struct field_values *values = xcalloc(1, sizeof(*values));

	values->client = client;
	values->query = query_copy(query);
	values->field = field;
	values->keys = keys;
	values->states = xcalloc(keys->count + 1, sizeof(*values->states));
	values->texts = xcalloc(keys->count + 1, sizeof(*values->texts));
	values->pages = -1;
	values->by_record = keys->count <= CALLS_MAX;
	values->changed = changed;
	values->data = data;
	for (size_t i = 0; i < CALLS_MAX; i++)
		values->readers[i].values = values;
	values->found = text_file_new(&values->err);
	ask(values);
	return values;
}

void field_values_free(struct field_values *values)
{
	if (!values)
		return;
	for (size_t i = 0; i < CALLS_MAX; i++)
		client_cancel(values->readers[i].call);
	query_free(values->query);
	text_file_free(values->found);
	free(values->asked);
	free(values->states);
	free(values->texts);
	free(values);
}

size_t field_values_known(const struct field_values *values)
{
	return values->known;
}

bool field_values_are_over(const struct field_values *values)
{
	return values->known == values->keys->count ||
	       (values->err.code != ERROR_NONE && !under_way(values));
}

const struct error *field_values_error(const struct field_values *values)
{
	return values->err.code != ERROR_NONE ? &values->err : NULL;
}

enum field_value_state field_values_at(struct field_values *values, size_t i, const char **text)
{
	*text = "";
	if (values->states[i] == VALUE_AWAITED)
		return VALUE_AWAITED;
	free(values->asked);
	values->asked = text_file_at(values->found, values->texts[i], NULL);
	*text = values->asked ? values->asked : _("What was read of it is gone from the disk.");
	return values->asked ? values->states[i] : VALUE_MISSING;
}
