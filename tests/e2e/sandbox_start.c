/* sandbox_start.c - one command, and a new user walks from the list into a record and back. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

static void one_command_shows_the_customers(void **state)
{
	struct terminal *term = story_start(NULL, WORDS("--sandbox"));

	(void)state;
	wait_for(term, "sandbox", "Northpoint Trade Supply", "Admin", "USD", "login 2", "Customers",
		 "Company name", "1 of 2000", "? help");
	story_quit(term);
}

static void a_record_shows_all_its_tabs(void **state)
{
	struct terminal *term = story_start(NULL, WORDS("--sandbox"));

	(void)state;
	wait_for(term, "1 of 2000");
	keys(term, "/", "harb", "Enter");
	wait_for(term, "1 of 6", "HRB-1043");
	keys(term, "Enter");
	wait_for(term, "Customers > HRB-1042 Harborline Marine Supply", "ACTIVE", "[1 Account]",
		 "2 Addresses (2)", "3 Contacts (1)", "Price tier", "Wholesale",
		 "1 of 6 in this list, read at");
	keys(term, "2");
	wait_for(term, "[2 Addresses (2)]", "14 Chandlery Wharf", "2 Slipway Road",
		 "Type     Primary Line 1");
	keys(term, "Right"); /* a column further; whose row it is stays */
	wait_for(term, "Type     Line 1", ">  Billing  14 Chandlery Wharf");
	keys(term, "Down", "Enter");
	wait_for(term, "Customers > HRB-1042 > 2 Slipway Road", "South Portland", "addr-yard");
	keys(term, "q", "Tab");
	wait_for(term, "[3 Contacts (1)]", "Odile");
	keys(term, "Tab");
	wait_for(term, "[4 Attributes (2)]", "Northeast");
	keys(term, "Shift-Tab");
	wait_for(term, "[3 Contacts (1)]");
	story_quit(term);
}

static void next_and_previous_go_through_the_list(void **state)
{
	struct terminal *term = story_start(NULL, WORDS("--sandbox"));

	(void)state;
	wait_for(term, "1 of 2000");
	keys(term, "/", "harb", "Enter");
	wait_for(term, "1 of 6", "HRB-1043");
	keys(term, "Enter");
	wait_for(term, "1 of 6 in this list, read at");
	keys(term, "+");
	wait_for(term, "> HRB-1043 Harbour Lights AB", "2 of 6 in this list, read at");
	keys(term, "K");
	wait_for(term, "> HRB-1042 Harborline", "1 of 6 in this list, read at");
	keys(term, "-");
	wait_for(term, "This is the first record of the list.");
	keys(term, "J", "J", "q");
	wait_for(term, ">  LLW-8639", "3 of 6"); /* the cursor went along */
	story_quit(term);
}

static void products_are_the_second_list(void **state)
{
	struct terminal *term = story_start(NULL, WORDS("--sandbox"));

	(void)state;
	wait_for(term, "1 of 2000");
	keys(term, "Down", "Down");
	wait_for(term, "3 of 2000");
	keys(term, "2");
	wait_for(term, "Products", "SKU", "1 of 1000", "ABRS-BLT-040", "4.90");
	keys(term, "Enter");
	wait_for(term, "Products > ABRS-BLT-040", "[1 General]", "2 Prices");
	keys(term, "2");
	wait_for(term, "From qty", "Wholesale");
	keys(term, "q", "1");
	wait_for(term, "Customers", "3 of 2000"); /* each list keeps its place */
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(one_command_shows_the_customers),
		STORY(a_record_shows_all_its_tabs),
		STORY(next_and_previous_go_through_the_list),
		STORY(products_are_the_second_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
