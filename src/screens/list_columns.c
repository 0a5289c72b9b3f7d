/* SPDX-License-Identifier: ISC */
#include "screens/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"
#include "screens/app_state.h"

enum {
	PREVIEW_COLS = 48,
	PREVIEW_FROM_COLS = 140, /* what is left of the list then shows more than at 80 */
};

/* The columns that are shown, in their order. */
static size_t shown_columns(const struct list *list, struct table_column *columns)
{
	const struct schema *schema = list->resource->schema;
	size_t count = 0;

	for (size_t i = 0; i < list->columns.count && list->columns.rows[i].shown; i++) {
		const struct column *column = &list->columns.rows[i];

		columns[count++] =
			(struct table_column){ .label = _(column->field->label),
					       .width_cols = column_width(column),
					       .align = column->field->kind->align,
					       .cell = (size_t)(column->field - schema->fields) };
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

/* The column that people know a record by gets what is left over, unless its width is the user's. */
static void stretch(const struct list *list, struct table_column *columns, size_t count, int cols)
{
	const struct schema *schema = list->resource->schema;
	const struct field *title = schema_field(schema, schema->title);

	for (size_t i = 0; i < count; i++)
		if (list->columns.rows[i].field == title && !list->columns.rows[i].width_cols)
			columns[i].width_cols += cols;
}

void list_choose_columns(struct list *list, int cols)
{
	const struct schema *schema = list->resource->schema;

	list->cols = cols;
	if (list->class) {
		list->class->choose_columns(list, cols);
		return;
	}
	struct table_column *columns = xcalloc(schema->field_count, sizeof(*columns));
	size_t count = shown_columns(list, columns);
	int used;

	list->preview_cols = cols >= PREVIEW_FROM_COLS ? PREVIEW_COLS : 0;
	size_t fit = fitting(columns, count, cols - list->preview_cols, &used);
	stretch(list, columns, fit, cols - list->preview_cols - used);
	/* Beside the preview, which has the rest, there is nothing to scroll to. */
	table_set_columns(&list->table, columns, list->preview_cols ? fit : count);
	free(columns);
}

void list_set_columns(struct list *list, const struct columns *columns)
{
	columns_finish(&list->columns);
	columns_copy(&list->columns, columns);
	list->cols = 0; /* chosen anew with the next frame */
	list->table.first_column = 0;
	table_touch(&list->table);
	ui_touch_all(list->app->ui);
}
