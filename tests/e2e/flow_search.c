/* flow_search.c - finding a customer of the second service: its search fields in the filter's screen. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story_flow.h"

#define SEARCH "POST " FLOW_PATH "/customers/search"

static const struct story_terminal sizes[] = { { .rows = 24, .cols = 80 }, { .rows = 48, .cols = 160 } };

/* The text is a condition among others; one operator is no question. */
static void search_fields_are_conditions(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = story_flow_open(story, &sizes[i], NULL);

		keys(term, "f");
		wait_for(term, "Which field?", "search      Text", "email       E-mail", "mobile",
			 "VAT number", "Store", "Created since", "Whole values only",
			 "External id, on its own", "8 of 8");
		keys(term, "text", "Enter");
		wait_for(term, "Text:");
		keys(term, "fjordtek", "Enter");
		wait_for(term, ">  1  Text", "is found", "fjordtek", "search=fjordtek", "match");
		keys(term, "a", "created", "Enter");
		wait_for(term, "Created since:");
		keys(term, "soon", "Enter");
		wait_for(term, "! Enter a day such as 2026-01-31");
		keys(term, "Ctrl-u", "2020-01-31", "Enter");
		wait_for(term, ">  2  Created since", "2020-01-31 00:00", "createdAt:gte:2020-01-31 ");
		keys(term, "g");
		wait_for(term, "Customers  createdAt:gte:2020-01-31 search=fjordtek", "cus-1001");
		assert_true(story_count(story, SEARCH) > 0);
		keys(term, "F");
		wait_for(term, "1 of 200");
		wait_gone(term, "search=");
		story_quit(term);
		story_begin_anew(story);
	}
}

/* Choosing one that is there changes it; so does the text by /. */
static void each_is_asked_for_once(void **state)
{
	struct terminal *term = story_flow_open(*state, NULL, NULL);

	keys(term, "f", "email:contains:fjordtek", "Enter");
	wait_for(term, "Customers  email:contains:fjordtek", "cus-1001");
	keys(term, "f", "a", "e-mail", "Enter");
	wait_for(term, "E-mail contains: fjordtek");
	keys(term, "Ctrl-u", "mail.example", "Enter");
	wait_for(term, ">  1  E-mail", "mail.example", "   +  add a condition");
	wait_gone(term, "   2  ");
	keys(term, "g");
	wait_for(term, "Customers  email:contains:mail.example", "1 of ");
	keys(term, "/", "sunniva", "Enter");
	wait_for(term, "email:contains:mail.example search=sunniva", "cus-1002");
	keys(term, "f", "d", "g");
	wait_gone(term, "search=");
	wait_for(term, "Customers  email:contains:mail.example");
	story_quit(term);
}

static void one_is_looked_up_on_its_own(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, NULL, NULL);

	keys(term, "/", "fjordtek", "Enter");
	wait_for(term, "search=fjordtek", "cus-1001");
	keys(term, "f", "a", "external", "Enter");
	wait_for(term, "External id is:");
	keys(term, "erp-2203", "Enter");
	wait_for(term, "External id is looked up on its own.", "Ask by External id instead of what is there?");
	keys(term, "n");
	wait_for(term, ">  1  Text", "fjordtek");
	keys(term, "a", "external", "Enter");
	wait_for(term, "External id is:");
	keys(term, "erp-2203", "Enter");
	wait_for(term, "Ask by External id instead of what is there?");
	keys(term, "y");
	wait_for(term, ">  1  External id", "erp-2203");
	wait_gone(term, "Text");
	keys(term, "g");
	wait_for(term, "Customers  externalId:equals:erp-2203", "cus-1001", "1 of 1");
	assert_true(story_was_asked(story, "customerExternalId=erp-2203"));
	story_quit(term);
}

/* All of it as a line, the text too: what is taken out of the line is gone. */
static void the_line_has_the_text(void **state)
{
	struct terminal *term = story_flow_open(*state, NULL, NULL);

	keys(term, "f", "search=fjordtek", "Enter");
	wait_for(term, "Customers  search=fjordtek", "cus-1001");
	keys(term, "f");
	wait_for(term, ">  1  Text");
	keys(term, "t");
	wait_for(term, "Filter: search=fjordtek", "Fields: email, mobile,", "search=");
	keys(term, "email:startswith:x", "Enter");
	wait_for(term, "! email cannot be asked for startswith, only for contains", "Operators: contains, equals, gte");
	keys(term, "Ctrl-u", "vatNumber:contains:999555111 exactMatch:equals:yes", "Enter");
	wait_for(term, "VAT number", "999555111", "Whole values only", "yes", "1 customer matches.");
	assert_false(terminal_has(term, "Text  "));
	keys(term, "g");
	wait_for(term, "vatNumber:contains:999555111 exactMatch:equals:true", "1 of 1");
	story_quit(term);
}

static void a_search_is_kept_as_a_view(void **state)
{
	struct terminal *term = story_flow_open(*state, NULL, NULL);

	keys(term, "f", "search=fjordtek email:contains:example", "Enter");
	wait_for(term, "email:contains:example search=fjordtek", "cus-1001");
	keys(term, "V", "fjords", "Enter");
	wait_for(term, "fjords");
	keys(term, "F");
	wait_for(term, "1 of 200");
	keys(term, "v");
	wait_for(term, "Saved views", ">  fjords", "email:contains:example");
	keys(term, "Enter");
	wait_for(term, "Customers  email:contains:example search=fjordtek", "cus-1001");
	story_quit(term);
}

/* A record's own fields are what can be sorted by, whatever the search fields are. */
static void the_order_is_of_the_records_fields(void **state)
{
	struct terminal *term = story_flow_open(*state, NULL, NULL);

	keys(term, "/", "as", "Enter");
	wait_for(term, "search=as", "1 of ");
	keys(term, "o");
	wait_for(term, "Sort by", "City", "Name");
	assert_false(terminal_has(term, "Whole values only"));
	keys(term, "city", "Enter");
	wait_for(term, "search=as", "sort City +");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(search_fields_are_conditions),
		STORY(each_is_asked_for_once),
		STORY(one_is_looked_up_on_its_own),
		STORY(the_line_has_the_text),
		STORY(a_search_is_kept_as_a_view),
		STORY(the_order_is_of_the_records_fields),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
