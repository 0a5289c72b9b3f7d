/* search.c - finding a customer: by text, by number, by filter; and the way back. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

static struct terminal *at_the_list(struct story *story)
{
	return story_open(story, NULL, NULL);
}

static void clearing_a_search_returns_to_the_place(void **state)
{
	struct terminal *term = at_the_list(*state);
	char before[TERMINAL_ROW_SIZE], after[TERMINAL_ROW_SIZE];

	keys(term, "Down", "Down", "Down", "Down");
	wait_for(term, "5 of 200");
	terminal_row(term, 7, before);
	keys(term, "/", "harborline", "Enter");
	wait_for(term, "search=harborline", "1 of 1");
	keys(term, "Esc");
	wait_for(term, "5 of 200");
	terminal_row(term, 7, after);
	assert_string_equal(after, before);
	assert_int_equal(after[0], '>');
	story_quit(term);
}

/* Letter by letter, each on the screen before the next: what is typed is asked for when it stands. */
static void a_filter_that_is_typed_is_asked_for_once(void **state)
{
	static const char line[] = "companyName:contains:harborline";
	struct story *story = *state;
	struct terminal *term = at_the_list(story);

	keys(term, "f", "Esc");
	wait_for(term, "add a condition", "match.");
	story_mark(story);
	keys(term, "t");
	wait_for(term, "Filter:");
	for (size_t len = 1; len < sizeof(line); len++) {
		char typed[64];

		snprintf(typed, sizeof(typed), "Filter: %.*s", (int)len, line);
		terminal_send(term, line + len - 1, 1);
		wait_for(term, typed);
	}
	assert_int_equal(story_count(story, "GET "), 0);
	keys(term, "Enter");
	wait_for(term, "1 customer matches.");
	keys(term, "g");
	wait_for(term, "Harborline Marine Supply", "1 of 1");
	assert_in_range(story_count(story, "GET /api/customers"), 2, 3); /* the number, the rows */
	story_quit(term);
}

static void a_search_in_the_filter_line_ends_the_same_way(void **state)
{
	struct terminal *term = at_the_list(*state);

	keys(term, "Down", "Down", "f", "search=harborline", "Enter");
	wait_for(term, "search=harborline", "1 of 1");
	keys(term, "Esc");
	wait_for(term, "3 of 200");
	story_quit(term);
}

static void a_number_is_offered_first(void **state)
{
	struct terminal *term = at_the_list(*state);

	keys(term, "/", "HRB-1043", "Enter");
	wait_for(term, "HRB-1043 Harbour Lights AB has this number: Enter opens it.");
	keys(term, "Enter");
	wait_for(term, "Customers > HRB-1043 Harbour Lights AB", "Read at");
	keys(term, "q", "Esc");
	wait_for(term, "1 of 200");
	story_quit(term);
}

static void the_palette_opens_a_number(void **state)
{
	struct terminal *term = at_the_list(*state);

	keys(term, ":", "HRB-1042", "Enter");
	wait_for(term, "Customers > HRB-1042 Harborline Marine Supply", "Read at");
	keys(term, "q", ":", "HRB-9", "Enter");
	wait_for(term, "! There is no customer HRB-9, or your login may not see it.", "Company name");
	story_quit(term);
}

/* Whatever list is open: the number says what it is of. */
static void the_palette_finds_other_kinds_of_record(void **state)
{
	struct terminal *term = at_the_list(*state);

	keys(term, "2");
	wait_for(term, "Products", "SKU");
	keys(term, ":", "hrb-1042", "Enter");
	wait_for(term, "Customers > HRB-1042 Harborline Marine Supply", "Read at");
	keys(term, "q", ":", "NO-9", "Enter");
	wait_for(term, "! There is no product NO-9, or your login may not see it.");
	story_quit(term);
}

static void nothing_found_says_what_to_press(void **state)
{
	struct terminal *term = at_the_list(*state);

	keys(term, "f", "companyName:beginswith:Har", "Enter");
	wait_for(term, "companyName:beginswith:Har: no such operator", "Which field?");
	keys(term, "Ctrl-u", "companyName:startswith:Zzz", "Enter");
	wait_for(term, "No customer matches companyName:startswith:Zzz. f changes, F clears.");
	keys(term, "f", "t", "Ctrl-u",
	     "companyName:startswith:Zzzzzzzzzzzzzzzzzzzz externalId:equals:none", "Enter", "g");
	wait_for(term, "No customer matches", "externalId:equals:none. f changes, F clears.");
	keys(term, "F");
	wait_for(term, "1 of 200");
	keys(term, "/", "zzz", "Enter");
	wait_for(term, "No customer matches search=zzz. / changes, Esc ends the search.");
	story_quit(term);
}

/* What can be typed is on the screen; Tab completes it; a second condition follows the first. */
static void the_filter_line_says_how_it_is_written(void **state)
{
	struct terminal *term = at_the_list(*state);

	keys(term, "f", "Esc", "t");
	wait_for(term, "FIELD:OPERATOR:VALUE, separated by spaces",
		 "companyName:contains:harbour active:equals:yes", "Fields: customerNumber,",
		 "Operators: startswith,");
	keys(term, "cus", "Tab", "st", "Tab", "HRB-104", "Enter", "g");
	wait_for(term, "Customers  customerNumber:startswith:HRB-104", "1 of 2");
	keys(term, "f", "t", "tier:equals:Retail", "Enter", "g");
	wait_for(term, "customerNumber:startswith:HRB-104 pricing:equals:Retail", "1 of 1",
		 "HRB-1043");
	keys(term, "f", "t", "nofield:equals:x", "Enter");
	wait_for(term, "! nofield: no such field (there are customerNumber,", "externalId)");
	keys(term, "Esc", "Esc");
	story_quit(term);
}

