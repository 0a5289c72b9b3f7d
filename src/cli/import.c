/* SPDX-License-Identifier: ISC */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/import_run.h"
#include "cli/job.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "schema/resource.h"
#include "work/import_records.h"

static bool prepare(struct job *job, struct error *err)
{
	return import_records_can(job->resource) ||
	       error_set(err, ERROR_INPUT, _("The service has no way to change %s"),
			 job->resource->name);
}

static void start(struct job *job)
{
	import_run_start(job->state, job, &import_records, job->resource, job->keys[0]);
}

static void finish(struct job *job)
{
	import_run_finish(job->state);
}

const struct verb verb_import = {
	.name = "import",
	.words = N_("RESOURCE FILE"),
	.help = N_("Create and change records as FILE says"),
	.scope = FOR_IMPORT,
	.min_keys = 1,
	.max_keys = 1,
	.state_size = sizeof(struct import_run),
	.prepare = prepare,
	.start = start,
	.finish = finish,
};
