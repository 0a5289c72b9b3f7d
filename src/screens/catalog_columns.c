/* SPDX-License-Identifier: ISC */
#include "screens/catalog_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list.h"

enum {
	NAME_COLS = 12,
	AMOUNT_COLS = 10,
	AMOUNT_MAX_COLS = 16,
	DIFFERENCE_COLS = 7,
	BREAKS_COLS = 16,
	BREAKS_MIN_COLS = 10,
	COLUMNS_MAX = 64,
};

/* What is being put together. */
struct columns_of {
	struct table_column rows[COLUMNS_MAX];
	size_t count;
	int used;
};

static void put(struct columns_of *columns, size_t cell, const char *label, int width_cols,
		enum text_align align)
{
	if (columns->count == COLUMNS_MAX)
		return;
	columns->rows[columns->count++] =
		(struct table_column){ .label = label, .cell = cell, .width_cols = width_cols,
				       .align = align };
	columns->used += width_cols + TABLE_GAP_COLS;
}

/* As wide as its label, within reason. */
static void put_amount(struct columns_of *columns, size_t cell, const char *label)
{
	char *clean = text_clean(label, strlen(label));
	int cols = text_width(clean, strlen(clean));

	free(clean);
	if (cols < AMOUNT_COLS)
		cols = AMOUNT_COLS;
	put(columns, cell, label, cols < AMOUNT_MAX_COLS ? cols : AMOUNT_MAX_COLS, TEXT_RIGHT);
}

static void put_one(struct columns_of *columns, struct catalog *catalog)
{
	if (catalog->tier) {
		put_amount(columns, CELL_PRICE, catalog->tier);
		put(columns, CELL_BREAKS, _("From quantity"), BREAKS_COLS, TEXT_LEFT);
	}
	put_amount(columns, CELL_BASE, _("Base price"));
	if (catalog->tier)
		put(columns, CELL_DIFFERENCE, _("Differs"), DIFFERENCE_COLS, TEXT_RIGHT);
}

static void name_breaks(char **label, const char *tier)
{
	free(*label);
	*label = xasprintf(_("%s from"), tier);
}

static void put_two(struct columns_of *columns, struct catalog *catalog)
{
	name_breaks(&catalog->breaks_label, catalog->tier);
	name_breaks(&catalog->beside_breaks_label, catalog->beside);
	put_amount(columns, CELL_PRICE, catalog->tier);
	put_amount(columns, CELL_BESIDE, catalog->beside);
	put(columns, CELL_DIFFERENCE, _("Differs"), DIFFERENCE_COLS, TEXT_RIGHT);
	put(columns, CELL_BREAKS, catalog->breaks_label, BREAKS_COLS, TEXT_LEFT);
	put(columns, CELL_BESIDE_BREAKS, catalog->beside_breaks_label, BREAKS_COLS, TEXT_LEFT);
}

static void put_all(struct columns_of *columns, struct catalog *catalog)
{
	put_amount(columns, CELL_BASE, _("Base price"));
	for (size_t i = 0; i < catalog->tiers.count; i++)
		put_amount(columns, CELL_TIERS + i, text_list_at(&catalog->tiers, i));
}

static bool is_breaks(const struct table_column *column)
{
	return column->cell == CELL_BREAKS || column->cell == CELL_BESIDE_BREAKS;
}

static void widen(struct table_column *column, int most, int *left)
{
	int more = *left < most ? *left : most;

	column->width_cols += more;
	*left -= more;
}

/* A tier with a long name is not to push the difference off the screen. */
static void narrow_breaks(struct columns_of *columns, int cols)
{
	for (size_t i = 0; i < columns->count && columns->used > cols; i++) {
		struct table_column *column = &columns->rows[i];
		int less = columns->used - cols;

		if (!is_breaks(column))
			continue;
		if (less > column->width_cols - BREAKS_MIN_COLS)
			less = column->width_cols - BREAKS_MIN_COLS;
		column->width_cols -= less;
		columns->used -= less;
	}
}

/* What is left over: names first, then the quantities, as far as they are long as a rule. */
static void stretch(struct columns_of *columns, int left)
{
	enum { NAME_MORE_COLS = 26, BREAKS_MORE_COLS = 24, NAME = 1 };

	if (left <= 0)
		return;
	widen(&columns->rows[NAME], NAME_MORE_COLS, &left);
	for (size_t i = 0; i < columns->count; i++)
		if (is_breaks(&columns->rows[i]))
			widen(&columns->rows[i], BREAKS_MORE_COLS, &left);
}

void catalog_choose_columns(struct list *list, int cols)
{
	static void (*const put_view[])(struct columns_of *, struct catalog *) = {
		[CATALOG_ONE] = put_one,
		[CATALOG_TWO] = put_two,
		[CATALOG_ALL] = put_all,
	};
	struct catalog *catalog = list->own;
	const struct schema *schema = list->resource->schema;
	const struct field *key = schema_field(schema, schema->key);
	struct columns_of columns = { .used = TABLE_FIRST_COL - TABLE_GAP_COLS };

	put(&columns, CELL_KEY, _(key->label), key->width_cols, TEXT_LEFT);
	put(&columns, CELL_NAME, _(schema_field(schema, schema->title)->label), NAME_COLS,
	    TEXT_LEFT);
	put_view[catalog->view](&columns, catalog);
	narrow_breaks(&columns, cols);
	stretch(&columns, cols - columns.used);
	table_set_columns(&list->table, columns.rows, columns.count);
}

void catalog_show(struct catalog *catalog)
{
	catalog->list->cols = 0; /* chosen anew with the next frame */
	catalog->list->table.first_column = 0;
	table_touch(&catalog->list->table);
	ui_touch_all(catalog->app->ui);
}

const struct field *catalog_field_of(const struct list *list, size_t cell)
{
	const struct resource *resource = list->resource;

	switch (cell) {
	case CELL_KEY:
		return schema_field(resource->schema, resource->schema->key);
	case CELL_NAME:
		return schema_field(resource->schema, resource->schema->title);
	case CELL_BASE:
		return schema_field(resource->schema, resource->base_price);
	default:
		return NULL;
	}
}
