/* flow_login.c - the second service's logins: which are offered, what each asks for, which tenant. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <sys/stat.h>

#include "support/story_flow.h"

#define OTHER_TENANT "tnt-fjellheim"
#define DEVICE "sandbox-flow-device-bergen"

static const struct story_terminal sizes[] = { { .rows = 24, .cols = 80 }, { .rows = 48, .cols = 160 } };

/* nymble-tui with a configuration of that profile, "shop", on the story's sandbox. */
static struct terminal *start_profile(struct story *story, const struct story_terminal *terminal,
				      const char *words)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/config", story->home);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out, "profile shop { api = flow  url = \"%s/v2\"  %s }\n", story->url, words);
	fclose(out);
	chmod(path, 0600);
	return story_start(terminal, WORDS("--config", path, "--profile", "shop"));
}

static void the_first_minute_needs_no_account(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = story_start(&sizes[i], NULL);

		wait_for(term, "Nymble Commerce", ">  1 Sandbox", "4 API key", "Flow Retail",
			 "5 Sandbox", "6 Integration token", "7 Device", "8 User token");
		assert_false(terminal_has(term, "api."));
		keys(term, "7");
		wait_for(term, "Device for https://api.flowretail.com/v2", "User code", "Device token",
			 "Password");
		keys(term, "Esc");
		wait_for(term, ">  7 Device");
		keys(term, "5");
		wait_for(term, " sandbox-flow  Nordlys Sport", "Customers", "1 of 2000");
		story_quit(term);
	}
}

/* One word on the command line is the whole way in. */
static void the_sandbox_of_the_service_is_one_command(void **state)
{
	struct terminal *term = story_start(NULL, WORDS("--sandbox", "--api", "flow"));

	(void)state;
	wait_for(term, " sandbox-flow  Nordlys Sport", "1 of 2000");
	keys(term, "2");
	wait_for(term, "External register");
	keys(term, "P", "Up", "Enter"); /* the sandbox of the other service */
	wait_for(term, " sandbox  Northpoint", "1 of 2000");
	story_quit(term);
}

/* Two profiles, a service each: whatever belongs to one is there again when that is in use again. */
static void a_switch_between_services_keeps_both(void **state)
{
	struct story *story = *state;
	const struct story_terminal with = { .env = { "FLOW_TOKEN=" FLOW_INTEGRATION } };
	char path[128];

	story_sandbox(story, NULL);
	snprintf(path, sizeof(path), "%s/config", story->home);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out, "profile shop { api = flow  url = \"%s/v2\"  tenant = " FLOW_TENANT " }\n", story->url);
	fprintf(out, "profile harbour { url = \"%s\"  org-code = " STORY_ORG "  client-id = " STORY_CLIENT
		"  secret-command = \"echo " STORY_SECRET "\" }\n", story->url);
	fclose(out);
	chmod(path, 0600);
	struct terminal *term = story_start(&with, WORDS("--config", path, "--profile", "shop"));
	wait_for(term, " shop  Nordlys Sport", "1 of 200");
	keys(term, "f", "search=fjordtek", "Enter");
	wait_for(term, "search=fjordtek", "cus-1001");
	keys(term, "V", "fjords", "Enter");
	wait_for(term, "fjords");
	keys(term, "F", ":", "cus-1001", "Enter");
	wait_for(term, "Customers > cus-1001 Fjordtek AS", "Read at");
	keys(term, "e");
	wait_for(term, "> Edit", "Company name");
	keys(term, "Down", " Kept", "Ctrl-p", "profile harbour", "Enter");
	wait_for(term, "Change to the profile harbour?", "kept as a draft of shop");
	keys(term, "y");
	wait_for(term, " harbour  Northpoint", "ADR-5306", "What was typed is kept as a draft of shop.");
	keys(term, "2");
	wait_for(term, "Products", "SKU");
	keys(term, "3");
	wait_for(term, "Price tiers");
	keys(term, "1", "v");
	wait_for(term, "Saved views");
	assert_false(terminal_has(term, "fjords"));
	keys(term, "Esc", ":", "profile shop", "Enter");
	wait_for(term, " shop  Nordlys Sport", "Drafts: changes that were not saved", "cus-1001");
	keys(term, "Esc", "2");
	wait_for(term, "External register", "Press /");
	keys(term, "1", "v");
	wait_for(term, ">  fjords");
	keys(term, "Enter");
	wait_for(term, "Customers  search=fjordtek", "cus-1001");
	story_quit(term);
}

/* A device that is registered asks for the person alone; a wrong password for the password alone. */
static void a_device_asks_for_code_and_password(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term =
		start_profile(story, NULL,
			      "flow-auth = device  device-token-command = \"echo " DEVICE "\"");
	wait_for(term, "User code", "Password");
	assert_false(terminal_has(term, "Device token"));
	keys(term, "118", "Enter", "wrong", "Enter");
	wait_for(term, "!  The service does not accept this user code with this password", "118");
	keys(term, STORY_SECRET, "Enter");
	wait_for(term, " shop  Nordlys Sport  Access", "login", "1 of 200");
	assert_true(story_count(story, "POST /v2/account") > 0);
	story_quit(term);
}

