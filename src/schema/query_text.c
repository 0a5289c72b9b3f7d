/* SPDX-License-Identifier: ISC */
#include "schema/query.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "base/word.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/resource.h"

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

static const char *const op_labels[OP_COUNT] = {
	[OP_STARTS_WITH] = N_("starts with"),
	[OP_CONTAINS] = N_("contains"),
	[OP_NOT_CONTAINS] = N_("does not contain"),
	[OP_ENDS_WITH] = N_("ends with"),
	[OP_EQUALS] = N_("is"),
	[OP_NOT_EQUALS] = N_("is not"),
	[OP_GT] = N_("after"),
	[OP_GTE] = N_("from"),
	[OP_LT] = N_("before"),
	[OP_LTE] = N_("up to"),
};

static const char *const amount_op_labels[OP_COUNT] = {
	[OP_GT] = N_("more than"),
	[OP_GTE] = N_("at least"),
	[OP_LT] = N_("less than"),
	[OP_LTE] = N_("at most"),
};

const char *filter_op_label(enum filter_op op, const struct field *field)
{
	const char *label = field->kind->amount ? amount_op_labels[op] : NULL;

	return field->says_op ? "" : _(label ? label : op_labels[op]);
}

static void put_listed(FILE *out, const char *name)
{
	fprintf(out, "%s%s", ftell(out) > 0 ? ", " : "", name);
}

char *filter_op_list(unsigned ops)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (int op = 0; op < OP_COUNT; op++)
		if (ops & (1U << op))
			put_listed(out, op_names[op]);
	fclose(out);
	return text;
}

static bool unknown_op(const struct query *query, const struct field *field, const char *op,
		       const char *condition, struct error *err)
{
	unsigned ops = query_ops(query, field);
	struct nearest nearest = nearest_to(op);

	for (int i = 0; i < OP_COUNT; i++)
		if (ops & (1U << i))
			nearest_offer(&nearest, op_names[i]);
	char *question = nearest_question(&nearest), *names = filter_op_list(ops);
	error_set(err, ERROR_INPUT, _("%s: no such operator%s (%s takes %s)"), condition, question,
		  field->name, names);
	free(question);
	free(names);
	return false;
}

static bool is_filterable(const struct query *query, const struct field *field)
{
	return query_ops(query, field) != 0;
}

static bool is_sortable(const struct query *query, const struct field *field)
{
	(void)query;
	return query_can_sort(field);
}

typedef bool field_test(const struct query *query, const struct field *field);

static bool unknown_field(const struct query *query, const struct schema *schema, const char *word,
			  field_test *would_do, struct error *err)
{
	struct nearest nearest = nearest_to(word);
	char *names;
	size_t len;
	FILE *out = xmemstream(&names, &len);

	for (size_t i = 0; i < schema->field_count; i++)
		if (would_do(query, &schema->fields[i])) {
			nearest_offer(&nearest, schema->fields[i].name);
			put_listed(out, schema->fields[i].name);
		}
	fclose(out);
	char *question = nearest_question(&nearest);
	if (*names)
		error_set(err, ERROR_INPUT, _("%s: no such field%s (there are %s)"), word, question,
			  names);
	else
		error_set(err, ERROR_INPUT, _("%s: the service cannot filter these"), word);
	free(question);
	free(names);
	return false;
}

static bool find_op(const char *name, enum filter_op *op)
{
	for (int i = 0; i < OP_COUNT; i++)
		if (text_casecmp(op_names[i], name) == 0) {
			*op = (enum filter_op)i;
			return true;
		}
	return false;
}

/* With whole values; the others look for a part of their text. */
static bool compares(enum filter_op op)
{
	return op >= OP_EQUALS;
}

static char *part(const struct kind *kind, const char *typed)
{
	char *text = kind->part ? kind->part(typed) : xstrdup(typed);

	if (!*text)
		xreplace(&text, typed); /* all of it says nothing: that is the service's to judge */
	return text;
}

char *query_value(const struct field *field, enum filter_op op, const char *typed, struct error *err)
{
	if (!field->kind->checked || !compares(op))
		return part(field->kind, typed);
	struct json *parsed = field->kind->parse(typed, err);
	if (!parsed)
		return NULL;
	char *text = json_type(parsed) == JSON_STRING ? xstrdup(json_text(parsed)) : json_print(parsed);
	json_free(parsed);
	return text;
}

