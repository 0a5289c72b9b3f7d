/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/query.h"
#include "schema/record.h"
#include "screens/app_state.h"
#include "screens/list.h"
#include "screens/record.h"
#include "store/pager.h"
#include "ui/prompt.h"
#include "work/search_fields.h"

void list_forget_offer(struct list *list)
{
	client_cancel(list->probe);
	list->probe = NULL;
	free(list->offered);
	list->offered = NULL;
}

static void probed(void *data, struct record *record, const struct failure *failure)
{
	struct list *list = data;

	list->probe = NULL;
	if (failure) /* no such number: then it was a text to search for, as said */
		return;
	list->offered = xstrdup(record_key(record));
	ui_message(list->app->ui, ROLE_MESSAGE, _("%s %s has this number: Enter opens it."),
		   record_key(record), record_title(record));
	record_free(record);
}

/* Numbers are single words with a digit; other texts are spared the second request. */
static bool may_be_number(const char *text)
{
	return !strchr(text, ' ') && strpbrk(text, "0123456789");
}

bool list_open_offered(struct list *list)
{
	if (!list->offered)
		return false;
	char *key = list->offered;
	list->offered = NULL;
	record_open_key(list->app, list->resource, key);
	free(key);
	return true;
}

static void ask(struct list *list, const char *text)
{
	struct query *query = query_copy(pager_asked_query(list->pager));

	search_fields_make_room(query, NULL);
	query_set_search(query, text);
	list_ask(list, query);
	query_free(query);
}

static void typed(void *data, const char *text)
{
	struct list *list = data;

	if (!text)
		return;
	if (!*text) {
		list_end_search(list);
		return;
	}
	ask(list, text);
	if (may_be_number(text))
		list->probe = client_get(list->app->client, list->resource, text, probed, list);
}

void list_search(struct list *list)
{
	prompt_line(list->app->ui, _("Search: "), query_search(pager_asked_query(list->pager)), typed,
		    list);
}

void list_end_search(struct list *list)
{
	if (!query_search(pager_asked_query(list->pager)))
		return;
	ask(list, NULL);
	list->returning = true;
}
