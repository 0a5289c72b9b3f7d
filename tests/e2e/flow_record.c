/* A customer of Flow Retail on the screen: its tabs, what can only be read, what its store sees. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story_flow.h"

#define STORE_VIEW "GET " FLOW_PATH "/stores/" FLOW_STORE "/customers/cus-1001"

static const struct story_terminal sizes[] = { { .rows = 24, .cols = 80 }, { .rows = 48, .cols = 160 } };

static bool row_is_read_only(struct terminal *term, void *text)
{
	char line[TERMINAL_ROW_SIZE];
	int row, col;

	if (!terminal_find(term, text, &row, &col))
		return false;
	terminal_row(term, row, line);
	return strstr(line, "read only");
}

static struct terminal *open_record(struct story *story, size_t size, const char *const *arguments)
{
	struct terminal *term = story_flow_open(story, &sizes[size], arguments);

	keys(term, ":", "cus-1001", "Enter");
	wait_for(term, "Customers > cus-1001 Fjordtek AS", "Read at");
	return term;
}

static void tabs_show_all_of_it_and_what_can_only_be_read(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = open_record(story, i, NULL);

		wait_for(term, "[1 Account]", "2 Addresses (1)", "Type           Company", "+4755501220");
		keys(term, "2");
		wait_for(term, "[2 Addresses (1)]", "Delivery", "These are read only.");
		keys(term, "3");
		wait_for(term, "[3 Contacts (1)]", "Lars Vik", "lars@fjordtek.example");
		keys(term, "4");
		wait_for(term, "[4 Credit]", "Credit limit      50000.00", "5000000", "12500.00",
			 "Ingrid Solberg", "read only");
		keys(term, "5");
		wait_for(term, "[5 Consents (1)]", "Newsletter", "POS");
		keys(term, "6");
		wait_for(term, "[6 Groups (1)]", "cg-trade", "Trade accounts");
		keys(term, "7");
		wait_for(term, "[7 Extensions (1)]", "TWO_INVOICE", "org-nordlys");
		story_quit(term);
		story_begin_anew(story);
	}
}

/* The form has them all: what the service has no call for is there to be read. */
static void the_form_says_what_can_only_be_read(void **state)
{
	char key[] = "Uid            cus-1001 ", contact[] = "Lars Vik, lars@fjordtek.example";
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = open_record(story, i, NULL);

		wait_until(term, row_is_read_only, key, "Uid, read only");
		keys(term, "e");
		wait_for(term, "> Edit");
		for (int section = 0; section < 3; section++)
			keys(term, "PgDn");
		wait_until(term, row_is_read_only, contact, "Lars Vik, read only");
		keys(term, "Esc");
		wait_for(term, "[1 Account]");
		story_quit(term);
		story_begin_anew(story);
	}
}

/* Beside the list, in a wide window. */
static void the_preview_tells_what_each_part_is(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, &sizes[1], NULL);

	keys(term, "/", "Fjordtek", "Enter");
	wait_for(term, "Fjordtek AS", "Balance, as sent", "Contacts (1)", "Lars Vik, lars@fjordtek.example",
		 "Newsletter, POS");
	story_quit(term);
}

/* Nobody asks the store where none is known. */
static void a_store_has_a_tab_of_its_own(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = open_record(story, i, WORDS("--store", FLOW_STORE));

		keys(term, "8");
		wait_for(term, "[8 In store " FLOW_STORE " (1)]", "~ storeDetails", "store: {\"storeUid\"", "B-12");
		keys(term, "9");
		wait_for(term, "[9 Other]", "~ storeDetails  -");
		assert_int_equal(story_count(story, STORE_VIEW), 1);
		keys(term, "Enter");
		wait_for(term, "> storeDetails", "pickupShelf", "B-12");
		keys(term, "Esc");
		wait_for(term, "[9 Other]");
		story_quit(term);
		story_begin_anew(story);
	}
}

static void without_a_store_nothing_is_asked(void **state)
{
	struct story *story = *state;
	struct terminal *term = open_record(story, 0, NULL);

	keys(term, "7");
	wait_for(term, "[7 Extensions (1)]");
	wait_gone(term, "8 Other");
	assert_int_equal(story_count(story, "GET " FLOW_PATH "/stores/"), 0);
	story_quit(term);
}

/* Both values stand there, whichever tab is open. */
static void what_a_store_sees_otherwise_is_marked(void **state)
{
	static const char seen[] = "{\"customerUid\":\"cus-1001\",\"paymentTerms\":21,\"city\":\"Bergen\"}";
	char answer[256];
	struct fault fault = { .path = "/stores/", .kind = FAULT_ANSWER, .answer = answer };
	struct story *story = *state;

	snprintf(answer, sizeof(answer), "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n%s", strlen(seen), seen);
	story_sandbox(story, NULL);
	story_through(story, &fault, 1);
	struct terminal *term = story_flow_connect(story, &sizes[1], WORDS("--store", FLOW_STORE));
	wait_for(term, "1 of 200");
	keys(term, ":", "cus-1001", "Enter");
	wait_for(term, "Read at");
	keys(term, "4");
	wait_for(term, "~ Payment days      14", "store: 21", "Price list        pl-trade");
	keys(term, "1");
	wait_for(term, "~ Postal code    5003", "store: -", "City           Bergen");
	story_quit(term);
}

/* The record stays, and why the store's view is missing is said. */
static void a_store_that_does_not_answer_takes_nothing_away(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	STORY_THROUGH(story,
		      { .path = "/stores/", .kind = FAULT_ANSWER, .answer = STORY_ANSWER("403 Forbidden") });
	term = story_flow_connect(story, NULL, WORDS("--store", FLOW_STORE));
	wait_for(term, "1 of 200");
	keys(term, ":", "cus-1001", "Enter");
	wait_for(term, "Customers > cus-1001 Fjordtek AS", "! In store " FLOW_STORE ":", "Kaiveien 3");
	keys(term, "8");
	wait_for(term, "[8 In store " FLOW_STORE "]", "may not read");
	keys(term, "1");
	wait_for(term, "[1 Account]", "Kaiveien 3");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(tabs_show_all_of_it_and_what_can_only_be_read),
		STORY(the_form_says_what_can_only_be_read),
		STORY(the_preview_tells_what_each_part_is),
		STORY(a_store_has_a_tab_of_its_own),
		STORY(without_a_store_nothing_is_asked),
		STORY(what_a_store_sees_otherwise_is_marked),
		STORY(a_store_that_does_not_answer_takes_nothing_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
