/* kept_bytes.c - what nobody touched leaves byte for byte as it came, whatever it is: numbers beyond
 * double precision, \u0000, members of one name, names and members that no table knows. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

/* As the service keeps it and gives it out. */
#define ODD                                                                                        \
	"\"big\":9007199254740993,\"huge\":1e400,\"exact\":-0.10,\"nul\":\"a\\u0000b\","           \
	"\"escaped\":\"\\/\\u0041\\ud83d\\ude00\",\"twice\":1,\"twice\":2,\"od\\u0064\":[{\"x\":null}]"
#define FIRST "{\"addressType\":\"Billing\",\"line1\":\"1 First\",\"isPrimary\":true," ODD "}"
#define SECOND(line) "{\"addressType\":\"Shipping\",\"line1\":\"" line "\",\"isPrimary\":true," ODD "}"
#define MAP(value) "{\"first\":1e400,\"colour\":\"" value "\"," ODD ",\"nested\":{\"a\":[1.0]}}"

static const char customer[] =
	"{\"customerNumber\":\"ODD-1\",\"companyName\":\"Odd\",\"companyEmail\":\"a@odd.example\","
	"\"pricing\":\"Retail\",\"repNumber\":\"SR-207\",\"addresses\":[" FIRST "," SECOND("2 Second") "],"
	"\"customerAttributes\":" MAP("red") ",\"unknown\":{" ODD "}}";

static struct terminal *at_odd_record(struct story *story)
{
	story_sandbox(story, NULL);
	assert_int_equal(story_request(story, "PUT", "/api/customers", customer), 201);
	struct terminal *term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 201", "Northpoint");
	story_open_customer(term, "ODD-1");
	story_mark(story);
	return term;
}

/* Down until text is there. */
static void down_to(struct terminal *term, const char *text)
{
	enum { LINES_MAX = 60, QUIET_MS = 50 };

	for (int i = 0; i < LINES_MAX && !terminal_has(term, text); i++) {
		keys(term, "Down");
		while (terminal_pump(term, QUIET_MS))
			;
	}
	wait_for(term, text);
}

static void review_and_save(struct terminal *term)
{
	keys(term, "F2");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "Saved 1 change to ODD-1.");
}

/* One line of one address: the whole list travels, and in it all that was there. */
static void a_list_travels_as_it_came(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_odd_record(story);

	keys(term, "2");
	wait_for(term, "2 Second");
	keys(term, "Down", "Enter");
	wait_for(term, "Customers > ODD-1 > 2 Second");
	keys(term, "e");
	wait_for(term, "> Edit > Address 2");
	keys(term, "Tab", "Tab", "End", " B");
	wait_for(term, "2 Second B", "1 change");
	review_and_save(term);
	expect_writes(story,
		      "PUT /api/customers/ODD-1 {\"addresses\":[" FIRST "," SECOND("2 Second B") "]}");
	story_quit(term);
}

/* One attribute: the whole map. */
static void a_map_travels_as_it_came(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_odd_record(story);

	keys(term, "e");
	wait_for(term, "> Edit");
	down_to(term, "> colour");
	keys(term, "Enter", "Ctrl-u", "green");
	wait_for(term, "green", "1 change");
	review_and_save(term);
	expect_writes(story, "PUT /api/customers/ODD-1 {\"customerAttributes\":" MAP("green") "}");
	story_quit(term);
}

/* Another member: none of it travels. */
static void what_did_not_change_stays_at_home(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_odd_record(story);

	keys(term, "e");
	wait_for(term, "> Edit");
	keys(term, "End", " Ltd");
	wait_for(term, "Odd Ltd", "1 change");
	review_and_save(term);
	expect_writes(story, "PUT /api/customers/ODD-1 {\"companyName\":\"Odd Ltd\"}");
	keys(term, "z");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "Saved 1 change to ODD-1.");
	expect_writes(story, "PUT /api/customers/ODD-1 {\"companyName\":\"Odd Ltd\"}",
		      "PUT /api/customers/ODD-1 {\"companyName\":\"Odd\"}");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_list_travels_as_it_came),
		STORY(a_map_travels_as_it_came),
		STORY(what_did_not_change_stays_at_home),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