/* What is refused is asked for again, the password: the device's token, long and unseen, stays. */
static void an_unknown_device_is_asked_for(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = start_profile(story, NULL, "flow-auth = device  user-code = \"131\"");
	wait_for(term, "User code", "131", "Device token", "Password");
	keys(term, DEVICE, "Enter", "wrong", "Enter");
	wait_for(term, "!  The service does not accept this user code with this password");
	keys(term, STORY_SECRET, "Enter");
	wait_for(term, " shop  Nordlys Sport", "1 of 200");
	story_quit(term);
}

/* The service's other ways are a key away. */
static void another_way_can_be_taken(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = start_profile(story, NULL, "tenant = " FLOW_TENANT);
	wait_for(term, "Integration token", "PgDn other way", "way 1 of 3, PgDn: another");
	keys(term, "PgDn");
	wait_for(term, "Device token", "Password", "way 2 of 3");
	keys(term, "PgDn");
	wait_for(term, "User token", "way 3 of 3");
	keys(term, "sandbox-flow-auth-ingrid", "Enter");
	wait_for(term, " shop  Nordlys Sport", "1 of 200");
	story_quit(term);
}

static void a_tenant_is_chosen_where_there_are_several(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		story_sandbox(story, NULL);
		struct terminal *term = start_profile(story, &sizes[i], "flow-auth = user");

		wait_for(term, "User token");
		keys(term, "sandbox-flow-auth-ingrid", "Enter");
		wait_for(term, "Work in which tenant?", "Nordlys Sport", "Fjellheim", "2 of 2");
		keys(term, "fjell", "Enter");
		wait_for(term, " shop  Fjellheim", "Customers", "1 of ");
		assert_true(story_count(story, "GET /v2/tenants/" OTHER_TENANT "/customers") > 0);
		keys(term, "P");
		wait_for(term, "Profiles", "shop", "Flow Retail", "Fjellheim");
		story_quit(term);
		story_begin_anew(story);
	}
}

/* Nothing is asked of the service then, and it says what goes on. */
static void who_chooses_no_tenant_can_go_on(void **state)
{
	struct story *story = *state;
	const struct story_terminal with = { .env = { "FLOW_TOKEN=sandbox-flow-auth-ingrid" } };

	story_sandbox(story, NULL);
	struct terminal *term = start_profile(story, &with, "flow-auth = user");
	wait_for(term, "Work in which tenant?", "Esc leaves: without one");
	keys(term, "Esc");
	wait_for(term, "No tenant was chosen, nothing was asked. r asks again.");
	assert_int_equal(story_count(story, "GET /v2/tenants"), 0);
	keys(term, "r");
	wait_for(term, "Work in which tenant?");
	keys(term, "Enter");
	wait_for(term, " shop  Nordlys Sport", "1 of 200");
	story_quit(term);
}

/* From the login's form back to it: what was typed is not lost, but for the secret. */
static void a_tenant_that_is_not_chosen_leads_back_to_the_form(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = start_profile(story, NULL, "flow-auth = user");
	wait_for(term, "User token");
	keys(term, "sandbox-flow-auth-ingrid", "Enter");
	wait_for(term, "Work in which tenant?");
	keys(term, "Esc");
	wait_for(term, "No tenant was chosen, nobody is logged in.", "User token");
	keys(term, "Enter");
	wait_for(term, "Work in which tenant?");
	keys(term, "Enter");
	wait_for(term, " shop  Nordlys Sport", "1 of 200");
	story_quit(term);
}

static void a_store_stands_in_row_1(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = story_flow_connect(story, NULL, WORDS("--store", FLOW_STORE));
	wait_for(term, "store " FLOW_STORE, "1 of 200");
	story_quit(term);
}

/* What was typed and marked is there when the service wants a new login. */
static void a_login_over_an_open_screen_keeps_all(void **state)
{
	struct story *story = *state;

	story_sandbox(story, WORDS("--expire-tokens", "3600"));
	struct terminal *term =
		start_profile(story, NULL, "flow-auth = device  user-code = \"118\"  device-token-command = \"echo " DEVICE "\"");
	wait_for(term, "Password");
	keys(term, STORY_SECRET, "Enter");
	wait_for(term, "1 of 200");
	keys(term, "Space", "/", "fjord", "Enter");
	wait_for(term, "search=fjord", "1 marked");
	story_replace_sandbox(story);
	keys(term, "r");
	wait_for(term, "Password", "118", "search=fjord");
	keys(term, STORY_SECRET, "Enter");
	wait_gone(term, "Password");
	wait_for(term, "search=fjord", "1 marked", "Fjord");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_first_minute_needs_no_account),
		STORY(the_sandbox_of_the_service_is_one_command),
		STORY(a_switch_between_services_keeps_both),
		STORY(a_device_asks_for_code_and_password),
		STORY(an_unknown_device_is_asked_for),
		STORY(another_way_can_be_taken),
		STORY(a_tenant_is_chosen_where_there_are_several),
		STORY(who_chooses_no_tenant_can_go_on),
		STORY(a_tenant_that_is_not_chosen_leads_back_to_the_form),
		STORY(a_store_stands_in_row_1),
		STORY(a_login_over_an_open_screen_keeps_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
