/* SPDX-License-Identifier: ISC */
#include "schema/columns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"

static bool is_listed(const struct field *field)
{
	return (field->in & IN_LIST) && field->kind->scalar;
}

void columns_init(struct columns *columns, const struct schema *schema)
{
	*columns = (struct columns){ xcalloc(schema->field_count, sizeof(*columns->rows)), 0 };
	for (size_t i = 0; i < schema->field_count; i++)
		if (is_listed(&schema->fields[i]))
			columns->rows[columns->count++] = (struct column){ &schema->fields[i], 0, true };
}

void columns_copy(struct columns *to, const struct columns *from)
{
	*to = (struct columns){ xcalloc(from->count + 1, sizeof(*to->rows)), from->count };
	for (size_t i = 0; i < from->count; i++)
		to->rows[i] = from->rows[i];
}

void columns_finish(struct columns *columns)
{
	free(columns->rows);
	*columns = (struct columns){ 0 };
}

int column_width(const struct column *column)
{
	return column->width_cols ? column->width_cols : column->field->width_cols;
}

/* --- changing -------------------------------------------------------------------------------- */

static size_t shown_count(const struct columns *columns)
{
	size_t count = 0;

	while (count < columns->count && columns->rows[count].shown)
		count++;
	return count;
}

static void put(struct columns *columns, size_t from, size_t to)
{
	struct column moved = columns->rows[from];

	for (; from < to; from++)
		columns->rows[from] = columns->rows[from + 1];
	for (; from > to; from--)
		columns->rows[from] = columns->rows[from - 1];
	columns->rows[to] = moved;
}

bool columns_show(struct columns *columns, size_t i, bool shown)
{
	if (i == 0 || i >= columns->count || columns->rows[i].shown == shown)
		return false;
	size_t border = shown_count(columns);
	columns->rows[i].shown = shown;
	put(columns, i, shown ? border : border - 1);
	return true;
}

bool columns_move(struct columns *columns, size_t i, int steps)
{
	size_t to = i + (size_t)steps; /* wraps below 0: too far then */

	if (i == 0 || to == 0 || i >= columns->count || to >= columns->count || !columns->rows[i].shown ||
	    !columns->rows[to].shown)
		return false;
	put(columns, i, to);
	return true;
}

bool columns_widen(struct columns *columns, size_t i, int cols)
{
	struct column *column = i < columns->count ? &columns->rows[i] : NULL;
	int wanted = column ? column_width(column) + cols : 0;

	if (wanted < COLUMN_MIN_COLS || wanted > COLUMN_MAX_COLS)
		return false;
	column->width_cols = wanted == column->field->width_cols ? 0 : wanted;
	return true;
}

/* --- as text --------------------------------------------------------------------------------- */

static bool unknown(const struct columns *columns, const char *name, struct error *err)
{
	char *names;
	size_t len;
	FILE *out = xmemstream(&names, &len);

	for (size_t i = 0; i < columns->count; i++)
		fprintf(out, "%s%s", i ? ", " : "", columns->rows[i].field->name);
	fclose(out);
	error_set(err, ERROR_INPUT, _("%s: no such column (there are %s)"), name, names);
	free(names);
	return false;
}

static bool parse_width(const char *text, int *width_cols, struct error *err)
{
	char *end;
	long cols = strtol(text, &end, 10);

	if (*end || end == text || cols < COLUMN_MIN_COLS || cols > COLUMN_MAX_COLS)
		return error_set(err, ERROR_INPUT, _("%s: expected a width from %d to %d"), text,
				 COLUMN_MIN_COLS, COLUMN_MAX_COLS);
	*width_cols = (int)cols;
	return true;
}

/* NAME or NAME:WIDTH; the column becomes the last of those that are shown. */
static bool parse_word(struct columns *columns, const struct schema *schema, char *word, struct error *err)
{
	char *width = strchr(word, ':');
	size_t i = 0;

	if (width)
		*width++ = '\0';
	const struct field *field = schema_field(schema, word);
	while (i < columns->count && columns->rows[i].field != field)
		i++;
	if (i == columns->count)
		return unknown(columns, word, err);
	if (width && !parse_width(width, &columns->rows[i].width_cols, err))
		return false;
	columns_show(columns, i, true);
	return true;
}

bool columns_parse(struct columns *columns, const struct schema *schema, const char *text, struct error *err)
{
	char *copy = xstrdup(text), *rest = copy, *word;
	bool ok = true;

	columns_init(columns, schema);
	for (size_t i = 0; *text && i < columns->count; i++)
		columns->rows[i].shown = i == 0;
	while (ok && *text && (word = strsep(&rest, ",")))
		ok = parse_word(columns, schema, word, err);
	free(copy);
	if (!ok) {
		columns_finish(columns);
		columns_init(columns, schema);
	}
	return ok;
}

static bool is_default(const struct columns *columns, const struct schema *schema)
{
	struct columns own;
	bool same = true;

	columns_init(&own, schema);
	for (size_t i = 0; i < own.count; i++)
		same = same && columns->rows[i].field == own.rows[i].field && columns->rows[i].shown &&
		       !columns->rows[i].width_cols;
	columns_finish(&own);
	return same;
}

char *columns_print(const struct columns *columns, const struct schema *schema)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; !is_default(columns, schema) && i < columns->count; i++) {
		const struct column *column = &columns->rows[i];

		if (!column->shown)
			break;
		fprintf(out, "%s%s", i ? "," : "", column->field->name);
		if (column->width_cols)
			fprintf(out, ":%d", column->width_cols);
	}
	fclose(out);
	return text;
}
