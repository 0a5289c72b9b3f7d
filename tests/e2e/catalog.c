/* catalog.c - the products in the prices of a tier: one, two, all; as a customer; and services whose list
 * says less. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

/* A whole answer with that body; valid until the next one. */
static const char *answer_of(const char *body)
{
	static char answer[2048];

	snprintf(answer, sizeof(answer), "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n%s",
		 strlen(body), body);
	return answer;
}

static struct terminal *at_the_catalog(struct story *story, const char *const *options)
{
	struct terminal *term = story_open(story, options, NULL);

	keys(term, "3");
	wait_for(term, "Retail", "Wholesale", "Distributor", "organization");
	keys(term, "Down");
	story_mark(story);
	keys(term, "Enter");
	wait_for(term, "Catalog > Wholesale", "USD", "1 of ");
	return term;
}

static void search(struct terminal *term, const char *text)
{
	char title[64];

	snprintf(title, sizeof(title), "Catalog > Wholesale  search=%s", text);
	keys(term, "/", text, "Enter");
	wait_for(term, title, "has this number");
	wait_gone(term, "ABRS-");
}

static void a_tier_has_prices_breaks_and_differences(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_catalog(story, NULL);

	search(term, "ROPE-BRD-12");
	wait_for(term, "31.75", "24: 29.40", "42.50", "-25.3%");
	keys(term, "t");
	wait_for(term, "Catalog > Distributor", "29.50", "24: 27.00", "-30.6%");
	keys(term, "t");
	wait_for(term, "Catalog > Retail", "0.0%");
	keys(term, "T", "whole", "Enter");
	wait_for(term, "Catalog > Wholesale", "-25.3%");
	story_quit(term);
}

static void two_tiers_stand_side_by_side(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_catalog(story, NULL);

	search(term, "ROPE-BRD-12");
	keys(term, "b");
	wait_for(term, "Beside Wholesale");
	keys(term, "dist", "Enter");
	wait_for(term, "Catalog > Wholesale beside Distributor", "31.75", "29.50", "-7.1%");
	keys(term, "b");
	wait_gone(term, "beside Distributor");
	keys(term, "A");
	wait_for(term, "Catalog > all price tiers", "42.50      42.50      31.75       29.50");
	keys(term, "A");
	wait_for(term, "Catalog > Wholesale", "-25.3%");
	story_quit(term);
}

static void a_product_without_a_price_says_so(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_catalog(story, NULL);

	wait_for(term, "no price");
	story_quit(term);
}

/* Showing a tier costs the pages of the list, and nothing else. */
static void a_thousand_products_are_pages_only(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_catalog(story, WORDS("--products", "1000"));

	wait_for(term, "1 of 1000");
	for (int i = 0; i < 50; i++)
		keys(term, "PgDn");
	wait_for(term, " of 1000", "Wholesale");
	keys(term, "End");
	wait_for(term, "1000 of 1000");
	keys(term, "t", "t", "A");
	wait_for(term, "all price tiers");
	assert_true(story_count(story, "GET /api/products") <= 20); /* pages of 50 */
	assert_int_equal(story_count(story, "GET /api/products/"), 0);
	story_quit(term);
}

static void a_product_is_opened_at_its_prices(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_catalog(story, NULL);

	search(term, "ROPE-BRD-12");
	keys(term, "Enter");
	wait_for(term, "Products > ROPE-BRD-12", "[2 Prices (5)]", "1 of 1 in this list");
	keys(term, "q", "e");
	wait_for(term, "Products > ROPE-BRD-12", "From qty", "Wholesale from 1: 31.75");
	keys(term, "Esc");
	wait_for(term, "Catalog > Wholesale");
	keys(term, "Esc", "Esc");
	wait_for(term, "Price tiers", "2 of 3");
	story_quit(term);
}

/* What is saved in the matrix is there on the way back. */
static void a_changed_price_is_in_the_catalog(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_catalog(story, NULL);

	search(term, "ROPE-BRD-12");
	keys(term, "e");
	wait_for(term, "Wholesale from 1: 31.75");
	keys(term, "34", "Enter");
	wait_for(term, "Wholesale from 1: 34.00, was 31.75");
	keys(term, "F2");
	wait_for(term, "34");
	keys(term, "s");
	wait_for(term, "Saved 1 change", "Catalog > Wholesale", "34.00", "-20.0%");
	story_quit(term);
}

static void it_is_filtered_sorted_and_searched_like_the_list(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_catalog(story, NULL);

	keys(term, "f", "sku:startswith:ROPE", "Enter");
	wait_for(term, "Catalog > Wholesale  sku:startswith:ROPE", "ROPE-");
	keys(term, ">");
	wait_for(term, "sort SKU +");
	keys(term, "F");
	wait_gone(term, "sku:startswith");
	keys(term, "Space");
	wait_for(term, "1 marked");
	keys(term, "1");
	wait_for(term, "Customers", "1 of 200");
	story_quit(term);
}

/* --- as a customer --------------------------------------------------------- */

