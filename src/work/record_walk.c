/* SPDX-License-Identifier: ISC */
#include "work/record_walk.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/text_list.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/page_walk.h"

enum { CALLS_MAX = 4, PAGE_SIZE = CLIENT_PAGE_SIZE_MAX };

/* A record on its way to its turn. */
struct place {
	struct record_walk *walk;
	struct client_call *call; /* NULL: nothing is under way */
	struct json *object;      /* what is known of it; NULL: nothing, or it is gone */
	char *key;                /* to be read by; NULL: it need not be read */
};

struct record_walk {
	struct client *client;
	const struct resource *resource;
	struct record_walk_listener listener;
	struct query *query;          /* of a list */
	const struct text_list *keys; /* of keys; NULL: it walks a list */
	size_t next_key;
	struct page_walk pages;
	struct client_call *page_call;
	bool is_last; /* behind these places there are no more */
	int64_t done, total;
	size_t gone;

	struct place *places;
	size_t count, room; /* of places */
	size_t turn;        /* the place whose record comes next */
	size_t asked;       /* the place to be read next */
	size_t calls;       /* under way */
};

static void go_on(struct record_walk *walk);

static void stop(struct record_walk *walk)
{
	client_cancel(walk->page_call);
	walk->page_call = NULL;
	for (size_t i = 0; i < walk->count; i++) {
		client_cancel(walk->places[i].call);
		walk->places[i].call = NULL;
	}
}

static void end(struct record_walk *walk, const struct error *err)
{
	stop(walk);
	walk->listener.ended(walk->listener.data, err);
}

static bool hand_over(struct record_walk *walk, const struct json *object)
{
	walk->done++;
	return walk->listener.record(walk->listener.data, object);
}

static void tell(const struct record_walk *walk)
{
	if (walk->listener.moved)
		walk->listener.moved(walk->listener.data);
}

/* --- records ---------------------------------------------------------------------------------- */

static void on_record(void *data, struct record *record, const struct failure *failure)
{
	struct place *place = data;
	struct record_walk *walk = place->walk;

	place->call = NULL;
	walk->calls--;
	if (failure && failure->error.code != ERROR_MISSING) {
		end(walk, &failure->error);
		return;
	}
	json_free(place->object);
	place->object = record ? json_copy(record_tree(record)) : NULL;
	walk->gone += record == NULL;
	free(place->key);
	place->key = NULL;
	record_free(record);
	go_on(walk);
}

static void ask_records(struct record_walk *walk)
{
	for (; walk->asked < walk->count && walk->calls < CALLS_MAX; walk->asked++) {
		struct place *place = &walk->places[walk->asked];

		if (!place->key)
			continue;
		walk->calls++;
		place->call =
			client_get(walk->client, walk->resource, place->key, on_record, place);
	}
}

/* False: no more are wanted. */
static bool hand_over_what_is_there(struct record_walk *walk)
{
	bool more = true;

	for (; more && walk->turn < walk->count && !walk->places[walk->turn].key; walk->turn++) {
		struct place *place = &walk->places[walk->turn];

		if (place->object)
			more = hand_over(walk, place->object);
		json_free(place->object);
		place->object = NULL;
	}
	tell(walk);
	return more;
}

/* Only when all places have had their turn: calls under way know theirs by its address. */
static void begin_places(struct record_walk *walk, size_t count)
{
	walk->count = walk->turn = walk->asked = 0;
	if (count <= walk->room)
		return;
	walk->places = xreallocarray(walk->places, count, sizeof(*walk->places));
	for (; walk->room < count; walk->room++)
		walk->places[walk->room] = (struct place){ .walk = walk };
}

static void add_place(struct record_walk *walk, struct json *object, const char *key)
{
	struct place *place = &walk->places[walk->count++];

	place->object = object;
	xreplace(&place->key, key);
}

/* --- pages ------------------------------------------------------------------------------------ */

static client_page_fn on_page;

static void ask_page(struct record_walk *walk)
{
	walk->pages.page++;
	walk->page_call =
		client_list(walk->client, walk->query, walk->pages.page, PAGE_SIZE, on_page, walk);
}

