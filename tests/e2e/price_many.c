/* price_many.c - prices of many products: set or changed by a percentage, previewed, counted, sent in blocks;
 * with what somebody else changed, what the service finds wrong, stops, pauses, lost answers and a kill. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <signal.h>

#include "base/alloc.h"
#include "support/story.h"
#include "support/story_calls.h"

/* Sample products of that category: 12, all with a price in Wholesale. */
#define ROPES "category:equals:Rope"
#define BLOCK "PUT /api/products/prices"

static void mark_all(struct terminal *term, const char *question, const char *marked)
{
	keys(term, "*");
	wait_for(term, question);
	keys(term, "y");
	wait_for(term, marked);
}

static void at_products(struct terminal *term, const char *count)
{
	wait_for(term, "1 of 200", "Northpoint");
	keys(term, "2");
	wait_for(term, "SKU", count);
}

static void mark_the_ropes(struct terminal *term)
{
	keys(term, "2");
	wait_for(term, "SKU", "1 of 100");
	keys(term, "f", ROPES, "Enter");
	wait_for(term, ">  ROPE-3ST-16-BLK");
	mark_all(term, "Mark all 12 that match", "12 marked");
}

static void mark_ropes(struct terminal *term)
{
	wait_for(term, "1 of 200", "Northpoint");
	mark_the_ropes(term);
}

/* All ropes marked, with a proxy between that does nothing yet. */
static struct terminal *at_ropes(struct story *story, const char *const *sandbox_options)
{
	story_sandbox(story, sandbox_options);
	STORY_THROUGH(story, { .nth = -1 });
	struct terminal *term = story_connect(story, NULL, true, NULL);
	mark_ropes(term);
	return term;
}

static void choose_tier(struct terminal *term, const char *item, const char *tier)
{
	keys(term, "x");
	wait_for(term, "Change prices by percent...");
	keys(term, item);
	wait_for(term, "Price tier (");
	keys(term, tier, "Enter");
	wait_for(term, "From quantity:");
}

/* Of all quantities. */
static void change_by(struct terminal *term, const char *percent, const char *step)
{
	choose_tier(term, "5", "Wholesale");
	keys(term, "Enter");
	wait_for(term, "Percent:", "3 is dearer");
	keys(term, percent, "Enter");
	wait_for(term, "What are the new prices rounded to?");
	keys(term, step, "Enter");
	wait_for(term, "nothing is sent yet", "From qty", " change");
}

static void send(struct terminal *term, const char *count)
{
	char *asked = xasprintf("Type %s ", count);

	keys(term, "g");
	wait_for(term, asked);
	keys(term, count, "Enter");
	free(asked);
}

/* --- the way there ---------------------------------------------------------------------------- */

static void a_tier_gets_dearer(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_ropes(story, NULL);

	change_by(term, "3", "0.05");
	wait_for(term, "12 products > Wholesale +3 %, rounded to 0.05", "12 products change.",
		 "~ ROPE-3ST-16-BLK", "26.05      26.85     +0.80");
	expect_no_writes(story);
	story_mark(story);
	send(term, "12");
	wait_for(term, "Wholesale +3 %, rounded to 0.05 for 12", "12 done, 0 failed", "Finished.");
	assert_int_equal(story_count(story, BLOCK), 1);
	assert_int_equal(story_count(story, "GET /api/products/ROPE-"), 12);
	keys(term, "q");
	wait_gone(term, "Finished.");
	keys(term, "Enter", "2");
	wait_for(term, "[2 Prices", "Wholesale", "26.85");
	keys(term, "H");
	wait_for(term, "Wholesale +3 %, rounded to 0.05 for 12 products");
	story_quit(term);
}