static void a_customer_sees_the_prices_of_its_tier(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	story_open_customer(term, "HRB-1042");
	wait_for(term, "Read at");
	keys(term, "p");
	wait_for(term, "Catalog for HRB-1042 Harborline Marine Supply > Wholesale", "USD");
	assert_false(terminal_has(term, "converted"));
	wait_for(term, "1 of 100", "= price of");
	keys(term, "="); /* the tier is the customer's: no question */
	wait_for(term, "How many in Wholesale: 1");
	keys(term, "Esc");
	wait_gone(term, "How many");
	keys(term, "t", "A", "=");
	wait_for(term, "Price tier (type to narrow)");
	keys(term, "Esc");
	wait_gone(term, "type to narrow");
	keys(term, "Esc");
	wait_for(term, "Customers > HRB-1042 Harborline Marine Supply");
	keys(term, "q", "p");
	wait_for(term, "Catalog for ", " > ");
	story_quit(term);
}

#define CUSTOMER(members) \
	"{\"customerNumber\":\"HRB-1042\",\"companyName\":\"Harborline\"" members "}"

static const struct {
	const char *record, *title, *said;
} buyers[] = {
	{ CUSTOMER(""), "Catalog for HRB-1042 Harborline > base prices", "No price tier: base prices." },
	{ CUSTOMER(",\"pricing\":\"Distributor\",\"currencyCode\":\"EUR\""),
	  "Catalog for HRB-1042 Harborline > Distributor",
	  "The customer has EUR; nothing is converted." },
	{ CUSTOMER(",\"pricing\":\"Unheard of\""), "Catalog for HRB-1042 Harborline > Unheard of",
	  "no price" },
};

static void a_customer_may_have_no_tier_or_another_currency(void **state)
{
	for (size_t i = 0; i < CASES(buyers); i++) {
		struct story *story = *state;
		const struct fault faults[] = { { .path = "/api/customers/HRB-1042",
						  .kind = FAULT_ANSWER,
						  .answer = answer_of(buyers[i].record) } };

		story_sandbox(story, NULL);
		story_through(story, faults, 1);
		struct terminal *term = story_connect(story, NULL, true, NULL);
		wait_for(term, "1 of 200");
		story_open_customer(term, "HRB-1042");
		wait_for(term, "Read at");
		keys(term, "p");
		wait_for(term, buyers[i].title, buyers[i].said, "1 of 100");
		story_quit(term);
		story_begin_anew(story);
	}
}

/* --- services that say less ------------------------------------------------ */

#define ROW(sku, members) "{\"sku\":\"" sku "\",\"name\":\"N\"" members "}"

static struct terminal *at_another_list(struct story *story, const char *rows)
{
	char page[1024];

	snprintf(page, sizeof(page), "{\"data\":[%s],\"totalRecords\":2}", rows);
	static struct fault fault; /* borrowed until the story ends */
	fault = (struct fault){ .path = "/api/products?", .kind = FAULT_ANSWER,
				.answer = answer_of(page) };
	story_sandbox(story, NULL);
	story_through(story, &fault, 1);
	struct terminal *term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200");
	keys(term, "3");
	wait_for(term, "Wholesale", "organization");
	keys(term, "Down", "Enter");
	wait_for(term, "Catalog > Wholesale", "1 of 2");
	return term;
}

static void rows_without_prices_are_read_one_by_one(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_another_list(
		story, ROW("ROPE-BRD-12", ",\"price\":42.5") "," ROW("NONE-1", ""));

	wait_for(term, "The list has no prices: each record is read.", "31.75", "24: 29.40", "-25.3%",
		 "failed");
	assert_int_equal(story_count(story, "GET /api/products/ROPE-BRD-12"), 1);
	keys(term, "t");
	wait_for(term, "Catalog > Distributor", "29.50");
	assert_int_equal(story_count(story, "GET /api/products/ROPE-BRD-12"), 1);
	story_quit(term);
}

static void another_currency_stands_behind_the_amount(void **state)
{
#define PRICE(amount, currency) \
	",\"price\":50,\"currencyCode\":\"" currency \
	"\",\"prices\":[{\"tier\":\"Wholesale\",\"atQuantity\":1,\"price\":" amount "}]"
	struct story *story = *state;
	struct terminal *term = at_another_list(
		story, ROW("A-1", PRICE("40.125", "USD")) "," ROW("A-2", PRICE("60", "SEK")));

	wait_for(term, " 40.125 ", " 60.00 SEK", "50.00 SEK", "-19.8%", "+20.0%");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_tier_has_prices_breaks_and_differences),
		STORY(two_tiers_stand_side_by_side),
		STORY(a_product_without_a_price_says_so),
		STORY(a_thousand_products_are_pages_only),
		STORY(a_product_is_opened_at_its_prices),
		STORY(a_changed_price_is_in_the_catalog),
		STORY(it_is_filtered_sorted_and_searched_like_the_list),
		STORY(a_customer_sees_the_prices_of_its_tier),
		STORY(a_customer_may_have_no_tier_or_another_currency),
		STORY(rows_without_prices_are_read_one_by_one),
		STORY(another_currency_stands_behind_the_amount),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
