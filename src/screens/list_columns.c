/* SPDX-License-Identifier: ISC */
#include "screens/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"

enum {
	PREVIEW_COLS = 48,
	PREVIEW_FROM_COLS = 140, /* what is left of the list then shows more than at 80 */
};

/* The fields with a column, in the table's order. */
static size_t list_fields(const struct schema *schema, struct table_column *columns)
{
	size_t count = 0;

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];

		if ((field->in & IN_LIST) && field->kind->scalar)
			columns[count++] = (struct table_column){ .label = _(field->label),
								  .width_cols = field->width_cols,
								  .align = field->kind->align,
								  .cell = i };
	}
	return count;
}

/* How many of the columns fit, and how wide those are together. */
static size_t fitting(const struct table_column *columns, size_t count, int cols, int *used)
{
	size_t fit = 0;

	*used = TABLE_FIRST_COL - TABLE_GAP_COLS;
	while (fit < count && *used + TABLE_GAP_COLS + columns[fit].width_cols <= cols)
		*used += TABLE_GAP_COLS + columns[fit++].width_cols;
	return fit;
}

/* The column that people know a record by gets what is left over. */
static void stretch(const struct schema *schema, struct table_column *columns, size_t count,
		    int cols)
{
	const struct field *title = schema_field(schema, schema->title);

	for (size_t i = 0; i < count; i++)
		if (&schema->fields[columns[i].cell] == title)
			columns[i].width_cols += cols;
}

void list_choose_columns(struct list *list, int cols)
{
	const struct schema *schema = list->resource->schema;
	struct table_column *columns = xcalloc(schema->field_count, sizeof(*columns));
	size_t count = list_fields(schema, columns);
	int used;

	list->cols = cols;
	list->preview_cols = cols >= PREVIEW_FROM_COLS ? PREVIEW_COLS : 0;
	size_t fit = fitting(columns, count, cols - list->preview_cols, &used);
	stretch(schema, columns, fit, cols - list->preview_cols - used);
	/* Beside the preview, which has the rest, there is nothing to scroll to. */
	table_set_columns(&list->table, columns, list->preview_cols ? fit : count);
	free(columns);
}
