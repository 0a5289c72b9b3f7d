/* SPDX-License-Identifier: ISC */
#include "sandbox/row.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "sandbox/document.h"
#include "schema/field.h"

struct cell cell_number(const char *number)
{
	struct decimal amount;

	if (decimal_from_number(number, &amount))
		return (struct cell){ .type = CELL_INTEGER, .integer = amount.value };
	double real = strtod(number, NULL) * DECIMAL_ONE;
	return (struct cell){ .type = isfinite(real) ? CELL_REAL : CELL_EMPTY, .real = real };
}

/* document.h promises that the token is JSON; one that is no number leaves the cell empty. */
static struct cell number_cell(struct slice token)
{
	if (*token.text != '-' && (*token.text < '0' || *token.text > '9'))
		return (struct cell){ .type = CELL_EMPTY };
	char *number = xstrndup(token.text, token.len);
	struct cell cell = cell_number(number);
	free(number);
	return cell;
}

static struct cell text_cell(struct slice token)
{
	char *text = token_text(token);
	struct cell cell = { .type = CELL_TEXT, .text = text_fold(text, strlen(text)) };

	free(text);
	return cell;
}

static struct cell bool_cell(struct slice token)
{
	if (slice_is(token, "true") || slice_is(token, "false"))
		return (struct cell){ .type = CELL_INTEGER, .integer = slice_is(token, "true") };
	return (struct cell){ .type = CELL_EMPTY };
}

static struct cell cell_of(enum column_type type, struct slice token)
{
	switch (type) {
	case COLUMN_TEXT:
		return text_cell(token);
	case COLUMN_BOOL:
		return bool_cell(token);
	case COLUMN_NUMBER:
		return number_cell(token);
	case COLUMN_NONE:
		break;
	}
	return (struct cell){ .type = CELL_EMPTY };
}

static void put_value(struct row *row, size_t i, struct slice value)
{
	free(row->cells[i].text);
	row->cells[i] = cell_of(column_type(&row->collection->schema->fields[i]), value);
}

/* "credit.limit" is the member limit of the member credit. */
static bool is_inside(const struct field *field, struct slice name)
{
	return field->inside && slice_is(name, field->inside) &&
	       column_type(field) != COLUMN_NONE;
}

static void put_inside(struct row *row, size_t i, struct slice object)
{
	const struct field *field = &row->collection->schema->fields[i];
	const char *member = field->name + strlen(field->inside) + 1, *at = object.text;
	struct slice name, value;

	while (*object.text == '{' && document_next(&at, &name, &value))
		if (slice_is(name, member))
			put_value(row, i, value);
}

static void put_cells(struct row *row, struct slice name, struct slice value)
{
	const struct schema *schema = row->collection->schema;

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		if (*field->name != *name.text)
			continue; /* most of them; what is inside an object begins with its name */
		if (is_inside(field, name))
			put_inside(row, i, value);
		else if (slice_is(name, field->name))
			put_value(row, i, value);
	}
}

/* Columns of text are never NULL: an absent text is an empty one. */
static void fill_texts(struct row *row)
{
	const struct schema *schema = row->collection->schema;

	for (size_t i = 0; i < schema->field_count; i++)
		if (row->cells[i].type == CELL_EMPTY &&
		    column_type(&schema->fields[i]) == COLUMN_TEXT)
			row->cells[i] = (struct cell){ .type = CELL_TEXT, .text = xstrdup("") };
}

void row_init(struct row *row, const struct collection *collection, const char *document)
{
	struct slice name, value;
	size_t row_len, details_len;
	const char *at = document;

	*row = (struct row){ .collection = collection };
	FILE *list_row = xmemstream(&row->list_row, &row_len);
	FILE *details = xmemstream(&row->details, &details_len);
	char before = '{';
	while (document_next(&at, &name, &value)) {
		put_cells(row, name, value);
		bool in_row = collection_row_has(collection, name.text, name.len);
		/* From the quote before the name to the end of the value: they stand together. */
		putc_unlocked(in_row ? before : ',', in_row ? list_row : details);
		fwrite_unlocked(name.text - 1, 1, (size_t)(value.text + value.len - name.text) + 1,
				in_row ? list_row : details);
		before = in_row ? ',' : before;
	}
	fputs(before == '{' ? "{}" : "}", list_row);
	fclose(list_row);
	fclose(details);
	fill_texts(row);
}

void row_finish(struct row *row)
{
	free(row->list_row);
	free(row->details);
	for (size_t i = 0; i < COLLECTION_MAX_FIELDS; i++)
		free(row->cells[i].text);
	*row = (struct row){ 0 };
}

char *row_join(const char *list_row, const char *details)
{
	size_t len = strlen(list_row) - 1;
	bool empty = len == 1;

	return xasprintf("%.*s%s}", (int)len, list_row, empty && *details ? details + 1 : details);
}

const struct cell *row_cell(const struct row *row, const struct field *field)
{
	return &row->cells[field - row->collection->schema->fields];
}

bool cell_equal(const struct cell *a, const struct cell *b)
{
	if (a->type != b->type)
		return false;
	return a->type == CELL_TEXT   ? strcmp(a->text, b->text) == 0
	       : a->type == CELL_REAL ? a->real >= b->real && a->real <= b->real
				      : a->integer == b->integer;
}

const char *cell_text(const struct cell *cell, enum column_type type, char space[DECIMAL_TEXT_SIZE])
{
	if (cell->type == CELL_TEXT)
		return cell->text;
	if (cell->type == CELL_INTEGER && type == COLUMN_BOOL)
		return cell->integer ? "true" : "false";
	if (cell->type == CELL_INTEGER)
		decimal_format((struct decimal){ cell->integer }, space);
	else if (cell->type == CELL_REAL)
		snprintf(space, DECIMAL_TEXT_SIZE, "%.10g", cell->real / DECIMAL_ONE);
	else
		*space = '\0';
	return space;
}
