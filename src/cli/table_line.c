/* SPDX-License-Identifier: ISC */
#include "cli/table_line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/output.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/record.h"

enum { GAP_COLS = 2 };

static bool is_column(const struct table_shape *shape, const struct field *field)
{
	return shape->in ? (field->in & shape->in) != 0 : field->kind->scalar;
}

int table_line_cols(const struct table_shape *shape)
{
	int cols = shape->indent_cols - GAP_COLS;

	for (size_t i = 0; i < shape->schema->field_count; i++)
		if (is_column(shape, &shape->schema->fields[i]))
			cols += GAP_COLS + shape->schema->fields[i].width_cols;
	return cols;
}

static void put_cell(FILE *line, const struct field *field, const struct json *row, int width_cols,
		     bool cut)
{
	char *raw = row ? field_text(field, row) : xstrdup(_(field->label));
	char *clean = text_clean(raw, strlen(raw));
	bool fits = text_width(clean, strlen(clean)) <= width_cols;
	char *cell = fits || cut ? text_fit(clean, width_cols, field->kind->align) : xstrdup(clean);

	fputs(cell, line);
	free(cell);
	free(clean);
	free(raw);
}

static void put_cells(FILE *line, const struct table_shape *shape, const struct json *row)
{
	bool cut = shape->max_cols > 0;
	int used = shape->indent_cols, gap = 0;

	fprintf(line, "%*s", shape->indent_cols, "");
	for (size_t i = 0; i < shape->schema->field_count; i++) {
		const struct field *field = &shape->schema->fields[i];
		int width = field->width_cols, room = shape->max_cols - used - gap;
		if (!is_column(shape, field))
			continue;
		if (cut && width > room) {
			if (gap)
				return;
			width = room;
		}
		fprintf(line, "%*s", gap, "");
		put_cell(line, field, row, width, cut);
		used += gap + width;
		gap = GAP_COLS;
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
	while (len > 0 && text[len - 1] == ' ')
		len--;
	text[len] = '\0';
	output_text(output, text);
	fputc('\n', output->file);
	free(text);
}
