/* SPDX-License-Identifier: ISC */
#include "screens/set_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/changes.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "work/field_values.h"
#include "work/job.h"

enum { CELL_KEY, CELL_NAME, CELL_NOW, CELL_AFTER };

/* --- what changes ----------------------------------------------------------------------------- */

/* An object with the field as it is, which text says as JSON; the caller frees. */
static struct json *object_of(const struct field *field, struct json *value)
{
	struct json *object = json_new_object();

	if (value)
		field_put_take(field, object, value);
	return object;
}

static struct json *parse(const char *text)
{
	return *text ? json_parse(text, strlen(text), NULL) : NULL;
}

static bool is_so_already(const struct set_rows *rows, const char *text)
{
	struct json *now = parse(text);
	bool same = !field_values_differ(rows->field, now, rows->value);

	json_free(now);
	return same;
}

static void add_row(struct set_rows *rows, size_t key)
{
	rows->items[rows->count++] = (uint32_t)key;
}

void set_rows_gather(struct set_rows *rows)
{
	const char *text;

	if (rows->items) /* a page that was still under way has said nothing new */
		return;
	rows->items = xcalloc(rows->keys.count + 1, sizeof(*rows->items));
	for (size_t i = 0; i < rows->keys.count; i++)
		if (field_values_at(rows->values, i, &text) == VALUE_MISSING)
			add_row(rows, i);
	rows->missing = rows->count;
	for (size_t i = 0; i < rows->keys.count; i++) {
		if (field_values_at(rows->values, i, &text) != VALUE_KNOWN)
			continue;
		if (is_so_already(rows, text))
			rows->same++;
		else
			add_row(rows, i);
	}
	table_touch(&rows->table);
}

size_t set_rows_changes(const struct set_rows *rows)
{
	return rows->items ? rows->count - rows->missing : 0;
}

/* --- rows ------------------------------------------------------------------------------------- */

static size_t row_count(void *data)
{
	return ((struct set_rows *)data)->count;
}

static char *value_text(const struct set_rows *rows, const char *text)
{
	struct json *object = object_of(rows->field, parse(text));
	char *shown = field_text(rows->field, object);

	json_free(object);
	return shown;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct set_rows *rows = data;
	size_t key = rows->items[row];
	bool missing = row < rows->missing;
	const char *text;

	field_values_at(rows->values, key, &text);
	free(rows->now);
	rows->now = missing ? xstrdup(text) : value_text(rows, text);
	rows->cells[CELL_KEY] = text_list_at(&rows->keys, key);
	rows->cells[CELL_NAME] = known_names_at(&rows->names, key);
	rows->cells[CELL_NOW] = *rows->now ? rows->now : "-";
	rows->cells[CELL_AFTER] = missing ? _("left out") : rows->after;
	return rows->cells;
}

static char row_sign(void *data, size_t row)
{
	return row < ((struct set_rows *)data)->missing ? '!' : '~';
}

static const struct table_source source = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
};

void set_rows_choose_columns(struct set_rows *rows, const struct resource *resource, int cols)
{
	int key_cols = known_names_key_cols(resource);
	int name_cols = known_names_cols(&rows->names, cols);
	struct table_column columns[CELL_AFTER + 1] = {
		{ .label = _("Record"), .width_cols = key_cols, .cell = CELL_KEY },
	};
	size_t count = 1;

	if (rows->cols == cols)
		return;
	rows->cols = cols;
	if (name_cols)
		columns[count++] = (struct table_column){ .label = _("Name"),
							  .width_cols = name_cols,
							  .cell = CELL_NAME };
	columns[count++] = (struct table_column){
		.label = _("Now"),
		.width_cols = (cols - TABLE_FIRST_COL - key_cols - name_cols) / 2,
		.cell = CELL_NOW
	};
	columns[count++] = (struct table_column){ .label = _("After"), .cell = CELL_AFTER };
	table_set_columns(&rows->table, columns, count);
}

/* --- what is made of them ----------------------------------------------------------------------
 */

struct job *set_rows_job(const struct set_rows *rows, const struct resource *resource)
{
	struct job *job = job_new_set_take(resource, rows->field, json_copy(rows->value));
	const char *text;

	for (size_t i = rows->missing; i < rows->count; i++) {
		field_values_at(rows->values, rows->items[i], &text);
		text_list_add(&job->keys, text_list_at(&rows->keys, rows->items[i]));
		text_list_add(&job->was, text);
	}
	return job;
}

void set_rows_write_left_out(const struct set_rows *rows, FILE *out)
{
	if (rows->same)
		fprintf(out, ngettext("%'zu is so already", "%'zu are so already", rows->same),
			rows->same);
	if (rows->missing)
		fprintf(out,
			ngettext("%s%'zu cannot be read", "%s%'zu cannot be read", rows->missing),
			rows->same ? ", " : "", rows->missing);
	if (rows->same + rows->missing)
		fputs(".", out);
}

/* --- beginning and ending --------------------------------------------------------------------- */

void set_rows_init_take(struct set_rows *rows, const struct field *field, struct json *value,
			struct text_list *keys)
{
	struct json *object = object_of(field, json_copy(value));

	*rows = (struct set_rows){ .field = field, .value = value, .keys = *keys };
	*keys = (struct text_list){ 0 };
	rows->after = field_text(field, object);
	json_free(object);
	table_init(&rows->table, &source, rows);
}

void set_rows_finish(struct set_rows *rows)
{
	field_values_free(rows->values);
	table_finish(&rows->table);
	text_list_finish(&rows->keys);
	known_names_finish(&rows->names);
	json_free(rows->value);
	free(rows->after);
	free(rows->items);
	free(rows->now);
}
