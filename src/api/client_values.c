/* SPDX-License-Identifier: ISC */
#include "api/client_values.h"

#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"

/* Words of a record, not of the screen: they are printed and compared. */
static const char *const known_from[] = {
	[CHOICE_SERVICE] = "organization",
	[CHOICE_PROFILE] = "profile",
	[CHOICE_RECORDS] = "records",
};

static struct json *value_row(const struct dialect_resource *resource, const struct choice *choice)
{
	struct json *row = json_new_object();

	json_put_take(row, resource->resource->schema->key, json_new_string(choice->value));
	json_put_take(row, resource->known_from, json_new_string(known_from[choice->from]));
	return row;
}

/* --- lists ----------------------------------------------------------------------------------- */

struct values_call {
	struct client_call base;
	struct query *query;
	int page, page_size;
	struct client_call *asking;
	client_page_fn *fn;
	void *data;
};

static struct values_call *values_of(struct client_call *call)
{
	return (struct values_call *)call;
}

static void values_finish(struct client_call *call)
{
	client_cancel(values_of(call)->asking);
	query_free(values_of(call)->query);
}

static void values_fail(struct client_call *call, const struct failure *failure)
{
	values_of(call)->fn(values_of(call)->data, NULL, failure);
}

static const struct call_class values_class = { sizeof(struct values_call), values_finish,
						values_fail };

static int rising(const void *a, const void *b)
{
	return text_casecmp((*(const struct choice *const *)a)->value,
			    (*(const struct choice *const *)b)->value);
}

static void turn_round(const struct choice **choices, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		const struct choice *choice = choices[i];

		choices[i] = choices[count - 1 - i];
		choices[count - 1 - i] = choice;
	}
}

/* Those of list that the query asks for, in its order. The caller frees. */
static const struct choice **matching(const struct choice_list *list, const struct query *query,
				      size_t *count)
{
	const struct choice **choices = xcalloc(list->count + 1, sizeof(struct choice *));
	const char *search = query_search(query);

	*count = 0;
	for (size_t i = 0; i < list->count; i++)
		if (!search || text_contains(list->rows[i].value, search))
			choices[(*count)++] = &list->rows[i];
	if (query_sort(query))
		qsort(choices, *count, sizeof(struct choice *), rising);
	if (query_sort(query) && query_descending(query))
		turn_round(choices, *count);
	return choices;
}

static void give_page(struct values_call *call, const struct choice_list *list)
{
	struct json *rows = json_new_array();
	size_t count, from = (size_t)(call->page - 1) * (size_t)call->page_size;
	const struct choice **choices = matching(list, call->query, &count);
	struct page page = { .rows = rows, .number = call->page, .total = (int64_t)count };

	for (; page.row_count < (size_t)call->page_size && from + page.row_count < count;
	     page.row_count++)
		json_append_take(rows, value_row(call->base.resource, choices[from + page.row_count]));
	page.pages = ((int64_t)count + call->page_size - 1) / call->page_size;
	page.partial = !list->complete;
	client_call_detach(&call->base);
	call->fn(call->data, &page, NULL);
	client_call_free(&call->base);
	json_free(rows);
	free(choices);
}

static void values_came(void *data, const struct choice_list *list, const struct failure *failure)
{
	struct values_call *call = data;

	call->asking = NULL;
	if (failure)
		client_call_fail(&call->base, failure);
	else
		give_page(call, list);
}

struct client_call *client_list_values(struct client *client, const struct query *query, int page,
				       int page_size, client_page_fn *fn, void *data)
{
	const struct resource *resource = query_resource(query);
	const struct field *sort = query_sort(query);
	struct values_call *call = client_call_new(
		client, &values_class, dialect_resource(client->dialect, resource), NULL);

	call->query = query_copy(query);
	call->page = page;
	call->page_size = page_size;
	call->fn = fn;
	call->data = data;
	if (!sort || client_can_sort(client, resource, sort)) {
		call->asking = client_choices(client, resource->source, values_came, call);
	} else {
		error_set(&call->base.error, ERROR_INPUT, _("The service cannot sort by %s."),
			  _(sort->label));
		client_call_fail_later(&call->base);
	}
	return &call->base;
}

/* --- one of them ----------------------------------------------------------------------------- */

struct value_call {
	struct client_call base;
	struct json *row;
	struct client_call *asking;
	client_record_fn *fn;
	void *data;
};

static struct value_call *value_of(struct client_call *call)
{
	return (struct value_call *)call;
}

static void value_finish(struct client_call *call)
{
	client_cancel(value_of(call)->asking);
	json_free(value_of(call)->row);
}

static void value_fail(struct client_call *call, const struct failure *failure)
{
	value_of(call)->fn(value_of(call)->data, NULL, failure);
}

static const struct call_class value_class = { sizeof(struct value_call), value_finish, value_fail };

static void succeed(struct value_call *call)
{
	struct record *record =
		record_new_take(call->base.resource->resource->schema, call->row, NULL);

	call->row = NULL;
	client_call_detach(&call->base);
	call->fn(call->data, record, NULL);
	client_call_free(&call->base);
}

/* Where the service does not say how many there are, pages of one row may. */
static void counted(void *data, const struct page *page, const struct failure *failure)
{
	struct value_call *call = data;

	call->asking = NULL;
	if (failure) {
		client_call_fail(&call->base, failure);
		return;
	}
	int64_t count = page->total >= 0 ? page->total : page->pages;
	if (count >= 0)
		json_put_take(call->row, call->base.resource->count->member,
			      json_new_integer(count));
	succeed(call);
}

static void count(struct value_call *call, const char *value)
{
	const struct value_count *what = call->base.resource->count;
	struct query *query = query_new(what->resource);

	query_add(query, schema_field(what->resource->schema, what->field), OP_EQUALS, value, NULL);
	call->asking = client_list(call->base.client, query, 1, 1, counted, call);
	query_free(query);
}

static const struct choice *find(const struct choice_list *list, const char *value)
{
	for (size_t i = 0; i < list->count; i++)
		if (text_casecmp(list->rows[i].value, value) == 0)
			return &list->rows[i];
	return NULL;
}

static void choices_came(void *data, const struct choice_list *list, const struct failure *failure)
{
	struct value_call *call = data;
	const struct choice *choice = find(list, call->base.key);

	call->asking = NULL;
	if (choice) {
		call->row = value_row(call->base.resource, choice);
		if (call->base.resource->count)
			count(call, choice->value);
		else
			succeed(call);
	} else if (failure) {
		client_call_fail(&call->base, failure);
	} else {
		struct failure missing = { .status = 404 };

		error_set(&missing.error, ERROR_MISSING, _(call->base.resource->resource->missing),
			  call->base.key);
		client_call_fail(&call->base, &missing);
	}
}

struct client_call *client_get_value(struct client *client, const struct dialect_resource *resource,
				     const char *key, client_record_fn *fn, void *data)
{
	struct value_call *call = client_call_new(client, &value_class, resource, key);

	call->fn = fn;
	call->data = data;
	call->asking = client_choices(client, resource->resource->source, choices_came, call);
	return &call->base;
}
