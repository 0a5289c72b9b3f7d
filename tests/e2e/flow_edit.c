/* The form of a customer of Flow Retail: company or private person, groups, members of members, what the
 * service says of it. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/http.h"
#include "support/story_flow.h"

#define CUSTOMERS FLOW_PATH "/customers"
#define COMPANY CUSTOMERS "/cus-1001"
#define PERSON CUSTOMERS "/cus-1002"

static const struct story_terminal sizes[] = { { .rows = 24, .cols = 80 }, { .rows = 48, .cols = 160 } };

static void open_record(struct terminal *term, const char *key)
{
	char title[64];

	snprintf(title, sizeof(title), "Customers > %s ", key);
	keys(term, ":", key, "Enter");
	wait_for(term, title, "Read at");
}

/* A request of somebody else. */
static void put_behind(const struct story *story, const char *path, const char *body)
{
	assert_int_equal(http_status(sandbox_port(story->sandbox),
				     &(struct http_request){ "PUT", path, FLOW_INTEGRATION, body }),
			 200);
}

static void discard(struct terminal *term)
{
	keys(term, "Esc");
	wait_for(term, "keep editing");
	keys(term, "d");
	wait_for(term, "Discarded ");
}

/* The cursor is where something has to be typed; the type, which decides what else is asked, is above. */
static struct terminal *begin_new(struct story *story, size_t size)
{
	struct terminal *term = story_flow_open(story, &sizes[size], NULL);

	keys(term, "a");
	wait_for(term, "New customer", "   Type           Private person", " > First name *", "Last name *");
	return term;
}

static void choose_company(struct terminal *term)
{
	keys(term, "Up", "Up");
	wait_for(term, " > Type  ");
	keys(term, "Enter");
	wait_for(term, "Company", ">  Private person", "Enter take");
	keys(term, "F2");
	wait_for(term, "F2 does nothing here. F1 shows the keys that do.");
	keys(term, "comp");
	wait_gone(term, "F2 does nothing");
	keys(term, "zz");
	wait_for(term, "No value is like this.");
	keys(term, "Tab");
	wait_for(term, "Tab does nothing here.");
	keys(term, "Backspace", "Backspace", "Enter");
	wait_for(term, "Type            Company", "Company name *");
	wait_gone(term, "First name *");
}

static void a_new_company_is_asked_for_its_name(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = begin_new(story, i);

		keys(term, "Harald", "F2");
		wait_for(term, "!> Last name *", "This must be filled in");
		keys(term, "Up");
		choose_company(term);
		wait_for(term, "!  Company name *", "This must be filled in");
		keys(term, "Tab", "Aagard Verft AS", "Tab", "Ctrl-u", "F2");
		wait_for(term, "> Review", "Type", "Company", "Aagard Verft AS");
		story_mark(story);
		keys(term, "s");
		wait_for(term, "Saved cus-", "which is new.", "Customers > cus-", "Aagard Verft AS", "[1 Account]");
		expect_writes(story, "POST " CUSTOMERS
				     " {\"customerType\":\"COMPANY\",\"companyName\":\"Aagard Verft AS\"}");
		keys(term, "Esc");
		wait_for(term, ">  cus-", "Aagard Verft AS", "1 of 201");
		story_quit(term);
		story_begin_anew(story);
	}
}

/* F4: it is what the service takes for granted. */
static void a_new_person_says_no_type(void **state)
{
	struct story *story = *state;
	struct terminal *term = begin_new(story, 0);

	keys(term, "Kari", "Tab", "Nordmann", "F2");
	wait_for(term, "> Review", "Kari", "Nordmann");
	story_mark(story);
	keys(term, "s");
	wait_for(term, "Saved cus-", "Kari Nordmann", "Private person");
	expect_writes(story, "POST " CUSTOMERS " {\"firstname\":\"Kari\",\"lastname\":\"Nordmann\"}");
	story_quit(term);
}

static const struct {
	const char *field;
	int below; /* so many fields below the first */
	const char *typed, *complaint;
} wrong[] = {
	{ "Mobile", 8, "55 50 x", "+ " },
	{ "E-mail", 9, "nobody", "@" },
	{ "Ledger number", 12, "12a", "digits" },
	{ "Payment days", 17, "-1", "0 or more" },
};

