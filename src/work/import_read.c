/* Reads the rows of an import and looks at each, a slice in each turn of the loop. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/text_file.h"
#include "net/loop.h"
#include "schema/field.h"
#include "schema/resource.h"
#include "work/import_source.h"
#include "work/import_state.h"

enum {
	SLICE_MS = 20,	 /* keys wait no longer than that */
	SLICE_ROWS = 64, /* between two looks at the clock */
	ROWS_MAX = 5 * 1000 * 1000,
};

/* What of the file is not in cells yet: one row of it. */
static bool read_row(struct import *import, struct error *err)
{
	struct import_source_row row;

	switch (import_source_next(import->source, &row, err)) {
	case IMPORT_GOT_ERROR:
		return false;
	case IMPORT_GOT_END:
		import_source_close(import->source);
		import->source = NULL;
		return true;
	case IMPORT_GOT_ROW:
		break;
	}
	if (import->count == ROWS_MAX)
		return error_set(err, ERROR_INPUT, _("%s has more than %d rows: divide it"), import_name(import),
				 ROWS_MAX);
	import_add_row(import, (uint32_t)row.line, row.too_many);
	return text_file_add(import->cells, row.text, row.len, err);
}

static void say_twice(struct import *import, uint32_t row, const char *key, uint32_t other)
{
	const struct schema *schema = import->resource->schema;
	const char *label = _(schema_field(schema, schema->key)->label);
	char *text = xasprintf(_("%s: %s is in line %u already"), label, key,
			       (unsigned)import->rows[other].line);

	import_judge_wrong(import, row, key, text);
	free(text);
}

static void check(struct import *import, uint32_t row)
{
	const struct import_cells *cells = import_cells(import, row);
	struct error err = { 0 };
	char *key = NULL;

	if (import->rows[row].too_long) {
		import_judge_wrong(import, row, NULL, _("There are more cells than columns"));
		return;
	}
	if (!import->class->check(import, cells, &key, &err)) {
		import_judge_wrong(import, row, key, err.message);
	} else {
		uint32_t other = import_give_key(import, row, key);

		if (other != ROW_NONE)
			say_twice(import, row, key, other);
	}
	free(key);
}

static bool check_next(struct import *import, struct error *err)
{
	if (import->checked == import->count && !read_row(import, err))
		return false;
	if (import->checked < import->count)
		check(import, (uint32_t)import->checked++);
	return import->err.code == ERROR_NONE ||
	       error_set(err, import->err.code, "%s", import->err.message);
}

static bool is_over(const struct import *import)
{
	return !import->source && import->checked == import->count;
}

static void next_slice(void *data)
{
	struct import *import = data;

	import->turn = NULL;
	import_read_on(import);
}

void import_read_on(struct import *import)
{
	int64_t until_ms = clock_now_ms() + SLICE_MS;
	struct error err;

	while (!is_over(import) && clock_now_ms() < until_ms)
		for (int i = 0; i < SLICE_ROWS && !is_over(import); i++)
			if (!check_next(import, &err)) {
				import_fail(import, &err);
				return;
			}
	if (is_over(import))
		import_compare_start(import);
	else
		import->turn = loop_after(import->loop, 0, next_slice, import);
	import_tell(import);
}
