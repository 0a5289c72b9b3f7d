/* SPDX-License-Identifier: ISC */
#include "sandbox/list_query.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/text.h"
#include "sandbox/collection.h"
#include "sandbox/list_style.h"
#include "sandbox/problem.h"
#include "sandbox/selection.h"
#include "sandbox/url.h"
#include "schema/field.h"
#include "schema/json.h"

/* Clauses a caller may send: the service adds one or two of its own. */
enum { MAX_FILTERS = 16 };

struct filter {
	const char *field, *operator, * value; /* NULL: not given */
};

struct filters {
	struct filter list[MAX_FILTERS];
	size_t count;
};

/* ---- Page and order ---- */

static void read_number(const struct url *url, const char *name, int64_t max, int64_t *number,
			struct faults *faults)
{
	const char *text = url_param(url, name);
	char message[64];

	if (!text)
		return;
	size_t digits = strspn(text, "0123456789");
	int64_t value = digits > 0 && digits <= 10 && !text[digits] ? strtoll(text, NULL, 10) : 0;
	if (value >= 1 && value <= max) {
		*number = value;
		return;
	}
	snprintf(message, sizeof(message), "Must be a whole number from 1 to %lld.",
		 (long long)max);
	faults_add(faults, name, message);
}

static bool is_direction(const struct list_style *style, const char *word, const char *direction)
{
	return (style->exact_case ? strcmp(word, direction) : text_casecmp(word, direction)) == 0;
}

static void read_direction(const struct list_style *style, const char *word,
			   struct selection *selection, struct faults *faults)
{
	char message[64];

	if (!word || !*word || is_direction(style, word, style->ascending))
		return;
	selection->descending = is_direction(style, word, style->descending);
	if (selection->descending)
		return;
	snprintf(message, sizeof(message), "Must be %s or %s.", style->ascending,
		 style->descending);
	faults_add(faults, "sortDirection", message);
}

static void read_order(const struct url *url, const struct list_style *style,
		       struct selection *selection, struct faults *faults)
{
	const char *name = url_param(url, style->sort);
	const struct field *field =
		name && *name ? schema_field(selection->collection->schema, name) : selection->sort;

	if (field && column_type(field) != COLUMN_NONE)
		selection->sort = field;
	else
		faults_add(faults, style->sort, "There is no such field to sort by.");
	read_direction(style, url_param(url, "sortDirection"), selection, faults);
}

/* ---- Filters ---- */

static void filter_fault(struct faults *faults, size_t i, const char *part, const char *message)
{
	char *name = xasprintf("filters[%zu].%s", i, part);

	faults_add(faults, name, message);
	free(name);
}

/* filters[INDEX].PART; false when name is something else. */
static bool read_index(const char *name, size_t *index, const char **part)
{
	char *end;

	if (strncasecmp(name, "filters[", 8) != 0 || !isdigit((unsigned char)name[8]))
		return false;
	*index = strtoul(name + 8, &end, 10);
	*part = end + 2;
	return end[0] == ']' && end[1] == '.';
}

static void put_part(struct filter *filter, const char *part, const char *value)
{
	if (text_casecmp(part, "field") == 0)
		filter->field = value;
	else if (text_casecmp(part, "operator") == 0)
		filter->operator= value;
	else if (text_casecmp(part, "value") == 0)
		filter->value = value;
}

static void read_indexed(const struct url *url, struct filters *filters, struct faults *faults)
{
	for (size_t i = 0; i < url->param_count; i++) {
		const char *part;
		size_t index;
		if (!read_index(url->params[i].name, &index, &part))
			continue;
		if (index >= MAX_FILTERS) {
			faults_add(faults, "filters", "At most 16 clauses, counted from 0.");
			return;
		}
		put_part(&filters->list[index], part, url->params[i].value);
		if (index >= filters->count)
			filters->count = index + 1;
	}
}

