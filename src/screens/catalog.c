/* SPDX-License-Identifier: ISC */
#include "screens/catalog.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/catalog_state.h"
#include "screens/export_screen.h"
#include "screens/list.h"
#include "screens/list_commands.h"
#include "screens/price_ask.h"
#include "screens/price_matrix.h"
#include "screens/record.h"
#include "store/pager.h"
#include "ui/keys.h"
#include "work/price_tiers.h"
#include "work/row_reads.h"

/* --- commands -------------------------------------------------------------- */

/* The record that a search offered is the one under the cursor. */
static bool is_offered(const struct list *list)
{
	const struct pager_row *row = list_row(list);

	return list->offered && row && strcmp(row->key, list->offered) == 0;
}

static void open_record(struct ui *ui, void *data)
{
	struct catalog *catalog = data;

	(void)ui;
	if (is_offered(catalog->list) || !list_open_offered(catalog->list))
		record_open_row_at(catalog->list, catalog->list->resource->prices);
}

static bool can_edit(struct ui *ui, void *data)
{
	(void)ui;
	return ((struct catalog *)data)->list->resource->can_update;
}

static bool is_writable(struct ui *ui, void *data)
{
	(void)ui;
	return !client_profile(((struct catalog *)data)->app->client)->read_only;
}

static void edit_prices(struct ui *ui, void *data)
{
	const struct catalog *catalog = data;
	const struct pager_row *row = list_row_to_use(catalog->list);

	(void)ui;
	if (row)
		price_matrix_open(catalog->app, catalog->list->resource, row->key, catalog->tier, 1);
}

static void ask_price(struct ui *ui, void *data)
{
	const struct catalog *catalog = data;
	const struct pager_row *row = list_row_to_use(catalog->list);

	(void)ui;
	if (row && catalog->buyer && catalog->tier && catalog->view == CATALOG_ONE)
		price_ask_in_tier(catalog->app, catalog->list->resource, row->key, catalog->tier);
	else if (row)
		price_ask_open(catalog->app, catalog->list->resource, row->key, catalog->tier);
}

static void next_tier(struct ui *ui, void *catalog)
{
	(void)ui;
	catalog_next_tier(catalog);
}

static void choose_tier(struct ui *ui, void *catalog)
{
	(void)ui;
	catalog_choose_tier(catalog);
}

/* The key that put two side by side, or all, takes them apart again. */
static void beside(struct ui *ui, void *data)
{
	struct catalog *catalog = data;

	(void)ui;
	if (catalog->view == CATALOG_TWO) {
		catalog->view = CATALOG_ONE;
		catalog_show(catalog);
	} else {
		catalog_choose_beside(catalog);
	}
}

static void all_tiers(struct ui *ui, void *data)
{
	struct catalog *catalog = data;

	(void)ui;
	if (catalog->view == CATALOG_ALL) {
		catalog->view = CATALOG_ONE;
		catalog_show(catalog);
	} else {
		catalog_show_all(catalog);
	}
}

/* Of the tier that is shown; of all, where more than one is. */
static void export_prices(struct ui *ui, void *data)
{
	struct catalog *catalog = data;

	(void)ui;
	export_open_prices(catalog->list, catalog->view == CATALOG_ONE ? catalog->tier : NULL);
}

static const struct command catalog_commands[] = {
	{ "Enter", "open", N_("Open the record under the cursor, at its prices"), open_record,
	  .hint = N_("open") },
	{ "e F2", "edit-prices", N_("Change its prices, from this tier on"), edit_prices,
	  .can = can_edit, .hint = N_("prices"), .useful = is_writable, .words = N_("edit matrix") },
	{ "t", "next-tier", N_("The next price tier"), next_tier, .hint = N_("next tier") },
	{ "T", "choose-tier", N_("Choose the price tier"), choose_tier },
	{ "b", "beside", N_("Another price tier beside this one, or no more"), beside,
	  .hint = N_("beside"), .words = N_("compare two") },
	{ "A", "all-tiers", N_("All price tiers side by side, or no more"), all_tiers,
	  .hint = N_("all"), .words = N_("compare columns") },
	{ "=", "price", N_("What so many cost in a price tier"), ask_price, .hint = N_("price of") },
	{ "E", "export", N_("Write the prices that are shown to a file"), export_prices,
	  .words = N_("CSV price list spreadsheet save") },
};

/* --- title and status ------------------------------------------------------ */

static void write_tiers(const struct catalog *catalog, FILE *out)
{
	if (catalog->view == CATALOG_ALL)
		fputs(_("all price tiers"), out);
	else if (catalog->view == CATALOG_TWO)
		fprintf(out, _("%s beside %s"), catalog->tier, catalog->beside);
	else
		fputs(catalog->tier ? catalog->tier : _("base prices"), out);
}

static void write_title(struct ui *ui, void *data, FILE *left, FILE *right)
{
	struct catalog *catalog = data;
	const struct query *query = pager_query(catalog->list->pager);
	char *asked = query_filter_text(query);

	(void)ui;
	if (catalog->buyer)
		fprintf(left, _("Catalog for %s > "), catalog->buyer);
	else
		fputs(_("Catalog > "), left);
	write_tiers(catalog, left);
	fprintf(left, "%s%s", *asked ? "  " : "", asked);
	if (query_sort(query) || query_size(query)) /* else a search leaves nothing unused */
		list_write_order(catalog->list, right);
	fprintf(right, "  %s", catalog_currency(catalog));
	free(asked);
}

