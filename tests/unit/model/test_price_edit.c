/* Prices that are put back are as they were, byte for byte; what nobody touched always is. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "model/price_edit.h"
#include "model/price_list.h"
#include "schema/json.h"

#define A1 "{\"tier\":\"A\",\"price\":1.000,\"x\":1}"
#define A24 "{\"price\":0.123456,\"atQuantity\":24,\"tier\":\"A\"}"
#define B1 "{\"tier\":\"B\",\"atQuantity\":1.0,\"price\":2}"
#define BASE "[" A1 ",7," A24 "," B1 "]"

static struct json *parse(const char *text)
{
	return json_parse(text, strlen(text), NULL);
}

/* What is done one after the other: amount NULL empties, "" reverts. */
struct step {
	const char *tier;
	int64_t quantity;
	const char *amount;
};

static const struct {
	struct step steps[5];
	const char *after;
} edits[] = {
	{ { { "A", 1, NULL }, { "A", 1, "" } }, BASE },
	{ { { "A", 1, NULL }, { "a", 1, "1" } }, BASE }, /* typed again */
	{ { { "A", 1, "3" }, { "A", 1, "1" } }, BASE },
	{ { { "A", 24, "3" }, { "A", 24, "" } }, BASE },
	{ { { "B", 1, NULL }, { "A", 1, NULL }, { "B", 1, "" }, { "A", 1, "" } }, BASE },
	{ { { "A", 24, NULL }, { "A", 1, NULL }, { "A", 24, "" }, { "A", 1, "" } }, BASE },
	{ { { "A", 50, "3" }, { "A", 50, "" } }, BASE }, /* a new one is none again */
	{ { { "A", 50, "" } }, BASE },
	{ { { "A", 1, NULL }, { "A", 1, "3" } },
	  "[{\"tier\":\"A\",\"price\":3,\"x\":1},7," A24 "," B1 "]" },
	{ { { "C", 1, "3" }, { "B", 1, NULL }, { "B", 1, "" } },
	  "[" A1 ",7," A24 "," B1 ",{\"tier\":\"C\",\"atQuantity\":1,\"price\":3}]" },
};

static void what_is_put_back_is_as_it_was(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(edits); i++) {
		struct json *base = parse(BASE), *entries = json_copy(base);
		for (const struct step *step = edits[i].steps; step->tier; step++) {
			if (!step->amount)
				price_list_remove(entries, step->tier, step->quantity);
			else if (*step->amount)
				price_edit_put(entries, base, step->tier, step->quantity, step->amount);
			else
				price_edit_revert(entries, base, step->tier, step->quantity);
		}
		char *text = json_print(entries);
		if (strcmp(text, edits[i].after) != 0)
			fail_msg("edit %zu: %s", i, text);
		free(text);
		json_free(entries);
		json_free(base);
	}
}

static void a_list_that_began_empty_has_nothing_to_put_back(void **state)
{
	struct json *entries = json_new_array();

	(void)state;
	price_edit_revert(entries, NULL, "A", 1);
	assert_int_equal(json_size(entries), 0);
	price_edit_put(entries, NULL, "A", 1, "2.50");
	assert_text_take(json_print(entries), "[{\"tier\":\"A\",\"atQuantity\":1,\"price\":2.50}]");
	json_free(entries);
}

/* A key that base has twice comes back twice. */
static void doubles_come_back(void **state)
{
	static const char twice[] = "[" A1 "," B1 ",{\"tier\":\"a\",\"price\":9}]";
	struct json *base = parse(twice), *entries = json_copy(base);

	(void)state;
	price_edit_put(entries, base, "A", 1, "5");
	assert_int_equal(json_size(entries), 2);
	price_edit_revert(entries, base, "A", 1);
	assert_text_take(json_print(entries), twice);
	json_free(entries);
	json_free(base);
}

