/* One change for the prices of many: what it makes of one list. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "schema/json.h"
#include "work/price_rule.h"

#define E(tier, quantity, price)                                                                   \
	"{\"tier\":\"" tier "\",\"atQuantity\":" quantity ",\"price\":" price "}"
#define TWO_TIERS "[" E("Retail", "1", "44.00") "," E("Wholesale", "1", "40.123456") "]"
#define BREAKS                                                                                     \
	"[" E("Retail", "1", "44.00") "," E("Wholesale", "1", "32.90") ","                         \
	E("Wholesale", "24", "30.25") "]"

static const struct {
	const char *words; /* of the rule: tier quantity kind number step */
	const char *list;
	const char *expected; /* "changes: tier quantity before>after ...", signs, tier passed */
} cases[] = {
	{ "Wholesale 0 % 3 0.05", BREAKS, "changes: Wholesale 1 32.90>33.9 Wholesale 24 30.25>31.15" },
	{ "wholesale 0 % 3 0.05", BREAKS, "changes: Wholesale 1 32.90>33.9 Wholesale 24 30.25>31.15" },
	{ "Wholesale 24 % -10 1", BREAKS, "changes: Wholesale 24 30.25>27" },
	{ "Wholesale 7 % 3 0.05", BREAKS, "none:" },
	{ "Export 0 % 3 0.05", BREAKS, "none:" },
	{ "Wholesale 0 % 3 0.05", "", "none:" },
	{ "Wholesale 0 % 3 0.05", "[]", "none:" },
	{ "Wholesale 0 % 0 0.01", BREAKS, "so:" },
	{ "Retail 0 % 3 100", BREAKS, "changes: Retail 1 44.00>0 passed Wholesale" },
	{ "Wholesale 1 = 33", BREAKS, "changes: Wholesale 1 32.90>33" },
	{ "Wholesale 1 = 32.9", BREAKS, "so:" },
	/* set where there is none */
	{ "Export 1 = 12", BREAKS, "changes: Export 1 ->12" },
	{ "Export 1 = 12", "", "changes: Export 1 ->12" },
	/* what would cost more in a larger quantity, and what passes another tier */
	{ "Wholesale 24 = 33", BREAKS, "changes: Wholesale 24 30.25>33!" },
	{ "Wholesale 0 % 40 0.01", BREAKS,
	  "changes: Wholesale 1 32.90>46.06 Wholesale 24 30.25>42.35 passed Retail" },
	/* six decimals are within no range: never calculated with, never lost */
	{ "Wholesale 0 % 3 0.05", TWO_TIERS, "inexact:" },
	{ "Wholesale 1 = 40", TWO_TIERS, "changes: Wholesale 1 40.123456>40" },
};

static struct price_rule rule_of(const char *words)
{
	char tier[32], kind, number[32], step[32] = "0.01";
	struct price_rule rule = { .tier = NULL };
	long long quantity;

	assert_true(sscanf(words, "%31s %lld %c %31s %31s", tier, &quantity, &kind, number, step) >= 4);
	rule.tier = xstrdup(tier);
	rule.at_quantity = quantity;
	rule.by_percent = kind == '%';
	assert_true(decimal_parse(number, &rule.number, NULL));
	assert_true(decimal_parse(step, &rule.step, NULL));
	return rule;
}

static char *describe(const struct price_outcome *outcome)
{
	static const char *const results[] = { "changes", "so", "none", "inexact" };
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	fprintf(out, "%s:", results[outcome->result]);
	for (size_t i = 0; i < outcome->changes.count; i++) {
		const struct price_change *change = &outcome->changes.rows[i];

		fprintf(out, " %s %lld %s>%s%s", change->tier, (long long)change->at_quantity,
			change->before ? change->before : "-", change->after,
			outcome->rises[i] ? "!" : "");
	}
	if (outcome->passed)
		fprintf(out, " passed %s", outcome->passed);
	fclose(out);
	return text;
}

static void what_it_makes_of_a_list(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct price_rule rule = rule_of(cases[i].words);
		struct price_outcome outcome;

		price_rule_apply(&rule, cases[i].list, &outcome);
		char *found = describe(&outcome);
		if (strcmp(found, cases[i].expected) != 0)
			fail_msg("%s on %s: «%s»", cases[i].words, cases[i].list, found);
		assert_int_equal(outcome.becomes != NULL, outcome.result == PRICE_CHANGES);
		free(found);
		price_outcome_finish(&outcome);
		price_rule_finish(&rule);
	}
}

/* Byte for byte, members that nobody knows and amounts that nobody can calculate with included. */
static void neighbours_stay_as_they_came(void **state)
{
	const char *list = "[{\"tier\":\"Retail\",\"price\":44.123456,\"x\":1e400},"
			   "{\"y\":[1,2.0],\"tier\":\"Wholesale\",\"price\":32.90},\"odd\"]";
	struct price_rule rule = rule_of("Wholesale 0 % 3 0.05");
	struct price_outcome outcome;

	(void)state;
	price_rule_apply(&rule, list, &outcome);
	char *text = json_print(outcome.becomes);
	assert_string_equal(text, "[{\"tier\":\"Retail\",\"price\":44.123456,\"x\":1e400},"
				  "{\"y\":[1,2.0],\"tier\":\"Wholesale\",\"price\":33.9},\"odd\"]");
	free(text);
	price_outcome_finish(&outcome);
	price_rule_finish(&rule);
}

static const struct {
	const char *words, *said;
} sayings[] = {
	{ "Wholesale 0 % 3 0.05", "Wholesale +3 %, rounded to 0.05" },
	{ "Wholesale 24 % -2.5 1", "Wholesale from 24 -2.5 %, rounded to 1.00" },
	{ "Retail 1 = 12.5", "Retail from 1 = 12.50" },
};

static void it_says_what_it_does(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(sayings); i++) {
		struct price_rule rule = rule_of(sayings[i].words);
		char *said = price_rule_words(&rule);

		assert_string_equal(said, sayings[i].said);
		free(said);
		price_rule_finish(&rule);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_it_makes_of_a_list),
		cmocka_unit_test(neighbours_stay_as_they_came),
		cmocka_unit_test(it_says_what_it_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
