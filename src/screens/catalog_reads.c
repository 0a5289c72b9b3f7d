/* SPDX-License-Identifier: ISC */
#include "screens/catalog_state.h"

#include <string.h>

#include "base/i18n.h"
#include "schema/json.h"
#include "screens/app_state.h"
#include "screens/list.h"
#include "store/pager.h"
#include "work/price_tiers.h"
#include "work/row_reads.h"

static void record_came(void *data)
{
	struct catalog *catalog = data;

	table_touch(&catalog->list->table);
	ui_touch(catalog->app->ui);
}

static bool has_prices(const struct catalog *catalog, const struct pager_row *row)
{
	struct json *object = json_parse(row->json, strlen(row->json), NULL);
	bool has = object && price_tiers_prices(catalog->list->resource, object);

	json_free(object);
	return has;
}

/* Services whose rows are sparse (N17) are as a rule sparse throughout: while the first row on the screen
 * has prices, the others are not looked at, so that a step costs no more than in any list. */
void catalog_rows_shown(struct list *list)
{
	struct catalog *catalog = list->own;
	const struct pager_row *row = pager_row(list->pager, (int64_t)list->table.first);
	size_t end = list->table.first + (size_t)list->table.page_rows;
	struct text_list keys = { 0 };

	if (!catalog->reads && (!row || has_prices(catalog, row)))
		return;
	if (!catalog->reads)
		catalog->reads =
			row_reads_new(catalog->app->client, list->resource, record_came, catalog);
	for (size_t i = list->table.first; i < end; i++) {
		row = pager_row(list->pager, (int64_t)i);
		if (row && *row->key && !has_prices(catalog, row))
			text_list_add(&keys, row->key);
	}
	row_reads_want(catalog->reads, &keys);
	text_list_finish(&keys);
}

void catalog_forget_reads(struct list *list)
{
	struct catalog *catalog = list->own;

	if (catalog->reads)
		row_reads_forget(catalog->reads);
}

/* There are few: that one and its neighbours are read again. */
void catalog_forget_read(struct list *list, const char *key)
{
	(void)key;
	catalog_forget_reads(list);
}

/* Quick ones are not worth a stop: Esc is then meant for the screen. */
static bool is_reading(const struct list *list)
{
	const struct catalog *catalog = list->own;
	const struct pager_row *row = list_row(list);
	const char *json;
	const struct error *err;

	return catalog->reads && row &&
	       row_reads_find(catalog->reads, row->key, &json, &err) == ROW_AWAITED;
}

bool catalog_stop_reading(struct list *list)
{
	const struct catalog *catalog = list->own;

	if (!is_reading(list))
		return false;
	row_reads_stop(catalog->reads);
	table_touch(&list->table);
	ui_message(list->app->ui, ROLE_MESSAGE, "%s", _("Stopped. r reads again."));
	return true;
}
