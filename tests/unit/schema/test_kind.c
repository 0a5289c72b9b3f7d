/* What a person may type for each kind of value, and what is made of it. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "schema/json.h"
#include "schema/kind.h"

static const struct {
	const struct kind *kind;
	const char *text;
	const char *json, *reason; /* one of the two */
} rows[] = {
	{ &kind_text, " as it is ", "\" as it is \"", NULL },
	{ &kind_email, "accounts@harborline.example", "\"accounts@harborline.example\"", NULL },
	{ &kind_email, " å.b+c@räksmörgås.example\n", "\"å.b+c@räksmörgås.example\"", NULL },
	{ &kind_email, "", "\"\"", NULL },
	{ &kind_email, "accounts", NULL, "Enter an address such as name@example.com" },
	{ &kind_email, "accounts@", NULL, "Enter an address such as name@example.com" },
	{ &kind_email, "@harborline.example", NULL, "Enter an address such as name@example.com" },
	{ &kind_email, "a b@c.example", NULL, "Enter an address such as name@example.com" },
	{ &kind_email, "a.b@c", NULL, "Enter an address such as name@example.com" },
	{ &kind_email, "a@.example", NULL, "Enter an address such as name@example.com" },
	{ &kind_email, "a@c.", NULL, "Enter an address such as name@example.com" },
	{ &kind_phone, "+46 (31) 390-06.00/2", "\"+46 (31) 390-06.00/2\"", NULL },
	{ &kind_phone, "  ", "\"\"", NULL },
	{ &kind_phone, "207-555-01x9", NULL, "Use digits, spaces and + - ( )" },
	{ &kind_phone, "+ -", NULL, "Use digits, spaces and + - ( )" },
	{ &kind_country, "SE", "\"SE\"", NULL },
	{ &kind_country, " se", "\"SE\"", NULL },
	{ &kind_country, "", "\"\"", NULL },
	{ &kind_country, "Sverige", NULL, "two letters such as SE, not «Sverige»" },
	{ &kind_country, "S1", NULL, "two letters such as SE, not «S1»" },
	{ &kind_country, "S", NULL, "two letters such as SE, not «S»" },
	{ &kind_bool, "Yes", "true", NULL },
	{ &kind_bool, "NO", "false", NULL },
	{ &kind_bool, "", NULL, "Enter yes or no" },
	{ &kind_integer, "24", "24", NULL },
	{ &kind_integer, "2.5", NULL, "Enter a whole number such as 24" },
	{ &kind_decimal, "12,50", "12.5", NULL },
	{ &kind_list, "x", NULL, "Its entries are edited one by one" },
};

static void kinds_read_what_people_type(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(rows); i++) {
		struct error err = { 0 };
		struct json *value = rows[i].kind->parse(rows[i].text, &err);
		if ((value == NULL) != (rows[i].json == NULL))
			fail_msg("%s: «%s»: %s", rows[i].kind->name, rows[i].text, err.message);
		if (value)
			assert_text_take(json_print(value), rows[i].json);
		else
			assert_string_equal(err.message, rows[i].reason);
		json_free(value);
	}
}

static void texts_are_shown_as_they_came(void **state)
{
	static const struct kind *const kinds[] = { &kind_email, &kind_phone, &kind_country };

	(void)state;
	for (size_t i = 0; i < CASES(kinds); i++) {
		struct json *odd = json_parse("[1.50]", 6, NULL);
		assert_text_take(kinds[i]->format(NULL), "");
		assert_text_take(kinds[i]->format(json_first(odd)), "1.50");
		assert_text_take(kinds[i]->format(odd), "[1.50]");
		json_free(odd);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds_read_what_people_type),
		cmocka_unit_test(texts_are_shown_as_they_came),
	};
	return cmocka_run_group_tests_name("kind", tests, NULL, NULL);
}
