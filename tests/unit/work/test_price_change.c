/* Changes of many prices, and what may be typed for them. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "model/price_list.h"
#include "schema/json.h"
#include "work/price_change.h"
#include "work/price_input.h"

enum reader { AMOUNT, PERCENT, STEP };

static const struct {
	enum reader reader;
	const char *typed;
	const char *value, *refused; /* one of them */
} typed[] = {
	{ AMOUNT, "28.5", "28.5", NULL },
	{ AMOUNT, " 28,50 ", "28.5", NULL }, /* Nordic number blocks send a comma */
	{ AMOUNT, "0", "0", NULL },
	{ AMOUNT, "1 000", NULL, "Thousands cannot be grouped: enter 1000.00, or 1000,00" },
	{ AMOUNT, "1,000.00", NULL, "Thousands cannot be grouped: enter 1000.00, or 1000,00" },
	{ AMOUNT, "1.000.000", NULL, "Thousands cannot be grouped: enter 1000.00, or 1000,00" },
	{ AMOUNT, "1'000", NULL, "Thousands cannot be grouped: enter 1000.00, or 1000,00" },
	{ AMOUNT, "1\xc2\xa0" "000", NULL, "Thousands cannot be grouped: enter 1000.00, or 1000,00" },
	{ AMOUNT, "1\xe2\x80\x99" "000", NULL, "Thousands cannot be grouped: enter 1000.00, or 1000,00" },
	{ AMOUNT, "1.00005", NULL, "Use at most four decimals" },
	{ AMOUNT, "-1", NULL, "A price cannot be less than 0" },
	{ AMOUNT, "12 USD", NULL, "Enter an amount such as 12.50" },
	{ AMOUNT, "", NULL, "Enter an amount such as 12.50" },
	{ AMOUNT, "99999999999999999999", NULL, "This amount is too large" },
	{ PERCENT, "-3", "-3", NULL },
	{ PERCENT, "+2,5 %", "2.5", NULL },
	{ PERCENT, "-100", "-100", NULL },
	{ PERCENT, "-100.01", NULL, "A price cannot fall by more than 100 percent" },
	{ PERCENT, "%", NULL, "Enter a percentage such as -3 or 2.5" },
	{ STEP, "0.05", "0.05", NULL },
	{ STEP, "0", NULL, "Enter what prices are to be multiples of, such as 0.01 or 0.05" },
	{ STEP, "-1", NULL, "Enter what prices are to be multiples of, such as 0.01 or 0.05" },
};

static bool read_typed(enum reader reader, const char *text, struct decimal *out, struct error *err)
{
	switch (reader) {
	case AMOUNT:
		return price_input_amount(text, out, err);
	case PERCENT:
		return price_input_percent(text, out, err);
	default:
		return price_input_step(text, out, err);
	}
}

static void what_is_typed_is_taken_or_refused_with_a_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(typed); i++) {
		struct decimal value = { 0 };
		struct error err = { 0 };
		char text[DECIMAL_TEXT_SIZE];
		bool ok = read_typed(typed[i].reader, typed[i].typed, &value, &err);
		if (ok != !!typed[i].value)
			fail_msg("«%s»: %s", typed[i].typed, ok ? "taken" : err.message);
		decimal_format(value, text);
		assert_string_equal(ok ? text : err.message, ok ? typed[i].value : typed[i].refused);
	}
	assert_true(price_input_is_doubtful("1,000"));
	assert_false(price_input_is_doubtful("1,00"));
	assert_false(price_input_is_doubtful("1000"));
}

static void quantities_are_whole_and_at_least_one(void **state)
{
	static const char *const wrong[] = { "", "0", "-1", "1.5", "24.", "1 000", "x", "99999999999999999999" };
	int64_t quantity = 7;

	(void)state;
	for (size_t i = 0; i < CASES(wrong); i++)
		assert_false(price_input_quantity(wrong[i], &quantity, NULL));
	assert_int_equal(quantity, 7);
	assert_true(price_input_quantity(" 24 ", &quantity, NULL));
	assert_int_equal(quantity, 24);
}

/* --- changes ------------------------------------------------------------------------------------ */

#define P(tier, quantity, price)                                                                   \
	"{\"tier\":\"" tier "\",\"atQuantity\":" #quantity ",\"price\":" #price "}"
#define LIST                                                                                       \
	"[" P("A", 1, 44.00) "," P("B", 1, 31.20) "," P("B", 24, 30.00) "," P("B", 100, 0.123456) ",7]"

enum what { SET, CHANGE, COPY, REMOVE };