/* What a person might take for granted, and should not. */
static void write_warnings(struct catalog *catalog, FILE *out)
{
	const char *currency = catalog_currency(catalog);

	if (catalog->buyer && !catalog->tier && catalog->view == CATALOG_ONE)
		fputs(_(". No price tier: base prices."), out);
	if (catalog->buyer && *catalog->buyer_currency && *currency &&
	    strcmp(catalog->buyer_currency, currency) != 0)
		fprintf(out, _(". The customer has %s; nothing is converted."),
			catalog->buyer_currency);
	if (catalog->reads)
		fputs(_(". The list has no prices: each record is read."), out);
}

/* Why the row under the cursor shows no prices; NULL: it does. */
static const struct error *why_not_read(const struct catalog *catalog)
{
	const struct pager_row *row = catalog->reads ? list_row(catalog->list) : NULL;
	const struct error *err = NULL;
	const char *json;

	if (row)
		row_reads_find(catalog->reads, row->key, &json, &err);
	return err;
}

static void write_status(struct ui *ui, void *data, FILE *out)
{
	struct catalog *catalog = data;

	(void)ui;
	if (why_not_read(catalog)) {
		fputs(why_not_read(catalog)->message, out);
		return;
	}
	list_write_status(catalog->list, out);
	if (!pager_error(catalog->list->pager))
		write_warnings(catalog, out);
}

/* --- screen ---------------------------------------------------------------- */

struct argument {
	const struct resource *resource; /* what has prices */
	const char *tier;		 /* NULL: none */
	const char *buyer, *buyer_currency;
};

static const struct list_class catalog_list = {
	.choose_columns = catalog_choose_columns,
	.cells = catalog_row_cells,
	.field_of = catalog_field_of,
	.rows_shown = catalog_rows_shown,
	.record_changed = catalog_forget_read,
	.reload = catalog_forget_reads,
	.stop = catalog_stop_reading,
};

static void open_screen(struct ui *ui, void *data, void *given)
{
	struct catalog *catalog = data;
	const struct argument *argument = given;

	catalog->app = app_of(ui);
	catalog->list = list_new_of(catalog->app, argument->resource, &catalog_list, catalog);
	xreplace(&catalog->tier, argument->tier);
	xreplace(&catalog->buyer, argument->buyer);
	xreplace(&catalog->buyer_currency, argument->buyer_currency);
	catalog_ask_tiers(catalog);
}

static void close_screen(struct ui *ui, void *data)
{
	struct catalog *catalog = data;

	(void)ui;
	client_cancel(catalog->asking);
	row_reads_free(catalog->reads);
	list_free(catalog->list);
	catalog_free_cells(catalog);
	text_list_finish(&catalog->tiers);
	free(catalog->breaks_label);
	free(catalog->beside_breaks_label);
	free(catalog->tier);
	free(catalog->beside);
	free(catalog->buyer);
	free(catalog->buyer_currency);
	free(catalog->currency);
}

/* An offered record is for the very next key. */
static bool see_key(struct ui *ui, void *data, const struct key *key)
{
	(void)ui;
	if (key->code != K_ENTER)
		list_forget_offer(((struct catalog *)data)->list);
	return false;
}

static void *shared(void *data)
{
	return ((struct catalog *)data)->list;
}

static void *part(void *data)
{
	return &((struct catalog *)data)->list->table;
}

static void draw(struct ui *ui, void *data, struct canvas *canvas)
{
	(void)ui;
	list_draw(((struct catalog *)data)->list, canvas);
}

const struct screen_class catalog_screen = {
	.name = "catalog",
	.label = N_("Catalog"),
	.state_size = sizeof(struct catalog),
	COMMANDS(catalog_commands),
	.shared_commands = &list_commands,
	.shared = shared,
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.key = see_key,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

/* --- opening it ------------------------------------------------------------ */

static void open_catalog(struct app *app, struct argument *argument)
{
	argument->resource = price_tiers_priced(app->client);
	if (argument->resource)
		ui_push(app->ui, &catalog_screen, argument);
	else
		ui_message(app->ui, ROLE_MESSAGE, "%s",
			   _("The service has nothing with prices in tiers."));
}

void catalog_open_tier(struct app *app, const char *tier)
{
	open_catalog(app, &(struct argument){ .tier = tier });
}

bool catalog_is_for(const struct app *app, const struct resource *resource)
{
	return price_tiers_field(resource) && price_tiers_priced(app->client);
}

static const char *text_of(const struct json *object, const char *name)
{
	const char *text = name ? json_text(json_member_exact(object, name)) : NULL;

	return text ? text : "";
}

void catalog_open_for(struct app *app, const struct resource *resource, const struct json *object)
{
	const struct schema *schema = resource->schema;
	const char *tier = text_of(object, price_tiers_field(resource)->name);
	char *buyer = xasprintf("%s %s", text_of(object, schema->key),
				text_of(object, schema->title));

	open_catalog(app, &(struct argument){ .tier = *tier ? tier : NULL,
					      .buyer = buyer,
					      .buyer_currency =
						      text_of(object, resource->currency) });
	free(buyer);
}