/* Each as its kind says, on leaving the field. */
static void what_is_typed_is_checked(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, &sizes[1], NULL);

	for (size_t i = 0; i < CASES(wrong); i++) {
		char line[64];

		open_record(term, "cus-1002");
		keys(term, "e");
		wait_for(term, "> Edit", "Review and save");
		snprintf(line, sizeof(line), "> %s", wrong[i].field);
		for (int tab = 0; tab < wrong[i].below; tab++)
			keys(term, "Tab");
		wait_for(term, line);
		keys(term, "Ctrl-u", wrong[i].typed, "Tab");
		wait_for(term, "!", wrong[i].complaint);
		discard(term);
		keys(term, "Esc");
		wait_for(term, "of 200");
	}
	expect_no_writes(story);
	story_quit(term);
}

static void groups_are_chosen_by_name_and_saved_as_a_set(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, NULL, NULL);

	open_record(term, "cus-1002");
	keys(term, "6");
	wait_for(term, "[6 Groups (1)]", "cg-club", "Club members");
	keys(term, "a");
	wait_for(term, "cg-trade", "Trade accounts", "Enter take");
	keys(term, "trade", "Enter");
	wait_for(term, "Groups (2)", "Trade accounts", "d removes at once, u brings back. Space marks several for d.");
	wait_gone(term, "J K move");
	keys(term, "F2");
	wait_for(term, "> Review", "Groups: Trade accounts  -  ", "cg-trade");
	story_mark(story);
	keys(term, "s");
	wait_for(term, "Saved 1 change to cus-1002.", "[6 Groups (2)]", "Trade accounts");
	expect_writes(story, "PUT " PERSON " {\"customerGroupUids\":[\"cg-club\",\"cg-trade\"]}");
	keys(term, "a");
	wait_for(term, "Enter take");
	keys(term, "trade", "Enter");
	wait_for(term, "! Trade accounts is in the list already.");
	keys(term, "Esc");
	wait_for(term, "[6 Groups (2)]");
	keys(term, "x");
	wait_for(term, "Remove");
	keys(term, "1");
	wait_for(term, "> Review", "Groups: Club members", "cg-club");
	story_mark(story);
	keys(term, "s");
	wait_for(term, "Saved 1 change to cus-1002.", "[6 Groups (1)]");
	expect_writes(story, "PUT " PERSON " {\"customerGroupUids\":[\"cg-trade\"]}");
	story_quit(term);
}

/* F12: the switch travels in its object, and back again. */
static void a_member_of_a_member_is_changed_and_undone(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, NULL, NULL);

	open_record(term, "cus-1001");
	keys(term, "4");
	wait_for(term, "E-invoices        yes");
	keys(term, "Down", "Down", "Enter");
	wait_for(term, "> Edit", "> E-invoices");
	keys(term, "n", "F2");
	wait_for(term, "> Review", "E-invoices", "yes", "NO");
	story_mark(story);
	keys(term, "s");
	wait_for(term, "Saved 1 change to cus-1001.", "E-invoices        NO");
	expect_writes(story, "PUT " COMPANY " {\"ehf\":{\"enabled\":false}}");
	keys(term, "z");
	wait_for(term, "> Review", "E-invoices");
	story_mark(story);
	keys(term, "s");
	wait_for(term, "Saved 1 change to cus-1001.", "E-invoices        yes");
	expect_writes(story, "PUT " COMPANY " {\"ehf\":{\"enabled\":true}}");
	story_quit(term);
}

static void somebody_elses_change_is_met(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, NULL, NULL);

	open_record(term, "cus-1001");
	keys(term, "4");
	wait_for(term, "E-invoices        yes");
	keys(term, "Enter");
	wait_for(term, "> Edit", "> Payment days");
	keys(term, "Ctrl-u", "30");
	put_behind(story, COMPANY, "{\"paymentTerms\":21,\"ehf\":{\"enabled\":false}}");
	keys(term, "F2");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "m takes mine, t theirs", "Payment days", "21");
	keys(term, "m");
	story_mark(story);
	keys(term, "s");
	wait_for(term, "Saved 1 change to cus-1001.", "E-invoices        NO", "Payment days      30");
	expect_writes(story, "PUT " COMPANY " {\"paymentTerms\":30}");
	story_quit(term);
}

