/* SPDX-License-Identifier: ISC */
#include "screens/price_many.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text_list.h"
#include "schema/field.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/choices.h"
#include "screens/price_many_preview.h"
#include "ui/pick.h"
#include "ui/prompt.h"
#include "work/price_input.h"
#include "work/price_rule.h"

/* From question to question; it goes with the last. */
struct asking {
	struct app *app;
	struct query *query;
	struct text_list keys;
	struct choice_lists *choices;
	struct price_rule rule; /* as far as it is known */
};

static void asking_free(struct asking *asking)
{
	choice_lists_free(asking->choices);
	query_free(asking->query);
	text_list_finish(&asking->keys);
	price_rule_finish(&asking->rule);
	free(asking);
}

static void preview(struct asking *asking)
{
	price_many_preview_open_take(asking->app, asking->query, &asking->rule, &asking->keys);
	asking_free(asking);
}

/* --- what amounts are rounded to -------------------------------------------------------------- */

static void ask_step(struct asking *asking, const char *typed, const char *problem);

static void step_chosen(void *data, const char *text)
{
	struct asking *asking = data;
	struct error err;

	if (!text)
		asking_free(asking);
	else if (!price_input_step(text, &asking->rule.step, &err))
		ask_step(asking, text, err.message);
	else
		preview(asking);
}

static void ask_step(struct asking *asking, const char *typed, const char *problem)
{
	static const struct pick_item steps[] = {
		{ "0.01", "" }, { "0.05", "" }, { "0.10", "" }, { "1", "" },
	};

	pick_open(asking->app->ui,
		  &(struct pick){ .title = _("What are the new prices rounded to?"),
				  .note = problem ? problem
						  : _("Another step can be typed, such as 0.25."),
				  .items = steps,
				  .count = sizeof(steps) / sizeof(steps[0]),
				  .typed = typed,
				  .open = true,
				  .done = step_chosen,
				  .data = asking });
}

/* --- the amount or the percentage ------------------------------------------------------------- */

static void ask_number(struct asking *asking, const char *text, const char *problem);

static void number_typed(void *data, const char *text)
{
	struct asking *asking = data;
	struct price_rule *rule = &asking->rule;
	struct error err;

	if (!text)
		asking_free(asking);
	else if (!(rule->by_percent ? price_input_percent : price_input_amount)(
			 text, &rule->number, &err))
		ask_number(asking, text, err.message);
	else if (rule->by_percent)
		ask_step(asking, NULL, NULL);
	else
		preview(asking);
}

static void ask_number(struct asking *asking, const char *text, const char *problem)
{
	bool by_percent = asking->rule.by_percent;

	prompt_open(asking->app->ui,
		    &(struct prompt){ .label = by_percent ? _("Percent: ") : _("Price: "),
				      .initial = text,
				      .help = by_percent ? _("3 is dearer, -3 is cheaper.")
							 : _("The price that all of them are to have."),
				      .problem = problem,
				      .done = number_typed,
				      .data = asking });
}

/* --- the quantity ----------------------------------------------------------------------------- */

static void ask_quantity(struct asking *asking, const char *text, const char *problem);

static void quantity_typed(void *data, const char *text)
{
	struct asking *asking = data;
	bool all = text && !*text && asking->rule.by_percent;
	struct error err;

	if (!text)
		asking_free(asking);
	else if (!all && !price_input_quantity(text, &asking->rule.at_quantity, &err))
		ask_quantity(asking, text, err.message);
	else
		ask_number(asking, NULL, NULL);
}

static void ask_quantity(struct asking *asking, const char *text, const char *problem)
{
	prompt_open(asking->app->ui,
		    &(struct prompt){ .label = _("From quantity: "),
				      .initial = text,
				      .help = asking->rule.by_percent
						      ? _("The prices from this quantity on; empty: those of "
							  "all quantities.")
						      : _("The quantity from which the price holds."),
				      .problem = problem,
				      .done = quantity_typed,
				      .data = asking });
}

/* --- the tier --------------------------------------------------------------------------------- */

static void tier_chosen(void *data, const char *tier)
{
	struct asking *asking = data;

	if (!tier || !*tier) {
		asking_free(asking);
		return;
	}
	asking->rule.tier = xstrdup(tier);
	ask_quantity(asking, asking->rule.by_percent ? NULL : "1", NULL);
}

/* The field of an entry that says whose price it is. */
static const struct field *tier_field(const struct resource *resource)
{
	return schema_field(schema_field(resource->schema, resource->prices)->items, "tier");
}

void price_many_open_take(struct app *app, const struct query *query, bool by_percent,
			  struct text_list *keys)
{
	struct asking *asking = xcalloc(1, sizeof(*asking));

	*asking = (struct asking){ .app = app,
				   .query = query_copy(query),
				   .keys = *keys,
				   .choices = choice_lists_new(app),
				   .rule = { .by_percent = by_percent } };
	*keys = (struct text_list){ 0 };
	choices_open(asking->choices, tier_field(query_resource(query)), "", "", tier_chosen,
		     asking);
}
