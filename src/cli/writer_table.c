/* SPDX-License-Identifier: ISC */
#include "cli/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/output.h"
#include "cli/record_text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

enum { GAP_COLS = 2 };

typedef char *cell_fn(const struct field *field, const struct json *row);

/* The cell as wide as its column; beyond a terminal a longer text stays whole, for grep and people.
 */
static void put_cell(FILE *line, const char *clean, int width_cols, enum text_align align, bool cut)
{
	bool fits = text_width(clean, strlen(clean)) <= width_cols;
	char *cell = fits || cut ? text_fit(clean, width_cols, align) : xstrdup(clean);

	fputs(cell, line);
	free(cell);
}

/* The columns that fit whole, in table order; the first always, as far as there is room. */
static char *line_text(const struct writer *writer, cell_fn *cell_of, const struct json *row)
{
	const struct schema *schema = writer->schema;
	bool cut = writer->output->terminal;
	int used = 0;
	char *text;
	size_t len;
	FILE *line = xmemstream(&text, &len);

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		int room = writer->output->width_cols - used - (used ? GAP_COLS : 0);
		if (!(field->in & IN_LIST))
			continue;
		if (cut && used && field->width_cols > room)
			break;
		int width = cut && field->width_cols > room ? room : field->width_cols;
		char *raw = cell_of(field, row), *clean = text_clean(raw, strlen(raw));
		fprintf(line, "%*s", used ? GAP_COLS : 0, "");
		put_cell(line, clean, width, field->kind->align, cut);
		used += width + (used ? GAP_COLS : 0);
		free(clean);
		free(raw);
	}
	fclose(line);
	return text;
}

static void put_line(const struct writer *writer, cell_fn *cell_of, const struct json *row)
{
	char *text = line_text(writer, cell_of, row);
	size_t len = strlen(text);

	while (len > 0 && text[len - 1] == ' ')
		len--;
	text[len] = '\0';
	output_text(writer->output, text);
	fputc('\n', writer->output->file);
	free(text);
}

static char *label_of(const struct field *field, const struct json *row)
{
	(void)row;
	return xstrdup(_(field->label));
}

static void table_begin(const struct writer *writer)
{
	put_line(writer, label_of, NULL);
}

static void table_row(const struct writer *writer, const struct json *row)
{
	put_line(writer, field_text, row);
}

static void table_end(const struct writer *writer)
{
	(void)writer;
}

static void table_record(const struct writer *writer, const struct record *record)
{
	record_text_write(record, writer->output);
}

const struct writer_class writer_table = {
	.name = "table",
	.begin = table_begin,
	.row = table_row,
	.end = table_end,
	.record = table_record,
};
