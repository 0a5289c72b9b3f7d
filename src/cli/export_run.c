/* SPDX-License-Identifier: ISC */
#include "cli/export_run.h"

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
#include "work/export.h"

static bool is_standard_output(const struct job *job)
{
	return strcmp(job->keys[0], "-") == 0;
}

static void fail(struct job *job, const char *why)
{
	report(why);
	job->status = EXIT_FAILURE;
	job_end(job);
}

static void show_progress(const struct export_run *run)
{
	int64_t done, total;
	char *text;

	export_progress(run->export, &done, &total);
	text = total < 0 ? xasprintf(_("%'lld records"), (long long)done)
			 : xasprintf(_("%'lld of %'lld records"), (long long)done, (long long)total);
	report_progress(text);
	free(text);
}

static void say_what_is_odd(const struct export_run *run)
{
	size_t odd = export_odd(run->export);
	char *text = xasprintf(ngettext("%zu price without tier, quantity or amount was left out",
					"%zu prices without tier, quantity or amount were left out",
					odd),
			       odd);

	if (odd)
		report(text);
	free(text);
}

static void changed(void *data)
{
	struct export_run *run = data;

	if (!export_is_over(run->export)) {
		if (job_flush(run->job))
			show_progress(run);
		return;
	}
	report_progress(NULL);
	if (export_error(run->export)) {
		fail(run->job, export_error(run->export)->message);
		return;
	}
	say_what_is_odd(run);
	job_end(run->job);
}

static bool may_write(const struct job *job)
{
	return is_standard_output(job) || job->options->force || access(job->keys[0], F_OK) < 0;
}

static void begin(struct export_run *run, struct export_order order)
{
	struct job *job = run->job;
	struct error err;

	order.delimiter = ',';
	order.decimal = '.';
	order.raw = job->options->raw;
	order.path = is_standard_output(job) ? NULL : job->keys[0];
	order.stream = job->output.file;
	order.is_terminal = is_standard_output(job) && job->output.terminal;
	run->export = export_start(job->client, job->loop, &order, changed, run, &err);
	if (!run->export)
		fail(job, err.message);
}

void export_run_start(struct export_run *run, struct job *job, const struct export_order *order)
{
	run->job = job;
	if (may_write(job)) {
		begin(run, *order);
	} else {
		char *text = xasprintf(_("%s is there already: --force writes over it"), job->keys[0]);

		fail(job, text);
		free(text);
	}
}

void export_run_finish(struct export_run *run)
{
	export_free(run->export);
}
