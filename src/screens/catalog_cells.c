/* SPDX-License-Identifier: ISC */
#include "screens/catalog_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "model/price_list.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "screens/list.h"
#include "store/pager.h"
#include "work/price_tiers.h"
#include "work/row_reads.h"
#include "work/tier_price.h"

/* A product while its cells are made. */
struct product {
	struct catalog *catalog;
	struct json *row, *record; /* record: where the row has no prices; NULL: not read */
	struct price_list prices;
	const char *unknown; /* why there are no prices: "..."; NULL: they are known */
	const char *other_currency; /* "" it is the catalog's */
};

void catalog_free_cells(struct catalog *catalog)
{
	for (size_t i = 0; i < catalog->cell_count; i++)
		free(catalog->cells[i]);
	free(catalog->cells);
	catalog->cells = NULL;
	catalog->cell_count = 0;
}

static const char *currency_of(const struct resource *resource, const struct json *row)
{
	const char *code =
		resource->currency ? json_text(json_member_exact(row, resource->currency)) : NULL;

	return code ? code : "";
}

const char *catalog_currency(struct catalog *catalog)
{
	const struct pager_row *first =
		catalog->currency ? NULL : pager_row(catalog->list->pager, 0);
	struct json *row = first ? json_parse(first->json, strlen(first->json), NULL) : NULL;

	if (row)
		xreplace(&catalog->currency, currency_of(catalog->list->resource, row));
	json_free(row);
	return catalog->currency ? catalog->currency : "";
}

/* What stands in the place of prices that the row does not have. */
static const char *read_record(struct product *product, const char *key)
{
	const struct catalog *catalog = product->catalog;
	const char *json;
	const struct error *err;

	if (!catalog->reads)
		return "...";
	switch (row_reads_find(catalog->reads, key, &json, &err)) {
	case ROW_NOT_READ:
		break;
	case ROW_AWAITED:
		return "...";
	case ROW_READ:
		product->record = json_parse(json, strlen(json), NULL);
		return NULL;
	case ROW_FAILED:
		return err->code == ERROR_FORBIDDEN ? _("refused") : _("failed");
	}
	return _("not read");
}

static void product_init(struct product *product, struct catalog *catalog,
			 const struct pager_row *row)
{
	const struct resource *resource = catalog->list->resource;
	const struct json *prices;

	*product = (struct product){ .catalog = catalog };
	product->row = json_parse(row->json, strlen(row->json), NULL);
	prices = price_tiers_prices(resource, product->row);
	if (!prices)
		product->unknown = read_record(product, row->key);
	if (product->record)
		prices = price_tiers_prices(resource, product->record);
	price_list_read(&product->prices, prices);
	product->other_currency = currency_of(resource, product->row);
	if (strcmp(product->other_currency, catalog_currency(catalog)) == 0)
		product->other_currency = "";
}

static void product_finish(struct product *product)
{
	price_list_finish(&product->prices);
	json_free(product->record);
	json_free(product->row);
}

static void put_cell(struct catalog *catalog, size_t cell, const char *text)
{
	xreplace(&catalog->cells[cell], text);
}

/* An amount in another currency than the first row's carries it. */
static void put_price(const struct product *product, size_t cell, const struct tier_price *price)
{
	if (price->exact && *product->other_currency) {
		free(product->catalog->cells[cell]);
		product->catalog->cells[cell] =
			xasprintf("%s %s", price->text, product->other_currency);
	} else {
		put_cell(product->catalog, cell, price->text);
	}
}

static void read_tier(const struct product *product, struct tier_price *price, const char *tier)
{
	tier_price_read(price, &product->prices, tier);
	if (product->unknown)
		xreplace(&price->text, product->unknown);
}

static void make_base(const struct product *product, struct tier_price *base)
{
	const struct resource *resource = product->catalog->list->resource;

	tier_price_read_base(base, json_member_exact(product->row, resource->base_price));
	put_price(product, CELL_BASE, base);
}

static void make_difference(const struct product *product, const struct tier_price *from,
			    const struct tier_price *price)
{
	char *difference = tier_price_difference(from, price);

	put_cell(product->catalog, CELL_DIFFERENCE, difference);
	free(difference);
}

static void make_one(const struct product *product)
{
	struct tier_price base, price;

	make_base(product, &base);
	if (product->catalog->tier) {
		read_tier(product, &price, product->catalog->tier);
		put_price(product, CELL_PRICE, &price);
		put_cell(product->catalog, CELL_BREAKS, price.breaks);
		make_difference(product, &base, &price);
		tier_price_finish(&price);
	}
	tier_price_finish(&base);
}

static void make_two(const struct product *product)
{
	struct tier_price price, beside;

	read_tier(product, &price, product->catalog->tier);
	read_tier(product, &beside, product->catalog->beside);
	put_price(product, CELL_PRICE, &price);
	put_cell(product->catalog, CELL_BREAKS, price.breaks);
	put_price(product, CELL_BESIDE, &beside);
	put_cell(product->catalog, CELL_BESIDE_BREAKS, beside.breaks);
	make_difference(product, &price, &beside);
	tier_price_finish(&price);
	tier_price_finish(&beside);
}

static void make_all(const struct product *product)
{
	const struct text_list *tiers = &product->catalog->tiers;
	struct tier_price price;

	make_base(product, &price);
	tier_price_finish(&price);
	for (size_t i = 0; i < tiers->count; i++) {
		read_tier(product, &price, text_list_at(tiers, i));
		put_price(product, CELL_TIERS + i, &price);
		tier_price_finish(&price);
	}
}

const char *const *catalog_row_cells(struct list *list, const struct pager_row *row)
{
	static void (*const make_view[])(const struct product *) = {
		[CATALOG_ONE] = make_one,
		[CATALOG_TWO] = make_two,
		[CATALOG_ALL] = make_all,
	};
	struct catalog *catalog = list->own;
	const struct schema *schema = list->resource->schema;
	struct product product;

	catalog_free_cells(catalog);
	catalog->cell_count = CELL_TIERS + catalog->tiers.count;
	catalog->cells = xcalloc(catalog->cell_count, sizeof(*catalog->cells));
	put_cell(catalog, CELL_KEY, row->key);
	put_cell(catalog, CELL_NAME, row->cells[schema_field(schema, schema->title) - schema->fields]);
	product_init(&product, catalog, row);
	make_view[catalog->view](&product);
	product_finish(&product);
	return (const char *const *)catalog->cells;
}
