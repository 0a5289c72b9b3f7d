/* SPDX-License-Identifier: ISC */
#include "schema/query.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
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

static const char *const op_names[OP_COUNT] = {
	[OP_STARTS_WITH] = "startswith",
	[OP_CONTAINS] = "contains",
	[OP_NOT_CONTAINS] = "notcontains",
	[OP_ENDS_WITH] = "endswith",
	[OP_EQUALS] = "equals",
	[OP_NOT_EQUALS] = "notequals",
	[OP_GT] = "gt",
	[OP_GTE] = "gte",
	[OP_LT] = "lt",
	[OP_LTE] = "lte",
};

const char *filter_op_name(enum filter_op op)
{
	return op_names[op];
}

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

static unsigned allowed_ops(const struct query *query, const struct field *field)
{
	return field->in & IN_FILTER ? field->kind->filter_ops & query->resource->filter_ops : 0;
}

/* The names of the operators in ops, separated by commas; the caller frees. */
static char *op_list(unsigned ops)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (int op = 0; op < OP_COUNT; op++)
		if (ops & (1U << op))
			fprintf(out, "%s%s", ftell(out) > 0 ? ", " : "", op_names[op]);
	fclose(out);
	return text;
}

/* Whether the field, on this resource, can be asked for op. */
static bool can_ask(const struct query *query, const struct field *field, enum filter_op op,
		    struct error *err)
{
	unsigned ops = allowed_ops(query, field);

	if (!ops)
		return error_set(err, ERROR_INPUT, _("%s cannot be filtered"), field->name);
	if (!(ops & (1U << op))) {
		char *names = op_list(ops);
		error_set(err, ERROR_INPUT, _("%s cannot be asked for %s; use one of: %s"), op_names[op],
			  field->name, names);
		free(names);
		return false;
	}
	return true;
}

bool query_add(struct query *query, const struct field *field, enum filter_op op, const char *value,
	       struct error *err)
{
	if (!can_ask(query, field, op, err))
		return false;
	query->conditions = xreallocarray(query->conditions, query->size + 1, sizeof(*query->conditions));
	query->conditions[query->size++] = (struct condition){ field, op, xstrdup(value) };
	return true;
}

static bool find_op(const char *name, size_t len, enum filter_op *op)
{
	for (int i = 0; i < OP_COUNT; i++)
		if (strlen(op_names[i]) == len && strncasecmp(op_names[i], name, len) == 0) {
			*op = (enum filter_op)i;
			return true;
		}
	return false;
}

/* The values that a field of yes/no is asked for are the wire's words. */
static char *wire_value(const struct field *field, const char *value, struct error *err)
{
	if (field->kind != &kind_bool)
		return xstrdup(value);
	struct json *parsed = kind_bool.parse(value, err);
	if (!parsed)
		return NULL;
	char *text = json_print(parsed);
	json_free(parsed);
	return text;
}

bool query_add_text(struct query *query, const char *text, struct error *err)
{
	const char *first = strchr(text, ':');
	const char *second = first ? strchr(first + 1, ':') : NULL;
	enum filter_op op = OP_COUNT;

	if (!second)
		return error_set(err, ERROR_INPUT, _("%s: write FIELD:OPERATOR:VALUE, such as companyName:contains:acme"), text);
	char *name = xstrndup(text, (size_t)(first - text));
	const struct field *field = schema_field(query->resource->schema, name);
	bool ok = field || error_set(err, ERROR_INPUT, _("%s: no such field"), name);
	if (ok && !find_op(first + 1, (size_t)(second - first - 1), &op)) {
		char *names = op_list(allowed_ops(query, field));
		ok = error_set(err, ERROR_INPUT, _("%s: no such operator; use one of: %s"), text, names);
		free(names);
	}
	free(name);
	ok = ok && can_ask(query, field, op, err);
	char *value = ok ? wire_value(field, second + 1, err) : NULL;
	ok = value && query_add(query, field, op, value, err);
	free(value);
	return ok;
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

bool query_set_sort(struct query *query, const struct field *field, bool descending, struct error *err)
{
	if (field && !field->kind->scalar)
		return error_set(err, ERROR_INPUT, _("%s cannot be sorted by"), field->name);
	query->sort = field;
	query->descending = field && descending;
	return true;
}

bool query_set_sort_text(struct query *query, const char *text, struct error *err)
{
	bool descending = *text == '-';
	const struct field *field = schema_field(query->resource->schema, text + descending);

	if (!field)
		return error_set(err, ERROR_INPUT, _("%s: no such field to sort by"), text + descending);
	return query_set_sort(query, field, descending, err);
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

/* Writes text so that it is one word: as it is, or in quotes with \" and \\. */
static void print_word(FILE *out, const char *text)
{
	if (*text && !strpbrk(text, " \t\r\n\"\\")) {
		fputs(text, out);
		return;
	}
	fputc('"', out);
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			fputc('\\', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

static void separate(FILE *out)
{
	if (ftell(out) > 0)
		fputc(' ', out);
}

static char *print(const struct query *query, bool with_sort)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < query->size; i++) {
		const struct condition *condition = &query->conditions[i];
		separate(out);
		fprintf(out, "%s:%s:", condition->field->name, op_names[condition->op]);
		print_word(out, condition->value);
	}
	if (query->sort && with_sort) {
		separate(out);
		fprintf(out, "sort=%s%s", query->descending ? "-" : "", query->sort->name);
	}
	if (query->search) {
		separate(out);
		fputs("search=", out);
		print_word(out, query->search);
	}
	fclose(out);
	return text;
}

char *query_print(const struct query *query)
{
	return print(query, true);
}

char *query_filter_text(const struct query *query)
{
	return print(query, false);
}

/* The next word with its quotes resolved; NULL at the end or on an open quote (*open). */
static char *next_word(const char **line, bool *open)
{
	char *word;
	size_t len;

	*line += strspn(*line, " \t\r\n");
	if (!**line)
		return NULL;
	FILE *out = xmemstream(&word, &len);
	*open = false;
	for (; **line && (*open || !strchr(" \t\r\n", **line)); (*line)++) {
		if (**line == '"')
			*open = !*open;
		else if (**line == '\\' && *open && (*line)[1])
			fputc(*++*line, out);
		else
			fputc(**line, out);
	}
	fclose(out);
	return word;
}

static bool parse_word(struct query *query, const char *word, struct error *err)
{
	if (strncmp(word, "sort=", 5) == 0)
		return query_set_sort_text(query, word + 5, err);
	if (strncmp(word, "search=", 7) == 0) {
		query_set_search(query, word + 7);
		return true;
	}
	return query_add_text(query, word, err);
}

struct query *query_parse(const struct resource *resource, const char *line, struct error *err)
{
	struct query *query = query_new(resource);
	bool ok = true, open = false;
	char *word;

	while (ok && (word = next_word(&line, &open))) {
		ok = open ? error_set(err, ERROR_INPUT, _("%s: a quote is missing at the end"), word)
			  : parse_word(query, word, err);
		free(word);
	}
	if (ok)
		return query;
	query_free(query);
	return NULL;
}
