/* SPDX-License-Identifier: ISC */
#include "screens/import_ask.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/import_screen.h"
#include "screens/path_ask.h"
#include "work/import.h"
#include "work/import_prices.h"
#include "work/import_records.h"

/* From question to question. */
struct asking {
	struct app *app;
	const struct resource *resource;
};

static void ask(const struct asking *from, const char *path, const char *problem);

static void path_chosen(void *data, const char *path)
{
	struct asking *asking = data;
	const struct import_options options = { .clear_empty = false };
	struct error err;

	if (path) {
		const struct import_class *class = import_prices_is_list(asking->resource, path)
							   ? &import_prices
							   : &import_records;
		struct import *import = import_new(asking->app->client, asking->app->loop, class,
						   asking->resource, &options, NULL, NULL);
		if (import_open(import, path, &err)) {
			import_show_take(asking->app, import);
		} else {
			import_free(import);
			ask(asking, path, err.message);
		}
	}
	free(asking);
}

static void ask(const struct asking *from, const char *path, const char *problem)
{
	struct asking *asking = xcalloc(1, sizeof(*asking));
	char *label = xasprintf(_("Import %s from: "), from->resource->name);

	*asking = *from;
	path_ask_read(from->app->ui,
		      &(struct path_ask){ .label = label,
					  .initial = path,
					  .problem = problem,
					  .help = _("A CSV or JSON file, as an export writes it. It is compared "
						    "with live data first; nothing is sent before g."),
					  .done = path_chosen,
					  .data = asking });
	free(label);
}

void import_ask(struct app *app, const struct resource *resource)
{
	ask(&(struct asking){ app, resource }, NULL, NULL);
}
