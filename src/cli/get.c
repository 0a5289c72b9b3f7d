/* SPDX-License-Identifier: ISC */
#include "api/client.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/job.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "schema/record.h"
#include "schema/resource.h"

static bool get_prepare(struct job *job, struct error *err)
{
	if (!resource_has_records(job->resource) && !job->resource->source)
		return error_set(err, ERROR_INPUT, _("%s: the service shows no single ones; list prints them"),
				 job->resource->name);
	return job->writer.class->record ||
	       error_set(err, ERROR_INPUT, _("--format %s: get prints table or json"),
			 job->writer.class->name);
}

static void on_record(void *data, struct record *record, const struct failure *failure)
{
	struct job *job = data;

	if (failure) {
		job_fail(job, failure);
		return;
	}
	job->writer.class->record(&job->writer, record);
	record_free(record);
	job_end(job);
}

static void get_start(struct job *job)
{
	client_get(job->client, job->resource, job->keys[0], on_record, job);
}

const struct verb verb_get = {
	.name = "get",
	.words = N_("RESOURCE KEY"),
	.help = N_("Print one whole record"),
	.scope = FOR_GET,
	.min_keys = 1,
	.max_keys = 1,
	.prepare = get_prepare,
	.start = get_start,
};
