/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/export_run.h"
#include "cli/import_run.h"
#include "cli/job.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/verb.h"
#include "schema/field.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "work/export.h"
#include "work/import_prices.h"
#include "work/price_tier_check.h"
#include "work/price_tiers.h"

struct prices_verb {
	struct query *query; /* of an export: all that have prices */
	struct export_run export;
	struct import_run import;
};

static bool is_export(const struct job *job)
{
	return strcmp(job->part, "export") == 0;
}

/* What one of the two takes alone. */
static bool prepare(struct job *job, struct error *err)
{
	const struct cli_options *options = job->options;

	if (!is_export(job) && (options->tier || options->force || options->raw))
		return error_set(err, ERROR_INPUT, _("prices import takes no --%s"),
				 options->tier ? "tier" : options->force ? "force" : "raw");
	if (is_export(job) && options->dry_run)
		return error_set(err, ERROR_INPUT, _("prices export takes no --%s"), "dry-run");
	return true;
}

/* --- export ----------------------------------------------------------------------------------- */

/* By the key, where the service can: pages of another order may move under the walk. */
static struct query *query_of(const struct job *job)
{
	const struct schema *schema = job->resource->schema;
	const struct field *key = schema_field(schema, schema->key);
	struct query *query = query_new(job->resource);

	if (client_can_sort(job->client, job->resource, key))
		query_set_sort(query, key, false, NULL);
	return query;
}

static void export_all(struct job *job)
{
	struct prices_verb *verb = job->state;

	verb->query = query_of(job);
	const struct export_order order = { .query = verb->query,
					    .resource = job->resource,
					    .format = EXPORT_PRICES,
					    .tier = job->options->tier };

	export_run_start(&verb->export, job, &order);
}

static void on_tiers(void *data, const struct choice_list *tiers, const struct failure *failure)
{
	struct job *job = data;
	char *mistake = price_tier_unknown(tiers, job->options->tier);

	if (failure && failure->error.code == ERROR_LOGIN) {
		job_fail(job, failure);
	} else if (mistake) {
		report(mistake);
		job->status = EXIT_FAILURE;
		job_end(job);
	} else {
		export_all(job);
	}
	free(mistake);
}

/* --- both ------------------------------------------------------------------------------------- */

static void start(struct job *job)
{
	struct prices_verb *verb = job->state;

	if (!is_export(job))
		import_run_start(&verb->import, job, &import_prices, job->resource, job->keys[0]);
	else if (job->options->tier)
		client_choices(job->client, PRICE_TIERS, on_tiers, job);
	else
		export_all(job);
}

static void finish(struct job *job)
{
	struct prices_verb *verb = job->state;

	export_run_finish(&verb->export);
	import_run_finish(&verb->import);
	query_free(verb->query);
}

static const char *const parts[] = { "export", "import", NULL };

const struct verb verb_prices = {
	.name = "prices",
	.words = N_("export|import FILE"),
	.help = N_("Write or read a price list"),
	.scope = FOR_PRICES,
	.parts = parts,
	.is_meant = import_prices_can,
	.min_keys = 1,
	.max_keys = 1,
	.state_size = sizeof(struct prices_verb),
	.prepare = prepare,
	.start = start,
	.finish = finish,
};
