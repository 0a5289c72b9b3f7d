/* SPDX-License-Identifier: ISC */
#include "store/row.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

/* row is first, so that a pointer to it is one to the block. Behind the cells stand the texts. */
struct block {
	struct pager_row row;
	size_t size;
	const char *cells[];
};

static bool in_list(const struct field *field)
{
	return (field->in & IN_LIST) && field->kind->scalar;
}

static void write_text(FILE *out, const char *text)
{
	fwrite(text, 1, strlen(text) + 1, out);
}

/* Key, JSON and cells, each with its NUL, in the order in which place_texts takes them up. */
static char *collect_texts(const struct schema *schema, const struct json *object, size_t *len)
{
	const char *key = schema->key ? json_member_text(object, schema->key) : NULL;
	char *texts;
	FILE *out = xmemstream(&texts, len);

	write_text(out, key ? key : "");
	json_write(object, out);
	fputc('\0', out);
	for (size_t i = 0; i < schema->field_count; i++) {
		if (!in_list(&schema->fields[i]))
			continue;
		char *cell = field_text(&schema->fields[i], object);

		write_text(out, cell);
		free(cell);
	}
	fclose(out);
	return texts;
}

static const char *next_text(const char **rest)
{
	const char *text = *rest;

	*rest += strlen(text) + 1;
	return text;
}

static void place_texts(struct block *block, const struct schema *schema, const char *texts)
{
	block->row.key = next_text(&texts);
	block->row.json = next_text(&texts);
	block->row.cells = block->cells;
	for (size_t i = 0; i < schema->field_count; i++)
		block->cells[i] = in_list(&schema->fields[i]) ? next_text(&texts) : "";
}

struct pager_row *row_new(const struct schema *schema, const struct json *object)
{
	size_t len, head = sizeof(struct block) + schema->field_count * sizeof(char *);
	char *texts = collect_texts(schema, object, &len);
	struct block *block = xmalloc(head + len);
	char *behind = (char *)block + head;

	memcpy(behind, texts, len);
	free(texts);
	block->size = head + len;
	place_texts(block, schema, behind);
	return &block->row;
}

void row_free(struct pager_row *row)
{
	free(row);
}

size_t row_bytes(const struct pager_row *row)
{
	return ((const struct block *)row)->size;
}
