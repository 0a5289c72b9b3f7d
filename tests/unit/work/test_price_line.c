/* Lines of a price list as a file: what columns are called, what cells say, what is written. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "base/error.h"
#include "model/products.h"
#include "schema/json.h"
#include "work/csv_style.h"
#include "work/price_line.h"

static const struct {
	const char *heading;
	int column; /* -1: none */
} headings[] = {
	{ "sku", PRICE_KEY },
	{ "SKU", PRICE_KEY },
	{ "tier", PRICE_TIER },
	{ "Price tier", PRICE_TIER },
	{ "Tier ", PRICE_TIER },
	{ "atQuantity", PRICE_QUANTITY },
	{ "quantity", PRICE_QUANTITY },
	{ "From quantity", PRICE_QUANTITY },
	{ "price", PRICE_AMOUNT },
	{ "PRICE", PRICE_AMOUNT },
	{ "currency", PRICE_CURRENCY },
	{ "currencyCode", PRICE_CURRENCY },
	{ "name", -1 },
	{ "atQuantty", -1 },
	{ "", -1 },
};

static void headings_name_columns(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(headings); i++) {
		enum price_column column = PRICE_COLUMNS;
		bool known = price_column_of(&nymble_products, headings[i].heading, &column);

		if ((known ? (int)column : -1) != headings[i].column)
			fail_msg("«%s» is column %d", headings[i].heading,
				 known ? (int)column : -1);
	}
}

static void three_columns_make_a_price_list(void **state)
{
	static const char *const list[] = { "price", "Tier", "sku" };
	static const char *const records[] = { "sku", "name", "price", "active" };

	(void)state;
	assert_true(price_line_is_heading(&nymble_products, list, 3));
	assert_false(price_line_is_heading(&nymble_products, list, 2));
	assert_false(price_line_is_heading(&nymble_products, records, 4));
}

/* "sku|tier|atQuantity|price|currency" -> the same as it was understood, or the mistake. */
static const struct {
	const char *cells[PRICE_COLUMNS];
	const char *expected;
} lines[] = {
	{ { "A", "Retail", "1", "12.50", "USD" }, "A|Retail|1|12.50|USD" },
	{ { " A ", "Retail\t", " 24 ", " 12.50", "" }, "A|Retail|24|12.50|" },
	{ { "A", "Retail", NULL, "12.50", NULL }, "A|Retail|1|12.50|" },
	{ { "A", "Retail", "", "12.50" }, "A|Retail|1|12.50|" },
	{ { "A", "Retail", "1", "12,5" }, "A|Retail|1|12.5|" },
	{ { "A", "Retail", "1", "0" }, "A|Retail|1|0|" },
	{ { "A", "Retail", "1", "0012.50" }, "A|Retail|1|12.50|" },
	{ { "A", "Retail", "1", ",5" }, "A|Retail|1|0.5|" },
	{ { "A", "Retail", "1", "5," }, "A|Retail|1|5|" },
	{ { "A", "Retail", "1", "00" }, "A|Retail|1|0|" },
	{ { "A", "Retail", "1", "0.012345678901234567890" },
	  "A|Retail|1|0.012345678901234567890|" },
	{ { "A", "Retail", "1", "0,012345" }, "A|Retail|1|0.012345|" },
	{ { "A", "Retail", "1", "1.125" }, "A|Retail|1|1.125|" },
	{ { "A", "Retail", "1", "0,125" }, "A|Retail|1|0.125|" },
	{ { "A", "Retail", "1", "1.5e2" }, "A|Retail|1|1.5e2|" }, /* what a service sends */
	{ { "A", "Retail", "1", "1e400" }, "A|Retail|1|1e400|" },
	{ { "A", "Retail", "1", "" }, "A|Retail|1|(goes)|" },
	{ { "A", "Retail", "1", "  " }, "A|Retail|1|(goes)|" },
	{ { "A", "Retail", "1", NULL }, "Price: the line ends before it" },
	{ { "A", "Retail" }, "Price: the line ends before it" },
	{ { "", "Retail", "1", "1" }, "SKU: this is missing" },
	{ { "A", "", "1", "1" }, "Price tier: this is missing" },
	{ { "A", "Retail", "0", "1" },
	  "From quantity: Enter a whole number from 1 on, such as 24" },
	{ { "A", "Retail", "1.5", "1" },
	  "From quantity: Enter a whole number from 1 on, such as 24" },
	{ { "A", "Retail", "-2", "1" },
	  "From quantity: Enter a whole number from 1 on, such as 24" },
	{ { "A", "Retail", "1", "-1" }, "Price: A price cannot be less than 0" },
	{ { "A", "Retail", "1", "1,234.50" },
	  "Price: Thousands cannot be grouped: enter 1000.00, or 1000,00" },
	{ { "A", "Retail", "1", "1 234" },
	  "Price: Thousands cannot be grouped: enter 1000.00, or 1000,00" },
	{ { "A", "Retail", "1", "1,234" },
	  "Price: 1,234 may be meant for thousands: write it with a point, or with two or four "
	  "decimals" },
	{ { "A", "Retail", "1", "$12.50" }, "Price: Enter an amount such as 12.50" },
	{ { "A", "Retail", "1", "\u20ac12.50" }, "Price: Enter an amount such as 12.50" },
	{ { "A", "Retail", "1", "1\u00a0234,50" },
	  "Price: Thousands cannot be grouped: enter 1000.00, or 1000,00" },
	{ { "A", "Retail", "1", "." }, "Price: Enter an amount such as 12.50" },
	{ { "A", "Retail", "1", "1e" }, "Price: Enter an amount such as 12.50" },
};

