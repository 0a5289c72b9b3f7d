/* new.c - a customer is made: from nothing, or like another one; and a number or external id that
 * somebody has is never taken from them. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

#define GET_NEW "GET /api/customers/NEW-1"

/* Harborline without number and external ids. */
#define PUT_DUPLICATE                                                                              \
	"PUT /api/customers "                                                                      \
	"{\"companyName\":\"Harborline Marine "                                                    \
	"Supply\",\"pricing\":\"Wholesale\",\"repNumber\":\"SR-207\","                             \
	"\"terms\":\"NET30\",\"companyEmail\":\"accounts@harborline.example\","                    \
	"\"companyPhone\":\"207-555-0142\",\"companyFax\":\"207-555-0143\",\"addresses\":["        \
	"{\"addressType\":\"Billing\",\"isPrimary\":true,\"line1\":\"14 Chandlery "                \
	"Wharf\",\"line2\":\"Unit 6\","                                                            \
	"\"postalCode\":\"04101\",\"city\":\"Portland\",\"state\":\"ME\",\"country\":\"US\","      \
	"\"phone\":\"207-555-0142\"},"                                                             \
	"{\"addressType\":\"Shipping\",\"isPrimary\":true,\"line1\":\"2 Slipway "                  \
	"Road\",\"line2\":\"\","                                                                   \
	"\"postalCode\":\"04106\",\"city\":\"South "                                               \
	"Portland\",\"state\":\"ME\",\"country\":\"US\","                                          \
	"\"phone\":\"207-555-0144\"}],\"contacts\":["                                              \
	"{\"contactType\":\"Purchasing\",\"isPrimary\":true,\"title\":\"Ms.\",\"firstName\":"      \
	"\"Odile\","                                                                               \
	"\"lastName\":\"Barrow\",\"email\":\"odile@harborline.example\",\"phone\":\"207-555-"      \
	"0145\","                                                                                  \
	"\"fax\":\"\"}],\"customerAttributes\":{\"region\":\"Northeast\",\"accountTier\":"         \
	"\"Gold\"},"                                                                               \
	"\"active\":true,\"customerNumber\":\"NEW-2\"}"

static bool has_moved(struct terminal *term, void *from)
{
	int row, col;
	bool visible;

	terminal_cursor(term, &row, &col, &visible);
	return row != *(int *)from;
}

/* Down to the line with that label; a complaint below a field is no line of its own. */
static void go_to(struct terminal *term, const char *label)
{
	int row, col, at;
	bool visible;

	for (;;) {
		assert_true(terminal_find(term, label, &row, &col));
		terminal_cursor(term, &at, &col, &visible);
		if (at == row)
			return;
		assert_true(at < row);
		keys(term, "Down");
		wait_until(term, has_moved, &at, "the next line");
	}
}

static void pick_tier(struct terminal *term, const char *tier)
{
	go_to(term, "Price tier");
	keys(term, "Enter");
	wait_for(term, "Retail", "Wholesale", "Distributor", "Enter take");
	keys(term, tier, "Enter");
	wait_gone(term, "Enter take");
}

/* The form with all that a customer needs. */
static void fill_in(struct terminal *term, const char *number)
{
	keys(term, "a");
	wait_for(term, "New customer", "Company name", "Active          yes");
	keys(term, number, "Tab", "New Dock Ltd", "Tab");
	wait_for(term, "New Dock Ltd");
	pick_tier(term, "whole");
	go_to(term, "E-mail");
	keys(term, "desk@newdock.example");
	wait_for(term, "desk@newdock.example");
}

