/* SPDX-License-Identifier: ISC */
#include "screens/lists.h"

#include <string.h>

#include "api/client.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "schema/start.h"
#include "screens/app_state.h"
#include "screens/catalog.h"
#include "screens/edit.h"
#include "screens/list.h"
#include "screens/list_commands.h"
#include "screens/list_memory.h"
#include "screens/offers.h"
#include "screens/record.h"
#include "screens/take_over.h"
#include "screens/tier_list.h"
#include "screens/views_screen.h"
#include "store/pager.h"
#include "ui/keys.h"

enum { LISTS_MAX = 3 }; /* a key and a command each */

struct lists {
	struct app *app;
	struct list *all[LISTS_MAX]; /* by their number; NULL: not looked at yet */
	struct list *shown;
};

/* What was searched for in vain among the records is looked for among the hits that could become some. */
static void carry_search(const struct list *from, struct list *to)
{
	const struct query *asked = pager_asked_query(to->pager);

	if (to->resource->taken_over_as != from->resource || query_search(asked))
		return;
	struct query *query = query_copy(asked);
	query_set_search(query, query_search(pager_asked_query(from->pager)));
	if (query_search(query))
		list_ask(to, query);
	query_free(query);
}

static void show(struct lists *lists, size_t i)
{
	const struct resource *resource = client_resource_at(lists->app->client, i);
	const struct list *before = lists->shown;

	if (!lists->all[i])
		lists->all[i] = resource->source ? tier_list_new(lists->app, resource)
						 : list_new(lists->app, resource);
	lists->shown = lists->all[i];
	if (before)
		carry_search(before, lists->shown);
	ui_touch_all(lists->app->ui);
}

/* --- commands -------------------------------------------------------------- */

static struct list *shown(void *state)
{
	return ((struct lists *)state)->shown;
}

static void open_record(struct ui *ui, void *state)
{
	(void)ui;
	if (!list_open_offered(shown(state)))
		record_open_row(shown(state));
}

static bool is_readable(struct ui *ui, void *state)
{
	(void)ui;
	return !list_is_refused(shown(state));
}

static bool is_writable(struct ui *ui, void *state)
{
	return is_readable(ui, state) && !client_profile(shown(state)->app->client)->read_only;
}

/* Says why not: what would be typed into a form could not be saved. */
static bool may_write(struct ui *ui, const struct list *list)
{
	if (!list_is_refused(list))
		return true;
	ui_message(ui, ROLE_ERROR, "%s", pager_error(list->pager)->message);
	return false;
}

static bool can_edit(struct ui *ui, void *state)
{
	(void)ui;
	return shown(state)->resource->can_update;
}

static void edit_record(struct ui *ui, void *state)
{
	const struct list *list = shown(state);
	const struct pager_row *row = may_write(ui, list) ? list_row_to_use(list) : NULL;

	if (row)
		edit_open_record(list->app, list->resource, row->key, NULL);
}

static bool can_create(struct ui *ui, void *state)
{
	(void)ui;
	return shown(state)->resource->can_create;
}

static void new_record(struct ui *ui, void *state)
{
	const struct list *list = shown(state);

	if (may_write(ui, list))
		edit_open_new(list->app, list->resource, record_start(list->resource->schema));
}

/* Rows with a page of their own: values have none. */
static bool has_pages(struct ui *ui, void *state)
{
	(void)ui;
	return !shown(state)->resource->source;
}

/* --- of hits that are no records yet --------------------------------------- */

static bool can_take_over(struct ui *ui, void *state)
{
	(void)ui;
	return shown(state)->resource->taken_over_as;
}

static bool has_hit(struct ui *ui, void *state)
{
	return list_row(shown(state)) && is_writable(ui, state);
}

static void take_over(struct ui *ui, void *state)
{
	const struct list *list = shown(state);
	const struct pager_row *row = list_row_to_use(list);
	struct record *hit =
		row ? record_parse(list->resource->schema, row->json, strlen(row->json), NULL)
		    : NULL;

	(void)ui;
	if (hit)
		take_over_open(list->app, list->resource, hit);
	record_free(hit);
}

/* --- of customers ---------------------------------------------------------- */

static bool buys_in_a_tier(struct ui *ui, void *state)
{
	const struct list *list = shown(state);

	(void)ui;
	return catalog_is_for(list->app, list->resource);
}

static void open_catalog_for(struct ui *ui, void *state)
{
	const struct list *list = shown(state);
	const struct pager_row *row = list_row_to_use(list);
	struct json *object = row ? json_parse(row->json, strlen(row->json), NULL) : NULL;

	(void)ui;
	if (object)
		catalog_open_for(list->app, list->resource, object);
	json_free(object);
}

/* --- of price tiers -------------------------------------------------------- */

static bool shows_tiers(struct ui *ui, void *state)
{
	(void)ui;
	return list_is_of_tiers(shown(state));
}

static void open_catalog(struct ui *ui, void *state)
{
	(void)ui;
	tier_list_open(shown(state));
}

static void add_tier(struct ui *ui, void *state)
{
	(void)ui;
	tier_list_add(shown(state));
}

