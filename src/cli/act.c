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
#include "schema/resource.h"

/* An action on one record after the other. One that is refused does not keep the rest from being
 * done. */
struct act {
	const struct action *action;
	size_t next;
};

static void act_next(struct job *job);

static bool act_prepare(struct job *job, struct error *err)
{
	struct act *act = job->state;

	act->action = resource_action(job->resource, job->verb->name);
	return act->action || error_set(err, ERROR_INPUT, _("The service has no way to %s %s"),
					job->verb->name, job->resource->name);
}

static void say_done(const struct job *job, const char *key)
{
	const struct act *act = job->state;
	char *raw = xasprintf(_(act->action->done), key), *text = text_clean(raw, strlen(raw));

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

static void on_done(void *data, const struct failure *failure)
{
	struct job *job = data;
	struct act *act = job->state;

	if (failure && ends_all(failure->error.code)) {
		job_fail(job, failure);
		say_what_was_not_tried(job->key_count - act->next);
		return;
	}
	if (failure)
		job_complain(job, failure);
	else
		say_done(job, job->keys[act->next - 1]);
	if (job_flush(job))
		act_next(job);
}

static void act_next(struct job *job)
{
	struct act *act = job->state;

	if (act->next == job->key_count) {
		job_end(job);
		return;
	}
	const char *key = job->keys[act->next++];
	client_act(job->client, job->resource, act->action, key, on_done, job);
}

const struct verb verb_activate = {
	.name = "activate",
	.words = N_("customers KEY..."),
	.help = N_("Let them log in and order again"),
	.scope = FOR_ACTION,
	.min_keys = 1,
	.max_keys = SIZE_MAX - 2,
	.state_size = sizeof(struct act),
	.prepare = act_prepare,
	.start = act_next,
};

const struct verb verb_deactivate = {
	.name = "deactivate",
	.words = N_("customers KEY..."),
	.help = N_("End their access; their data stays"),
	.scope = FOR_ACTION,
	.min_keys = 1,
	.max_keys = SIZE_MAX - 2,
	.state_size = sizeof(struct act),
	.prepare = act_prepare,
	.start = act_next,
};