static bool is_enough(const struct record_walk *walk, const struct json *row)
{
	return !walk->listener.is_enough || walk->listener.is_enough(walk->listener.data, row) ||
	       !json_member_text(row, walk->resource->schema->key);
}

static bool all_are_enough(const struct record_walk *walk, const struct page *page)
{
	for (const struct json *row = json_first(page->rows); row; row = json_next(row))
		if (!is_enough(walk, row))
			return false;
	return true;
}

/* The next page is on its way while this one is taken. */
static void take_rows(struct record_walk *walk, const struct page *page)
{
	bool more = true;

	if (!walk->is_last)
		ask_page(walk);
	for (const struct json *row = json_first(page->rows); row && more; row = json_next(row))
		more = hand_over(walk, row);
	tell(walk);
	if (walk->is_last || !more)
		end(walk, NULL);
}

static void keep_rows(struct record_walk *walk, const struct page *page)
{
	begin_places(walk, page->row_count);
	for (const struct json *row = json_first(page->rows); row; row = json_next(row))
		add_place(walk, json_copy(row),
			  is_enough(walk, row)
				  ? NULL
				  : json_member_text(row, walk->resource->schema->key));
	go_on(walk);
}

static void on_page(void *data, const struct page *page, const struct failure *failure)
{
	struct record_walk *walk = data;
	enum page_turn turn;

	walk->page_call = NULL;
	if (failure) {
		end(walk, &failure->error);
		return;
	}
	turn = page_walk_turn(&walk->pages, walk->resource->schema, page, INT64_MAX);
	walk->is_last = turn != PAGE_MORE;
	walk->total = page->total;
	if (turn == PAGE_AGAIN)
		end(walk, NULL);
	else if (all_are_enough(walk, page))
		take_rows(walk, page);
	else
		keep_rows(walk, page);
}

/* --- both ------------------------------------------------------------------------------------- */

static void take_keys(struct record_walk *walk)
{
	begin_places(walk, PAGE_SIZE);
	while (walk->count < PAGE_SIZE && walk->next_key < walk->keys->count)
		add_place(walk, NULL, text_list_at(walk->keys, walk->next_key++));
	walk->is_last = walk->next_key == walk->keys->count;
}

static void go_on(struct record_walk *walk)
{
	if (!hand_over_what_is_there(walk) || (walk->turn == walk->count && walk->is_last)) {
		end(walk, NULL);
		return;
	}
	if (walk->turn == walk->count && walk->keys)
		take_keys(walk);
	else if (walk->turn == walk->count)
		ask_page(walk);
	ask_records(walk);
}

static struct record_walk *walk_new(struct client *client, const struct resource *resource,
				    const struct record_walk_listener *listener)
{
	struct record_walk *walk = xcalloc(1, sizeof(*walk));

	walk->client = client;
	walk->resource = resource;
	walk->listener = *listener;
	walk->total = -1;
	return walk;
}

struct record_walk *record_walk_list(struct client *client, const struct query *query,
				     const struct record_walk_listener *listener)
{
	struct record_walk *walk = walk_new(client, query_resource(query), listener);

	walk->query = query_copy(query);
	ask_page(walk);
	return walk;
}

struct record_walk *record_walk_keys(struct client *client, const struct resource *resource,
				     const struct text_list *keys,
				     const struct record_walk_listener *listener)
{
	struct record_walk *walk = walk_new(client, resource, listener);

	walk->keys = keys;
	walk->total = (int64_t)keys->count;
	take_keys(walk);
	ask_records(walk);
	return walk;
}

void record_walk_free(struct record_walk *walk)
{
	if (!walk)
		return;
	stop(walk);
	for (size_t i = 0; i < walk->room; i++) {
		json_free(walk->places[i].object);
		free(walk->places[i].key);
	}
	free(walk->places);
	page_walk_finish(&walk->pages);
	query_free(walk->query);
	free(walk);
}

void record_walk_progress(const struct record_walk *walk, int64_t *done, int64_t *total)
{
	*done = walk->done + (int64_t)walk->gone;
	*total = walk->total;
}

size_t record_walk_gone(const struct record_walk *walk)
{
	return walk->gone;
}
