/* SPDX-License-Identifier: ISC */
#include "plain/action.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "plain/action_argument.h"
#include "plain/personal_export.h"
#include "plain/plain_state.h"
#include "plain/record.h"
#include "plain/say.h"
#include "schema/pick_item.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/action_question.h"
#include "work/history.h"
#include "work/save_words.h"
#include "work/trouble.h"

/* What is about to be done, from the wish to its outcome. */
struct plan {
	struct plain *plain;
	const struct resource *resource;
	const struct action *action; /* NULL: being chosen */
	struct record *record;
	char *argument, *argument_label; /* what the action was told; NULL: nothing yet */
	struct client_call *call;
};

static void plan_free(struct plan *plan)
{
	client_cancel(plan->call);
	record_free(plan->record);
	free(plan->argument);
	free(plan->argument_label);
	free(plan);
}

/* --- it is done ---------------------------------------------------------------------- */

static void done(void *data, const struct failure *failure)
{
	struct plan *plan = data;
	struct plain *plain = plan->plain;
	const struct action_subject subject = { .resource = plan->resource,
						.record = plan->record };
	struct error err;

	plan->call = NULL;
	wait_end(plain);
	if (failure) {
		trouble_of_known(failure, plan->resource, record_key(plan->record), &err);
		say(plain, "%s", err.message);
	} else {
		char *whom = action_whom(&subject);

		say(plain, _(plan->action->done), whom);
		free(whom);
		history_add_action(plain->history, plan->resource, plan->action,
				   record_key(plan->record), record_title(plan->record));
		plain_record_was_acted_on(plain, plan->action);
	}
	plan_free(plan);
}

static void stopped(void *data)
{
	struct plan *plan = data;

	say(plan->plain, "%s", _("It may have been done all the same."));
	plan_free(plan);
}

static void begin(struct plan *plan)
{
	plan->call = client_act(plan->plain->client, plan->resource, plan->action, plan->argument,
				record_key(plan->record), done, plan);
	wait_begin(plan->plain, stopped, plan);
}

/* --- the question -------------------------------------------------------------------- */

static void ask(struct plan *plan);

static void answered(void *data, enum typed answer)
{
	struct plan *plan = data;

	if (answer == TYPED_INSTEAD) {
		plan->action = resource_action(plan->resource, plan->action->instead);
		ask(plan);
	} else if (answer == TYPED_YES) {
		begin(plan);
	} else {
		say(plan->plain, "%s", save_words_cancelled());
		plan_free(plan);
	}
}

static void answered_yes_no(void *data, bool yes)
{
	answered(data, yes ? TYPED_YES : TYPED_NO);
}

/* What had better be done than the plan's action; NULL: nothing, or it is done already. */
static const struct action *better_action(const struct plan *plan)
{
	const struct action *instead = NULL;

	if (plan->action->instead)
		instead = resource_action(plan->resource, plan->action->instead);
	return instead && !action_is_done(instead, plan->record) ? instead : NULL;
}

/* What can be undone takes a y; what is gone for good, the record's number. */
static void ask(struct plan *plan)
{
	const struct action_subject subject = { .resource = plan->resource,
						.record = plan->record,
						.argument = plan->argument,
						.argument_label = plan->argument_label };
	const struct action *better = better_action(plan);
	char *text = action_question(plan->plain->client, plan->action, &subject);
	char *offer = better ? xasprintf(_("%s instead"), _(better->label)) : NULL;

	if (plan->action->removes)
		ask_typed(plan->plain, text, record_key(plan->record), offer, answered, plan);
	else
		ask_yes_no(plan->plain, text, answered_yes_no, plan);
	free(offer);
	free(text);
}

static void argument_given(void *data, const char *value, const char *label)
{
	struct plan *plan = data;

	if (!value) {
		answered(plan, TYPED_NO);
		return;
	}
	xreplace(&plan->argument, value);
	xreplace(&plan->argument_label, label);
	ask(plan);
}

/* Whether it is asked as any other, or has something to be asked before: a store, a file's name. */
static void start(struct plan *plan)
{
	const struct action *action = plan->action;

	if (action->file_name) {
		plain_personal_export_ask(plan->plain, plan->resource, action, record_key(plan->record));
		plan_free(plan);
	} else if (action->argument) {
		plain_action_argument_ask(plan->plain, action, argument_given, plan);
	} else {
		ask(plan);
	}
}

/* --- which --------------------------------------------------------------------------- */

/* Says why it cannot be done; false: it can. */
static bool say_obstacle(const struct plan *plan)
{
	const struct action *action = plan->action;

	if (client_profile(plan->plain->client)->read_only && !action->file_name)
		say(plan->plain, "%s", _("read-only mode: changes are refused"));
	else if (action_is_needless(action, plan->record))
		say(plan->plain, _(action->already), record_key(plan->record));
	else
		return false;
	return true;
}

static void chosen(void *data, const char *name)
{
	struct plan *plan = data;

	plan->action = name ? resource_action(plan->resource, name) : NULL;
	if (name && !plan->action)
		say(plan->plain, _("There is no %s here."), name);
	if (plan->action && !say_obstacle(plan))
		start(plan);
	else
		plan_free(plan);
}

static void choose(struct plan *plan)
{
	const struct resource *resource = plan->resource;
	struct pick_item *items = xcalloc(resource->action_count, sizeof(*items));

	for (size_t i = 0; i < resource->action_count; i++)
		items[i] = (struct pick_item){ resource->actions[i].name,
					       _(resource->actions[i].label) };
	ask_choice(plan->plain, &(struct choosing){ .title = _("Actions"),
						    .items = items,
						    .count = resource->action_count,
						    .by_label = true,
						    .fn = chosen,
						    .data = plan });
	free(items);
}

/* Whether there is anything that a read-only profile may do. */
static bool makes_files(const struct resource *resource)
{
	for (size_t i = 0; i < resource->action_count; i++)
		if (resource->actions[i].file_name)
			return true;
	return false;
}

void action_ask(struct plain *plain, const struct resource *resource, const struct record *record,
		const char *name)
{
	if (client_profile(plain->client)->read_only && !makes_files(resource)) {
		say(plain, "%s", _("read-only mode: changes are refused"));
		return;
	}
	struct plan *plan = xcalloc(1, sizeof(*plan));
	*plan = (struct plan){ .plain = plain,
			       .resource = resource,
			       .record = record_copy(record) };
	if (*name)
		chosen(plan, name);
	else
		choose(plan);
}
