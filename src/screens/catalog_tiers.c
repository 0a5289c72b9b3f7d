/* SPDX-License-Identifier: ISC */
#include "screens/catalog_state.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/app_state.h"
#include "ui/pick.h"
#include "work/price_tiers.h"

/* --- which there are ------------------------------------------------------- */

static void tiers_came(void *data, const struct choice_list *list, const struct failure *failure)
{
	struct catalog *catalog = data;
	void (*when_known)(struct catalog *catalog) = catalog->when_known;

	catalog->asking = NULL;
	catalog->when_known = NULL;
	text_list_finish(&catalog->tiers);
	for (size_t i = 0; i < list->count; i++)
		text_list_add(&catalog->tiers, list->rows[i].value);
	catalog->tiers_are_partial = !list->complete;
	if (failure && when_known)
		ui_message(catalog->app->ui, ROLE_ERROR, "%s", failure->error.message);
	else if (when_known)
		when_known(catalog);
	ui_touch(catalog->app->ui);
}

void catalog_ask_tiers(struct catalog *catalog)
{
	if (!catalog->asking)
		catalog->asking =
			client_choices(catalog->app->client, PRICE_TIERS, tiers_came, catalog);
}

/* Once they are known. A box that opens later than its key would take keys that were meant for what it
 * covers: it does not open over another screen. */
static void when_known(struct catalog *catalog, void (*fn)(struct catalog *catalog))
{
	if (catalog->tiers.count) {
		fn(catalog);
		return;
	}
	catalog->when_known = fn;
	catalog_ask_tiers(catalog);
}

static size_t index_of(const struct text_list *tiers, const char *tier)
{
	size_t i = 0;

	while (tier && i < tiers->count && text_casecmp(text_list_at(tiers, i), tier) != 0)
		i++;
	return tier ? i : tiers->count;
}

/* --- one ------------------------------------------------------------------- */

static void next_tier(struct catalog *catalog)
{
	size_t at = index_of(&catalog->tiers, catalog->tier);
	size_t next = at < catalog->tiers.count ? at + 1 : 0;

	if (catalog->tiers.count == 0)
		return;
	xreplace(&catalog->tier, text_list_at(&catalog->tiers, next % catalog->tiers.count));
	catalog_show(catalog);
}

void catalog_next_tier(struct catalog *catalog)
{
	when_known(catalog, next_tier);
}

/* --- chosen from a list ---------------------------------------------------- */

static void open_pick(struct catalog *catalog, const char *title, const char *current,
		      void (*done)(void *data, const char *value))
{
	struct pick_item *items = xcalloc(catalog->tiers.count + 1, sizeof(*items));

	if (!ui_is_top(catalog->app->ui, catalog)) {
		free(items);
		return;
	}
	for (size_t i = 0; i < catalog->tiers.count; i++)
		items[i].value = text_list_at(&catalog->tiers, i);
	pick_open(catalog->app->ui,
		  &(struct pick){
			  .title = title,
			  .note = catalog->tiers_are_partial
					  ? _("The service would not list them: these are known. "
					      "Others may be typed.")
					  : NULL,
			  .items = items,
			  .count = catalog->tiers.count,
			  .current = current,
			  .open = catalog->tiers_are_partial,
			  .done = done,
			  .data = catalog,
		  });
	free(items);
}

static void tier_chosen(void *data, const char *value)
{
	struct catalog *catalog = data;

	if (!value)
		return;
	xreplace(&catalog->tier, value);
	if (catalog->view == CATALOG_ALL)
		catalog->view = CATALOG_ONE;
	catalog_show(catalog);
}

static void choose_tier(struct catalog *catalog)
{
	open_pick(catalog, _("Price tier"), catalog->tier, tier_chosen);
}

void catalog_choose_tier(struct catalog *catalog)
{
	when_known(catalog, choose_tier);
}

static void beside_chosen(void *data, const char *value)
{
	struct catalog *catalog = data;

	if (!value)
		return;
	xreplace(&catalog->beside, value);
	catalog->view = CATALOG_TWO;
	catalog_show(catalog);
}

static void choose_beside(struct catalog *catalog)
{
	char *title = xasprintf(_("Beside %s"), catalog->tier);

	open_pick(catalog, title, catalog->beside, beside_chosen);
	free(title);
}

void catalog_choose_beside(struct catalog *catalog)
{
	if (catalog->tier)
		when_known(catalog, choose_beside);
	else
		catalog_choose_tier(catalog);
}

/* --- all ------------------------------------------------------------------- */

static void show_all(struct catalog *catalog)
{
	catalog->view = CATALOG_ALL;
	catalog_show(catalog);
}

void catalog_show_all(struct catalog *catalog)
{
	when_known(catalog, show_all);
}
