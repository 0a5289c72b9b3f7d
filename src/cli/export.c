/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "cli/export_run.h"
#include "cli/job.h"
#include "cli/options.h"
#include "cli/selection.h"
#include "cli/verb.h"
#include "schema/resource.h"
#include "work/export.h"

struct export_verb {
	struct selection selection;
	enum export_format format;
	struct export_run run;
};

static bool choose_format(struct export_verb *verb, const struct job *job, struct error *err)
{
	const char *format = job->options->format;

	verb->format = export_format_of(job->keys[0]);
	if (format && strcmp(format, "table") == 0)
		return error_set(err, ERROR_INPUT, _("--format: a file is csv or json"));
	if (format)
		verb->format = strcmp(format, "json") == 0 ? EXPORT_JSON : EXPORT_CSV;
	return true;
}

static bool prepare(struct job *job, struct error *err)
{
	struct export_verb *verb = job->state;

	return choose_format(verb, job, err) && selection_read(&verb->selection, job, err);
}

static void start(struct job *job)
{
	struct export_verb *verb = job->state;
	const struct export_order order = {
		.query = verb->selection.query,
		.resource = job->resource,
		.limit = job->options->limit,
		.format = verb->format,
		.columns = verb->selection.columns.count ? &verb->selection.columns : NULL,
	};

	if (selection_can_be_asked(&verb->selection, job)) {
		export_run_start(&verb->run, job, &order);
		return;
	}
	job->status = EXIT_MISTAKE;
	job_end(job);
}

static void finish(struct job *job)
{
	struct export_verb *verb = job->state;

	export_run_finish(&verb->run);
	selection_finish(&verb->selection);
}

const struct verb verb_export = {
	.name = "export",
	.words = N_("RESOURCE FILE"),
	.help = N_("Write all records that match to FILE"),
	.scope = FOR_EXPORT,
	.min_keys = 1,
	.max_keys = 1,
	.state_size = sizeof(struct export_verb),
	.prepare = prepare,
	.start = start,
	.finish = finish,
};
