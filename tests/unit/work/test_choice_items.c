/* test_choice_items.c - what a field may be chosen from, whatever the service said about it. */
/* SPDX-License-Identifier: ISC */
#include "../unit.h"

#include "api/client.h"
#include "schema/countries.h"
#include "model/flow_customers.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/pick_item.h"
#include "work/choice_items.h"

#define NOTE_SEEN "The service did not list them. These were seen; others may be typed."
#define NOTE_NONE "The service did not list them. Type the value."

static const struct choices fixed = { .values = (const char *const[]){ "Billing", "Shipping", NULL } };
static const struct choices suggested = { .values = (const char *const[]){ "NET30", NULL },
					  .open = true };
static const struct choices tiers = { .source = "price-tiers" };
static const struct choices mixed = { .source = "sales-reps",
				      .values = (const char *const[]){ "SR-1", "SR-9", NULL } };
static const struct choices types = { .values = (const char *const[]){ FLOW_COMPANY, FLOW_PRIVATE, NULL } };
static const struct choices countries = { .source = "countries" };

static char ann[] = "SR-1", ann_name[] = "Ann Berg", other[] = "SR-2", no_name[] = "";
static struct choice rows[] = { { ann, ann_name }, { other, no_name } };
static const struct choice_list whole = { rows, 2, true }, seen = { rows, 2, false },
				nothing = { NULL, 0, false };

static const struct {
	const struct choices *choices;
	const struct kind *kind;
	bool required;
	const struct choice_list *listed;
	const char *current;
	const char *values; /* value=label, each with a blank behind */
	bool open;
	const char *note;
} cases[] = {
	{ &fixed, &kind_text, true, NULL, "", "Billing Shipping ", false, NULL },
	{ &fixed, &kind_text, true, NULL, "Billing", "Billing Shipping ", false, NULL },
	{ &fixed, &kind_text, true, NULL, "Home", "Billing Shipping Home ", false, NULL }, /* came like that */
	{ &fixed, &kind_text, false, NULL, "Billing", "Billing Shipping =none ", false, NULL },
	{ &suggested, &kind_text, false, NULL, "", "NET30 ", true, NULL },
	{ &tiers, &kind_text, true, &whole, "", "SR-1=Ann Berg SR-2 ", false, NULL },
	{ &tiers, &kind_text, true, &seen, "", "SR-1=Ann Berg SR-2 ", true, NOTE_SEEN }, /* 403 */
	{ &tiers, &kind_text, true, &nothing, "Retail", "Retail ", true, NOTE_NONE },
	{ &tiers, &kind_text, true, NULL, "", "", true, NOTE_NONE },
	{ &mixed, &kind_text, true, &whole, "", "SR-1=Ann Berg SR-2 SR-9 ", false, NULL },
	{ &countries, &kind_text, true, NULL, "SE", "SE ", false, NULL }, /* before they were read */
	/* as people call them; nothing empties it */
	{ &types, &kind_customer_type, false, NULL, "Company", "Company Private person ", false, NULL },
};

static char *print_items(const struct choice_items *items)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (size_t i = 0; i < items->count; i++) {
		const char *label = items->rows[i].label;

		fprintf(out, "%s%s%s ", items->rows[i].value, label && *label ? "=" : "",
			label ? label : "");
	}
	fclose(out);
	return text;
}

static void values_come_from_the_table_and_from_the_service(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct field field = { .choices = cases[i].choices, .kind = cases[i].kind, .required = cases[i].required };
		struct choice_sources sources = { .listed = cases[i].listed };
		struct choice_items items;

		choice_items_init(&items, &field, &sources, cases[i].current);
		assert_text_take(print_items(&items), cases[i].values);
		assert_int_equal(items.open, cases[i].open);
		if (cases[i].note)
			assert_string_equal(items.note, cases[i].note);
		else
			assert_null(items.note);
		choice_items_finish(&items);
	}
}

static void a_value_has_the_name_that_people_know(void **state)
{
	const struct field rep = { .choices = &tiers }, country = { .choices = &countries };
	struct countries *all = countries_read(NULL);
	struct choice_sources sources = { &whole, all };

	(void)state;
	assert_string_equal(choice_items_label(&rep, &sources, "SR-1"), "Ann Berg");
	assert_null(choice_items_label(&rep, &sources, "SR-7"));
	if (countries_name(all, "SE")) /* iso-codes is installed */
		assert_string_equal(choice_items_label(&country, &sources, "SE"), "Sweden");
	assert_null(choice_items_label(&country, &sources, "XX"));
	countries_free(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_come_from_the_table_and_from_the_service),
		cmocka_unit_test(a_value_has_the_name_that_people_know),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