static void cells_make_a_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(lines); i++) {
		struct error err = { 0 };
		struct price_line line = { 0 };
		char *text;

		if (price_line_parse(&nymble_products, lines[i].cells, &line, &err))
			text = xasprintf("%s|%s|%d|%s|%s", line.key, line.tier,
					 (int)line.at_quantity,
					 line.amount ? line.amount : "(goes)", line.currency);
		else
			text = xstrdup(err.message);
		price_line_finish(&line);
		assert_text_take(text, lines[i].expected);
	}
}

/* --- writing ---------------------------------------------------------------------------------- */

static char *written(const char *json, const char *tier, const struct csv_style *style, size_t *odd)
{
	struct json *product = json_parse(json, strlen(json), NULL);
	size_t len;
	char *text;
	FILE *out = xmemstream(&text, &len);

	price_line_write_heading(&nymble_products, style, out);
	*odd = price_line_write_product(&nymble_products, product, tier, style, out);
	fclose(out);
	json_free(product);
	return text;
}

#define PRODUCT                                                                                    \
	"{\"sku\":\"=A,1\",\"currencyCode\":\"EUR\",\"prices\":["                                  \
	"{\"tier\":\"Wholesale\",\"atQuantity\":24,\"price\":12.500},"                             \
	"{\"tier\":\"Retail\",\"price\":1.5e2},"                                                   \
	"{\"tier\":\"Wholesale\",\"atQuantity\":1,\"price\":0.012345},"                            \
	"{\"price\":7}]}"

static const struct csv_style plain = { ',', '.' };

static void a_product_is_written_as_it_came(void **state)
{
	size_t odd;

	(void)state;
	assert_text_take(written(PRODUCT, NULL, &plain, &odd),
			 "sku,tier,atQuantity,price,currency\n"
			 "\"'=A,1\",Wholesale,24,12.500,EUR\n"
			 "\"'=A,1\",Retail,1,1.5e2,EUR\n"
			 "\"'=A,1\",Wholesale,1,0.012345,EUR\n");
	assert_int_equal(odd, 1);
	assert_text_take(written(PRODUCT, "wholesale", &plain, &odd),
			 "sku,tier,atQuantity,price,currency\n"
			 "\"'=A,1\",Wholesale,24,12.500,EUR\n"
			 "\"'=A,1\",Wholesale,1,0.012345,EUR\n");
	assert_text_take(written("{\"sku\":\"B\"}", NULL, &plain, &odd),
			 "sku,tier,atQuantity,price,currency\n");
}

/* Three decimals behind a comma get a zero: they might be meant for thousands. */
static void spreadsheets_get_their_signs(void **state)
{
	const struct csv_style style = { ';', ',', .raw = true };
	size_t odd;

	(void)state;
	assert_text_take(written(PRODUCT, NULL, &style, &odd),
			 "sku;tier;atQuantity;price;currency\n"
			 "=A,1;Wholesale;24;12,5000;EUR\n"
			 "=A,1;Retail;1;1.5e2;EUR\n"
			 "=A,1;Wholesale;1;0,012345;EUR\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_name_columns),
		cmocka_unit_test(three_columns_make_a_price_list),
		cmocka_unit_test(cells_make_a_line),
		cmocka_unit_test(a_product_is_written_as_it_came),
		cmocka_unit_test(spreadsheets_get_their_signs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
