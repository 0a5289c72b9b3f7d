/* What can be done to customers of Flow Retail: an extension with its store, for one and for many; deleting. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story_flow.h"

#define EXTENSION(key) FLOW_PATH "/customers/" key "/extensions/TWO_INVOICE"
#define OF_STORE(store) " {\"storeUid\":\"" store "\"}"

static const struct story_terminal sizes[] = { { .rows = 24, .cols = 80 }, { .rows = 48, .cols = 160 } };

/* As a user, whose stores the service knows. */
static struct terminal *open_as(struct story *story, const char *token, const struct story_terminal *terminal)
{
	story_sandbox(story, NULL);
	struct terminal *term = story_flow_connect_user(story, token, terminal, NULL);
	wait_for(term, "1 of 200");
	return term;
}

static void open_record(struct terminal *term, const char *key)
{
	char title[64];

	snprintf(title, sizeof(title), "Customers > %s ", key);
	keys(term, ":", key, "Enter");
	wait_for(term, title, "Read at");
}

static void an_extension_is_added_and_removed_for_a_store(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = open_as(story, FLOW_INGRID, &sizes[i]);

		open_record(term, "cus-1002");
		keys(term, "7");
		wait_for(term, "[7 Extensions (0)]");
		keys(term, "x");
		wait_for(term, "2 Add TWO_INVOICE", "3 Remove TWO_INVOICE  cus-1002 has no TWO_INVOICE.");
		keys(term, "2");
		wait_for(term, "> ", "store-bergen", "store-oslo", "Enter take");
		keys(term, "oslo", "Enter");
		wait_for(term, "Add TWO_INVOICE to cus-1002 Sunniva Dahl in", "Store: store-oslo", "y/n");
		story_mark(story);
		keys(term, "y");
		wait_for(term, "cus-1002 Sunniva Dahl has TWO_INVOICE now.");
		wait_for(term, "[7 Extensions (1)]", "TWO_INVOICE", "org-nordlys");
		expect_writes(story, "POST " EXTENSION("cus-1002") OF_STORE("store-oslo"));
		keys(term, "x", "3");
		wait_for(term, "store-bergen", "Enter take");
		keys(term, "oslo", "Enter");
		wait_for(term, "Remove TWO_INVOICE from cus-1002 Sunniva Dahl in", "Store: store-oslo");
		story_mark(story);
		keys(term, "y");
		wait_for(term, "has no TWO_INVOICE any more.");
		wait_for(term, "[7 Extensions (0)]");
		expect_writes(story, "DELETE " EXTENSION("cus-1002") OF_STORE("store-oslo"));
		story_quit(term);
		story_begin_anew(story);
	}
}

/* The store that the program was told comes first; others may be typed. */
static void a_login_without_known_stores_may_type_one(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, NULL, WORDS("--store", "store-oslo"));

	open_record(term, "cus-1002");
	keys(term, "x", "2");
	wait_for(term, ">  store-oslo", "Enter take");
	keys(term, "no such store", "Enter");
	wait_for(term, "Store: no such store");
	keys(term, "Ctrl-u", "store-bergen", "Enter");
	wait_for(term, "Add TWO_INVOICE to", "Store: store-bergen");
	story_mark(story);
	keys(term, "n");
	wait_for(term, "Cancelled, nothing was sent.");
	expect_no_writes(story);
	story_quit(term);
}

static void marked_customers_get_it_in_one_run(void **state)
{
	struct story *story = *state;
	struct terminal *term = open_as(story, FLOW_INGRID, NULL);

	keys(term, "/", "sunniva@mail", "Enter");
	wait_for(term, "cus-1002", "1 of 1");
	keys(term, "Space", "Esc");
	wait_for(term, "of 200");
	keys(term, "/", "Fjordtek", "Enter");
	wait_for(term, "cus-1001", "1 of 1");
	keys(term, "Space", "x");
	wait_for(term, "2 customers", "Write all stored data to a file  one record at a time");
	keys(term, "2");
	wait_for(term, "store-bergen", "Enter take");
	keys(term, "bergen", "Enter");
	wait_for(term, "Add TWO_INVOICE to 2 customers in", "Store: store-bergen");
	story_mark(story);
	keys(term, "2", "Enter");
	wait_for(term, "(Store store-bergen)", "Finished.");
	assert_int_equal(story_count(story, "POST " EXTENSION("cus-1001") OF_STORE("store-bergen")), 1);
	assert_int_equal(story_count(story, "POST " EXTENSION("cus-1002") OF_STORE("store-bergen")), 1);
	story_quit(term);
}

static void deleting_asks_for_the_key_and_the_right(void **state)
{
	struct story *story = *state;
	struct terminal *term = open_as(story, FLOW_MIKKEL, NULL);

	open_record(term, "cus-1002");
	keys(term, "x", "4");
	wait_for(term, "Delete cus-1002 Sunniva Dahl in", "Type cus-1002 and Enter");
	keys(term, "cus-1002", "Enter");
	wait_for(term, "! ", "may not delete customers: TENANT.BACKOFFICE is required.");
	wait_for(term, "Customers > cus-1002 Sunniva Dahl");
	story_quit(term);

	term = story_flow_connect_user(story, FLOW_INGRID, NULL, NULL);
	wait_for(term, "1 of 200");
	open_record(term, "cus-1002");
	keys(term, "x", "4");
	wait_for(term, "Type cus-1002 and Enter");
	story_mark(story);
	keys(term, "cus-1002", "Enter");
	wait_for(term, "cus-1002 Sunniva Dahl is deleted.");
	expect_writes(story, "DELETE " FLOW_PATH "/customers/cus-1002");
	story_quit(term);
}

static void read_only_mode_refuses_all_but_the_file(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, NULL, WORDS("--read-only"));

	open_record(term, "cus-1002");
	keys(term, "x");
	wait_for(term, "1 Write all stored data to a file", "Add TWO_INVOICE  read-only mode", "Delete  read-only mode");
	keys(term, "Esc");
	wait_gone(term, "Delete  read-only mode");
	story_quit(term);
	expect_no_writes(story);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(an_extension_is_added_and_removed_for_a_store),
		STORY(a_login_without_known_stores_may_type_one),
		STORY(marked_customers_get_it_in_one_run),
		STORY(deleting_asks_for_the_key_and_the_right),
		STORY(read_only_mode_refuses_all_but_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