static void forget_tier(struct ui *ui, void *state)
{
	(void)ui;
	tier_list_forget(shown(state));
}

static void count_products(struct ui *ui, void *state)
{
	(void)ui;
	tier_list_count(shown(state));
}

static const struct command lists_commands[] = {
	{ "Enter", "open", N_("Open the record under the cursor"), open_record,
	  .can = has_pages, .hint = N_("open"), .useful = is_readable },
	{ "Enter", "open-tier", N_("The catalog in the price tier under the cursor"), open_catalog,
	  .can = shows_tiers, .hint = N_("catalog") },
	{ "e F2", "edit", N_("Edit the record under the cursor"), edit_record, .can = can_edit,
	  .hint = N_("edit"), .useful = is_writable },
	{ "a F6", "new", N_("New record"), new_record, .can = can_create, .hint = N_("new"),
	  .useful = is_writable, .words = N_("add create") },
	{ "a F6", "take-over", N_("Begin a new record with what the row says"), take_over,
	  .can = can_take_over, .hint = N_("take over"), .useful = has_hit,
	  .words = N_("new add create") },
	{ "a F6", "add-tier", N_("Add the name of a price tier to the profile's"), add_tier,
	  .can = shows_tiers, .hint = N_("add") },
	{ "d", "forget-tier", N_("Take the name of a price tier away that was added here"),
	  forget_tier, .can = shows_tiers, .words = N_("remove delete") },
	{ "n", "count-products", N_("Count the products with a price in each tier"), count_products,
	  .can = shows_tiers, .hint = N_("count products") },
	{ "p", "catalog", N_("The catalog with the prices of this customer"), open_catalog_for,
	  .can = buys_in_a_tier, .words = N_("price tier") },
};

/* --- screen ---------------------------------------------------------------- */

/* The view that the command line or the profile wants to begin with. */
static void open_first_view(struct app *app)
{
	const char *name = client_profile(app->client)->view;

	if (name && !views_show_named(app, name))
		ui_message(app->ui, ROLE_ERROR, _("There is no view \"%s\". v lists those there are."), name);
}

static void open_screen(struct ui *ui, void *state, void *argument)
{
	struct lists *lists = state;

	(void)argument;
	lists->app = app_of(ui);
	lists->app->lists = lists;
	show(lists, 0);
	open_first_view(lists->app);
	offers_make(lists->app);
}

/* A login box may have been in the way. */
static void resume_screen(struct ui *ui, void *state)
{
	(void)state;
	offers_make(app_of(ui));
}

static void close_screen(struct ui *ui, void *state)
{
	struct lists *lists = state;

	(void)ui;
	list_memory_forget(lists->app);
	lists->app->lists = NULL;
	for (size_t i = 0; i < LISTS_MAX; i++)
		list_free(lists->all[i]);
}

/* An offered record is for the very next key. */
static bool see_key(struct ui *ui, void *state, const struct key *key)
{
	(void)ui;
	if (key->code != K_ENTER)
		list_forget_offer(shown(state));
	return false;
}

static void *shared(void *state)
{
	return shown(state);
}

static void *part(void *state)
{
	return &shown(state)->table;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	(void)ui;
	list_draw(shown(state), canvas);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	list_write_title(shown(state), left, right);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	(void)ui;
	list_write_status(shown(state), out);
}

const struct screen_class lists_screen = {
	.name = "list",
	.label = N_("List"),
	.state_size = sizeof(struct lists),
	COMMANDS(lists_commands),
	.shared_commands = &list_commands,
	.shared = shared,
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.resume = resume_screen,
	.key = see_key,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void lists_open(struct ui *ui)
{
	ui_push(ui, &lists_screen, NULL);
}

struct list *lists_show(struct app *app, const struct resource *resource)
{
	if (!app->lists)
		return NULL;
	for (size_t i = 0; client_resource_at(app->client, i); i++)
		if (client_resource_at(app->client, i) == resource)
			show(app->lists, i);
	ui_pop_to(app->ui, app->lists);
	return app->lists->shown;
}

bool lists_shows(const struct list *list)
{
	return list->app->lists && list->app->lists->shown == list;
}

const struct pager *lists_pager(const struct app *app, const struct resource *resource)
{
	for (size_t i = 0; app->lists && i < LISTS_MAX; i++)
		if (app->lists->all[i] && app->lists->all[i]->resource == resource)
			return app->lists->all[i]->pager;
	return NULL;
}

void lists_each(struct app *app, void (*fn)(struct list *list))
{
	for (size_t i = 0; app->lists && i < LISTS_MAX; i++)
		if (app->lists->all[i] && app->lists->all[i]->to_remember)
			fn(app->lists->all[i]);
}

void lists_logged_in(const struct app *app)
{
	for (size_t i = 0; app->lists && i < LISTS_MAX; i++)
		if (app->lists->all[i] && pager_error(app->lists->all[i]->pager))
			list_reload(app->lists->all[i]);
}

const struct resource *lists_resource(const struct app *app)
{
	return app->lists ? app->lists->shown->resource : NULL;
}
