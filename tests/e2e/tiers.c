/* tiers.c - price tiers: how many customers are on each, how many products have a price there, and names
 * that no call creates. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

static struct terminal *at_the_tiers(struct story *story, const char *const *options)
{
	struct terminal *term = story_open(story, options, NULL);

	keys(term, "3");
	wait_for(term, "Price tiers", "Retail", "Wholesale", "Distributor", "organization");
	return term;
}

/* How often the service was asked for a page of one row: lists read ahead, but not so. */
static int counting_calls(const struct story *story)
{
	char path[256], line[4096];
	int count = 0;

	story_log_path(story, path, sizeof(path));
	FILE *log = fopen(path, "r");
	assert_non_null(log);
	while (fgets(line, sizeof(line), log))
		count += strstr(line, "pageSize=1&") != NULL;
	fclose(log);
	return count;
}

/* The number behind name in its row. */
static int number_of(struct terminal *term, const char *name)
{
	char text[TERMINAL_ROW_SIZE];
	int row, col, number = -1;

	assert_true(terminal_find(term, name, &row, &col));
	terminal_row(term, row, text);
	sscanf(strstr(text, name) + strlen(name), "%d", &number);
	return number;
}

static bool all_are_counted(struct terminal *term, void *data)
{
	(void)data;
	return number_of(term, "Retail") >= 0 && number_of(term, "Wholesale") >= 0 &&
	       number_of(term, "Distributor") >= 0;
}

static void customers_are_counted_with_one_call_a_tier(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_tiers(story, NULL);

	wait_until(term, all_are_counted, NULL, "the customers of each tier");
	assert_int_equal(number_of(term, "Retail") + number_of(term, "Wholesale") +
				 number_of(term, "Distributor"),
			 200);
	assert_int_equal(counting_calls(story), 3);
	keys(term, "1");
	wait_for(term, "Company name", "1 of 200");
	keys(term, "3");
	wait_for(term, "Known from", "1 of 3");
	assert_int_equal(counting_calls(story), 3); /* and not again */
	keys(term, "r");
	wait_for(term, "1 of 3");
	wait_until(term, all_are_counted, NULL, "the customers of each tier");
	story_quit(term);
}

static int pages_of_products(const struct story *story)
{
	return story_count(story, "GET /api/products?");
}

static void products_are_counted_on_request(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_tiers(story, WORDS("--products", "250"));

	keys(term, "2");
	wait_for(term, "1 of 250");
	keys(term, "3");
	wait_for(term, "at least "); /* what the list has here costs nothing */
	keys(term, "n");
	wait_for(term, "Counted 250 products.", "250");
	wait_gone(term, "at least ");
	assert_true(story_was_asked(story, "pageNumber=3&pageSize=100"));
	assert_false(story_was_asked(story, "pageNumber=4&pageSize=100"));
	assert_int_equal(story_count(story, "GET /api/products/"), 0);
	int counted = pages_of_products(story);
	keys(term, "a", "Bulk", "Enter");
	wait_for(term, "Bulk is added to this profile.", ">  Bulk ");
	keys(term, "d");
	wait_for(term, "Bulk is taken away from this profile again.");
	keys(term, "Home");
	wait_for(term, "1 of 3", "250"); /* what was counted still holds */
	assert_int_equal(pages_of_products(story), counted);
	story_quit(term);
}

/* Nothing is to be seen further to the right: no column goes away for it. */
static void columns_that_all_fit_do_not_scroll(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_tiers(story, NULL);

	keys(term, "Right", "Right", "j");
	wait_for(term, "2 of 3", "Customers", "Known from");
	story_quit(term);
}

static void counting_can_be_stopped(void **state)
{
	struct story *story = *state;

	story_sandbox(story, WORDS("--products", "250"));
	STORY_THROUGH(story, { .path = "/api/products?pageNumber=2", .kind = FAULT_HANG });
	struct terminal *term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200");
	keys(term, "3");
	wait_for(term, "1 of 3");
	keys(term, "n");
	wait_for(term, "Counting the products: 100 of 250. Esc stops.", "at least 100");
	keys(term, "Esc");
	wait_for(term, "Stopped: 100 products were counted.", "at least 100");
	story_quit(term);
}

static void what_may_not_be_counted_says_so(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .path = "pageSize=1&", .kind = FAULT_ANSWER,
			       .answer = STORY_ANSWER("403 Forbidden") });
	struct terminal *term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200");
	keys(term, "3");
	wait_for(term, "Wholesale", "refused", "may not list customers");
	story_quit(term);
}

/* A rep's login may not read the organization: those seen on customers are there all the same. */
static void tiers_that_a_role_may_not_read_were_seen(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = story_connect_as(story, "rep-207", NULL, NULL);
	wait_for(term, "1 of ");
	keys(term, "3");
	wait_for(term, "The service lists none: these are the profile's and those seen.",
		 "Wholesale", "records");
	story_quit(term);
}

static void a_name_is_added_and_taken_away(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_tiers(story, NULL);

	keys(term, "a");
	wait_for(term, "No call creates a price tier: the organization must have it.",
		 "price-tiers, and");
	keys(term, "retail", "Enter");
	wait_for(term, "Retail is in the list already", "Price tier: retail");
	keys(term, "Ctrl-u", "Bulk", "Enter");
	wait_for(term, "Bulk is added to this profile.", ">  Bulk ", "profile");
	story_quit(term);
	term = story_connect(story, NULL, true, NULL); /* it is still there, and forms offer it */
	wait_for(term, "1 of 200");
	story_open_customer(term, "HRB-1042");
	wait_for(term, "Read at");
	keys(term, "Down", "Down", "e");
	wait_for(term, "> Price tier");
	keys(term, "Enter");
	wait_for(term, "type to narrow", "Distributor", "Bulk");
	keys(term, "Esc");
	wait_gone(term, "type to narrow");
	keys(term, "Esc");
	wait_for(term, "Read at");
	keys(term, "q", "3");
	wait_for(term, "Bulk", "1 of 4");
	keys(term, "d");
	wait_for(term, "! Retail was not added here: no call removes a price tier.");
	keys(term, "End", "d");
	wait_for(term, "Bulk is taken away from this profile again.");
	story_quit(term);
}

/* Tiers are no records: nothing is made, changed or done here. */
static void keys_of_records_do_nothing(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_tiers(story, NULL);

	keys(term, "e");
	wait_for(term, "e does nothing here");
	keys(term, "x");
	wait_for(term, "x does nothing here");
	keys(term, "/", "sale", "Enter");
	wait_for(term, "search=sale", "1 of 1");
	expect_no_writes(story);
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(customers_are_counted_with_one_call_a_tier),
		STORY(products_are_counted_on_request),
		STORY(columns_that_all_fit_do_not_scroll),
		STORY(counting_can_be_stopped),
		STORY(what_may_not_be_counted_says_so),
		STORY(tiers_that_a_role_may_not_read_were_seen),
		STORY(a_name_is_added_and_taken_away),
		STORY(keys_of_records_do_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
