/* SPDX-License-Identifier: ISC */
#include "screens/filter_count.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "work/trouble.h"

void filter_count_init(struct filter_count *count, struct app *app)
{
	*count = (struct filter_count){ .app = app, .total = -1 };
}

static void stop(struct filter_count *count)
{
	timer_cancel(count->rest);
	client_cancel(count->call);
	count->rest = NULL;
	count->call = NULL;
}

void filter_count_finish(struct filter_count *count)
{
	stop(count);
}

static void counted(void *data, const struct page *page, const struct failure *failure)
{
	struct filter_count *count = data;

	count->call = NULL;
	count->known = true;
	count->total = page ? page->total : -1;
	count->error = failure ? failure->error : (struct error){ .code = ERROR_NONE };
	ui_touch(count->app->ui);
}

static void rested(void *data)
{
	struct filter_count *count = data;

	count->rest = NULL;
	count->call = client_list(count->app->client, count->query, 1, 1, counted, count);
}

void filter_count_ask(struct filter_count *count, const struct query *query)
{
	stop(count);
	count->query = query;
	count->known = false;
	count->rest = loop_after(count->app->loop, FILTER_COUNT_REST_MS, rested, count);
}

void filter_count_write(const struct filter_count *count, FILE *out)
{
	if (!count->known) {
		fputs(_("Counting..."), out);
	} else if (count->error.code) {
		trouble_write(&count->error, out);
	} else if (count->total < 0) {
		fputs(_("The service does not say how many match."), out);
	} else {
		char *text = resource_count_text(query_resource(count->query), count->total);

		fprintf(out, ngettext("%s matches.", "%s match.", (unsigned long)count->total), text);
		free(text);
	}
}
