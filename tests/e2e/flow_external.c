/* flow_external.c - the external register: hits that are no customers yet, and become one. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story_flow.h"

#define REGISTER "POST " FLOW_PATH "/customers/search/external"

static const struct story_terminal sizes[] = { { .rows = 24, .cols = 80 }, { .rows = 48, .cols = 160 } };

static struct terminal *at_hits(struct story *story, size_t size, const char *text, const char *shows)
{
	struct terminal *term = story_flow_open(story, &sizes[size], NULL);

	keys(term, "2");
	wait_for(term, "External register", "Press / and say what to look for");
	keys(term, "/", text, "Enter");
	wait_for(term, shows, "1 of ");
	return term;
}

/* It is a list of its own, and nothing is asked before somebody says what for. */
static void a_text_is_needed_first(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = story_flow_open(story, &sizes[i], NULL);

		story_mark(story);
		keys(term, "2");
		wait_for(term, "Press / and say what to look for: without it, nothing is asked.");
		keys(term, "a");
		wait_for(term, "There is no row here.");
		keys(term, "Enter");
		wait_for(term, "There is no row here.");
		assert_int_equal(story_count(story, "POST "), 0);
		keys(term, "/", "fjordtek", "Enter");
		wait_for(term, "External register  search=fjordtek", "1 of ", "a take over");
		assert_int_equal(story_count(story, REGISTER), 1);
		keys(term, "Esc");
		wait_for(term, "Press / and say what to look for");
		keys(term, "1");
		wait_for(term, "1 of 200");
		story_quit(term);
		story_begin_anew(story);
	}
}

/* From the customers' list: what was looked for in vain goes along. */
static void what_is_no_customer_may_be_in_the_register(void **state)
{
	struct terminal *term = story_flow_open(*state, NULL, NULL);

	keys(term, "/", "Fjellheim Kontorservice", "Enter");
	wait_for(term, "No customer matches search=", "2 looks in: External register.");
	keys(term, "2");
	wait_for(term, "External register  search=", "reg-800004", "1 of 1");
	keys(term, "1");
	wait_for(term, "No customer matches");
	story_quit(term);
}

/* What has no key is neither marked nor acted upon, sent anywhere or read again. */
static void hits_offer_what_makes_sense(void **state)
{
	struct terminal *term = at_hits(*state, 0, "fjordtek", "Fjordtek AS");

	for (const char *const *key = WORDS("Space", "x", "e", "E", "*", "I"); *key; key++)
		keys(term, *key);
	keys(term, "?", "mark");
	wait_gone(term, "Mark all that match");
	keys(term, "Esc");
	wait_for(term, "1 of ");
	assert_false(terminal_has(term, "marked"));
	keys(term, "y");
	wait_for(term, "Row as JSON", "this cannot be asked for by itself");
	keys(term, "Esc");
	story_quit(term);
}

static void a_hit_is_read_as_a_page(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = at_hits(story, i, "fjordtek", "Fjordtek AS");

		story_mark(story);
		keys(term, "Enter");
		wait_for(term, "External register > Fjordtek AS", "VAT number", "1 of 2 in this list",
			 "Enter in full  a take over  Tab next tab");
		keys(term, "r", "e", "+");
		wait_for(term, "External register > reg-", "2 of 2 in this list");
		assert_int_equal(story_count(story, "GET ") + story_count(story, "POST "), 0);
		keys(term, "q");
		wait_for(term, "search=fjordtek", "2 of 2");
		story_quit(term);
		story_begin_anew(story);
	}
}

static void a_hit_becomes_a_customer(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = at_hits(story, i, "Fjellheim Kontorservice", "Fjellheim Kontors");

		keys(term, "Enter");
		wait_for(term, "Fjellheim Kontorservice", "in this list");
		keys(term, "a");
		wait_for(term, "Customers > New customer", "~  Company name *  Fjellheim Kontorservice",
			 "~  External id     reg-800004");
		keys(term, "F2");
		wait_for(term, "Review", "Type", "Only this is sent. 1 of ");
		assert_false(terminal_has(term, "Private person")); /* nobody is one yet */
		keys(term, "s");
		wait_for(term, "Customers > cus-", "Fjellheim Kontorservice", "which is new.");
		assert_true(story_was_asked(story, "Fjellheim Kontorservice"));
		keys(term, "q");
		wait_for(term, "External register > reg-800004");
		keys(term, "a"); /* one that is a customer already */
		wait_for(term, "Customers > New customer", "Saving offers to open it.");
		keys(term, "F2");
		wait_for(term, "Review", "Nothing is sent while that is taken: s looks again.");
		keys(term, "Esc", "Esc");
		story_quit(term);
		story_begin_anew(story);
	}
}

/* The tenant has not bought it: that is said, and the customers are a key away. */
static void without_the_extension_it_says_why(void **state)
{
	struct story *story = *state;
	const struct story_terminal other = { .env = { "NYMBLE_API=flow", "FLOW_TENANT=tnt-fjellheim",
						       "FLOW_TOKEN=sandbox-flow-integration-fjellheim" } };
	char url[80];

	story_sandbox(story, NULL);
	snprintf(url, sizeof(url), "%s/v2", story->url);
	struct terminal *term = story_start(&other, WORDS("--url", url));
	wait_for(term, "Customers", "1 of ");
	keys(term, "2", "/", "fjord", "Enter");
	wait_for(term, " or the tenant may not search the external", "EXTERNAL_CUSTOMER_SEARCH is required.",
		 "! Not allowed, as said above. 1 shows: Customers.", "/ find");
	keys(term, "a", "Enter");
	wait_for(term, "There is no row here.", "EXTERNAL_CUSTOMER_SEARCH is required.");
	keys(term, "1");
	wait_for(term, "Customers", "1 of ");
	story_quit(term);
}

static void who_only_reads_takes_nothing_over(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = story_flow_connect(story, NULL, WORDS("--read-only"));
	wait_for(term, "READ-ONLY", "1 of 200");
	keys(term, "2", "/", "fjordtek", "Enter");
	wait_for(term, "Fjordtek AS", "1 of ");
	keys(term, "a");
	wait_for(term, "read-only");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_text_is_needed_first),
		STORY(what_is_no_customer_may_be_in_the_register),
		STORY(hits_offer_what_makes_sense),
		STORY(a_hit_is_read_as_a_page),
		STORY(a_hit_becomes_a_customer),
		STORY(without_the_extension_it_says_why),
		STORY(who_only_reads_takes_nothing_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
