/* SPDX-License-Identifier: ISC */
#include "screens/tier_products.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/lists.h"
#include "store/pager.h"
#include "work/price_tiers.h"
#include "work/record_walk.h"
#include "work/tier_tally.h"

struct tier_products {
	struct app *app;
	const struct resource *resource; /* what has prices; NULL: nothing */
	struct tier_tally tally;
	bool all;                 /* all there are were counted */
	size_t rows;              /* that were here when they were looked at last */
	struct record_walk *walk; /* that counts all; NULL: not under way */
	void (*changed)(void *data);
	void *data;
};

struct tier_products *tier_products_new(struct app *app, void (*changed)(void *data), void *data)
{
	struct tier_products *products = xcalloc(1, sizeof(*products));

	products->app = app;
	products->resource = price_tiers_priced(app->client);
	products->changed = changed;
	products->data = data;
	return products;
}

void tier_products_free(struct tier_products *products)
{
	if (!products)
		return;
	record_walk_free(products->walk);
	tier_tally_finish(&products->tally);
	free(products);
}

static void begin_anew(struct tier_products *products)
{
	tier_tally_finish(&products->tally);
	products->all = false;
	products->rows = 0;
}

void tier_products_forget(struct tier_products *products)
{
	if (!products->walk)
		begin_anew(products);
}

/* --- what is here ---------------------------------------------------------- */

static void count_one_more(void *data, const char *key)
{
	(void)key;
	++*(size_t *)data;
}

struct gathering {
	struct tier_products *products;
	const struct pager *pager;
};

/* A row may turn up on two pages: it counts where it is found. */
static void count_row(void *data, int64_t at, const struct pager_row *row)
{
	struct gathering *gathering = data;
	struct json *object = NULL;
	const struct json *prices = NULL;

	if (pager_find(gathering->pager, row->key) == at)
		object = json_parse(row->json, strlen(row->json), NULL);
	if (object)
		prices = price_tiers_prices(gathering->products->resource, object);
	if (prices)
		tier_tally_add(&gathering->products->tally, prices);
	json_free(object);
}

void tier_products_look(struct tier_products *products)
{
	const struct pager *pager =
		products->resource ? lists_pager(products->app, products->resource) : NULL;
	size_t rows = 0;

	if (!pager || products->all || products->walk)
		return;
	pager_each_key(pager, count_one_more, &rows);
	if (rows <= products->rows || rows <= (size_t)products->tally.seen)
		return;
	begin_anew(products);
	products->rows = rows;
	pager_each_row(pager, count_row, &(struct gathering){ products, pager });
}

/* --- all of them ----------------------------------------------------------- */

static bool has_prices(void *data, const struct json *row)
{
	return price_tiers_prices(((struct tier_products *)data)->resource, row);
}

static bool count_product(void *data, const struct json *object)
{
	struct tier_products *products = data;

	tier_tally_add(&products->tally, price_tiers_prices(products->resource, object));
	return true;
}

static void moved(void *data)
{
	struct tier_products *products = data;

	products->changed(products->data);
}

static void end(struct tier_products *products)
{
	record_walk_free(products->walk);
	products->walk = NULL;
	products->changed(products->data);
}

static void counted(void *data, const struct error *err)
{
	struct tier_products *products = data;
	struct ui *ui = products->app->ui;

	if (err) {
		ui_message(ui, ROLE_ERROR, "%s", err->message);
	} else {
		char *count = resource_count_text(products->resource,
						  (long long)products->tally.seen);
		ui_message(ui, ROLE_MESSAGE, _("Counted %s."), count);
		free(count);
	}
	products->all = !err;
	end(products);
}

void tier_products_count(struct tier_products *products)
{
	const struct record_walk_listener listener = { has_prices, count_product, moved, counted,
						       products };

	if (!products->resource || products->walk)
		return;
	struct query *query = query_new(products->resource);
	begin_anew(products);
	products->walk = record_walk_list(products->app->client, query, &listener);
	query_free(query);
	products->changed(products->data);
}

bool tier_products_stop(struct tier_products *products)
{
	if (!products->walk)
		return false;
	end(products);
	ui_message(products->app->ui, ROLE_MESSAGE,
		   ngettext("Stopped: %'lld product was counted.",
			    "Stopped: %'lld products were counted.",
			    (unsigned long)products->tally.seen),
		   (long long)products->tally.seen);
	return true;
}

/* --- what is said of it ---------------------------------------------------- */

char *tier_products_text(const struct tier_products *products, const char *tier)
{
	long long count = (long long)tier_tally_of(&products->tally, tier);

	if (products->all)
		return xasprintf("%'lld", count);
	return count ? xasprintf(_("at least %'lld"), count) : xstrdup("");
}

bool tier_products_write_status(const struct tier_products *products, FILE *out)
{
	int64_t done, total;

	if (!products->walk)
		return false;
	record_walk_progress(products->walk, &done, &total);
	if (total >= 0)
		fprintf(out, _("Counting the products: %'lld of %'lld. Esc stops."),
			(long long)done, (long long)total);
	else
		fprintf(out, _("Counting the products: %'lld. Esc stops."), (long long)done);
	return true;
}
