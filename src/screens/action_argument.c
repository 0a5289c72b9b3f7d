/* SPDX-License-Identifier: ISC */
#include "screens/action_argument.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/check.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/choices.h"
#include "ui/prompt.h"

struct asking {
	struct app *app;
	const struct field *field;
	struct choice_lists *choices; /* NULL: any text may be typed */
	action_argument_fn *fn;
	void *data;
};

static void end(struct asking *asking, const char *value, const char *label)
{
	asking->fn(asking->data, value, label);
	choice_lists_free(asking->choices);
	free(asking);
}

static void ask(struct asking *asking, const char *typed, const char *problem);

static void answered(void *data, const char *text)
{
	struct asking *asking = data;
	struct error err;

	if (!text) {
		end(asking, NULL, NULL);
		return;
	}
	struct json *value = check_parse(asking->field, text, &err);
	if (!value || !*json_text(value)) {
		if (value)
			error_set(&err, ERROR_INPUT, _("%s is needed."), _(asking->field->label));
		ask(asking, text, err.message);
	} else {
		char *label = xstrdup(asking->choices
					      ? choices_label(asking->choices, asking->field, json_text(value))
					      : "");

		end(asking, json_text(value), label);
		free(label);
	}
	json_free(value);
}

static void ask(struct asking *asking, const char *typed, const char *problem)
{
	if (!asking->choices || problem) {
		char *label = xasprintf("%s: ", _(asking->field->label));

		prompt_open(asking->app->ui, &(struct prompt){ .label = label,
							       .initial = typed,
							       .problem = problem,
							       .done = answered,
							       .data = asking });
		free(label);
		return;
	}
	choices_open(asking->choices, asking->field, "", typed, answered, asking);
}

void action_argument_ask(struct app *app, const struct action *action, action_argument_fn *fn, void *data)
{
	struct asking *asking = xmalloc(sizeof(*asking));
	const struct field *field = action->argument;

	*asking = (struct asking){
		.app = app,
		.field = field,
		.choices = field->choices ? choice_lists_new(app) : NULL,
		.fn = fn,
		.data = data,
	};
	ask(asking, "", NULL);
}