/* The members of each clause borrow from tree. */
static void read_json(const struct json *tree, struct filters *filters, struct faults *faults)
{
	if (json_type(tree) != JSON_ARRAY || json_size(tree) > MAX_FILTERS) {
		faults_add(faults, "filters", "Must be a JSON array of at most 16 clauses.");
		return;
	}
	for (const struct json *clause = json_first(tree); clause; clause = json_next(clause)) {
		struct filter *filter = &filters->list[filters->count++];
		*filter = (struct filter){ json_member_text(clause, "field"),
					   json_member_text(clause, "operator"),
					   json_member_text(clause, "value") };
		if (!filter->value && json_type(json_member(clause, "value")) == JSON_BOOL)
			filter->value =
				json_is_true(json_member(clause, "value")) ? "true" : "false";
	}
}

static bool find_op(const char *name, unsigned ops, enum filter_op *op)
{
	for (int i = 0; i < OP_COUNT; i++)
		if (ops & (1U << i) && text_casecmp(filter_op_name((enum filter_op)i), name) == 0) {
			*op = (enum filter_op)i;
			return true;
		}
	return false;
}

static void add_filter(const struct filter *filter, size_t i, unsigned ops,
		       struct selection *selection, struct faults *faults)
{
	const struct field *field =
		filter->field ? schema_field(selection->collection->schema, filter->field) : NULL;
	bool yes_no = field && column_type(field) == COLUMN_BOOL;
	enum filter_op op;

	if (!filter->field)
		filter_fault(faults, i, "field",
			     "Missing: clauses are counted from 0 without gaps.");
	else if (!field || column_type(field) == COLUMN_NONE)
		filter_fault(faults, i, "field", "There is no such field to filter by.");
	if (!filter->operator)
		filter_fault(faults, i, "operator",
			     "Missing: clauses are counted from 0 without gaps.");
	else if (!find_op(filter->operator, yes_no ? ops & OPS_EQUALITY : ops, &op))
		filter_fault(faults, i, "operator", "This operator is not known for this field.");
	else if (!filter->value)
		filter_fault(faults, i, "value",
			     "Missing: clauses are counted from 0 without gaps.");
	else if (yes_no && text_casecmp(filter->value, "true") != 0 &&
		 text_casecmp(filter->value, "false") != 0)
		filter_fault(faults, i, "value", "Must be true or false.");
	else if (field && column_type(field) != COLUMN_NONE)
		selection_add(selection, field, op, filter->value);
}

static void read_filters(const struct url *url, unsigned ops, struct selection *selection,
			 struct faults *faults)
{
	struct filters filters = { .count = 0 };
	const char *text = url_param(url, "filters");
	struct json *tree = NULL;

	read_indexed(url, &filters, faults);
	if (text && filters.count > 0) {
		faults_add(faults, "filters",
			   "Send either filters[0].field and so on, or a JSON array, not both.");
	} else if (text) {
		struct error err;
		tree = json_parse(text, strlen(text), &err);
		if (tree)
			read_json(tree, &filters, faults);
		else
			faults_add(faults, "filters", err.message);
	}
	for (size_t i = 0; i < filters.count; i++)
		add_filter(&filters.list[i], i, ops, selection, faults);
	json_free(tree);
}

void list_query_read(const struct url *url, const struct list_style *style, unsigned ops,
		     struct selection *selection, struct faults *faults)
{
	read_number(url, "pageNumber", INT32_MAX, &selection->page, faults);
	read_number(url, "pageSize", LIST_MAX_PAGE_SIZE, &selection->page_size, faults);
	read_order(url, style, selection, faults);
	if (ops)
		read_filters(url, ops, selection, faults);
}

void list_query_read_search(const struct url *url, struct selection *selection,
			    struct faults *faults)
{
	static const char *const names[] = {
		"query", "search", "searchTerm", "keyword", "term", "q"
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *keyword = url_param(url, names[i]);
		if (keyword && *keyword) {
			selection_add(selection, NULL, OP_CONTAINS, keyword);
			return;
		}
	}
	faults_add(faults, "query", "Say what to search for.");
}
