/* SPDX-License-Identifier: ISC */
#include "api/page_read.h"

#include <stdlib.h>

#include "api/dialect.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

/* A total above this is a mistake, and would not fit when it is multiplied. */
#define TOTAL_MAX (INT64_C(1) << 40)

/* The first of the names that is a count, also one written as a text; -1 when none is. */
static int64_t count_member(const struct json *envelope, const char *const names[])
{
	for (size_t i = 0; names[i]; i++) {
		const struct json *member = json_member(envelope, names[i]);
		const char *text = json_text(member);
		int64_t value;
		char *end;

		if (json_integer(member, &value)) {
			if (value >= 0 && value <= TOTAL_MAX)
				return value;
		} else if (text && *text >= '0' && *text <= '9') {
			value = strtoll(text, &end, 10);
			if (!*end && value <= TOTAL_MAX)
				return value;
		}
	}
	return -1;
}

/* What the envelope says under one of the names, in the member that should have it or beside that; -1
 * when it does not. */
static int64_t said(const struct envelope *envelope, const struct json *tree, const char *const names[])
{
	const struct json *inside = envelope->inside ? json_member(tree, envelope->inside) : NULL;
	int64_t count = count_member(inside, names);

	return count >= 0 ? count : count_member(tree, names);
}

static bool is_envelope(const struct envelope *names, const struct json *tree)
{
	return said(names, tree, names->total) >= 0 || said(names, tree, names->page) >= 0 ||
	       said(names, tree, names->pages) >= 0;
}

/* Null, absent and empty list are alike (contract README): a member of that name is enough, or that
 * the rest is an envelope. False when there is no list at all. */
static bool find_rows(const struct dialect *dialect, const char *const names[], struct json *tree,
		      struct json **rows)
{
	bool named = false;

	*rows = NULL;
	if (json_type(tree) == JSON_ARRAY) {
		*rows = tree;
		return true;
	}
	for (size_t i = 0; names[i]; i++) {
		const struct json *member = json_member(tree, names[i]);
		if (json_type(member) == JSON_ARRAY) {
			*rows = json_edit(tree, member);
			return true;
		}
		named = named || (member && json_type(member) == JSON_NULL);
	}
	return json_type(tree) == JSON_OBJECT && (named || is_envelope(&dialect->envelope, tree));
}

static void drop_what_is_no_object(struct json *rows)
{
	for (const struct json *row = json_first(rows), *next; row; row = next) {
		next = json_next(row);
		if (json_type(row) != JSON_OBJECT)
			json_remove(rows, row);
	}
}

/* Keeps count rows from the one at first on. */
static void keep_rows(struct json *rows, size_t first, size_t count)
{
	size_t i = 0;

	for (const struct json *row = json_first(rows), *next; row; row = next, i++) {
		next = json_next(row);
		if (i < first || i >= first + count)
			json_remove(rows, row);
	}
}

/* A bare array (N26) says nothing about pages. One longer than was asked for is the whole list; a
 * shorter one is its end; one just as long may be either. */
static void read_bare(struct json *rows, int page_size, struct page *page)
{
	size_t size = json_size(rows), before = (size_t)(page->number - 1) * (size_t)page_size;

	if (size > (size_t)page_size) {
		keep_rows(rows, before, (size_t)page_size);
		page->total = (int64_t)size;
	} else {
		page->total = -1;
	}
	page->rows = rows;
	page->row_count = json_size(rows);
}

/* A page behind the end may be answered with the last one; otherwise the page is the one asked for,
 * whatever the service calls it. */
static void settle_number(int64_t number, int page_size, struct page *page)
{
	bool behind_end =
		page->total >= 0 && (int64_t)(page->number - 1) * page_size >= page->total;

	if (behind_end && page->row_count > 0 && number >= 1 && number < page->number)
		page->number = (int)number;
}

static void read_envelope(const struct envelope *names, const struct json *tree, struct json *rows,
			  int page_size, struct page *page)
{
	keep_rows(rows, 0, (size_t)page_size);
	page->rows = rows;
	page->row_count = json_size(rows);
	page->total = said(names, tree, names->total);
	page->pages = said(names, tree, names->pages);
	settle_number(said(names, tree, names->page), page_size, page);
}

/* Totals may be missing, or lie: what was seen is certain. */
static void settle_totals(int page_size, struct page *page)
{
	int64_t seen = (int64_t)(page->number - 1) * page_size + (int64_t)page->row_count;
	bool is_end =
		page->row_count < (size_t)page_size && (page->row_count > 0 || page->number == 1);

	if (page->total < 0 && page->pages < 0 && is_end)
		page->total = seen;
	if (page->total >= 0 && page->row_count > 0 && page->total < seen)
		page->total = seen;
	if (page->total >= 0 && page->pages < 0)
		page->pages = (page->total + page_size - 1) / page_size;
}

bool page_read(const struct dialect *dialect, const struct dialect_resource *resource,
	       struct json *tree, int number, int page_size, struct page *page)
{
	struct json *rows;

	*page = (struct page){ .number = number, .total = -1, .pages = -1 };
	if (!find_rows(dialect, resource->rows, tree, &rows))
		return false;
	drop_what_is_no_object(rows);
	if (rows == tree)
		read_bare(rows, page_size, page);
	else
		read_envelope(&dialect->envelope, tree, rows, page_size, page);
	settle_totals(page_size, page);
	for (const struct json *row = json_first(rows); row; row = json_next(row))
		schema_normalise(resource->resource->schema, json_edit(rows, row));
	return true;
}
