/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "cli/job.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/selection.h"
#include "cli/verb.h"
#include "schema/resource.h"
#include "work/export.h"

struct export_verb {
	struct selection selection;
	enum export_format format;
	struct export *export;
};

static bool is_standard_output(const struct job *job)
{
	return strcmp(job->keys[0], "-") == 0;
}

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

static void fail(struct job *job, const char *why, int status)
{
	report(why);
	job->status = status;
	job_end(job);
}

static void show_progress(const struct export_verb *verb)
{
	int64_t done, total;
	char *text;

	export_progress(verb->export, &done, &total);
	text = total < 0 ? xasprintf(_("%'lld records"), (long long)done)
			 : xasprintf(_("%'lld of %'lld records"), (long long)done, (long long)total);
	report_progress(text);
	free(text);
}

static void changed(void *data)
{
	struct job *job = data;
	struct export_verb *verb = job->state;

	if (!export_is_over(verb->export)) {
		if (job_flush(job))
			show_progress(verb);
		return;
	}
	report_progress(NULL);
	if (export_error(verb->export))
		fail(job, export_error(verb->export)->message, EXIT_FAILURE);
	else
		job_end(job);
}

static bool may_write(const struct job *job)
{
	return is_standard_output(job) || job->options->force || access(job->keys[0], F_OK) < 0;
}

static void begin(struct job *job)
{
	struct export_verb *verb = job->state;
	struct error err;
	struct export_order order = {
		.query = verb->selection.query,
		.resource = job->resource,
		.limit = job->options->limit,
		.format = verb->format,
		.columns = verb->selection.columns.count ? &verb->selection.columns : NULL,
		.delimiter = ',',
		.decimal = '.',
		.raw = job->options->raw,
		.path = is_standard_output(job) ? NULL : job->keys[0],
		.stream = job->output.file,
		.is_terminal = is_standard_output(job) && job->output.terminal,
	};

	verb->export = export_start(job->client, job->loop, &order, changed, job, &err);
	if (!verb->export)
		fail(job, err.message, EXIT_FAILURE);
}

static void start(struct job *job)
{
	struct export_verb *verb = job->state;

	if (!selection_can_be_asked(&verb->selection, job)) {
		job->status = EXIT_MISTAKE;
		job_end(job);
	} else if (!may_write(job)) {
		char *text = xasprintf(_("%s is there already: --force writes over it"), job->keys[0]);
		fail(job, text, EXIT_FAILURE);
		free(text);
	} else {
		begin(job);
	}
}

static void finish(struct job *job)
{
	struct export_verb *verb = job->state;

	export_free(verb->export);
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
