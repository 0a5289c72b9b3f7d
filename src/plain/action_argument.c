/* SPDX-License-Identifier: ISC */
#include "plain/action_argument.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "plain/plain_state.h"
#include "plain/say.h"
#include "schema/check.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/pick_item.h"
#include "schema/resource.h"
#include "work/choice_items.h"

struct asking {
	struct plain *plain;
	const struct field *field;
	struct client_call *call;   /* of the list; NULL: it is not under way */
	struct choice_list list;    /* that came */
	action_argument_fn *fn;
	void *data;
};

static void end(struct asking *asking, const char *value, const char *label)
{
	asking->fn(asking->data, value, label);
	client_cancel(asking->call);
	choice_list_finish(&asking->list);
	free(asking);
}

static void ask(struct asking *asking);

static void end_with(struct asking *asking, const char *value)
{
	const struct choice_sources sources = { .listed = &asking->list };
	const char *label = asking->field->choices ? choice_items_label(asking->field, &sources, value) : NULL;

	end(asking, value, label ? label : "");
}

static void answered(void *data, const char *text)
{
	struct asking *asking = data;
	struct error err;

	if (!text || !*text) {
		end(asking, NULL, NULL);
		return;
	}
	struct json *value = check_parse(asking->field, text, &err);
	if (value) {
		end_with(asking, json_text(value));
	} else {
		say(asking->plain, "%s", err.message);
		ask(asking);
	}
	json_free(value);
}

static void ask_text(struct asking *asking)
{
	char *prompt = xasprintf(_("%s, or an empty line for none"), _(asking->field->label));

	ask_line(asking->plain, prompt, answered, asking);
	free(prompt);
}

static void ask_chosen(struct asking *asking)
{
	const struct choice_sources sources = { .listed = &asking->list };
	struct choice_items items;

	choice_items_init(&items, asking->field, &sources, "");
	ask_choice(asking->plain, &(struct choosing){ .title = _(asking->field->label),
						      .note = items.note,
						      .items = items.rows,
						      .count = items.count,
						      .open = items.open,
						      .fn = answered,
						      .data = asking });
	choice_items_finish(&items);
}

static void ask(struct asking *asking)
{
	if (asking->field->choices)
		ask_chosen(asking);
	else
		ask_text(asking);
}

static void list_came(void *data, const struct choice_list *list, const struct failure *failure)
{
	struct asking *asking = data;

	asking->call = NULL;
	wait_end(asking->plain);
	if (failure)
		say(asking->plain, "%s", failure->error.message);
	choice_list_copy(&asking->list, list);
	ask(asking);
}

static void stopped(void *data)
{
	end(data, NULL, NULL);
}

void plain_field_ask(struct plain *plain, const struct field *field, action_argument_fn *fn, void *data)
{
	struct asking *asking = xcalloc(1, sizeof(*asking));

	asking->plain = plain;
	asking->field = field;
	asking->fn = fn;
	asking->data = data;
	if (!field->choices || !choice_items_need_list(field)) {
		ask(asking);
		return;
	}
	asking->call = client_choices(plain->client, field->choices->source, list_came, asking);
	wait_begin(plain, stopped, asking);
}

void plain_action_argument_ask(struct plain *plain, const struct action *action, action_argument_fn *fn,
			       void *data)
{
	plain_field_ask(plain, action->argument, fn, data);
}
