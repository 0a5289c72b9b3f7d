/* SPDX-License-Identifier: ISC */
#include "plain/list.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/i18n.h"
#include "plain/edit.h"
#include "plain/export.h"
#include "plain/import.h"
#include "plain/number.h"
#include "plain/plain_state.h"
#include "plain/record.h"
#include "plain/room.h"
#include "plain/say.h"
#include "plain/views.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/import_records.h"
#include "work/search_fields.h"

/* --- asking ---------------------------------------------------------------------- */

static void forget_asked(struct list *list)
{
	query_free(list->asked);
	list->asked = NULL;
}

static void take_page(struct list *list, const struct page *page)
{
	if (list->asked) {
		query_free(list->query);
		list->query = list->asked;
		list->asked = NULL;
	}
	json_free(list->rows);
	list->rows = page->rows ? json_copy(page->rows) : NULL;
	list->page = page->number;
	list->total = page->total;
	list->pages = page->pages;
}

static void page_came(void *data, const struct page *page, const struct failure *failure)
{
	struct list *list = data;

	list->call = NULL;
	wait_end(list->plain);
	if (failure) {
		say(list->plain, "%s", failure->error.message);
		forget_asked(list);
		return;
	}
	client_learn_organization(list->plain->client);
	take_page(list, page);
	plain_list_say(list);
}

static void stopped(void *data)
{
	struct list *list = data;

	client_cancel(list->call);
	list->call = NULL;
	forget_asked(list);
}

void plain_list_ask_take(struct list *list, struct query *query, int page)
{
	forget_asked(list);
	list->asked = query;
	list->call = client_list(list->plain->client, query ? query : list->query, page,
				 LIST_PAGE_SIZE, page_came, list);
	wait_begin(list->plain, stopped, list);
}

/* --- commands --------------------------------------------------------------------- */

/* A page may be shorter than was asked for: without a total, the next one tells. */
static bool has_next(struct plain *plain, const void *state)
{
	const struct list *list = state;

	(void)plain;
	return list->pages >= 0 ? list->page < list->pages : json_size(list->rows) > 0;
}

static bool has_previous(struct plain *plain, const void *state)
{
	(void)plain;
	return ((const struct list *)state)->page > 1;
}

static void next_page(struct plain *plain, void *state, const char *argument)
{
	struct list *list = state;

	(void)plain;
	(void)argument;
	plain_list_ask_take(list, NULL, list->page + 1);
}

static void previous_page(struct plain *plain, void *state, const char *argument)
{
	struct list *list = state;

	(void)plain;
	(void)argument;
	plain_list_ask_take(list, NULL, list->page - 1);
}

static void reload(struct plain *plain, void *state, const char *argument)
{
	struct list *list = state;

	(void)plain;
	(void)argument;
	plain_list_ask_take(list, NULL, list->page);
}

static void say_again(struct plain *plain, void *state, const char *argument)
{
	(void)plain;
	(void)argument;
	plain_list_say(state);
}

static void open_key(struct plain *plain, void *state, const char *argument)
{
	struct list *list = state;

	if (*argument)
		plain_record_open(plain, list->resource, argument);
	else
		say(plain, "%s", _("Say which: o and the record's number."));
}

static bool shows_records(struct plain *plain, const void *state)
{
	(void)plain;
	return resource_has_records(((const struct list *)state)->resource);
}

static bool can_take_over(struct plain *plain, const void *state)
{
	(void)plain;
	return ((const struct list *)state)->resource->taken_over_as;
}

/* The row of that number; NULL: there is none, and it was said. */
static const struct json *row_of_number(const struct list *list, const char *line)
{
	size_t number;

	if (number_read(line, json_size(list->rows), &number))
		return json_at(list->rows, number - 1);
	say(list->plain, "%s", _("Say which: a and the number of a row that was said."));
	return NULL;
}

static void take_over(struct plain *plain, void *state, const char *argument)
{
	const struct list *list = state;
	const struct json *row = row_of_number(list, argument);
	struct record *hit =
		row ? record_new_take(list->resource->schema, json_copy(row), NULL) : NULL;

	if (hit)
		plain_edit_take_over(plain, list->resource, hit);
	record_free(hit);
}

static bool can_create(struct plain *plain, const void *state)
{
	(void)plain;
	return ((const struct list *)state)->resource->can_create;
}

static void create(struct plain *plain, void *state, const char *argument)
{
	(void)argument;
	plain_edit_open_new(plain, ((struct list *)state)->resource);
}

