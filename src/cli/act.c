/* SPDX-License-Identifier: ISC */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/job.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/verb.h"
#include "schema/record.h"
#include "schema/resource.h"

/* An action on one record after the other, each looked at first: what is so already is said, not
 * sent. One that is refused does not keep the rest from being done. */
struct act {
	const struct action *action;
	size_t next;
};

static void act_next(struct job *job);

static bool act_prepare(struct job *job, struct error *err)
{
	struct act *act = job->state;

	act->action = resource_action(job->resource, job->verb->name);
	return act->action || error_set(err, ERROR_INPUT, _("The service has no way to %s %s"), job->verb->name,
					job->resource->name);
}

/* sentence: one of the action's, untranslated. */
static void say(const struct job *job, const char *sentence)
{
	const struct act *act = job->state;
	char *raw = xasprintf(_(sentence), job->keys[act->next - 1]);
	char *text = text_clean(raw, strlen(raw));

	output_text(&job->output, text);
	fputc('\n', job->output.file);
	free(text);
	free(raw);
}

/* What the other records would end in as well. */
static bool ends_all(enum error_code code)
{
	return code == ERROR_LOGIN || code == ERROR_NETWORK || code == ERROR_CANCELLED;
}

static void say_what_was_not_tried(size_t count)
{
	if (count == 0)
		return;
	char *text = xasprintf(ngettext("%zu more was not tried", "%zu more were not tried", count),
			       count);
	report(text);
	free(text);
}

static void go_on(struct job *job)
{
	if (job_flush(job))
		act_next(job);
}

static void go_on_after(struct job *job, const struct failure *failure)
{
	const struct act *act = job->state;

	if (ends_all(failure->error.code)) {
		job_fail(job, failure);
		say_what_was_not_tried(job->key_count - act->next);
		return;
	}
	job_complain(job, failure);
	go_on(job);
}

static void on_done(void *data, const struct failure *failure)
{
	struct job *job = data;
	const struct act *act = job->state;

	if (failure) {
		go_on_after(job, failure);
		return;
	}
	say(job, act->action->done);
	go_on(job);
}

static void act_on(struct job *job)
{
	const struct act *act = job->state;

	client_act(job->client, job->resource, act->action, NULL, job->keys[act->next - 1], on_done, job);
}

static void on_looked(void *data, struct record *record, const struct failure *failure)
{
	struct job *job = data;
	const struct act *act = job->state;

	if (failure) {
		go_on_after(job, failure);
	} else if (action_is_done(act->action, record)) {
		say(job, act->action->already);
		go_on(job);
	} else {
		act_on(job);
	}
	record_free(record);
}

static void act_next(struct job *job)
{
	struct act *act = job->state;

	if (act->next == job->key_count) {
		job_end(job);
		return;
	}
	const char *key = job->keys[act->next++];
	if (act->action->member && !client_profile(job->client)->read_only)
		client_get(job->client, job->resource, key, on_looked, job);
	else
		act_on(job);
}

const struct verb verb_activate = {
	.name = "activate",
	.words = N_("RESOURCE KEY..."),
	.help = N_("Let customers order, or products be ordered, again"),
	.scope = FOR_ACTION,
	.min_keys = 1,
	.max_keys = SIZE_MAX - 2,
	.state_size = sizeof(struct act),
	.prepare = act_prepare,
	.start = act_next,
};

const struct verb verb_deactivate = {
	.name = "deactivate",
	.words = N_("RESOURCE KEY..."),
	.help = N_("End that; their data stays"),
	.scope = FOR_ACTION,
	.min_keys = 1,
	.max_keys = SIZE_MAX - 2,
	.state_size = sizeof(struct act),
	.prepare = act_prepare,
	.start = act_next,
};
