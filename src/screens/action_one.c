/* SPDX-License-Identifier: ISC */
#include "screens/action_one.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/record_watch.h"
#include "work/history.h"
#include "work/trouble.h"

enum { QUIET_MS = 150 }; /* faster answers need no word before them */

struct action_one {
	struct app *app;
	const struct resource *resource;
	const struct action *action;
	char *key, *title, *name; /* name is both */
	struct client_call *call;
	struct timer *quiet;
	struct action_one *next; /* in app->actions */
};

static void forget(struct action_one *one)
{
	struct action_one **place = &one->app->actions;

	while (*place != one)
		place = &(*place)->next;
	*place = one->next;
	client_cancel(one->call);
	timer_cancel(one->quiet);
	free(one->key);
	free(one->title);
	free(one->name);
	free(one);
}

void action_tell(struct app *app, const struct resource *resource, const struct action *action,
		 const char *key)
{
	struct record_change change = { .resource = resource, .key = key, .gone = action->removes };

	change.unknown = action->list;
	if (action->removes || change.unknown)
		record_watch_tell(app, &change);
	if (!action->member)
		return;
	change.unknown = false;
	struct json *members = json_new_object();
	json_put_take(members, action->member, json_new_bool(action->value));
	change.members = members;
	record_watch_tell(app, &change);
	json_free(members);
}

static void done(void *data, const struct failure *failure)
{
	struct action_one *one = data;
	struct error err;

	one->call = NULL;
	if (failure) {
		trouble_of_known(failure, one->resource, one->key, &err);
		ui_message(one->app->ui, ROLE_ERROR, "%s", err.message);
	} else {
		action_tell(one->app, one->resource, one->action, one->key);
		history_add_action(one->app->history, one->resource, one->action, one->key,
				   one->title);
		ui_message(one->app->ui, ROLE_MESSAGE, _(one->action->done), one->name);
	}
	forget(one);
}

static void say_that_it_lasts(void *data)
{
	struct action_one *one = data;

	one->quiet = NULL;
	ui_message(one->app->ui, ROLE_MESSAGE, _("%s: %s, waiting for the answer..."), one->name,
		   _(one->action->label));
}

void action_one_start(struct app *app, const struct resource *resource, const struct action *action,
		      const char *argument, const struct record *record)
{
	struct action_one *one = xcalloc(1, sizeof(*one));

	one->app = app;
	one->resource = resource;
	one->action = action;
	one->key = xstrdup(record_key(record));
	one->title = xstrdup(record_title(record));
	one->name = xasprintf("%s %s", one->key, one->title);
	one->next = app->actions;
	app->actions = one;
	one->quiet = loop_after(app->loop, QUIET_MS, say_that_it_lasts, one);
	one->call = client_act(app->client, resource, action, argument, one->key, done, one);
}

void action_one_cancel_all(struct app *app)
{
	while (app->actions)
		forget(app->actions);
}