static void export_list(struct plain *plain, void *state, const char *argument)
{
	struct list *list = state;

	if (*argument)
		plain_export_start(plain, list->query, argument, &list->export);
	else
		say(plain, "%s", _("Say where: E and the file's name."));
}

static bool can_import(struct plain *plain, const void *state)
{
	(void)plain;
	return import_records_can(((const struct list *)state)->resource);
}

static void import_file(struct plain *plain, void *state, const char *argument)
{
	if (*argument)
		plain_import_open(plain, ((struct list *)state)->resource, argument);
	else
		say(plain, "%s", _("Say which: I and the file's name."));
}

static bool can_filter(struct plain *plain, const void *state)
{
	(void)plain;
	return search_fields_there_are(((const struct list *)state)->resource);
}

static bool is_narrowed(struct plain *plain, const void *state)
{
	const struct list *list = state;

	(void)plain;
	return query_size(list->query) || query_search(list->query);
}

static const struct command commands[] = {
	{ "n", "next", NULL, N_("Next page"), next_page, N_("next"), has_next },
	{ "p", "previous", NULL, N_("Previous page"), previous_page, N_("previous"), has_previous },
	{ "o", "open", N_("RECORD-NUMBER"), N_("Open the record of that number"), open_key,
	  .can = shows_records },
	{ "/", "search", N_("TEXT"), N_("Search for a text"), plain_list_search, N_("search") },
	{ "f", "filter", N_("CONDITIONS"), N_("Only records for which all of these hold"),
	  plain_list_filter, .can = can_filter },
	{ "F", "clear-filter", NULL, N_("Take filter and search away"), plain_list_clear,
	  .can = is_narrowed },
	{ "s", "sort", N_("FIELD"), N_("Sort by a field; -FIELD sorts the other way round"),
	  plain_list_sort },
	{ "v", "views", N_("NAME"), N_("Show a saved view"), plain_views_show },
	{ "V", "save-view", N_("NAME"), N_("Save conditions and order as a view"),
	  plain_views_save },
	{ "a", "new", NULL, N_("New record"), create, .can = can_create },
	{ "a", "take-over", N_("NUMBER"), N_("Begin a new record with what that row says"), take_over,
	  N_("take over"), can_take_over },
	{ "E", "export", N_("FILE"), N_("Write all that match to a CSV or JSON file"), export_list,
	  .can = shows_records },
	{ "I", "import", N_("FILE"), N_("Create and change records as a file says"), import_file,
	  .can = can_import },
	{ "l", "list", NULL, N_("Say this page again"), say_again },
	{ "r", "reload", NULL, N_("Ask the service for this page again"), reload },
};

/* --- the room ---------------------------------------------------------------------- */

static void open_room(struct plain *plain, void *state, const void *argument)
{
	struct list *list = state;

	list->plain = plain;
	list->resource = query_resource(argument);
	list->query = query_copy(argument);
	list->page = 1;
	list->total = list->pages = -1;
	plain_list_ask_take(list, NULL, 1);
}

static void close_room(struct plain *plain, void *state)
{
	struct list *list = state;

	(void)plain;
	client_cancel(list->call);
	plain_export_free(list->export);
	forget_asked(list);
	query_free(list->query);
	json_free(list->rows);
}

static void write_prompt(struct plain *plain, void *state, FILE *out)
{
	const struct list *list = state;

	(void)plain;
	fputs(_(list->resource->label), out);
	if (list->pages > 1)
		fprintf(out, _(", page %d of %lld"), list->page, (long long)list->pages);
	if (json_size(list->rows))
		fputs(_(", number opens"), out);
}

static bool other(struct plain *plain, void *state, const char *line)
{
	struct list *list = state;
	size_t number;

	if (!number_read(line, json_size(list->rows), &number))
		return false;
	const struct json *row = json_at(list->rows, number - 1);
	const char *key = json_member_text(row, list->resource->schema->key);
	if (list->resource->taken_over_as)
		plain_record_open_row(plain, list->resource, row);
	else if (key && *key)
		plain_record_open(plain, list->resource, key);
	else
		say(plain, "%s", _("The service gave this row no number to open it by."));
	return true;
}

static const struct room_class list_room = {
	.label = N_("List"),
	.state_size = sizeof(struct list),
	ROOM_COMMANDS(commands),
	.open = open_room,
	.prompt = write_prompt,
	.other = other,
	.close = close_room,
};

void plain_list_open_take(struct plain *plain, struct query *query)
{
	room_push(plain, &list_room, query);
	query_free(query);
}

void plain_list_open(struct plain *plain, const struct resource *resource)
{
	plain_list_open_take(plain, query_new(resource));
}
