/* The wrong rows of an import as a file again, each with what is wrong about it. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/atomic_file.h"
#include "base/text.h"
#include "schema/json.h"
#include "work/csv.h"
#include "work/import_state.h"

#define ERROR_COLUMN "error"

/* The file may be one of wrong rows itself. */
static bool is_kept(const struct import *import, size_t column)
{
	return text_casecmp(import->columns[column].heading, ERROR_COLUMN) != 0;
}

static void put_cell(FILE *out, const struct import *import, const char *text)
{
	char *protected = csv_protect(text);

	csv_put_between(out, protected, import->delimiter);
	free(protected);
}

static void write_heading(FILE *out, const struct import *import)
{
	for (size_t i = 0; i < import->column_count; i++)
		if (is_kept(import, i)) {
			put_cell(out, import, import->columns[i].heading);
			fputc(import->delimiter, out);
		}
	fputs(ERROR_COLUMN "\n", out);
}

static void write_cells(FILE *out, const struct import *import, const struct import_cells *cells,
			const char *why)
{
	const char *lacking = import->class->lacking ? import->class->lacking : "";

	for (size_t i = 0; i < cells->count; i++)
		if (is_kept(import, i)) {
			put_cell(out, import, i < cells->given ? cells->texts[i] : lacking);
			fputc(import->delimiter, out);
		}
	put_cell(out, import, why);
	fputc('\n', out);
}

/* An object that cannot be read has no place for the reason: it stays as it was. */
static void write_object(FILE *out, const struct import_cells *cells, const char *why, bool first)
{
	struct json *object = json_parse(cells->json, cells->json_len, NULL);

	fputs(first ? "\n" : ",\n", out);
	if (object) {
		json_put_take(object, ERROR_COLUMN, json_new_string(why));
		json_write(object, out);
	} else {
		fputs(cells->json, out);
	}
	json_free(object);
}

static void write_rows(FILE *out, struct import *import)
{
	bool first = true;

	for (size_t i = 0; i < import->count; i++) {
		if (import->rows[i].verdict != IMPORT_WRONG)
			continue;
		const struct import_cells *cells = import_cells(import, (uint32_t)i);
		struct import_row row;

		import_row_read(import, i, &row);
		if (cells->json)
			write_object(out, cells, row.sentence, first);
		else
			write_cells(out, import, cells, row.sentence);
		first = false;
		import_row_finish(&row);
	}
}

bool import_write_wrong(struct import *import, const char *path, struct error *err)
{
	bool is_json = import->column_count == 0;
	struct atomic_file *file = atomic_file_begin(path, err);

	if (!file)
		return false;
	FILE *out = atomic_file_stream(file);
	if (is_json)
		fputc('[', out);
	else
		write_heading(out, import);
	write_rows(out, import);
	if (is_json)
		fputs("\n]\n", out);
	return atomic_file_end_take(file, err);
}