static bool add_condition(struct query *query, const struct field *field, enum filter_op op,
			  const char *typed, struct error *err)
{
	/* Which operators there are says more than that the value is wrong for this one. */
	bool legal = query_ops(query, field) & (1U << op);
	char *value = legal ? query_value(field, op, typed, err) : xstrdup(typed);
	bool ok = value ? query_add(query, field, op, value, err)
			: error_prefix(err, "%s:%s:%s", field->name, op_names[op], typed);

	free(value);
	return ok;
}

bool query_add_text(struct query *query, const char *text, struct error *err)
{
	const struct schema *schema = resource_criteria(query_resource(query));
	const char *first = strchr(text, ':');
	const char *second = first ? strchr(first + 1, ':') : NULL;
	enum filter_op op;

	if (!query_resource(query)->filter_ops)
		return error_set(err, ERROR_INPUT, _("%s: the service cannot filter these"), text);
	if (!second)
		return error_set(err, ERROR_INPUT, _("%s: write FIELD:OPERATOR:VALUE, such as %s"),
				 text, query_resource(query)->filter_example);
	char *name = xstrndup(text, (size_t)(first - text));
	char *op_name = xstrndup(first + 1, (size_t)(second - first - 1));
	const struct field *field = schema_field_meant(schema, name);
	bool ok = !field                   ? unknown_field(query, schema, name, is_filterable, err)
		  : !find_op(op_name, &op) ? unknown_op(query, field, op_name, text, err)
					   : add_condition(query, field, op, second + 1, err);
	free(name);
	free(op_name);
	return ok;
}

bool query_set_sort_text(struct query *query, const char *text, struct error *err)
{
	bool descending = *text == '-';
	const struct schema *schema = query_resource(query)->schema;
	const struct field *field = schema_field_meant(schema, text + descending);

	if (!field)
		return unknown_field(query, schema, text + descending, is_sortable, err);
	return query_set_sort(query, field, descending, err);
}

static void separate(FILE *out)
{
	if (ftell(out) > 0)
		fputc(' ', out);
}

/* "2026-01-31", "2026-01-31 10:20": as people write a time, by their own clock. The caller frees. */
static char *time_text(const struct json *value)
{
	static const char day_begins[] = " 00:00";
	char *text = kind_time.format(value);
	size_t len = strlen(text), end = sizeof(day_begins) - 1;

	if (len > end && strcmp(text + len - end, day_begins) == 0)
		text[len - end] = '\0';
	return text;
}

/* A time as time_text, where that says all of it; else as it is sent. The caller frees. */
static char *value_for_people(const struct condition *condition)
{
	bool is_time = condition->field->kind == &kind_time;
	struct json *value = is_time ? kind_time.parse(condition->value, NULL) : NULL;
	char *text = value ? time_text(value) : NULL;
	struct json *back = text ? kind_time.parse(text, NULL) : NULL;
	bool same = back && strcmp(json_text(back), json_text(value)) == 0;

	json_free(back);
	json_free(value);
	if (same)
		return text;
	free(text);
	return xstrdup(condition->value);
}

static void print_condition(FILE *out, const struct condition *condition, bool for_people)
{
	char *value = for_people ? value_for_people(condition) : xstrdup(condition->value);

	fprintf(out, "%s:%s:", condition->field->name, op_names[condition->op]);
	word_print(out, value);
	free(value);
}

static char *print(const struct query *query, bool with_sort, bool for_people)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < query_size(query); i++) {
		separate(out);
		print_condition(out, query_at(query, i), for_people);
	}
	if (query_sort(query) && with_sort) {
		separate(out);
		fprintf(out, "sort=%s%s", query_descending(query) ? "-" : "",
			query_sort(query)->name);
	}
	if (query_search(query)) {
		separate(out);
		fputs("search=", out);
		word_print(out, query_search(query));
	}
	fclose(out);
	return text;
}

char *query_print(const struct query *query)
{
	return print(query, true, false);
}

char *query_readable(const struct query *query)
{
	return print(query, true, true);
}

char *query_filter_text(const struct query *query)
{
	return print(query, false, true);
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

	while (ok && (word = word_next(&line, &open))) {
		ok = open ? error_set(err, ERROR_INPUT, _("%s: a quote is missing at the end"),
				      word)
			  : parse_word(query, word, err);
		free(word);
	}
	if (ok && query_check(query, err))
		return query;
	query_free(query);
	return NULL;
}