/* Others may stand before those that base has: a list that was put in another order. */
static void it_comes_back_behind_what_it_stood_behind(void **state)
{
	struct json *base = parse("[" A1 "," B1 "]");
	struct json *entries = parse("[{\"tier\":\"C\",\"price\":3}," A1 ",8]");

	(void)state;
	price_edit_revert(entries, base, "B", 1);
	assert_text_take(json_print(entries), "[{\"tier\":\"C\",\"price\":3}," A1 "," B1 ",8]");
	json_free(entries);
	json_free(base);
}

/* --- any edits of any list ---------------------------------------------------------------------- */

struct random {
	uint64_t seed;
};

static unsigned next(struct random *random, unsigned below)
{
	random->seed ^= random->seed << 13;
	random->seed ^= random->seed >> 7;
	random->seed ^= random->seed << 17;
	return (unsigned)(random->seed >> 33) % below;
}

static const char *const odd[] = { "7", "null", "{\"price\":1}", "{\"tier\":\"A\",\"atQuantity\":1.5}",
				   "[{\"tier\":\"A\"}]" };
static const char *const amounts[] = { "1", "1.50", "0.123456", "2.0", "1e400", "12.3456", "\"3.20\"" };

/* Up to 9 entries of tiers A to D; some twice, some in lower case, some odd. */
static struct json *random_list(struct random *random)
{
	char text[2048] = "[", *at = text + 1;

	for (unsigned i = 0, count = next(random, 10); i < count; i++, *at++ = i < count ? ',' : ']') {
		if (next(random, 5) == 0)
			at += sprintf(at, "%s", odd[next(random, CASES(odd))]);
		else
			at += sprintf(at, "{\"tier\":\"%c\",\"atQuantity\":%u,\"price\":%s,\"x\":%u}",
				      (next(random, 4) ? 'A' : 'a') + next(random, 4), 1 + next(random, 4),
				      amounts[next(random, CASES(amounts))], i);
	}
	if (at == text + 1)
		*at++ = ']';
	*at = '\0';
	return parse(text);
}

/* The bytes of all entries but those of one key, in their order. */
static char *all_but(const struct json *entries, char tier, int64_t quantity)
{
	struct json *rest = json_copy(entries);

	price_list_remove(rest, (char[]){ tier, '\0' }, quantity);
	char *text = json_print(rest);
	json_free(rest);
	return text;
}

static void change_one(struct random *random, struct json *entries, const struct json *base)
{
	char tier[2] = { (char)('A' + next(random, 5)), '\0' };
	int64_t quantity = 1 + next(random, 5);
	char *before = all_but(entries, *tier, quantity);

	switch (next(random, 3)) {
	case 0:
		price_edit_put(entries, base, tier, quantity, next(random, 2) ? "1.5" : "12");
		break;
	case 1:
		price_list_remove(entries, tier, quantity);
		break;
	case 2:
		price_edit_revert(entries, base, tier, quantity);
	}
	assert_text_take(all_but(entries, *tier, quantity), before);
	free(before);
}

static void nothing_else_is_ever_touched(void **state)
{
	struct random random = { 0x9e3779b97f4a7c15u };

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct json *base = random_list(&random), *entries = json_copy(base);
		for (unsigned i = 0; i < 8; i++)
			change_one(&random, entries, base);
		for (int64_t quantity = 1; quantity <= 5; quantity++)
			for (char tier = 'E'; tier >= 'A'; tier--)
				price_edit_revert(entries, base, (char[]){ tier, '\0' }, quantity);
		assert_int_equal(json_size(entries), json_size(base));
		json_free(entries);
		json_free(base);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_put_back_is_as_it_was),
		cmocka_unit_test(a_list_that_began_empty_has_nothing_to_put_back),
		cmocka_unit_test(doubles_come_back),
		cmocka_unit_test(it_comes_back_behind_what_it_stood_behind),
		cmocka_unit_test(nothing_else_is_ever_touched),
	};
	return cmocka_run_group_tests_name("price_edit", tests, NULL, NULL);
}
