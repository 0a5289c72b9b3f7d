/* Two who change one list of prices: entries have a key, so that each keeps what the other left alone. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "model/products.h"
#include "record_of.h"
#include "schema/changes.h"
#include "schema/entries.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

#define P(tier, quantity, price)                                                                   \
	"{\"tier\":\"" tier "\",\"atQuantity\":" #quantity ",\"price\":" #price "}"
#define A1 P("A", 1, 44.00)
#define A1_NO_QUANTITY "{\"tier\":\"A\",\"price\":44.00}"
#define B1 P("B", 1, 32.90)
#define B24 P("B", 24, 31.20)
#define BASE A1 "," B1 "," B24

static const struct {
	const char *before, *mine, *theirs;
	const char *merged;
	bool conflicts;
} merges[] = {
	{ BASE, BASE, BASE, BASE, false },
	{ BASE, A1 "," B1 "," P("B", 24, 30), P("A", 1, 45) "," B1 "," B24,
	  P("A", 1, 45) "," B1 "," P("B", 24, 30), false },
	{ BASE, A1 "," P("B", 1, 33) "," B24, A1 "," P("B", 1, 34) "," B24, A1 "," P("B", 1, 33) "," B24,
	  true },
	{ BASE, A1 "," P("B", 1, 33) "," B24, A1 "," P("B", 1, 33.0) "," B24,
	  A1 "," P("B", 1, 33.0) "," B24, false }, /* the same change */
	{ BASE, BASE "," P("C", 1, 9), BASE "," P("A", 24, 40), BASE "," P("A", 24, 40) "," P("C", 1, 9),
	  false },
	{ BASE, BASE "," P("C", 1, 9), BASE "," P("c", 1, 8), BASE "," P("C", 1, 9), true },
	{ BASE, B1 "," B24, A1 "," B1 "," P("B", 24, 30), B1 "," P("B", 24, 30), false }, /* I took one */
	{ BASE, B1 "," B24, P("A", 1, 45) "," B1 "," B24, B1 "," B24, true }, /* which they changed */
	{ BASE, P("A", 1, 45) "," B1 "," B24, B1 "," B24, B1 "," B24 "," P("A", 1, 45), true },
	{ BASE, B1 "," B24, B1 "," B24, B1 "," B24, false },
	{ A1_NO_QUANTITY, "{\"tier\":\"a\",\"price\":45}", A1_NO_QUANTITY "," B1,
	  "{\"tier\":\"a\",\"price\":45}," B1, false },
	{ "7," BASE, "7," A1 "," B1, "7," BASE "," P("C", 1, 9), "7," A1 "," B1 "," P("C", 1, 9), false },
	{ "", A1, B1, B1 "," A1, false },
	{ BASE, "", BASE, "", false },
};

static struct json *list_of(const char *entries)
{
	char text[1024];

	snprintf(text, sizeof(text), "[%s]", entries);
	return json_parse(text, strlen(text), NULL);
}

static void each_keeps_what_the_other_left_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(merges); i++) {
		struct json *before = list_of(merges[i].before), *mine = list_of(merges[i].mine);
		struct json *theirs = list_of(merges[i].theirs), *expected = list_of(merges[i].merged);
		bool conflicts;
		struct json *merged =
			entries_merge(&nymble_price_schema, before, mine, theirs, &conflicts);
		char *text = json_print(merged);
		if (!json_equal(merged, expected) || conflicts != merges[i].conflicts)
			fail_msg("merge %zu: %s %s", i, text, conflicts ? "conflict" : "no conflict");
		free(text);
		json_free(before);
		json_free(mine);
		json_free(theirs);
		json_free(expected);
		json_free(merged);
	}
}

/* What a review shows of a price, and of one that is new or gone: one line each. */
static void a_price_is_one_line(void **state)
{
	struct record *before = record_of(&nymble_product_schema,
					  "{\"sku\":\"R\",\"prices\":[" BASE "]}");
	struct record *after = record_of(&nymble_product_schema,
					 "{\"sku\":\"R\",\"prices\":[" A1 "," P("B", 24, 30.25) ","
					 P("Whole~", 100, 28) "]}");
	static const char *const expected[] = {
		"B from 24: Price: 31.20 -> 30.25",
		"Whole~ from 100: Price:  -> 28.00",
		"B from 1: Price: 32.90 -> ",
	};
	struct changes changes;
	struct change_lines lines;

	(void)state;
	changes_find(&changes, before, after);
	change_lines_find(&lines, &changes);
	for (size_t i = 0; i < lines.count; i++) {
		char text[128];
		snprintf(text, sizeof(text), "%s: %s -> %s", lines.rows[i].label, lines.rows[i].before,
			 lines.rows[i].after);
		assert_true(i < CASES(expected));
		assert_string_equal(text, expected[i]);
	}
	assert_int_equal(lines.count, CASES(expected));
	change_lines_finish(&lines);
	changes_finish(&changes);
	record_free(before);
	record_free(after);
}

/* One of them both changed, and each another one. */
static void who_wins_has_what_both_changed(void **state)
{
	static const struct {
		enum side side;
		const char *merged;
	} sides[] = {
		{ SIDE_MINE, P("A", 1, 45) "," P("B", 1, 34) "," P("B", 24, 30) },
		{ SIDE_THEIRS, P("A", 1, 46) "," P("B", 1, 34) "," P("B", 24, 30) },
	};
	struct record *before = record_of(&nymble_product_schema, "{\"sku\":\"R\",\"prices\":[" BASE "]}");
	struct record *mine = record_of(&nymble_product_schema, "{\"sku\":\"R\",\"prices\":[" P(
								       "A", 1, 45) "," B1 "," P("B", 24, 30) "]}");
	struct record *theirs = record_of(&nymble_product_schema, "{\"sku\":\"R\",\"prices\":[" P(
									 "A", 1, 46) "," P("B", 1, 34) "," B24 "]}");
	struct clashes clashes;

	(void)state;
	clashes_find(&clashes, before, mine, theirs);
	assert_int_equal(clashes.count, 1);
	for (size_t i = 0; i < CASES(sides); i++) {
		struct json *expected = list_of(sides[i].merged);
		clashes.rows[0].side = sides[i].side;
		struct record *merged = clashes_merge(&clashes, before, mine, theirs);
		assert_true(json_equal(json_member(record_tree(merged), "prices"), expected));
		record_free(merged);
		json_free(expected);
	}
	clashes_finish(&clashes);
	record_free(before);
	record_free(mine);
	record_free(theirs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_keeps_what_the_other_left_alone),
		cmocka_unit_test(a_price_is_one_line),
		cmocka_unit_test(who_wins_has_what_both_changed),
	};
	return cmocka_run_group_tests_name("entries_merge", tests, NULL, NULL);
}
