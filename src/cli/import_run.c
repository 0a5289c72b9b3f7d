/* SPDX-License-Identifier: ISC */
#include "cli/import_run.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/job.h"
#include "cli/options.h"
#include "cli/report.h"
#include "schema/resource.h"
#include "work/import.h"
#include "work/import_sending.h"

static void end_with(struct import_run *run, const char *why)
{
	report(why);
	run->job->status = EXIT_FAILURE;
	job_end(run->job);
}

/* --- the last lines --------------------------------------------------------------------------------- */

static void say_wrong(const struct import_run *run, size_t i)
{
	struct import_row row;
	char *text;

	import_row_read(run->import, i, &row);
	text = xasprintf("%s:%u: %s%s%s", import_name(run->import), (unsigned)row.line, row.key,
			 *row.key ? ": " : "", row.sentence);
	report_line(text);
	free(text);
	import_row_finish(&row);
}

static void finish(struct import_run *run)
{
	import_refuse_renames(run->import, _("not sent, choose it on the screen"));
	size_t wrong = import_verdict_count(run->import, IMPORT_WRONG);
	for (size_t i = 0; wrong && i < import_row_count(run->import); i++)
		if (import_verdict_at(run->import, i) == IMPORT_WRONG)
			say_wrong(run, i);
	char *text = import_summary(run->import), *note = import_note(run->import);
	report_progress(NULL);
	if (*note)
		report_line(note);
	free(note);
	output_text(&run->job->output, text);
	fputc('\n', run->job->output.file);
	free(text);
	if (wrong)
		run->job->status = EXIT_FAILURE;
	job_end(run->job);
}

/* --- sending -------------------------------------------------------------------------------------------- */

static void on_sending(void *data)
{
	struct import_run *run = data;
	size_t done, total;

	if (import_sending_is_over(run->sending)) {
		finish(run);
		return;
	}
	import_sending_progress(run->sending, &done, &total);
	char *text = xasprintf(_("Sending: %'zu of %'zu"), done, total);
	report_progress(text);
	free(text);
}

static void send(struct import_run *run)
{
	struct error err;

	run->sending = import_sending_new(run->import, run->job->client, run->job->loop, on_sending,
					  run, &err);
	if (!run->sending)
		end_with(run, err.message);
}

/* --- comparing --------------------------------------------------------------------------------------------- */

static void show_progress(const struct import_run *run)
{
	size_t done, total;

	import_progress(run->import, &done, &total);
	char *text = import_phase(run->import) == IMPORT_READING
			     ? xasprintf(_("Reading: %'zu rows"), done)
			     : xasprintf(_("Comparing: %'zu of %'zu"), done, total);
	report_progress(text);
	free(text);
}

static void on_import(void *data)
{
	struct import_run *run = data;

	if (run->sending)
		return;
	switch (import_phase(run->import)) {
	case IMPORT_OPEN:
	case IMPORT_READING:
	case IMPORT_COMPARING:
		show_progress(run);
		break;
	case IMPORT_FAILED:
		end_with(run, import_error(run->import)->message);
		break;
	case IMPORT_COMPARED:
		if (run->job->options->dry_run || import_send_count(run->import) == 0)
			finish(run);
		else
			send(run);
		break;
	}
}

void import_run_start(struct import_run *run, struct job *job, const struct import_class *class,
		      const struct resource *resource, const char *path)
{
	const struct import_options options = { .clear_empty = job->options->clear_empty };
	struct error err;

	run->job = job;
	if (client_profile(job->client)->read_only && !job->options->dry_run) {
		end_with(run, _("Read-only mode: only --dry-run is possible."));
		return;
	}
	run->import = import_new(job->client, job->loop, class, resource, &options, on_import, run);
	if (!import_open(run->import, path, &err) || !import_compare(run->import, &err))
		end_with(run, err.message);
}

void import_run_finish(struct import_run *run)
{
	import_sending_free(run->sending);
	import_free(run->import);
}