/* The whole list of each leaves, entries that nobody touched as they came. */
static void a_price_is_set(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, NULL, true, NULL);
	at_products(term, "1 of 100");
	keys(term, "f", "category:equals:Office", "Enter");
	wait_for(term, ">  OFFC-FLD-50-SKY");
	keys(term, "Space", "Space", "Space");
	wait_for(term, "3 marked");
	choose_tier(term, "4", "Retail");
	keys(term, "Enter");
	wait_for(term, "Price:", "that all of them are to have");
	keys(term, "1.000,5", "Enter");
	wait_for(term, "Price: 1.000,5");
	keys(term, "Ctrl-u", "2,45", "Enter");
	wait_for(term, "Retail from 1 = 2.45", "1 product changes, ", "2 are so already");
	keys(term, "l");
	wait_for(term, "Left out", "OFFC-FLD-50-SKY: costs that already");
	keys(term, "q");
	send(term, "1");
	wait_for(term, "1 done, 0 failed");
	expect_writes(story,
		      BLOCK " {\"products\":[{\"sku\":\"OFFC-FLD-80-BTG\",\"prices\":["
			    "{\"tier\":\"Retail\",\"price\":2.45,\"atQuantity\":1},"
			    "{\"tier\":\"Retail\",\"price\":2.71,\"atQuantity\":50},"
			    "{\"tier\":\"Wholesale\",\"price\":2.19,\"atQuantity\":1},"
			    "{\"tier\":\"Wholesale\",\"price\":2.06,\"atQuantity\":50},"
			    "{\"tier\":\"Distributor\",\"price\":1.9,\"atQuantity\":1},"
			    "{\"tier\":\"Distributor\",\"price\":1.79,\"atQuantity\":50}]}]}");
	story_quit(term);
}

/* One product under the cursor, without a mark; in a quantity that it has no price for yet. */
static void one_product_too(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, NULL, true, NULL);
	at_products(term, "1 of 100");
	keys(term, "x");
	wait_for(term, "Set prices...", "Duplicate");
	keys(term, "4");
	wait_for(term, "Price tier (");
	keys(term, "Retail", "Enter");
	wait_for(term, "From quantity: 1");
	keys(term, "Ctrl-u", "none", "Enter");
	wait_for(term, "Enter a whole number from 1 on");
	keys(term, "Ctrl-u", "12", "Enter");
	wait_for(term, "Price:");
	keys(term, "30", "Enter");
	wait_for(term, "1 product > Retail from 12 = 30.00", "ADHS-EPX-10", "-      30.00");
	send(term, "1");
	wait_for(term, "1 done, 0 failed");
	story_quit(term);
}

static void what_passes_another_tier_comes_first(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_ropes(story, NULL);

	change_by(term, "-8", "0.01");
	wait_for(term, ">? ROPE-BRD-12", "31.75      29.21     -2.54 Distributor",
		 "12 products change, 1 passes another tier.");
	keys(term, "Enter");
	wait_for(term, "Wholesale from 24: 29.40 -> 27.05", "? This tier and Distributor change places");
	keys(term, "q");
	wait_for(term, "nothing is sent yet");
	keys(term, "Space");
	wait_for(term, ">- ROPE-BRD-12", "stays", "11 products change, 1 taken out.");
	keys(term, "l");
	wait_for(term, "ROPE-BRD-12: taken out");
	keys(term, "q");
	wait_for(term, "nothing is sent yet");
	story_mark(story);
	send(term, "11");
	wait_for(term, "11 done, 0 failed");
	assert_int_equal(story_count(story, "GET /api/products/ROPE-BRD-12"), 0);
	story_quit(term);
}

static void who_has_no_such_price_is_left_out(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, NULL, true, NULL);
	at_products(term, "1 of 100");
	mark_all(term, "Mark all 100", "100 marked");
	change_by(term, "5", "0.01");
	wait_for(term, " have no price in Wholesale");
	keys(term, "l");
	wait_for(term, "BRSH-DCK-H: has no such price");
	keys(term, "q", "Esc");
	wait_for(term, "100 marked");
	expect_no_writes(story);
	story_quit(term);
}

