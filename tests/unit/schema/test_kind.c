/* What a person may type for each kind of value, and what is made of it. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <time.h>

#include "base/error.h"
#include "model/flow_customers.h"
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
	{ &kind_digits, " 0010472", "\"0010472\"", NULL },
	{ &kind_digits, "", "\"\"", NULL },
	{ &kind_digits, "10 472", NULL, "Enter digits only, such as 0010472" },
	{ &kind_uid, "pl-trade_2 ", "\"pl-trade_2\"", NULL },
	{ &kind_uid, "", "\"\"", NULL },
	{ &kind_uid, "pl/trade", NULL, "Use the letters A to Z, digits, - and _, such as pl-trade" },
	{ &kind_uid, "pl-tråde", NULL, "Use the letters A to Z, digits, - and _, such as pl-trade" },
	{ &kind_mobile, "+47 555-01 220", "\"+4755501220\"", NULL },
	{ &kind_mobile, "0701 23", "\"070123\"", NULL },
	{ &kind_mobile, "", "\"\"", NULL },
	{ &kind_mobile, "00 47 (55)", NULL,
	  "Enter digits, with + before the country's code: +4755501220" },
	{ &kind_mobile, "47+55", NULL, "Enter digits, with + before the country's code: +4755501220" },
	{ &kind_time, "2026-01-31T00:30:00+02:00", "\"2026-01-30T22:30:00Z\"", NULL },
	{ &kind_time, "2026-01-31", "\"2026-01-31T00:00:00Z\"", NULL }, /* the test's zone is UTC */
	{ &kind_time, " 2026-01-31 14:30", "\"2026-01-31T14:30:00Z\"", NULL },
	{ &kind_time, "2026-02-30", NULL,
	  "Enter a day such as 2026-01-31, or a day and a time such as 2026-01-31 14:30" },
	{ &kind_time, "31.1.2026", NULL,
	  "Enter a day such as 2026-01-31, or a day and a time such as 2026-01-31 14:30" },
	{ &kind_customer_type, "company", "\"COMPANY\"", NULL },
	{ &kind_customer_type, " Private Person", "\"PRIVATE\"", NULL },
	{ &kind_customer_type, "PRIVATE", "\"PRIVATE\"", NULL },
	{ &kind_customer_type, " Person ", "\"PRIVATE\"", NULL },
	{ &kind_address_type, "invoice", "\"INVOICE_ADDRESS\"", NULL },
	{ &kind_address_type, "VISIT", "\"VISIT\"", NULL },
	{ &kind_customer_type, "firm", NULL, "Enter company or private person" },
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
	static const struct kind *const kinds[] = { &kind_email,  &kind_phone, &kind_country, &kind_digits,
						     &kind_mobile, &kind_uid,   &kind_time };

	(void)state;
	for (size_t i = 0; i < CASES(kinds); i++) {
		struct json *odd = json_parse("[1.50]", 6, NULL);
		assert_text_take(kinds[i]->format(NULL), "");
		assert_text_take(kinds[i]->format(json_first(odd)), "1.50");
		assert_text_take(kinds[i]->format(odd), "[1.50]");
		json_free(odd);
	}
}

static const struct {
	const struct kind *kind;
	const char *json, *text;
} shown[] = {
	{ &kind_time, "\"2026-05-18T16:40:12.345Z\"", "2026-05-18 16:40" },
	{ &kind_time, "\"2026-05-18T16:40:12+02:00\"", "2026-05-18 14:40" },
	{ &kind_time, "\"yesterday\"", "yesterday" },
	{ &kind_customer_type, "\"COMPANY\"", "Company" },
	{ &kind_customer_type, "\"company\"", "Private person" }, /* F4: COMPANY, and nothing else */
	{ &kind_customer_type, "\"PERSON\"", "Private person" },
	{ &kind_customer_type, "null", "Private person" },
	{ &kind_address_type, "\"DELIVERY_ADDRESS\"", "Delivery" },
	{ &kind_address_type, "\"INVOICE_ADDRESS\"", "Invoice" },
	{ &kind_address_type, "\"VISIT_ADDRESS\"", "VISIT_ADDRESS" }, /* nobody's word: as it came */
	{ &kind_address_type, "[1]", "[1]" },
	{ &kind_address_type, "null", "" },
};

static void values_are_shown_for_people(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(shown); i++) {
		struct json *value = json_parse(shown[i].json, strlen(shown[i].json), NULL);
		assert_text_take(shown[i].kind->format(value), shown[i].text);
		json_free(value);
	}
	assert_text_take(kind_customer_type.format(NULL), "Private person");
}

static void a_day_begins_where_people_are(void **state)
{
	(void)state;
	setenv("TZ", "XST-2", 1); /* two hours before UTC, without the system's zones */
	tzset();
	struct json *value = kind_time.parse("2026-01-31", NULL);
	assert_string_equal(json_text(value), "2026-01-30T22:00:00Z");
	assert_text_take(kind_time.format(value), "2026-01-31 00:00");
	json_free(value);
	setenv("TZ", "UTC", 1);
	tzset();
}

int main(void)
{
	setenv("TZ", "UTC", 1);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds_read_what_people_type),
		cmocka_unit_test(texts_are_shown_as_they_came),
		cmocka_unit_test(values_are_shown_for_people),
		cmocka_unit_test(a_day_begins_where_people_are),
	};
	return cmocka_run_group_tests_name("kind", tests, NULL, NULL);
}
