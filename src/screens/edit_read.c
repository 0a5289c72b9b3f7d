/* SPDX-License-Identifier: ISC */
#include "screens/edit_read.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/loading.h"
#include "work/trouble.h"

struct reading {
	struct app *app;
	const struct resource *resource;
	char *key;
	struct client_call *call; /* NULL: it has ended */
	struct loading *loading;
	struct record *record; /* what came; NULL: */
	struct error error;    /* why not */
	edit_read_fn *done;
	void *data;
};

static void record_came(void *data, struct record *record, const struct failure *failure)
{
	struct reading *reading = data;

	reading->call = NULL;
	reading->record = record;
	if (!record)
		trouble_of_known(failure, reading->resource, reading->key, &reading->error);
	loading_end(reading->loading);
}

static void say_why_not(const struct reading *reading)
{
	if (reading->error.code)
		ui_message(reading->app->ui, ROLE_ERROR, "%s", reading->error.message);
	else
		ui_message(reading->app->ui, ROLE_MESSAGE, "%s", _("Stopped."));
}

static void ended(void *data, const char *typed)
{
	struct reading *reading = data;

	(void)typed; /* there is no field yet that it could have been meant for */
	client_cancel(reading->call);
	if (!reading->record)
		say_why_not(reading);
	reading->done(reading->data, reading->record);
	free(reading->key);
	free(reading);
}

void edit_read_open(struct app *app, const struct resource *resource, const char *key,
		    edit_read_fn *done, void *data)
{
	struct reading *reading = xcalloc(1, sizeof(*reading));

	reading->app = app;
	reading->resource = resource;
	reading->key = xstrdup(key);
	reading->done = done;
	reading->data = data;
	reading->call = client_get(app->client, resource, key, record_came, reading);
	reading->loading = loading_open(app, "", ended, reading);
}
