/* SPDX-License-Identifier: ISC */
#include "work/import_source.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "work/csv_read.h"
#include "work/import_json.h"

struct import_source {
	char *path;
	struct csv_reader *csv; /* one of the two */
	struct import_json *json;
	char *text; /* the row that was given last */
	size_t room;
};

/* What the file begins with, behind blanks; it is read from the start again. */
static bool is_json(FILE *file)
{
	int c;

	do
		c = getc(file);
	while (c == ' ' || c == '\t' || c == '\r' || c == '\n');
	rewind(file);
	return c == '[';
}

/* Standard input is read once: what it is, its first byte says. */
static bool standard_input_is_json(void)
{
	int c = getc(stdin);

	if (c != EOF)
		ungetc(c, stdin);
	return c == '[';
}

/* The file, if it is JSON; NULL: it is something else, or cannot be opened: who reads CSV says why. */
static FILE *open_json(const char *path)
{
	if (strcmp(path, "-") == 0)
		return standard_input_is_json() ? stdin : NULL;
	FILE *file = fopen(path, "re");
	if (file && is_json(file))
		return file;
	if (file)
		fclose(file);
	return NULL;
}

static bool say_where(const struct import_source *source, size_t line, struct error *err)
{
	const char *name = strcmp(source->path, "-") == 0 ? _("standard input") : source->path;

	if (line)
		return error_prefix(err, "%s:%zu", name, line);
	return error_prefix(err, "%s", name);
}

struct import_source *import_source_open(const char *path, bool with_json, struct error *err)
{
	struct import_source *source = xcalloc(1, sizeof(*source));
	FILE *json = with_json ? open_json(path) : NULL;
	size_t line = 0;

	source->path = xstrdup(path);
	if (json) {
		source->json = import_json_new_take(json);
		return source;
	}
	source->csv = csv_reader_open(path, &line, err);
	if (source->csv)
		return source;
	if (line)
		say_where(source, line, err);
	import_source_close(source);
	return NULL;
}

void import_source_close(struct import_source *source)
{
	if (!source)
		return;
	csv_reader_close(source->csv);
	import_json_free(source->json);
	free(source->path);
	free(source->text);
	free(source);
}

const char *const *import_source_heading(const struct import_source *source, size_t *count)
{
	if (!source->csv)
		return NULL;
	const struct csv_row *heading = csv_reader_heading(source->csv);
	*count = heading->count;
	return (const char *const *)heading->cells;
}

char import_source_delimiter(const struct import_source *source)
{
	return source->csv ? csv_reader_delimiter(source->csv) : ',';
}

static void join(struct import_source *source, const struct csv_row *csv,
		 struct import_source_row *row)
{
	size_t len = 0;

	for (size_t i = 0; i < csv->count; i++)
		len += strlen(csv->cells[i]) + 1;
	if (len > source->room) {
		source->room = 2 * len;
		source->text = xreallocarray(source->text, source->room, 1);
	}
	char *at = source->text;
	for (size_t i = 0; i < csv->count; i++)
		at = stpcpy(at, csv->cells[i]) + 1;
	*row = (struct import_source_row){ .line = csv->line,
					   .text = source->text,
					   .len = len,
					   .too_many = csv->too_many };
}

static enum import_got next_of_csv(struct import_source *source, struct import_source_row *row,
				   struct error *err)
{
	struct csv_row csv;

	switch (csv_reader_next(source->csv, &csv, err)) {
	case CSV_GOT_ROW:
		join(source, &csv, row);
		return IMPORT_GOT_ROW;
	case CSV_GOT_END:
		return IMPORT_GOT_END;
	case CSV_GOT_ERROR:
		break;
	}
	say_where(source, csv_reader_line(source->csv), err);
	return IMPORT_GOT_ERROR;
}

static enum import_got next_of_json(struct import_source *source, struct import_source_row *row,
				    struct error *err)
{
	*row = (struct import_source_row){ 0 };
	switch (import_json_next(source->json, &row->text, &row->len, &row->line, err)) {
	case IMPORT_JSON_OBJECT:
		return IMPORT_GOT_ROW;
	case IMPORT_JSON_END:
		return IMPORT_GOT_END;
	case IMPORT_JSON_WRONG:
		break;
	}
	say_where(source, row->line, err);
	return IMPORT_GOT_ERROR;
}

enum import_got import_source_next(struct import_source *source, struct import_source_row *row,
				   struct error *err)
{
	return source->csv ? next_of_csv(source, row, err) : next_of_json(source, row, err);
}
