/* SPDX-License-Identifier: ISC */
#include "base/i18n.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/filter.h"
#include "screens/list.h"
#include "screens/views_screen.h"
#include "store/pager.h"
#include "work/search_fields.h"

static void apply(void *data, const struct query *query)
{
	list_ask(data, query);
}

static void save_view(void *data, const struct query *query)
{
	views_save(data, query);
}

void list_filter(struct list *list)
{
	if (search_fields_there_are(list->resource))
		filter_open(list->app, pager_asked_query(list->pager),
			    &(struct filter_client){ apply, save_view, list });
	else
		ui_message(list->app->ui, ROLE_MESSAGE, "%s",
			   _("The service cannot filter this list."));
}

void list_clear_filter(struct list *list)
{
	struct query *query = query_copy(pager_asked_query(list->pager));

	query_clear_filters(query);
	query_set_search(query, NULL);
	list_ask(list, query);
	query_free(query);
}
