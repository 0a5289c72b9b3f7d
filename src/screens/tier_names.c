/* SPDX-License-Identifier: ISC */
#include "screens/tier_list.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/app_state.h"
#include "screens/list.h"
#include "store/known_tiers.h"
#include "store/pager.h"
#include "ui/prompt.h"

/* --- a name more ----------------------------------------------------------- */

/* As the list spells it; NULL: it has none of that name. */
static const char *name_in_list(const struct list *list, const char *name)
{
	int64_t count = pager_extent(list->pager);

	for (int64_t i = 0; i < count; i++) {
		const struct pager_row *row = pager_row(list->pager, i);

		if (row && text_casecmp(row->key, name) == 0)
			return row->key;
	}
	return NULL;
}

static void ask(struct list *list, const char *name, const char *problem);

static void add(struct list *list, const char *name)
{
	const char *there = name_in_list(list, name);
	struct error err = { 0 };

	if (there)
		error_set(&err, ERROR_INPUT, _("%s is in the list already"), there);
	if (there || !known_tiers_add(list->app->client, name, &err)) {
		ask(list, name, err.message);
		return;
	}
	list_reload_for(list, name);
	ui_message(list->app->ui, ROLE_MESSAGE,
		   _("%s is added to this profile. The organization must have a tier of that name."),
		   name);
}

static void typed(void *data, const char *text)
{
	char *name = text ? text_trimmed(text) : NULL;

	if (name && *name)
		add(data, name);
	free(name);
}

static void ask(struct list *list, const char *name, const char *problem)
{
	struct error err = { 0 };
	char *place = known_tiers_place(client_profile(list->app->client), &err);
	char *help = xasprintf(_("No call creates a price tier: the organization must have it. The name is "
				 "added to this profile's price-tiers, in %s, and d takes it away again."),
			       place ? place : err.message);

	prompt_open(list->app->ui, &(struct prompt){ .label = _("Price tier: "),
						     .initial = name,
						     .help = help,
						     .problem = problem,
						     .done = typed,
						     .data = list });
	free(help);
	free(place);
}

void tier_list_add(struct list *list)
{
	ask(list, "", NULL);
}

/* --- a name less ----------------------------------------------------------- */

static bool was_added(const struct list *list, const char *name, struct error *err)
{
	struct text_list names = { 0 };
	bool found = false, ok = known_tiers_read(client_profile(list->app->client), &names, err);

	for (size_t i = 0; ok && i < names.count; i++)
		found = found || text_casecmp(text_list_at(&names, i), name) == 0;
	text_list_finish(&names);
	if (ok && !found)
		error_set(err, ERROR_REFUSED,
			  _("%s was not added here: no call removes a price tier."), name);
	return found;
}

void tier_list_forget(struct list *list)
{
	const struct pager_row *row = list_row_to_use(list);
	struct error err;

	if (!row)
		return;
	char *name = xstrdup(row->key);
	if (was_added(list, name, &err) && known_tiers_remove(list->app->client, name, &err)) {
		list_reload_for(list, NULL);
		ui_message(list->app->ui, ROLE_MESSAGE,
			   _("%s is taken away from this profile again. Nothing else has changed."), name);
	} else {
		ui_message(list->app->ui, ROLE_ERROR, "%s", err.message);
	}
	free(name);
}
