/* Documents taken apart and put together again, and prices as people read them. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "model/customers.h"
#include "sandbox/document.h"
#include "sandbox/money.h"
#include "sandbox/row.h"
#include "schema/field.h"

/* What document_next finds, as NAME=VALUE;... */
static const struct {
	const char *document, *members;
} walks[] = {
	{ "{}", "" },
	{ "{\"a\":1}", "a=1;" },
	{ "{\"a\":\"}\",\"b\":null}", "a=\"}\";b=null;" },
	{ "{\"a\":\"x\\\"},\\\\\",\"b\":-1.5e3}", "a=\"x\\\"},\\\\\";b=-1.5e3;" },
	{ "{\"a\":{\"b\":[{},{\"c\":\"]\"}]},\"d\":[],\"e\":true}",
	  "a={\"b\":[{},{\"c\":\"]\"}]};d=[];e=true;" },
	{ "{\"\":\"\",\"\\u0041\":{}}", "=\"\";\\u0041={};" },
};

static void members_are_walked(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(walks); i++) {
		struct slice name, value;
		const char *at = walks[i].document;
		char *found;
		size_t len;
		FILE *out = xmemstream(&found, &len);
		while (document_next(&at, &name, &value))
			fprintf(out, "%.*s=%.*s;", (int)name.len, name.text, (int)value.len,
				value.text);
		fclose(out);
		assert_text_take(found, walks[i].members);
	}
}

static void members_are_read_as_text(void **state)
{
	static const char document[] = "{\"a\":\"x\\u00e5\\n\",\"b\":12.50,\"c\":null,\"d\":true}";

	(void)state;
	assert_text_take(document_text(document, "a"), "x\xc3\xa5\n");
	assert_text_take(document_text(document, "b"), "12.50");
	assert_text_take(document_text(document, "c"), "");
	assert_text_take(document_text(document, "d"), "true");
	assert_text_take(document_text(document, "e"), "");
}

static void a_row_is_the_document_in_two_halves(void **state)
{
	static const char document[] = "{\"addresses\":[{}],\"customerNumber\":\"\xc3\x85-1\","
				       "\"odd\":1e400,\"active\":true}";
	struct row row;

	(void)state;
	row_init(&row, &customers_collection, document);
	assert_string_equal(row.list_row, "{\"customerNumber\":\"\xc3\x85-1\",\"active\":true}");
	assert_string_equal(row.details, ",\"addresses\":[{}],\"odd\":1e400");
	assert_text_take(row_join(row.list_row, row.details),
			 "{\"customerNumber\":\"\xc3\x85-1\",\"active\":true,\"addresses\":[{}],"
			 "\"odd\":1e400}");
	assert_string_equal(
		row_cell(&row, schema_field(&nymble_customer_schema, "customerNumber"))->text,
		"\xc3\xa5-1");
	assert_string_equal(row_cell(&row, schema_field(&nymble_customer_schema, "terms"))->text,
			    "");
	assert_int_equal(row_cell(&row, schema_field(&nymble_customer_schema, "active"))->integer,
			 1);
	row_finish(&row);
	assert_text_take(row_join("{}", ",\"a\":1"), "{\"a\":1}");
	assert_text_take(row_join("{}", ""), "{}");
}

static const struct {
	const char *number, *currency, *text;
} prices[] = {
	{ "42.5", "USD", "$42.50" },
	{ "0", "EUR",
	  "\xe2\x82\xac"
	  "0.00" },
	{ "1234.5678", "GBP",
	  "\xc2\xa3"
	  "1234.5678" },
	{ "12.50", "NOK", "kr 12.50" },
	{ "7", "PLN", "PLN 7.00" },
	{ "1e400", "USD", "$1e400" },
};

static void prices_have_their_sign(void **state)
{
	char text[MONEY_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < CASES(prices); i++) {
		money_format(prices[i].number, prices[i].currency, text);
		assert_string_equal(text, prices[i].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_are_walked),
		cmocka_unit_test(members_are_read_as_text),
		cmocka_unit_test(a_row_is_the_document_in_two_halves),
		cmocka_unit_test(prices_have_their_sign),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
