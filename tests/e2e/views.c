/* Saved views, columns and orders: kept from one start to the next. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "support/story.h"

static struct terminal *at_the_list(struct story *story, const char *const *arguments)
{
	struct terminal *term = story_connect(story, NULL, true, arguments);

	wait_for(term, "Customers", "Number ", "Enter open");
	return term;
}

static void a_view_is_saved_opened_renamed_and_removed(void **state)
{
	struct story *story = *state;
	story_sandbox(story, NULL);
	struct terminal *term = at_the_list(story, NULL);

	keys(term, "v");
	wait_for(term, "No view is saved yet.");
	keys(term, "Esc", "f", "customerNumber:startswith:HRB sort=-companyName", "Enter");
	wait_for(term, "1 of 3", "sort Company name -");
	keys(term, "V");
	wait_for(term, "Save as view:");
	keys(term, "Harbour folk", "Enter");
	wait_for(term, "Saved as view \"Harbour folk\".");
	keys(term, "F");
	wait_for(term, "1 of 200");
	keys(term, "v");
	wait_for(term, "Harbour folk", "Customers    customerNumber:startswith:HRB sort");
	keys(term, "n", "Ctrl-u", "Harbour", "Enter");
	wait_for(term, "The view has its new name.");
	wait_gone(term, "Harbour folk");
	keys(term, "e", "a", "tier", "Enter", "6");
	wait_for(term, "Wholesale");
	keys(term, "Whole", "Enter");
	wait_for(term, "customers match.");
	keys(term, "g");
	wait_for(term, "The view is changed.");
	keys(term, "Enter");
	wait_for(term, "HRB-1043", "View \"Harbour\".", "Customers  customerNumber:startswith:HRB");
	story_quit(term);

	term = at_the_list(story, WORDS("--view", "harbour")); /* as people write it */
	wait_for(term, "HRB-1043", "View \"Harbour\".");
	keys(term, "v", "d", "y");
	wait_for(term, "The view is removed.");
	story_quit(term);

	term = at_the_list(story, WORDS("--view", "Harbour"));
	wait_for(term, "There is no view \"Harbour\".");
	story_quit(term);
}

/* V in the filter builder keeps the conditions without asking the list for them. */
static void conditions_are_saved_where_they_are_built(void **state)
{
	struct story *story = *state;
	story_sandbox(story, NULL);
	struct terminal *term = at_the_list(story, NULL);

	keys(term, "f", "Number", "Enter", "2");
	wait_for(term, "Number contains:");
	keys(term, "HRB", "Enter");
	wait_for(term, "customerNumber:contains:HRB", "3 customers match.", "V save view");
	keys(term, "V");
	wait_for(term, "Save as view:");
	keys(term, "Harbour", "Enter");
	wait_for(term, "Saved as view \"Harbour\".", "Filter Customers:");
	keys(term, "Esc");
	wait_for(term, "The filter stays as it was.", "ADR-5306");
	keys(term, "v");
	wait_for(term, "Harbour", "customerNumber:contains:HRB");
	keys(term, "e");
	wait_for(term, "3 customers match.");
	assert_false(terminal_has(term, "V save view")); /* g changes the one that is there */
	keys(term, "Esc", "Enter");
	wait_for(term, "HRB-1050", "View \"Harbour\".");
	story_quit(term);
}

/* Whether the only profile's file says so. */
static bool is_kept(const struct story *story, const char *text)
{
	char command[256];

	snprintf(command, sizeof(command), "grep -q '%s' %s/.local/state/nymble-tui/profiles/*/views", text,
		 story->home);
	return system(command) == 0;
}

/* An order that waits to be written is written before the views are shown: they are borrowed. */
static void what_is_to_be_remembered_does_not_pull_the_views_away(void **state)
{
	struct story *story = *state;
	story_sandbox(story, NULL);
	struct terminal *term = at_the_list(story, NULL);

	keys(term, "V");
	wait_for(term, "Save as view:");
	keys(term, "Everybody", "Enter");
	wait_for(term, "Saved as view");
	keys(term, "o", "1", "v");
	wait_for(term, "Saved views", "Everybody");
	assert_true(is_kept(story, "sort=customerNumber"));
	keys(term, "Enter");
	wait_for(term, "View \"Everybody\".");
	story_quit(term);
}

/* A service that does not sort by it any more refuses each start that begins with it. */
static void an_order_that_is_refused_is_forgotten(void **state)
{
	struct story *story = *state;
	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .kind = FAULT_NONE });
	struct terminal *term = at_the_list(story, NULL);

	keys(term, "o", "5");
	wait_for(term, "sort Terms +", "1 of 200");
	story_quit(term);
	assert_true(is_kept(story, "sort=terms"));
	STORY_THROUGH(story, { .path = "sortOn=terms", .kind = FAULT_ANSWER, .answer = STORY_ANSWER("400 Bad Request") });
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "The service cannot sort by Terms.");
	story_quit(term);
	assert_false(is_kept(story, "sort=terms"));
	term = at_the_list(story, NULL);
	wait_for(term, "1 of 200");
	story_quit(term);
}

static void columns_and_order_are_remembered(void **state)
{
	struct story *story = *state;
	story_sandbox(story, NULL);
	struct terminal *term = at_the_list(story, NULL);

	keys(term, "c");
	wait_for(term, "Customers > Columns", "always");
	keys(term, "Down", "Down", "Space"); /* no price tier */
	wait_for(term, "no ");
	keys(term, "Up", "Down", "J", "g");  /* the rep behind the terms */
	wait_gone(term, "Price tier");
	wait_for(term, "Terms    Rep");
	keys(term, "o", "1");
	wait_for(term, "sort Number +");
	story_quit(term);

	term = at_the_list(story, NULL);
	wait_for(term, "Terms    Rep", "sort Number +");
	assert_false(terminal_has(term, "Price tier"));
	keys(term, "c", "0", "g");
	wait_for(term, "Price tier   Rep");
	keys(term, "c", "Down", "Space", "Esc");
	wait_for(term, "The columns stay as they were.", "Company name");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_view_is_saved_opened_renamed_and_removed),
		STORY(conditions_are_saved_where_they_are_built),
		STORY(what_is_to_be_remembered_does_not_pull_the_views_away),
		STORY(an_order_that_is_refused_is_forgotten),
		STORY(columns_and_order_are_remembered),
	};
	return cmocka_run_group_tests_name("views", tests, NULL, NULL);
}
