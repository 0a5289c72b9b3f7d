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
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/catalog.h"
#include "screens/list.h"
#include "screens/lists.h"
#include "store/pager.h"
#include "work/price_tiers.h"
#include "work/record_walk.h"
#include "work/row_reads.h"
#include "work/tier_tally.h"

enum { CELL_NAME, CELL_CUSTOMERS, CELL_PRODUCTS, CELL_FROM, CELLS };

struct tier_list {
	struct list *list;
	struct row_reads *reads;   /* tiers with their customers counted */
	struct tier_tally tally;   /* of products; */
	bool all_counted;          /* all there are: else there are at least so many */
	struct record_walk *walk;  /* that counts them; NULL: not under way */
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

/* --- products -------------------------------------------------------------- */

struct gathering {
	struct tier_tally *tally;
	const struct pager *pager;
};

/* A row may turn up on two pages: it counts where it is found. */
static void count_row(void *data, int64_t at, const struct pager_row *row)
{
	struct gathering *gathering = data;
	const struct resource *resource = query_resource(pager_query(gathering->pager));
	struct json *object = NULL;
	const struct json *prices = NULL;

	if (pager_find(gathering->pager, row->key) == at)
		object = json_parse(row->json, strlen(row->json), NULL);
	if (object)
		prices = price_tiers_prices(resource, object);
	if (prices)
		tier_tally_add(gathering->tally, prices);
	json_free(object);
}

/* What the products' list has here anyway. */
static void count_what_is_here(struct tier_list *tiers)
{
	struct app *app = tiers->list->app;
	const struct resource *resource = price_tiers_priced(app->client);
	const struct pager *pager = resource ? lists_pager(app, resource) : NULL;

	tier_tally_finish(&tiers->tally);
	tiers->all_counted = false;
	if (pager)
		pager_each_row(pager, count_row, &(struct gathering){ &tiers->tally, pager });
}

static bool has_prices(void *data, const struct json *row)
{
	struct tier_list *tiers = data;

	return price_tiers_prices(price_tiers_priced(tiers->list->app->client), row);
}

static bool count_product(void *data, const struct json *object)
{
	struct tier_list *tiers = data;

	tier_tally_add(&tiers->tally,
		       price_tiers_prices(price_tiers_priced(tiers->list->app->client), object));
	return true;
}

static void stop_counting(struct tier_list *tiers)
{
	record_walk_free(tiers->walk);
	tiers->walk = NULL;
	touch(tiers);
}

static void counted(void *data, const struct error *err)
{
	struct tier_list *tiers = data;
	struct ui *ui = tiers->list->app->ui;
	const struct resource *resource = price_tiers_priced(tiers->list->app->client);

	stop_counting(tiers);
	tiers->all_counted = !err;
	if (err) {
		ui_message(ui, ROLE_ERROR, "%s", err->message);
		return;
	}
	char *count = resource_count_text(resource, (long long)tiers->tally.seen);
	ui_message(ui, ROLE_MESSAGE, _("Counted %s."), count);
	free(count);
}

void tier_list_count(struct list *list)
{
	struct tier_list *tiers = own(list);
	const struct record_walk_listener listener = { has_prices, count_product, touch, counted,
						       tiers };
	const struct resource *resource = price_tiers_priced(list->app->client);

	if (!resource || tiers->walk)
		return;
	struct query *query = query_new(resource);
	tier_tally_finish(&tiers->tally);
	tiers->all_counted = false;
	tiers->walk = record_walk_list(list->app->client, query, &listener);
	query_free(query);
	touch(tiers);
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

static char *products_text(const struct tier_list *tiers, const char *key)
{
	long long count = (long long)tier_tally_of(&tiers->tally, key);

	if (tiers->all_counted)
		return xasprintf("%'lld", count);
	return count ? xasprintf(_("at least %'lld"), count) : xstrdup("");
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
	tiers->cells[CELL_PRODUCTS] = products_text(tiers, row->key);
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
}

static bool write_status(const struct list *list, FILE *out)
{
	const struct tier_list *tiers = own(list);
	const struct pager_row *row = list_row(list);
	const char *json;
	const struct error *err;
	int64_t done, total;

	if (tiers->walk) {
		record_walk_progress(tiers->walk, &done, &total);
		if (total >= 0)
			fprintf(out, _("Counting the products: %'lld of %'lld. Esc stops."),
				(long long)done, (long long)total);
		else
			fprintf(out, _("Counting the products: %'lld. Esc stops."), (long long)done);
		return true;
	}
	if (!row || row_reads_find(tiers->reads, row->key, &json, &err) != ROW_FAILED)
		return false;
	fputs(err->message, out); /* why there is no number */
	return true;
}

/* --- the list -------------------------------------------------------------- */

static void reload(struct list *list)
{
	row_reads_forget(own(list)->reads);
	if (!own(list)->walk)
		count_what_is_here(own(list));
}

static bool stop(struct list *list)
{
	struct tier_list *tiers = own(list);

	if (!tiers->walk)
		return false;
	stop_counting(tiers);
	ui_message(list->app->ui, ROLE_MESSAGE,
		   ngettext("Stopped: %'lld product was counted.",
			    "Stopped: %'lld products were counted.",
			    (unsigned long)tiers->tally.seen),
		   (long long)tiers->tally.seen);
	return true;
}

static void finish(struct list *list)
{
	struct tier_list *tiers = own(list);

	record_walk_free(tiers->walk);
	row_reads_free(tiers->reads);
	tier_tally_finish(&tiers->tally);
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
	count_what_is_here(tiers);
	return tiers->list;
}

bool list_is_of_tiers(const struct list *list)
{
	return list->class == &tier_list_class;
}

void tier_list_open(struct list *list)
{
	const struct pager_row *row = list_row_to_use(list);

	if (row)
		catalog_open_tier(list->app, row->key);
}
