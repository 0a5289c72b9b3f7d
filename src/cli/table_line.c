/* SPDX-License-Identifier: ISC */
#include "cli/table_line.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "schema/columns.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

enum { GAP_COLS = 2 };

static bool is_key(const struct schema *schema, const struct field *field)
{
	return schema->key && strcmp(field->name, schema->key) == 0;
}

/* The ith field that may be a column; NULL behind the last. */
static const struct field *field_at(const struct table_shape *shape, size_t i)
{
	if (shape->chosen)
		return i < shape->chosen->count ? shape->chosen->rows[i].field : NULL;
	return i < shape->schema->field_count ? &shape->schema->fields[i] : NULL;
}

/* NULL: no list shows the field. */
static const struct column *chosen_column(const struct table_shape *shape, const struct field *field)
{
	for (size_t i = 0; i < shape->chosen->count; i++)
		if (shape->chosen->rows[i].field == field)
			return &shape->chosen->rows[i];
	return NULL;
}

static bool is_column(const struct table_shape *shape, const struct field *field)
{
	size_t at = (size_t)(field - shape->schema->fields);

	if (shape->chosen) {
		const struct column *column = chosen_column(shape, field);

		return column && column->shown;
	}
	if (shape->columns && !(shape->columns >> at & 1) && !is_key(shape->schema, field))
		return false;
	return shape->in ? (field->in & shape->in) != 0 : field->kind->scalar;
}

static int width_of(const struct table_shape *shape, const struct field *field)
{
	if (shape->width_cols)
		return shape->width_cols[field - shape->schema->fields];
	return shape->chosen ? column_width(chosen_column(shape, field)) : field->width_cols;
}

int table_line_cols(const struct table_shape *shape)
{
	int cols = shape->indent_cols - GAP_COLS;
	const struct field *field;

	for (size_t i = 0; (field = field_at(shape, i)); i++)
		if (is_column(shape, field))
			cols += GAP_COLS + width_of(shape, field);
	return cols;
}

/* Where a line is: columns written so far, and where the next column of the table begins. */
struct place {
	int used_cols, next_col;
};

/* Puts text, which may be wider than its column: it then takes from the one behind it, and the
 * columns after that stand right again. room_cols: where it is cut; -1: nowhere. */
static void put_text(FILE *line, struct place *place, const char *clean, const struct field *field,
		     int width_cols, int room_cols)
{
	int from = place->used_cols > 0 ? place->used_cols + GAP_COLS : 0;
	int begin = from > place->next_col ? from : place->next_col;
	int end = place->next_col + width_cols;
	int room = room_cols < 0 ? INT_MAX : room_cols - begin;
	int cols = text_width(clean, strlen(clean));
	char *text = cols > room ? text_fit(clean, room, TEXT_LEFT) : xstrdup(clean);

	cols = cols > room ? room : cols;
	if (field->kind->align == TEXT_RIGHT && begin + cols < end)
		begin = end - cols;
	if (cols > 0) {
		fprintf(line, "%*s%s", begin - place->used_cols, "", text);
		place->used_cols = begin + cols;
	}
	free(text);
}

static char *cell_text(const struct field *field, const struct json *row)
{
	char *raw = row ? field_text(field, row) : xstrdup(_(field->label));
	char *clean = text_clean(raw, strlen(raw));

	free(raw);
	return clean;
}

void table_line_measure(const struct table_shape *shape, const struct json *rows, int *width_cols)
{
	for (size_t i = 0; i < shape->schema->field_count; i++) {
		const struct field *field = &shape->schema->fields[i];

		width_cols[i] = field->width_cols;
		for (const struct json *row = is_column(shape, field) ? json_first(rows) : NULL;
		     row; row = json_next(row)) {
			char *text = cell_text(field, row);
			int cols = text_width(text, strlen(text));

			if (cols > width_cols[i])
				width_cols[i] = cols < TABLE_COLUMN_MAX ? cols : TABLE_COLUMN_MAX;
			free(text);
		}
	}
}

/* On a terminal a cell ends with its column, but a key is whole: people copy it. */
static int room_of(const struct table_shape *shape, const struct field *field,
		   const struct place *place)
{
	int end = place->next_col + width_of(shape, field);

	if (shape->max_cols == 0)
		return -1;
	return is_key(shape->schema, field) || end > shape->max_cols ? shape->max_cols : end;
}

static void put_cells(FILE *line, const struct table_shape *shape, const struct json *row)
{
	struct place place = { .next_col = shape->indent_cols };
	const struct field *field;
	bool first = true;

	for (size_t i = 0; (field = field_at(shape, i)); i++) {
		if (!is_column(shape, field))
			continue;
		if (!first && shape->max_cols > 0 &&
		    place.next_col + width_of(shape, field) > shape->max_cols)
			break;
		char *clean = cell_text(field, row);
		put_text(line, &place, clean, field, width_of(shape, field),
			 room_of(shape, field, &place));
		place.next_col += width_of(shape, field) + GAP_COLS;
		first = false;
		free(clean);
	}
}

void table_line_write(const struct table_shape *shape, const struct json *row,
		      const struct output *output)
{
	char *text;
	size_t len;
	FILE *line = xmemstream(&text, &len);

	put_cells(line, shape, row);
	fclose(line);
	output_text(output, text);
	fputc('\n', output->file);
	free(text);
}