static void a_new_customer_is_looked_up_then_sent(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	fill_in(term, "NEW-1");
	keys(term, "F2");
	wait_for(term, "> Review", "NEW-1", "New Dock Ltd", "Wholesale");
	story_mark(story);
	keys(term, "s");
	wait_for(term, "Saved NEW-1, which is new.", "Customers > NEW-1 New Dock Ltd", "ACTIVE", "[1 Account]");
	expect_writes(story, "PUT /api/customers {\"active\":true,\"customerNumber\":\"NEW-1\","
			     "\"companyName\":\"New Dock Ltd\",\"pricing\":\"Wholesale\","
			     "\"companyEmail\":\"desk@newdock.example\"}");
	assert_int_equal(story_count(story, GET_NEW), 2); /* that nobody has it, and to show it */
	keys(term, "Esc");
	wait_for(term, "1 of 201");
	story_quit(term);
}

/* Told while the form is filled in; the save offers to open the other one, and the form stays. */
static void a_taken_number_opens_its_owner(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	fill_in(term, "HRB-1042");
	wait_for(term, "HRB-1042 is taken by Harborline Marine Supply.", "Saving offers");
	keys(term, "F2");
	wait_for(term, "> Review", "!  HRB-1042 is taken by Harborline Marine Supply.",
		 ">! Number", " ~ Company name", "Nothing is sent while that is taken: s looks again. 1 of ");
	keys(term, "s");
	wait_for(term, "Nothing was sent.", "Enter opens it, Esc goes back to the form.");
	keys(term, "Enter");
	wait_for(term, "Customers > HRB-1042 Harborline Marine Supply");
	keys(term, "q");
	wait_for(term, "New customer", "New Dock Ltd", "desk@newdock.example");
	expect_no_writes(story);
	keys(term, "Esc");
	wait_for(term, "not saved");
	keys(term, "d");
	wait_for(term, "Discarded ");
	story_quit(term);
}

/* What is told goes away with what it was about. */
static void another_number_is_looked_up_anew(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	keys(term, "a");
	wait_for(term, "New customer");
	keys(term, "HRB-1042");
	wait_for(term, "is taken by Harborline");
	keys(term, "9");
	wait_gone(term, "is taken by Harborline");
	keys(term, "Backspace");
	wait_for(term, "is taken by Harborline");
	go_to(term, "External id");
	keys(term, "erp-cust-5521");
	wait_for(term, "erp-cust-5521 is taken by HRB-1042 Harborline Marine Supply.");
	keys(term, "Esc");
	wait_for(term, "not saved");
	keys(term, "d");
	wait_for(term, "Discarded ");
	expect_no_writes(story);
	story_quit(term);
}

static void a_form_nobody_typed_in_is_left_at_once(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	keys(term, "a");
	wait_for(term, "New customer");
	keys(term, "Esc");
	wait_for(term, "1 of 200");
	story_quit(term);
}

/* All but what only one can have: number, external ids. */
static void a_duplicate_begins_like_the_other(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	story_open_customer(term, "HRB-1042");
	wait_for(term, "Read at");
	keys(term, "x");
	wait_for(term, "4 Duplicate");
	keys(term, "4");
	wait_for(term, "New customer", "Harborline Marine Supply", "Addresses (2)");
	assert_false(terminal_has(term, "erp-cust-5521"));
	keys(term, "NEW-2", "F2");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "Saved NEW-2, which is new.");
	expect_writes(story, PUT_DUPLICATE);
	story_quit(term);
}

static void read_only_says_why_not(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, WORDS("--read-only"));

	wait_for(term, "READ-ONLY", "/ find");
	wait_gone(term, "a new");
	wait_gone(term, "e edit");
	keys(term, "a");
	wait_for(term, "This is read-only mode: nothing can be changed.");
	keys(term, "x");
	wait_for(term, "Duplicate  read-only mode");
	keys(term, "Esc");
	wait_gone(term, "Duplicate");
	story_quit(term);
	expect_no_writes(story);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_new_customer_is_looked_up_then_sent),
		STORY(a_taken_number_opens_its_owner),
		STORY(another_number_is_looked_up_anew),
		STORY(a_form_nobody_typed_in_is_left_at_once),
		STORY(a_duplicate_begins_like_the_other),
		STORY(read_only_says_why_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