/* A condition in three choices, another from a list of values; one is changed, one removed. */
static void a_filter_is_built_by_keys(void **state)
{
	struct terminal *term = at_the_list(*state);

	keys(term, "f");
	wait_for(term, "Which field?", "companyName");
	keys(term, "nofield:equals");
	wait_for(term, "No value is like this."); /* nor is it a condition yet */
	keys(term, ":x");
	wait_for(term, "Take \"nofield:equals:x\" as it is");
	keys(term, "Ctrl-u");
	wait_gone(term, "nofield");
	keys(term, "number", "Enter");
	wait_for(term, "1 starts with", "6 is not", "0 up to");
	keys(term, "1");
	wait_for(term, "Number starts with:");
	keys(term, "HRB", "Enter");
	wait_for(term, "1  Number", "starts with", "customerNumber:startswith:HRB", "customers match.");
	keys(term, "a", "tier", "Enter", "5");
	wait_for(term, "Wholesale");
	keys(term, "Whole", "Enter");
	wait_for(term, "2  Price tier", "customerNumber:startswith:HRB pricing:equals:Wholesale");
	keys(term, "a", "active", "Enter", "1", "2"); /* is, no */
	wait_for(term, "3  Active", "active:equals:false");
	keys(term, "d");
	wait_gone(term, "active:equals:false");
	keys(term, "Up", "Enter", "Enter", "6"); /* the tier is not */
	wait_for(term, "Wholesale", "Retail");
	keys(term, "Enter");
	wait_for(term, "customerNumber:startswith:HRB pricing:notequals:Wholesale", "2 customers match.");
	keys(term, "g");
	wait_for(term, "Customers  customerNumber:startswith:HRB pricing:notequals:Wholesale", "1 of 2",
		 "HRB-1043");
	keys(term, "f", "d", "Esc"); /* taken back */
	wait_for(term, "The filter stays as it was.", "pricing:notequals:Wholesale");
	story_quit(term);
}

static void sort_by_menu_and_by_keys(void **state)
{
	struct terminal *term = at_the_list(*state);

	keys(term, "o");
	wait_for(term, "Sort by", "1 Number", "Enter choose");
	keys(term, "1");
	wait_for(term, "sort Number +");
	keys(term, ">");
	wait_for(term, "sort Company name +");
	keys(term, "!");
	wait_for(term, "sort Company name -");
	keys(term, "<");
	wait_for(term, "sort Number +");
	keys(term, "o");
	wait_for(term, "Sort by", "External id");
	keys(term, "xyz", "Enter"); /* letters narrow; nothing is taken that is not like them */
	wait_for(term, "Sort by: xyz", "No value is like this.", "Nothing to take");
	keys(term, "Ctrl-u", "e", "x", "t"); /* the eleventh has no digit */
	wait_for(term, "Sort by: ext", "External id");
	keys(term, "Enter");
	wait_for(term, "sort External id +");
	story_quit(term);
}

static void marks_outlive_a_search(void **state)
{
	struct terminal *term = at_the_list(*state);

	keys(term, "Space", "Down", "Down", "m");
	wait_for(term, "4 marked");
	keys(term, "/", "harborline", "Enter");
	wait_for(term, "1 of 1, 4 marked, 4 not shown");
	keys(term, "*");
	wait_for(term, "y/n");
	keys(term, "y");
	wait_for(term, "1 of 1, 5 marked, 4 not shown", ">* HRB-1042");
	keys(term, "U", "Esc");
	wait_for(term, "of 200");
	wait_gone(term, "marked");
	story_quit(term);
}

static void the_cursor_stays_on_its_record(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_list(story);

	keys(term, "f", "customerNumber:startswith:HRB-104", "Enter");
	wait_for(term, "1 of 2", ">  HRB-1042");
	keys(term, "Down");
	wait_for(term, "2 of 2", ">  HRB-1043");
	assert_int_equal(story_request(story, "DELETE", "/api/customers/HRB-1042", NULL), 204);
	keys(term, "r");
	wait_for(term, "HRB-1043 has moved to row 1.", ">  HRB-1043");
	assert_int_equal(story_request(story, "DELETE", "/api/customers/HRB-1043", NULL), 204);
	keys(term, "r");
	wait_for(term, "HRB-1043 is not in these rows any more.", "No customer matches");
	story_quit(term);
}

static void filters_rest_while_products_are_searched(void **state)
{
	struct terminal *term = at_the_list(*state);

	keys(term, "2");
	wait_for(term, "1 of 100", "Products");
	keys(term, "f", "active:equals:true", "Enter");
	wait_for(term, "active:equals:true");
	keys(term, "/", "sanding", "Enter");
	wait_for(term, "search=sanding", "filters and sort are not used while searching");
	keys(term, "Esc");
	wait_gone(term, "filters and sort are not used while searching");
	wait_for(term, "active:equals:true");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(clearing_a_search_returns_to_the_place),
		STORY(a_filter_that_is_typed_is_asked_for_once),
		STORY(a_search_in_the_filter_line_ends_the_same_way),
		STORY(a_number_is_offered_first),
		STORY(the_palette_opens_a_number),
		STORY(the_palette_finds_other_kinds_of_record),
		STORY(nothing_found_says_what_to_press),
		STORY(the_filter_line_says_how_it_is_written),
		STORY(a_filter_is_built_by_keys), STORY(sort_by_menu_and_by_keys),
		STORY(marks_outlive_a_search),
		STORY(the_cursor_stays_on_its_record),
		STORY(filters_rest_while_products_are_searched),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
