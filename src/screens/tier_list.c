/* SPDX-License-Identifier: ISC */
#include "screens/tier_list.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text_list.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/catalog.h"
#include "screens/list.h"
#include "screens/tier_products.h"
#include "store/pager.h"
#include "work/row_reads.h"

enum { CELL_NAME, CELL_CUSTOMERS, CELL_PRODUCTS, CELL_FROM, CELLS };

struct tier_list {
	struct list *list;
	struct row_reads *reads; /* tiers with their customers counted */
	struct tier_products *products;
	char *cells[CELLS];
};

static struct tier_list *own(const struct list *list)
{
	return list->own;
}

static void touch(void *data)
{
	struct tier_list *tiers = data;

	table_touch(&tiers->list->table);
	ui_touch(tiers->list->app->ui);
}

/* --- what is shown --------------------------------------------------------- */

static void choose_columns(struct list *list, int cols)
{
	enum { CUSTOMERS_COLS = 12, PRODUCTS_COLS = 18, FROM_COLS = 14, NAME_MAX_COLS = 40 };
	int left = cols - TABLE_FIRST_COL - CUSTOMERS_COLS - PRODUCTS_COLS - FROM_COLS - 4;
	const struct table_column columns[] = {
		{ .label = _("Price tier"), .cell = CELL_NAME,
		  .width_cols = left < NAME_MAX_COLS ? left : NAME_MAX_COLS },
		{ .label = _("Customers"), .cell = CELL_CUSTOMERS, .width_cols = CUSTOMERS_COLS,
		  .align = TEXT_RIGHT },
		{ .label = _("Products"), .cell = CELL_PRODUCTS, .width_cols = PRODUCTS_COLS,
		  .align = TEXT_RIGHT },
		{ .label = _("  Known from"), .cell = CELL_FROM, .width_cols = FROM_COLS },
	};

	table_set_columns(&list->table, columns, CELLS);
}

/* The number that a record of this kind has and its row has not. */
static const struct field *counted_field(const struct schema *schema)
{
	size_t i = 0;

	while (schema->fields[i].kind != &kind_integer)
		i++;
	return &schema->fields[i];
}

static char *number_in(const struct schema *schema, const char *json)
{
	struct json *object = json_parse(json, strlen(json), NULL);
	char *text = object ? field_text(counted_field(schema), object) : xstrdup("");

	json_free(object);
	if (*text)
		return text;
	free(text);
	return xstrdup(_("not said"));
}

static char *customers_text(const struct tier_list *tiers, const char *key)
{
	const char *json;
	const struct error *err;

	switch (row_reads_find(tiers->reads, key, &json, &err)) {
	case ROW_NOT_READ:
		break;
	case ROW_AWAITED:
		return xstrdup("...");
	case ROW_READ:
		return number_in(tiers->list->resource->schema, json);
	case ROW_FAILED:
		return xstrdup(err->code == ERROR_FORBIDDEN ? _("refused") : _("failed"));
	}
	return xstrdup("");
}

static char *from_text(const struct tier_list *tiers, const char *const *cells)
{
	static const struct {
		const char *word, *text;
	} words[] = {
		{ "organization", N_("organization") },
		{ "profile", N_("profile") },
		{ "records", N_("records") },
	};
	const struct schema *schema = tiers->list->resource->schema;
	const char *word = cells[schema->field_count - 1];

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].word, word) == 0)
			word = _(words[i].text);
	return xasprintf("  %s", word);
}

static void free_cells(struct tier_list *tiers)
{
	for (size_t i = 0; i < CELLS; i++)
		free(tiers->cells[i]);
}

static const char *const *cells(struct list *list, const struct pager_row *row)
{
	struct tier_list *tiers = own(list);

	free_cells(tiers);
	tiers->cells[CELL_NAME] = xstrdup(row->key);
	tiers->cells[CELL_CUSTOMERS] = customers_text(tiers, row->key);
	tiers->cells[CELL_PRODUCTS] = tier_products_text(tiers->products, row->key);
	tiers->cells[CELL_FROM] = from_text(tiers, row->cells);
	return (const char *const *)tiers->cells;
}

static const struct field *field_of(const struct list *list, size_t cell)
{
	return cell == CELL_NAME ? &list->resource->schema->fields[0] : NULL;
}

/* Counts the customers of the tiers on the screen. */
static void rows_shown(struct list *list)
{
	struct tier_list *tiers = own(list);
	size_t end = list->table.first + (size_t)list->table.page_rows;
	struct text_list keys = { 0 };

	for (size_t i = list->table.first; i < end; i++) {
		const struct pager_row *row = pager_row(list->pager, (int64_t)i);

		if (row && *row->key)
			text_list_add(&keys, row->key);
	}
	row_reads_want(tiers->reads, &keys);
	text_list_finish(&keys);
	tier_products_look(tiers->products);
}

static bool write_status(const struct list *list, FILE *out)
{
	const struct tier_list *tiers = own(list);
	const struct pager_row *row = list_row(list);
	const char *json;
	const struct error *err;

	if (tier_products_write_status(tiers->products, out))
		return true;
	if (!row || row_reads_find(tiers->reads, row->key, &json, &err) != ROW_FAILED)
		return false;
	fputs(err->message, out); /* why there is no number */
	return true;
}

/* --- the list -------------------------------------------------------------- */

static void reload(struct list *list)
{
	row_reads_forget(own(list)->reads);
	tier_products_forget(own(list)->products);
}

static bool stop(struct list *list)
{
	return tier_products_stop(own(list)->products);
}

static void finish(struct list *list)
{
	struct tier_list *tiers = own(list);

	tier_products_free(tiers->products);
	row_reads_free(tiers->reads);
	free_cells(tiers);
	free(tiers);
}

static const struct list_class tier_list_class = {
	.choose_columns = choose_columns,
	.cells = cells,
	.field_of = field_of,
	.rows_shown = rows_shown,
	.reload = reload,
	.stop = stop,
	.write_status = write_status,
	.finish = finish,
};

struct list *tier_list_new(struct app *app, const struct resource *resource)
{
	struct tier_list *tiers = xcalloc(1, sizeof(*tiers));

	tiers->list = list_new_of(app, resource, &tier_list_class, tiers);
	tiers->reads = row_reads_new(app->client, resource, touch, tiers);
	tiers->products = tier_products_new(app, touch, tiers);
	return tiers->list;
}

bool list_is_of_tiers(const struct list *list)
{
	return list->class == &tier_list_class;
}

void tier_list_count(struct list *list)
{
	tier_products_count(own(list)->products);
}

void tier_list_open(struct list *list)
{
	const struct pager_row *row = list_row_to_use(list);

	if (row)
		catalog_open_tier(list->app, row->key);
}
