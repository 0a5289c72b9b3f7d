/* What narrows and orders a list: each as a line, behind its command or asked for. */
/* SPDX-License-Identifier: ISC */
#include "plain/list.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "plain/plain_state.h"
#include "plain/say.h"
#include "schema/field.h"
#include "schema/pick_item.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "work/search_fields.h"

/* While a search call answers, filters and sort rest (N20). */
static bool rests(const struct list *list)
{
	return query_search(list->query) &&
	       client_search_rests_filters(list->plain->client, list->resource);
}

static bool say_rests(struct list *list)
{
	if (rests(list))
		say(list->plain, "%s",
		    _("Filter and sort rest while this search lasts; F takes it away."));
	return rests(list);
}

/* --- search ------------------------------------------------------------------------ */

static void search_answered(void *data, const char *line)
{
	struct list *list = data;

	if (!line || (!*line && !query_search(list->query)))
		return;
	struct query *query = query_copy(list->query);
	search_fields_make_room(query, NULL);
	query_set_search(query, line);
	plain_list_ask_take(list, query, 1);
}

void plain_list_search(struct plain *plain, void *state, const char *argument)
{
	if (*argument)
		search_answered(state, argument);
	else
		ask_line(plain, _("Search for, or an empty line for everything"), search_answered,
			 state);
}

/* --- filter ------------------------------------------------------------------------ */

/* The line is of conditions alone: sort and search stay as they are. */
static bool read_conditions(struct list *list, const char *line, struct error *err)
{
	struct query *read = query_parse(list->resource, line, err);

	if (!read)
		return false;
	struct query *query = query_copy(list->query);
	const struct condition *condition;
	bool ok = true;

	query_clear_filters(query);
	for (size_t i = 0; ok && (condition = query_at(read, i)); i++)
		ok = query_add(query, condition->field, condition->op, condition->value, err);
	if (ok && query_sort(read))
		ok = query_set_sort(query, query_sort(read), query_descending(read), err);
	if (query_search(read))
		query_set_search(query, query_search(read));
	query_free(read);
	if (ok)
		plain_list_ask_take(list, query, 1);
	else
		query_free(query);
	return ok;
}

static void filter_answered(void *data, const char *line)
{
	struct list *list = data;
	struct error err;

	if (line && *line && !read_conditions(list, line, &err))
		say(list->plain, "%s", err.message);
}

void plain_list_filter(struct plain *plain, void *state, const char *argument)
{
	struct list *list = state;

	if (say_rests(list))
		return;
	if (*argument) {
		filter_answered(list, argument);
		return;
	}
	if (search_fields_have_text(list->resource)) {
		plain_list_ask_fields(list);
		return;
	}
	char *fields = query_field_list(list->resource), *now = query_filter_text(list->query);
	say(plain, _("Fields: %s"), fields);
	if (*now)
		say(plain, _("Now: %s"), now);
	say(plain, _("Such as: %s"), list->resource->filter_example);
	ask_line(plain, _("Filter, or an empty line to leave it as it is"), filter_answered, list);
	free(now);
	free(fields);
}

void plain_list_clear(struct plain *plain, void *state, const char *argument)
{
	struct list *list = state;
	struct query *query = query_copy(list->query);

	(void)plain;
	(void)argument;
	query_clear_filters(query);
	query_set_search(query, NULL);
	plain_list_ask_take(list, query, 1);
}

/* --- sort --------------------------------------------------------------------------- */

static void sort_by(struct list *list, const char *text)
{
	struct query *query = query_copy(list->query);
	struct error err;

	if (query_set_sort_text(query, text, &err)) {
		plain_list_ask_take(list, query, 1);
	} else {
		say(list->plain, "%s", err.message);
		query_free(query);
	}
}

/* The field that it is sorted by already turns the list round. */
static void sort_chosen(void *data, const char *value)
{
	struct list *list = data;

	if (!value)
		return;
	const struct field *field = query_sort(list->query);
	bool turns = field && strcmp(field->name, value) == 0 && !query_descending(list->query);
	char *text = xasprintf("%s%s", turns ? "-" : "", value);
	sort_by(list, text);
	free(text);
}

static void ask_field(struct list *list)
{
	const struct schema *schema = list->resource->schema;
	struct pick_item *items = xcalloc(schema->field_count, sizeof(*items));
	size_t count = 0;

	for (size_t i = 0; i < schema->field_count; i++)
		if ((schema->fields[i].in & IN_LIST) &&
		    client_can_sort(list->plain->client, list->resource, &schema->fields[i]))
			items[count++] = (struct pick_item){ schema->fields[i].name,
							     _(schema->fields[i].label) };
	ask_choice(list->plain,
		   &(struct choosing){
			   .title = _("Sort by; the same field again turns the list round."),
			   .items = items,
			   .count = count,
			   .open = true, /* -FIELD */
			   .by_label = true,
			   .fn = sort_chosen,
			   .data = list,
		   });
	free(items);
}

void plain_list_sort(struct plain *plain, void *state, const char *argument)
{
	(void)plain;
	if (say_rests(state))
		return;
	if (*argument)
		sort_by(state, argument);
	else
		ask_field(state);
}
