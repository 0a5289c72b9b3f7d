/* SPDX-License-Identifier: ISC */
#include "cli/job.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "api/dialect.h"
#include "api/profile.h"
#include "api/sandbox_process.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "base/text.h"
#include "cli/login_words.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/verb.h"
#include "net/loop.h"
#include "schema/resource.h"
#include "store/known_tiers.h"

static char *resource_list(const struct dialect *dialect)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < dialect->resource_count; i++)
		fprintf(out, "%s%s", i ? ", " : "", dialect->resources[i].resource->name);
	fclose(out);
	return text;
}

static const struct resource *find_resource(const struct dialect *dialect, const char *name,
					    struct error *err)
{
	struct nearest nearest = nearest_to(name);

	for (size_t i = 0; i < dialect->resource_count; i++) {
		const struct resource *resource = dialect->resources[i].resource;
		if (text_casecmp(resource->name, name) == 0)
			return resource;
		nearest_offer(&nearest, resource->name);
	}
	char *question = nearest_question(&nearest), *names = resource_list(dialect);
	error_set(err, ERROR_INPUT, _("%s: no such resource%s (there are %s)"), name, question,
		  names);
	free(question);
	free(names);
	return NULL;
}

/* One of the words that stand in a resource's place. */
static const char *find_part(const struct verb *verb, const char *name, struct error *err)
{
	for (size_t i = 0; verb->parts[i]; i++)
		if (strcmp(verb->parts[i], name) == 0)
			return verb->parts[i];
	char *parts = text_joined(verb->parts);
	error_set(err, ERROR_INPUT, _("%s %s: expected one of %s"), verb->name, name, parts);
	free(parts);
	return NULL;
}

static const struct resource *find_meant(const struct verb *verb, const struct dialect *dialect,
					 struct error *err)
{
	for (size_t i = 0; i < dialect->resource_count; i++)
		if (verb->is_meant(dialect->resources[i].resource))
			return dialect->resources[i].resource;
	error_set(err, ERROR_INPUT, _("%s: the service has nothing of the kind"), verb->name);
	return NULL;
}

static bool take_first_word(struct job *job, const struct dialect *dialect, const char *word,
			    struct error *err)
{
	if (!job->verb->parts) {
		job->resource = find_resource(dialect, word, err);
		return job->resource != NULL;
	}
	job->part = find_part(job->verb, word, err);
	job->resource = job->part ? find_meant(job->verb, dialect, err) : NULL;
	return job->resource != NULL;
}

static bool take_words(struct job *job, const struct dialect *dialect, struct error *err)
{
	const struct option_list *words = &job->options->words.list;
	const char *verb = job->verb->name;

	if (words->size < 2 || words->size - 2 < job->verb->min_keys)
		return error_set(err, ERROR_INPUT,
				 _("%s: a word is missing; expected nymble-tui %s %s"), verb, verb,
				 _(job->verb->words));
	if (words->size - 2 > job->verb->max_keys)
		return error_set(err, ERROR_INPUT,
				 _("%s: one word too many; expected nymble-tui %s %s"),
				 words->items[job->verb->max_keys + 2], verb, _(job->verb->words));
	job->keys = words->items + 2;
	job->key_count = words->size - 2;
	return take_first_word(job, dialect, words->items[1], err);
}

static bool prepare(struct job *job, struct error *err)
{
	if (!take_words(job, dialect_find(job->profile->api), err))
		return false;
	job->writer = (struct writer){ .class = writer_find(job->options->format),
				       .output = &job->output,
				       .schema = job->resource->schema };
	return !job->verb->prepare || job->verb->prepare(job, err);
}

/* message: what is to be said about it; NULL: nothing. */
static void stop(struct job *job, int status, const char *message)
{
	if (message)
		report(message);
	job->status = status;
	loop_stop(job->loop);
}

void job_end(struct job *job)
{
	if (job_flush(job))
		loop_stop(job->loop);
}

bool job_flush(struct job *job)
{
	struct error err = { 0 };

	if (output_flush(&job->output, &err))
		return true;
	if (err.code == ERROR_CANCELLED)
		stop(job, EXIT_NO_READER, NULL);
	else
		stop(job, EXIT_FAILURE, err.message);
	return false;
}

void job_complain(struct job *job, const struct failure *failure)
{
	char *missing = failure->error.code == ERROR_LOGIN
				? login_words_missing(client_profile(job->client))
				: NULL;

	job->status = EXIT_FAILURE;
	report(missing ? missing : failure->error.message);
	free(missing);
}

void job_fail(struct job *job, const struct failure *failure)
{
	output_flush(&job->output, NULL);
	job_complain(job, failure);
	loop_stop(job->loop);
}

static void on_wait(void *data, const char *text)
{
	(void)data;
	report_progress(text);
}

static void begin(struct job *job, const struct profile *profile)
{
	struct error err = { 0 };

	job->client = client_new(job->loop, profile, &err);
	if (!job->client) {
		stop(job, EXIT_MISTAKE, err.message);
		return;
	}
	if (!known_tiers_tell(job->client, &err))
		report(err.message);
	client_on_wait(job->client, on_wait, job);
	job->verb->start(job);
}

static void on_sandbox(void *data, const struct profile *profile, const struct error *err)
{
	struct job *job = data;

	if (!profile) {
		stop(job, EXIT_FAILURE, err->message);
		return;
	}
	begin(job, profile);
}

/* Takes the countdown away, then lets the signal do what it does to any program. */
static void on_interrupt(void *data)
{
	struct job *job = data;

	report_progress(NULL);
	loop_off_signal(job->loop, SIGINT, on_interrupt, job);
	raise(SIGINT);
}

/* The first call, or the service that it needs. */
static bool set_off(struct job *job, struct error *err)
{
	job->loop = loop_new(err);
	if (!job->loop)
		return false;
	loop_on_signal(job->loop, SIGINT, on_interrupt, job);
	if (job->options->sandbox) {
		job->sandbox = sandbox_process_start(job->loop, job->profile, on_sandbox, job,
						     err);
		return job->sandbox != NULL;
	}
	begin(job, job->profile);
	return true;
}

static void finish(struct job *job)
{
	if (job->verb->finish)
		job->verb->finish(job);
}

static void run(struct job *job)
{
	struct error err = { 0 };

	if (!set_off(job, &err)) {
		report(err.message);
		job->status = EXIT_FAILURE;
	}
	if (job->status == EXIT_SUCCESS)
		loop_run(job->loop);
	finish(job); /* what it has under way is the client's */
	client_free(job->client);
	sandbox_process_free(job->sandbox);
	loop_free(job->loop);
}

int job_run(const struct verb *verb, const struct cli_options *options,
	    const struct profile *profile)
{
	struct job job = { .verb = verb, .options = options, .profile = profile };
	struct error err = { 0 };

	job.state = xcalloc(1, verb->state_size ? verb->state_size : 1);
	output_open(&job.output);
	if (prepare(&job, &err)) {
		run(&job);
	} else {
		report(err.message);
		job.status = EXIT_MISTAKE;
		finish(&job);
	}
	output_close(&job.output);
	free(job.state);
	return job.status;
}