#define DETAILS                                                                                       \
	"{\"status\":400,\"code\":\"VALIDATION_FAILED\",\"message\":\"Two are wrong.\","              \
	"\"details\":[{\"field\":\"mobile\",\"message\":\"is not one of ours\"},"                     \
	"{\"field\":\"ehf.enabled\",\"message\":\"needs a ledger number\"}]}"

static void what_the_service_says_stands_at_its_field(void **state)
{
	char answer[512];
	struct fault fault = { .method = "PUT", .kind = FAULT_ANSWER, .answer = answer };
	struct story *story = *state;

	snprintf(answer, sizeof(answer), "HTTP/1.1 400 Bad Request\r\nContent-Length: %zu\r\n\r\n%s",
		 strlen(DETAILS), DETAILS);
	story_sandbox(story, NULL);
	story_through(story, &fault, 1);
	struct terminal *term = story_flow_connect(story, &sizes[1], NULL);
	wait_for(term, "1 of 200");
	open_record(term, "cus-1001");
	keys(term, "4");
	wait_for(term, "E-invoices");
	keys(term, "Enter");
	wait_for(term, "> Payment days");
	keys(term, "Ctrl-u", "30", "F2");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "!> Mobile", "is not one of ours", "E-invoices", "needs a ledger number");
	discard(term);
	story_quit(term);
}

/* Looked up while the form is filled in, as soon as there is one. */
static void a_key_that_somebody_has_is_said(void **state)
{
	struct story *story = *state;
	struct terminal *term = begin_new(story, 0);

	story_mark(story);
	keys(term, "Up", "Up", "Up", "cus-1001");
	wait_for(term, "cus-1001 is taken by Fjordtek AS.");
	keys(term, "Ctrl-u");
	wait_gone(term, "is taken by");
	keys(term, "own-1", "Tab", "Tab", "Tab", "Kari", "Tab", "Nordmann", "F2");
	wait_for(term, "> Review", "own-1");
	keys(term, "s");
	wait_for(term, "Saved own-1, which is new.");
	expect_writes(story, "POST " CUSTOMERS
			     " {\"customerUid\":\"own-1\",\"firstname\":\"Kari\",\"lastname\":\"Nordmann\"}");
	story_quit(term);
}

/* Its key and its external id are another's; groups keep their names. */
static void a_duplicate_has_no_key(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, NULL, NULL);

	open_record(term, "cus-1001");
	keys(term, "x");
	wait_for(term, "5 Duplicate");
	keys(term, "5");
	wait_for(term, "New customer", "Type            Company", "Fjordtek AS", "Uid             -");
	keys(term, "F2");
	wait_for(term, "> Review", "Fjordtek AS", "E-invoices");
	keys(term, "End");
	wait_for(term, "Groups: Trade accounts");
	story_mark(story);
	keys(term, "s");
	wait_for(term, "Saved cus-", "which is new.", "Customers > cus-", "Fjordtek AS");
	assert_int_equal(story_count(story, "POST " CUSTOMERS " {\"customerType\":\"COMPANY\",\"companyName\":"
							      "\"Fjordtek AS\""),
			 1);
	assert_false(story_was_asked(story, "\"externalId\\\":\\\"erp-2203\\\",\\\"origin\\\":\\\"BACKOFFICE\\\","
					    "\\\"customerGroupUids"));
	story_quit(term);
}

static void a_draft_without_a_key_is_offered_again(void **state)
{
	struct story *story = *state;
	struct terminal *term = begin_new(story, 0);

	choose_company(term);
	keys(term, "Tab", "Skansen Drift AS");
	wait_for(term, "draft kept");
	terminal_hang_up(term);
	wait_exit(term);
	terminal_finish(term);
	term = story_flow_connect(story, NULL, NULL);
	wait_for(term, "Drafts: changes that were not saved", "Uid            Name", "New customer");
	keys(term, "Enter");
	wait_for(term, "New customer", "Company name *", "Skansen Drift AS");
	discard(term);
	expect_no_writes(story);
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_new_company_is_asked_for_its_name),
		STORY(a_new_person_says_no_type),
		STORY(what_is_typed_is_checked),
		STORY(groups_are_chosen_by_name_and_saved_as_a_set),
		STORY(a_member_of_a_member_is_changed_and_undone),
		STORY(somebody_elses_change_is_met),
		STORY(what_the_service_says_stands_at_its_field),
		STORY(a_key_that_somebody_has_is_said),
		STORY(a_duplicate_has_no_key),
		STORY(a_draft_without_a_key_is_offered_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
