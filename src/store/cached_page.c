/* SPDX-License-Identifier: ISC */
#include "store/cached_page.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

static bool in_list(const struct field *field)
{
	return (field->in & IN_LIST) && field->kind->scalar;
}

static void write_text(FILE *out, const char *text)
{
	fwrite(text, 1, strlen(text) + 1, out);
}

/* Key, JSON and cells, each with its NUL, in the order in which place_row takes them up. */
static void write_row(FILE *out, const struct schema *schema, const struct json *row)
{
	const char *key = schema->key ? json_member_text(row, schema->key) : NULL;

	write_text(out, key ? key : "");
	json_write(row, out);
	fputc('\0', out);
	for (size_t i = 0; i < schema->field_count; i++) {
		if (!in_list(&schema->fields[i]))
			continue;
		char *cell = field_text(&schema->fields[i], row);

		write_text(out, cell);
		free(cell);
	}
}

static char *write_rows(const struct schema *schema, const struct json *rows, size_t row_count,
			size_t *len)
{
	const struct json *row = json_first(rows);
	char *texts;
	FILE *out = xmemstream(&texts, len);

	for (size_t i = 0; i < row_count; i++, row = json_next(row))
		write_row(out, schema, row);
	fclose(out);
	return texts;
}

static const char *next_text(const char **rest)
{
	const char *text = *rest;

	*rest += strlen(text) + 1;
	return text;
}

static void place_row(struct pager_row *row, const char **cells, const struct schema *schema,
		      const char **rest)
{
	row->key = next_text(rest);
	row->json = next_text(rest);
	row->cells = cells;
	for (size_t i = 0; i < schema->field_count; i++)
		cells[i] = in_list(&schema->fields[i]) ? next_text(rest) : "";
}

/* Behind the rows stand the pointers to their cells, behind those the texts. */
struct cached_page *cached_page_new(int number, const struct schema *schema,
				    const struct json *rows, size_t row_count)
{
	size_t len, cells_of_row = schema->field_count;
	char *texts = write_rows(schema, rows, row_count, &len);
	size_t rows_size = row_count * sizeof(struct pager_row);
	size_t cells_size = row_count * cells_of_row * sizeof(char *);
	size_t size = sizeof(struct cached_page) + rows_size + cells_size + len;
	struct cached_page *page = xmalloc(size);
	const char **cells = (const char **)(void *)&page->rows[row_count];
	const char *rest = memcpy((char *)cells + cells_size, texts, len);

	free(texts);
	*page = (struct cached_page){ .number = number, .bytes = size, .row_count = row_count };
	for (size_t i = 0; i < row_count; i++)
		place_row(&page->rows[i], cells + i * cells_of_row, schema, &rest);
	return page;
}

/* A whole record may come for a row that its list keeps sparse (N17): it stays sparse. */
static void patch_row(struct json *row, const struct schema *schema, const struct json *members)
{
	for (const struct json *member = json_first(members); member; member = json_next(member)) {
		const char *name = json_name(member);
		const struct field *field = schema_field(schema, name);

		if (json_member_exact(row, name) || (field && in_list(field)))
			json_put_take(row, name, json_copy(member));
	}
}

/* The page with other rows, an array that is freed. */
static struct cached_page *with_rows_take(const struct cached_page *page,
					  const struct schema *schema, struct json *rows)
{
	struct cached_page *other = cached_page_new(page->number, schema, rows, json_size(rows));

	other->generation = page->generation;
	other->read_at_s = page->read_at_s;
	other->shown = page->shown;
	json_free(rows);
	return other;
}

static bool has_key(const struct cached_page *page, const char *key)
{
	for (size_t i = 0; i < page->row_count; i++)
		if (strcmp(page->rows[i].key, key) == 0)
			return true;
	return false;
}

struct cached_page *cached_page_patched(const struct cached_page *page, const struct schema *schema,
					const char *key, const struct json *members)
{
	if (!has_key(page, key))
		return NULL;
	struct json *rows = json_new_array();

	for (size_t i = 0; i < page->row_count; i++) {
		const struct pager_row *row = &page->rows[i];
		struct json *tree = json_parse(row->json, strlen(row->json), NULL);

		if (strcmp(row->key, key) == 0)
			patch_row(tree, schema, members);
		json_append_take(rows, tree);
	}
	return with_rows_take(page, schema, rows);
}

struct cached_page *cached_page_without(const struct cached_page *page, const struct schema *schema,
					const char *key)
{
	if (!has_key(page, key))
		return NULL;
	struct json *rows = json_new_array();

	for (size_t i = 0; i < page->row_count; i++) {
		const struct pager_row *row = &page->rows[i];

		if (strcmp(row->key, key) != 0)
			json_append_take(rows, json_parse(row->json, strlen(row->json), NULL));
	}
	return with_rows_take(page, schema, rows);
}