static void where_nothing_changes_it_says_so(void **state)
{
	struct terminal *term = at_ropes(*state, NULL);

	change_by(term, "0.001", "0.01"); /* less than the step */
	wait_for(term, "0 products change, 12 are so already.");
	keys(term, "g");
	wait_for(term, "Nothing can be sent: no price would change. l lists why.");
	keys(term, "l");
	wait_for(term, "ROPE-3ST-16-BLK: costs that already");
	keys(term, "q");
	wait_for(term, "0 products change");
	keys(term, "Enter");
	wait_for(term, "Nothing can be sent: no price would change.");
	expect_no_writes(*state);
	story_quit(term);
}

static void read_only_mode_says_so(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, NULL, true, WORDS("--read-only"));
	mark_ropes(term);
	keys(term, "x");
	wait_for(term, "Set prices...", "read-only mode: changes are refused");
	keys(term, "Esc");
	story_quit(term);
	expect_no_writes(story);
}

/* --- what comes between ----------------------------------------------------------------------- */

static void expect_file(const char *path, const char *expected)
{
	char text[1024];
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(text, expected);
}

/* Somebody else changes one behind the preview: it is told, not overwritten, and the report is what an
 * import of prices takes. */
static void who_moved_meanwhile_is_not_overwritten(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_ropes(story, NULL);
	char *path = xasprintf("%s/prices.csv", story->home);

	change_by(term, "10", "0.05");
	assert_int_equal(story_request(story, "PUT", "/api/products/prices",
				       "{\"products\":[{\"sku\":\"ROPE-SHK-5-BLK\",\"prices\":["
				       "{\"tier\":\"Wholesale\",\"atQuantity\":1,\"price\":27}]}]}"),
			 204);
	send(term, "12");
	wait_for(term, "11 done, 1 failed", "! ROPE-SHK-5-BLK", "Distributor from 1 is gone");
	keys(term, "f");
	wait_gone(term, "ROPE-BRD-12");
	keys(term, "E", "Ctrl-u", path, "Enter");
	wait_for(term, "Wrote 1 record to");
	expect_file(path, "sku,tier,atQuantity,price,currency,error\n"
			  "ROPE-SHK-5-BLK,Wholesale,1,31.3,,"
			  "Distributor from 1 is gone by now: changed since the preview.\n");
	story_quit(term);
	free(path);
}

/* A tier that only the profile knows: the service names each of them, and none is sent again. */
static void a_tier_that_the_service_lacks(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200");
	keys(term, "3");
	wait_for(term, "Distributor");
	keys(term, "a", "Export", "Enter");
	wait_for(term, "Export is added to this profile.");
	mark_the_ropes(term);
	choose_tier(term, "4", "Export");
	keys(term, "Enter");
	wait_for(term, "Price:");
	keys(term, "12", "Enter");
	wait_for(term, "12 products > Export from 1 = 12.00", "12 products change.");
	story_mark(story);
	send(term, "12");
	wait_for(term, "0 done, 12 failed", "! ROPE-SHK-5-BLK", "400    Export from 1: No pri");
	assert_int_equal(story_count(story, BLOCK), 1);
	story_quit(term);
}

#define WRONG STORY_ANSWER("400 Bad Request")
#define NAMED                                                                                      \
	"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 74\r\n\r\n"    \
	"{\"errors\":{\"products[0].prices[1].tier\":[\"No price tier has this name.\"]}}"

/* 12, 6, 6, 3, 3, 2, 1: the others get their prices. */
static void the_wrong_product_stands_alone(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_ropes(story, NULL);

	STORY_THROUGH(story, { "PUT", NULL, 1, FAULT_ANSWER, 0, WRONG, 0 },
		      { "PUT", NULL, 3, FAULT_ANSWER, 0, WRONG, 0 },
		      { "PUT", NULL, 5, FAULT_ANSWER, 0, WRONG, 0 },
		      { "PUT", NULL, 7, FAULT_ANSWER, 0, NAMED, 0 });
	change_by(term, "3", "0.05");
	story_mark(story);
	send(term, "12");
	wait_for(term, "11 done, 1 failed", "! ROPE-3ST-16-BLK", "400",
		 "Wholesale from 1: No price");
	assert_int_equal(story_count(story, BLOCK), 3); /* those that got there */
	STORY_THROUGH(story, { .nth = -1 });
	keys(term, "r");
	wait_for(term, "12 done, 0 failed");
	assert_int_equal(story_count(story, BLOCK), 4);
	story_quit(term);
}

