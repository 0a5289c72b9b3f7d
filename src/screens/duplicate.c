/* SPDX-License-Identifier: ISC */
#include "screens/duplicate.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "schema/record.h"
#include "schema/start.h"
#include "screens/app_state.h"
#include "screens/edit.h"
#include "screens/edit_read.h"
#include "work/save_words.h"

/* From the wish until the form opens. */
struct duplicate {
	struct app *app;
	const struct resource *resource;
};

static void record_came(void *data, struct record *record)
{
	struct duplicate *duplicate = data;

	if (record)
		edit_open_new(duplicate->app, duplicate->resource, record_start_like(record));
	record_free(record);
	free(duplicate);
}

void duplicate_open(struct app *app, const struct resource *resource, const char *key)
{
	struct duplicate *duplicate;
	struct error err;

	if (!save_is_allowed(app->client, resource, &err)) {
		ui_message(app->ui, ROLE_MESSAGE, "%s", err.message);
		return;
	}
	duplicate = xmalloc(sizeof(*duplicate));
	*duplicate = (struct duplicate){ app, resource };
	edit_read_open(app, resource, key, record_came, duplicate);
}
