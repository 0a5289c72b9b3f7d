/* SPDX-License-Identifier: ISC */
#include "plain/export.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path_typed.h"
#include "plain/ask.h"
#include "plain/plain_state.h"
#include "plain/say.h"
#include "plain/wait.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "work/export.h"

struct plain_export {
	struct plain *plain;
	struct query *query;
	char *path;
	struct export *export;
	struct plain_export **place;
};

void plain_export_free(struct plain_export *export)
{
	if (!export)
		return;
	*export->place = NULL;
	export_free(export->export);
	query_free(export->query);
	free(export->path);
	free(export);
}

static void say_end(const struct plain_export *export)
{
	const struct error *err = export_error(export->export);
	int64_t done, total;

	export_progress(export->export, &done, &total);
	char *count = resource_count_text(query_resource(export->query), (long long)done);
	if (err)
		say(export->plain, "%s", err->message);
	else
		say(export->plain, _("Wrote %s to %s"), count, export->path);
	free(count);
}

static void changed(void *data)
{
	struct plain_export *export = data;

	if (!export_is_over(export->export))
		return;
	wait_end(export->plain);
	say_end(export);
	plain_export_free(export);
}

static void stopped(void *data)
{
	plain_export_free(data);
}

static void start(struct plain_export *export)
{
	struct plain *plain = export->plain;
	const struct export_order order = { .query = export->query,
					    .resource = query_resource(export->query),
					    .format = export_format_of(export->path),
					    .delimiter = ',',
					    .decimal = '.',
					    .path = export->path };
	struct error err;

	export->export = export_start(plain->client, plain->loop, &order, changed, export, &err);
	if (export->export) {
		wait_begin(plain, stopped, export);
		return;
	}
	say(plain, "%s", err.message);
	plain_export_free(export);
}

static void may_replace(void *data, bool yes)
{
	if (yes)
		start(data);
	else
		plain_export_free(data);
}

void plain_export_start(struct plain *plain, const struct query *query, const char *name,
			struct plain_export **place)
{
	struct plain_export *export = xcalloc(1, sizeof(*export));

	*place = export;
	*export = (struct plain_export){ .plain = plain,
					 .query = query_copy(query),
					 .path = path_typed(name),
					 .place = place };
	if (access(export->path, F_OK) < 0) {
		start(export);
		return;
	}
	char *question = xasprintf(_("%s is there already. Replace it?"), export->path);
	ask_yes_no(plain, question, may_replace, export);
	free(question);
}