/* The answer is lost after the service did it: it is looked at, not sent twice. */
static void a_lost_answer_is_looked_after(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_ropes(story, NULL);

	STORY_THROUGH(story, { .method = "PUT", .nth = 1, .kind = FAULT_DROP_AFTER });
	change_by(term, "3", "0.05");
	story_mark(story);
	send(term, "12");
	wait_for(term, "12 done, 0 failed", "Finished.");
	assert_int_equal(story_count(story, BLOCK), 1);
	assert_int_equal(story_count(story, "GET /api/products/ROPE-"), 24);
	story_quit(term);
}

static void too_many_requests_are_not_pressed(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_ropes(story, NULL);

#define LATER "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
	change_by(term, "3", "0.05");
	STORY_THROUGH(story, { "GET", "/api/products/ROPE", 3, FAULT_ANSWER, 0, LATER, 0 },
		      { "PUT", NULL, 1, FAULT_ANSWER, 0, LATER, 0 });
	story_mark(story);
	send(term, "12");
	wait_for(term, "12 done, 0 failed", "Finished.");
	assert_int_equal(story_count(story, BLOCK), 1);
	story_quit(term);
}

/* --- what ends it ----------------------------------------------------------------------------- */

/* While products are read again, nothing of their block was sent. */
static void stopped_and_gone_on(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_ropes(story, WORDS("--latency", "300"));

	change_by(term, "3", "0.05");
	story_mark(story);
	send(term, "12");
	wait_for(term, "12 to go");
	keys(term, "Esc");
	wait_for(term, "Stopped, 12 were not sent.");
	assert_int_equal(story_count(story, BLOCK), 0);
	keys(term, "r");
	wait_for(term, "12 done, 0 failed", "Finished.");
	assert_int_equal(story_count(story, BLOCK), 1);
	story_quit(term);
}

/* Killed between two blocks, taken up by the next program: nothing is sent twice. */
static void killed_and_taken_up_again(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, WORDS("--products", "250", "--latency", "20"));
	term = story_connect(story, NULL, true, NULL);
	at_products(term, "1 of 250");
	mark_all(term, "Mark all 250", "250 marked");
	choose_tier(term, "4", "Retail");
	keys(term, "Enter");
	wait_for(term, "Price:");
	keys(term, "123.45", "Enter");
	wait_for(term, "250 products change");
	story_mark(story);
	send(term, "250");
	wait_for(term, "100 done, 0 failed");
	terminal_signal(term, SIGKILL);
	wait_exit(term);
	terminal_finish(term);
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "Not finished: Retail from 1 = 123.45 for 250 products", "Enter opens it");
	keys(term, "Enter");
	wait_for(term, "r go on");
	keys(term, "r");
	wait_for(term, "250 done, 0 failed", "Finished.");
	story_quit(term);
	assert_int_equal(story_count(story, BLOCK), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_tier_gets_dearer),
		STORY(a_price_is_set),
		STORY(one_product_too),
		STORY(what_passes_another_tier_comes_first),
		STORY(who_has_no_such_price_is_left_out),
		STORY(where_nothing_changes_it_says_so),
		STORY(read_only_mode_says_so),
		STORY(who_moved_meanwhile_is_not_overwritten),
		STORY(a_tier_that_the_service_lacks),
		STORY(the_wrong_product_stands_alone),
		STORY(a_lost_answer_is_looked_after),
		STORY(too_many_requests_are_not_pressed),
		STORY(stopped_and_gone_on),
		STORY(killed_and_taken_up_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