static const struct {
	enum what what;
	struct price_scope scope; /* COPY: from tier */
	const char *number, *step, *to;
	const char *proposed; /* "B1 31.20>30.25", same, left out */
	const char *after;
} changes[] = {
	{ SET, { "B", 0 }, "30", NULL, NULL, "B1 31.20>30 B100 0.123456>30 same 1 left out 0",
	  "[" P("A", 1, 44.00) "," P("B", 1, 30) "," P("B", 24, 30.00) "," P("B", 100, 30) ",7]" },
	{ SET, { "C", 24 }, "5", NULL, NULL, "C24 ->5 same 0 left out 0",
	  "[" P("A", 1, 44.00) "," P("B", 1, 31.20) "," P("B", 24, 30.00) "," P("B", 100, 0.123456) ",7,"
	  P("C", 24, 5) "]" },
	{ SET, { "C", 0 }, "5", NULL, NULL, "same 0 left out 0", LIST },
	{ CHANGE, { "b", 0 }, "-3", "0.05", NULL, "B1 31.20>30.25 B24 30.00>29.1 same 0 left out 1",
	  "[" P("A", 1, 44.00) "," P("B", 1, 30.25) "," P("B", 24, 29.1) "," P("B", 100, 0.123456) ",7]" },
	{ CHANGE, { NULL, 1 }, "10", "1", NULL, "A1 44.00>48 B1 31.20>34 same 0 left out 0",
	  "[" P("A", 1, 48) "," P("B", 1, 34) "," P("B", 24, 30.00) "," P("B", 100, 0.123456) ",7]" },
	{ CHANGE, { "A", 0 }, "0", "0.01", NULL, "same 1 left out 0", LIST },
	{ COPY, { "B", 0 }, "0", "0.01", "A", "A1 44.00>31.20 A24 ->30.00 A100 ->0.123456 same 0 left out 0",
	  "[" P("A", 1, 31.20) "," P("B", 1, 31.20) "," P("B", 24, 30.00) "," P("B", 100, 0.123456) ",7,"
	  P("A", 24, 30.00) "," P("A", 100, 0.123456) "]" },
	{ COPY, { "A", 0 }, "-10", "0.01", "B",
	  "B1 31.20>39.6 B24 30.00>- B100 0.123456>- same 0 left out 0",
	  "[" P("A", 1, 44.00) "," P("B", 1, 39.6) ",7]" },
	{ REMOVE, { NULL, 1 }, "0", NULL, NULL, "A1 44.00>- B1 31.20>- same 0 left out 0",
	  "[" P("B", 24, 30.00) "," P("B", 100, 0.123456) ",7]" },
};

static void propose(struct price_changes *out, const struct price_list *list, size_t i)
{
	struct decimal number = { 0 }, step = { 100 };

	assert_true(decimal_parse(changes[i].number, &number, NULL));
	if (changes[i].step)
		assert_true(decimal_parse(changes[i].step, &step, NULL));
	switch (changes[i].what) {
	case SET:
		price_changes_set(out, list, changes[i].scope, number);
		break;
	case CHANGE:
		price_changes_percent(out, list, changes[i].scope, number, step);
		break;
	case COPY:
		price_changes_copy(out, list, changes[i].scope.tier, changes[i].to, number, step);
		break;
	case REMOVE:
		price_changes_remove(out, list, changes[i].scope);
		break;
	}
}

static char *describe(const struct price_changes *proposed)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (size_t i = 0; i < proposed->count; i++)
		fprintf(out, "%s%lld %s>%s ", proposed->rows[i].tier,
			(long long)proposed->rows[i].at_quantity,
			proposed->rows[i].before ? proposed->rows[i].before : "-",
			proposed->rows[i].after ? proposed->rows[i].after : "-");
	fprintf(out, "same %zu left out %zu", proposed->same, proposed->left_out);
	fclose(out);
	return text;
}

static void a_change_is_proposed_then_carried_out(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(changes); i++) {
		struct json *entries = json_parse(LIST, strlen(LIST), NULL), *base = json_copy(entries);
		struct price_changes proposed;
		struct price_list list;
		price_list_read(&list, base);
		propose(&proposed, &list, i);
		assert_text_take(describe(&proposed), changes[i].proposed);
		price_changes_apply(&proposed, entries, base);
		assert_text_take(json_print(entries), changes[i].after);
		price_changes_finish(&proposed);
		price_list_finish(&list);
		json_free(entries);
		json_free(base);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_typed_is_taken_or_refused_with_a_reason),
		cmocka_unit_test(quantities_are_whole_and_at_least_one),
		cmocka_unit_test(a_change_is_proposed_then_carried_out),
	};
	return cmocka_run_group_tests_name("price_change", tests, NULL, NULL);
}
