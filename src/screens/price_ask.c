/* SPDX-License-Identifier: ISC */
#include "screens/price_ask.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/price_list.h"
#include "schema/field.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/choices.h"
#include "screens/edit_read.h"
#include "ui/prompt.h"
#include "work/price_input.h"
#include "work/price_words.h"

/* From question to question; it goes with the last. */
struct asking {
	struct app *app;
	const struct resource *resource;
	struct record *record; /* NULL: on its way */
	struct choice_lists *choices;
	char *tier;
	bool in_tier; /* that one: it is not asked for */
};

static void asking_free(struct asking *asking)
{
	choice_lists_free(asking->choices);
	record_free(asking->record);
	free(asking->tier);
	free(asking);
}

/* --- how many -------------------------------------------------------------- */

static void ask_quantity(struct asking *asking, const char *text, const char *answer,
			 const char *problem);

static char *answer_for(const struct asking *asking, int64_t quantity)
{
	const struct record *record = asking->record;
	const struct field *currency = resource_currency(asking->resource);
	char *unit = currency ? field_text(currency, record_tree(record)) : xstrdup(""), *answer;
	struct price_list list;

	price_list_read(&list, record_value(record, resource_prices(asking->resource)));
	answer = price_words_answer(&list, record_key(record), asking->tier, quantity, unit);
	price_list_finish(&list);
	free(unit);
	return answer;
}

/* Each answer asks for the next quantity; Esc ends it. */
static void quantity_typed(void *data, const char *text)
{
	struct asking *asking = data;
	struct error err;
	int64_t quantity;

	if (!text) {
		asking_free(asking);
		return;
	}
	if (!price_input_quantity(text, &quantity, &err)) {
		ask_quantity(asking, text, NULL, err.message);
		return;
	}
	char *answer = answer_for(asking, quantity);
	ask_quantity(asking, text, answer, NULL);
	free(answer);
}

static void ask_quantity(struct asking *asking, const char *text, const char *answer,
			 const char *problem)
{
	char *tier = text_clean(asking->tier, strlen(asking->tier));
	char *label = xasprintf(_("How many in %s: "), tier);

	prompt_open(asking->app->ui, &(struct prompt){ .label = label,
						       .initial = text,
						       .help = answer,
						       .problem = problem,
						       .suggests = !problem,
						       .answers = true,
						       .done = quantity_typed,
						       .data = asking });
	free(label);
	free(tier);
}

/* --- in which tier --------------------------------------------------------- */

static void tier_chosen(void *data, const char *tier)
{
	struct asking *asking = data;

	if (!tier || !*tier) {
		asking_free(asking);
		return;
	}
	xreplace(&asking->tier, tier);
	xreplace(&asking->app->price_tier, tier);
	ask_quantity(asking, "1", NULL, NULL);
}

static void ask_tier(struct asking *asking)
{
	const struct field *prices = resource_prices(asking->resource);
	const struct field *tier = schema_field(prices->items, "tier");

	choices_open(asking->choices, tier, asking->tier, "", tier_chosen, asking);
}

/* --- of which record ------------------------------------------------------- */

static const char *first_tier(const struct app *app, const char *tier)
{
	if (tier)
		return tier;
	return app->price_tier ? app->price_tier : client_info(app->client).price_tier;
}

static struct asking *asking_new(struct app *app, const struct resource *resource, const char *tier)
{
	struct asking *asking = xcalloc(1, sizeof(*asking));

	asking->app = app;
	asking->resource = resource;
	asking->choices = choice_lists_new(app);
	asking->tier = xstrdup(first_tier(app, tier));
	return asking;
}

static void record_came(void *data, struct record *record)
{
	struct asking *asking = data;

	if (!record) {
		asking_free(asking);
		return;
	}
	asking->record = record;
	if (asking->in_tier)
		ask_quantity(asking, "1", NULL, NULL);
	else
		ask_tier(asking);
}

void price_ask_open(struct app *app, const struct resource *resource, const char *key,
		    const char *tier)
{
	edit_read_open(app, resource, key, record_came, asking_new(app, resource, tier));
}

void price_ask_in_tier(struct app *app, const struct resource *resource, const char *key,
		       const char *tier)
{
	struct asking *asking = asking_new(app, resource, tier);

	asking->in_tier = true;
	edit_read_open(app, resource, key, record_came, asking);
}

void price_ask_record(struct app *app, const struct resource *resource, const struct record *record,
		      const char *tier)
{
	record_came(asking_new(app, resource, tier), record_copy(record));
}
