/* product_switches.c - how a deployment wants its products to be searched and its prices to be replaced
 * (N20, N21): what the words of a profile make of the calls. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "base/alloc.h"
#include "support/story.h"

#define ROPE "ROPE-BRD-12"
#define NEW_PRICES                                                                                 \
	"{\"sku\":\"" ROPE "\",\"prices\":[{\"tier\":\"Retail\",\"price\":43,\"atQuantity\":1},"   \
	"{\"tier\":\"Wholesale\",\"price\":31.75,\"atQuantity\":1},"                               \
	"{\"tier\":\"Wholesale\",\"price\":29.4,\"atQuantity\":24},"                               \
	"{\"tier\":\"Distributor\",\"price\":29.5,\"atQuantity\":1},"                              \
	"{\"tier\":\"Distributor\",\"price\":27,\"atQuantity\":24}]}"

/* The list of products, with these words in the profile. */
static struct terminal *at_products_with(struct story *story, const char *words)
{
	char *path = xasprintf("%s/config", story->home);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fprintf(file, "profile shop { %s }\n", words);
	assert_int_equal(fclose(file), 0);
	struct terminal *term =
		story_open(story, NULL, WORDS("--config", path, "--profile", "shop"));
	free(path);
	keys(term, "2");
	wait_for(term, "1 of 100", "Products");
	story_mark(story);
	return term;
}

static void search_fender(struct terminal *term)
{
	keys(term, "/", "fender", "Enter");
	wait_for(term, "search=fender", "FNDR-");
	wait_gone(term, "ADHS-EPX-10");
}

static void the_search_has_another_parameter(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_products_with(story, "product-search-param = keyword");

	search_fender(term);
	assert_true(story_was_asked(story, "/api/products/search?keyword=fender&"));
	assert_false(story_was_asked(story, "?query=fender"));
	story_quit(term);
}

/* Asked once, then found by a condition on the name, filters included. */
static void a_search_that_is_not_there_is_a_filter(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_products_with(story, "product-search-path = /api/find");

	search_fender(term);
	assert_int_equal(story_count(story, "GET /api/find"), 1);
	assert_true(story_was_asked(story, "operator=contains&filters%5B0%5D.value=fender"));
	wait_gone(term, "filters and sort are not used while searching");
	keys(term, "f", "active:equals:true", "Enter");
	wait_for(term, "active:equals:true search=fender");
	assert_int_equal(story_count(story, "GET /api/find"), 1);
	story_quit(term);
}

/* The retail price from one piece becomes 43. */
static void change_price(struct terminal *term)
{
	keys(term, ":", ROPE, "Enter");
	wait_for(term, "Products > " ROPE, "Read at");
	keys(term, "2");
	wait_for(term, "Wholesale", "29.40");
	keys(term, "e");
	wait_for(term, "Esc back", "From qty");
	keys(term, "43", "Enter");
	wait_for(term, "1 change");
	keys(term, "F2");
	wait_for(term, "> Review");
	keys(term, "s");
}

static const struct {
	const char *words, *call;
} ways[] = {
	{ "", "PUT /api/products/prices {\"products\":[" NEW_PRICES "]}" },
	{ "price-update-shape = array", "PUT /api/products/prices [" NEW_PRICES "]" },
	{ "price-update-method = post",
	  "POST /api/products/prices {\"products\":[" NEW_PRICES "]}" },
};

static void prices_are_replaced_as_the_profile_says(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(ways); i++) {
		struct terminal *term = at_products_with(story, ways[i].words);
		change_price(term);
		wait_for(term, "Saved 1 change to " ROPE);
		expect_writes(story, ways[i].call);
		story_quit(term);
		story_begin_anew(story);
	}
}

/* Told as what it is, and nothing of what was typed is lost. */
static void a_price_call_that_is_not_there_is_said(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_products_with(story, "price-update-path = /api/prices");

	change_price(term);
	wait_for(term, ROPE " was not saved: There is no such path. (404)", "1 change", "43");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_search_has_another_parameter),
		STORY(a_search_that_is_not_there_is_a_filter),
		STORY(prices_are_replaced_as_the_profile_says),
		STORY(a_price_call_that_is_not_there_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
