/* SPDX-License-Identifier: ISC */
#include "schema/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"

struct query {
	const struct resource *resource;
	struct condition *conditions;
	size_t size;
	const struct field *sort;
	bool descending;
	char *search;
};

struct query *query_new(const struct resource *resource)
{
	struct query *query = xcalloc(1, sizeof(*query));

	query->resource = resource;
	return query;
}

struct query *query_copy(const struct query *query)
{
	struct query *copy = query_new(query->resource);

	for (size_t i = 0; i < query->size; i++) {
		const struct condition *condition = &query->conditions[i];
		query_add(copy, condition->field, condition->op, condition->value, NULL);
	}
	copy->sort = query->sort;
	copy->descending = query->descending;
	query_set_search(copy, query->search);
	return copy;
}

void query_free(struct query *query)
{
	if (!query)
		return;
	query_clear_filters(query);
	free(query->conditions);
	free(query->search);
	free(query);
}

bool query_equal(const struct query *a, const struct query *b)
{
	char *x = query_print(a), *y = query_print(b);
	bool equal = a->resource == b->resource && strcmp(x, y) == 0;

	free(x);
	free(y);
	return equal;
}

const struct resource *query_resource(const struct query *query)
{
	return query->resource;
}

unsigned query_ops(const struct query *query, const struct field *field)
{
	unsigned ops = field->ops ? field->ops : field->kind->filter_ops;

	return field->in & IN_FILTER ? ops & query->resource->filter_ops : 0;
}

static bool wrong_op(const struct query *query, const struct field *field, enum filter_op op,
		     struct error *err)
{
	char *names = filter_op_list(query_ops(query, field));

	error_set(err, ERROR_INPUT, _("%s cannot be asked for %s, only for %s"), field->name,
		  filter_op_name(op), names);
	free(names);
	return false;
}

/* --- search fields: each once, one of them on its own --------------------------------------------- */

static bool is_alone(const struct query *query, const struct field *field)
{
	const char *alone = query->resource->alone;

	return alone && strcmp(field->name, alone) == 0;
}

static bool refuse_beside(const struct field *alone, struct error *err)
{
	return error_set(err, ERROR_INPUT,
			 _("%s is looked up on its own, without other conditions or a search text"),
			 alone->name);
}

/* Whether field can stand beside the conditions but the one at replaced, and the search text. */
static bool check_beside(const struct query *query, const struct field *field, size_t replaced,
			 struct error *err)
{
	if (is_alone(query, field) && query->search)
		return refuse_beside(field, err);
	for (size_t i = 0; query->resource->criteria && i < query->size; i++) {
		const struct field *other = query->conditions[i].field;
		if (i == replaced)
			continue;
		if (other == field)
			return error_set(err, ERROR_INPUT, _("%s can be asked for only once"), field->name);
		if (is_alone(query, field) || is_alone(query, other))
			return refuse_beside(is_alone(query, field) ? field : other, err);
	}
	return true;
}

bool query_check(const struct query *query, struct error *err)
{
	for (size_t i = 0; i < query->size; i++)
		if (!check_beside(query, query->conditions[i].field, i, err))
			return false;
	return true;
}

/* --- conditions ------------------------------------------------------------------------------------ */

static bool can_be_asked(const struct query *query, const struct field *field, enum filter_op op,
			 struct error *err)
{
	unsigned ops = query_ops(query, field);

	if (!ops)
		return error_set(err, ERROR_INPUT, _("%s cannot be filtered"), field->name);
	return ops & (1U << op) ? true : wrong_op(query, field, op, err);
}

bool query_add(struct query *query, const struct field *field, enum filter_op op, const char *value,
	       struct error *err)
{
	if (!can_be_asked(query, field, op, err) || !check_beside(query, field, query->size, err))
		return false;
	query->conditions =
		xreallocarray(query->conditions, query->size + 1, sizeof(*query->conditions));
	query->conditions[query->size++] = (struct condition){ field, op, xstrdup(value) };
	return true;
}

bool query_replace(struct query *query, size_t i, const struct condition *condition, struct error *err)
{
	if (!can_be_asked(query, condition->field, condition->op, err) ||
	    !check_beside(query, condition->field, i, err))
		return false;
	char *value = xstrdup(condition->value); /* it may be the one that goes */
	free(query->conditions[i].value);
	query->conditions[i] = (struct condition){ condition->field, condition->op, value };
	return true;
}

void query_remove(struct query *query, size_t i)
{
	if (i >= query->size)
		return;
	free(query->conditions[i].value);
	memmove(&query->conditions[i], &query->conditions[i + 1],
		(query->size - i - 1) * sizeof(*query->conditions));
	query->size--;
}

void query_clear_filters(struct query *query)
{
	while (query->size > 0)
		query_remove(query, query->size - 1);
}

size_t query_size(const struct query *query)
{
	return query->size;
}

const struct condition *query_at(const struct query *query, size_t i)
{
	return i < query->size ? &query->conditions[i] : NULL;
}

bool query_can_sort(const struct field *field)
{
	return field->kind->scalar && !field->inside;
}

bool query_set_sort(struct query *query, const struct field *field, bool descending,
		    struct error *err)
{
	if (field && !query_can_sort(field))
		return error_set(err, ERROR_INPUT, _("%s cannot be sorted by"), field->name);
	query->sort = field;
	query->descending = field && descending;
	return true;
}

const struct field *query_sort(const struct query *query)
{
	return query->sort;
}

bool query_descending(const struct query *query)
{
	return query->descending;
}

void query_set_search(struct query *query, const char *text)
{
	xreplace(&query->search, text && *text ? text : NULL);
}

const char *query_search(const struct query *query)
{
	return query->search;
}
