/* edit.c - a customer is changed in the form, reviewed, saved, undone; and what somebody else
 * changed meanwhile is never overwritten unseen. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

#define GET_1042 "GET /api/customers/HRB-1042"
#define PUT_1042 "PUT /api/customers/HRB-1042"
#define REPS "GET /api/organizations/salesreps" /* their names, once a session */
#define PUT_PHONE PUT_1042 " {\"companyPhone\":\"207-555-0100\"}"

/* The record of Harborline, counted from here on. */
static struct terminal *at_record(struct story *story, const char *const *arguments)
{
	struct terminal *term = story_open(story, NULL, arguments);

	story_open_customer(term, "HRB-1042");
	wait_for(term, "Read at");
	story_mark(story);
	return term;
}

/* Down to the line with that label, and Enter. */
static void enter_field(struct terminal *term, const char *label)
{
	int row, col, at;
	bool visible;

	assert_true(terminal_find(term, label, &row, &col));
	for (terminal_cursor(term, &at, &col, &visible); at < row; at++) {
		keys(term, "Down");
		wait_cursor(term, at + 1, -1);
	}
	keys(term, "Enter");
	wait_for(term, "> Edit");
}

/* The form with another phone number typed into it. */
static void type_phone(struct terminal *term)
{
	enter_field(term, "Phone");
	keys(term, "Ctrl-u", "207-555-0100");
	wait_for(term, "207-555-0100", "1 change");
}

static void save_phone(struct terminal *term)
{
	type_phone(term);
	keys(term, "F2");
	wait_for(term, "> Review", "Now", "After", "207-555-0142", "207-555-0100");
	keys(term, "s");
	wait_for(term, "Saved 1 change to HRB-1042. z undoes it.");
}

static void a_save_sends_what_changed_and_no_more(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	save_phone(term);
	wait_for(term, "Customers > HRB-1042 Harborline", "207-555-0100"); /* where e was pressed */
	expect_calls(story, REPS, GET_1042, PUT_PHONE);
	keys(term, "q");
	wait_for(term, "Company name");
	story_quit(term);
}

/* Esc s s saves from any field; the list shows it at once. */
static void the_list_shows_it_at_once(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	keys(term, "f", "customerNumber:equals:HRB-1042", "Enter");
	wait_for(term, "1 of 1", "NET30");
	keys(term, "e");
	wait_for(term, "> Edit", "Terms");
	keys(term, "Tab", "Tab", "Tab", "Ctrl-u", "COD");
	wait_for(term, "1 change");
	keys(term, "Esc");
	wait_for(term, "HRB-1042 has 1 change that is not saved.", "s save", "d discard",
		 "Esc keep editing");
	keys(term, "s");
	wait_for(term, "> Review", "NET30", "COD");
	keys(term, "s");
	wait_for(term, "Saved 1 change to HRB-1042.", "COD      yes");
	expect_writes(story, PUT_1042 " {\"terms\":\"COD\"}");
	story_quit(term);
}

static void the_leave_menu_drops_nothing_unasked(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	type_phone(term);
	keys(term, "Esc");
	wait_for(term, "HRB-1042 has 1 change that is not saved.");
	keys(term, "Esc");
	wait_gone(term, "that is not saved");
	wait_for(term, "> Edit", "207-555-0100");
	keys(term, "Esc");
	wait_for(term, "that is not saved");
	keys(term, "d");
	wait_for(term, "Discarded ", "207-555-0142");
	keys(term, "e");
	wait_for(term, "> Edit", "207-555-0142"); /* and no draft is offered */
	keys(term, "Esc");
	wait_for(term, "Read at");
	story_quit(term);
	expect_no_writes(story);
}

static void no_change_is_no_request(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	enter_field(term, "Phone");
	keys(term, "F2");
	wait_for(term, "Nothing is changed, so nothing is sent.");
	keys(term, "1", "Backspace"); /* touched and restored is no change either */
	wait_for(term, "207-555-0142");
	keys(term, "F2");
	wait_for(term, "Nothing is changed, so nothing is sent.");
	keys(term, "Esc");
	wait_for(term, "Read at");
	expect_calls(story, REPS);
	story_quit(term);
}

/* Somebody else changes the same member before the save. */
static struct terminal *at_conflict(struct story *story)
{
	struct terminal *term = at_record(story, NULL);

	type_phone(term);
	assert_int_equal(story_request(story, "PUT", "/api/customers/HRB-1042",
				       "{\"companyPhone\":\"207-555-0199\",\"terms\":\"COD\"}"),
			 200);
	story_mark(story);
	keys(term, "F2");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "On the server", "207-555-0142", "207-555-0100", "207-555-0199",
		 "?  Meanwhile changed: Terms NET30 -> COD");
	keys(term, "s");
	wait_for(term, "First decide: m takes mine, t theirs.");
	expect_no_writes(story);
	return term;
}

static void in_a_conflict_mine_wins_when_chosen(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_conflict(story);

	keys(term, "m", "s");
	wait_for(term, "Saved 1 change to HRB-1042.", "207-555-0100");
	expect_writes(story, PUT_PHONE);
	story_quit(term);
}

static void in_a_conflict_theirs_stays_when_chosen(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_conflict(story);

	keys(term, "t");
	wait_for(term, "Was ", "Nothing is sent: t stays as it is on the server. 1 of 1");
	wait_gone(term, "207-555-0100"); /* After is what will be there: theirs */
	keys(term, "m");
	wait_for(term, "207-555-0100", "Only 1 change is sent: m is mine, t stays theirs.");
	keys(term, "t", "s");
	wait_for(term, "Nothing of yours is left to send", "207-555-0199");
	expect_no_writes(story);
	story_quit(term);
}

static void what_others_changed_elsewhere_is_no_conflict(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	type_phone(term);
	assert_int_equal(
		story_request(story, "PUT", "/api/customers/HRB-1042", "{\"terms\":\"COD\"}"), 200);
	story_mark(story);
	keys(term, "F2");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "Saved 1 change to HRB-1042.", "207-555-0100", "COD");
	expect_calls(story, GET_1042, PUT_PHONE);
	story_quit(term);
}

static void z_gives_back_what_was(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	save_phone(term);
	keys(term, "z");
	wait_for(term, "> Review", "207-555-0100", "207-555-0142");
	keys(term, "Esc");
	wait_for(term, "Cancelled, nothing was sent.", "207-555-0100");
	keys(term, "z");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "Saved 1 change to HRB-1042.", "207-555-0142");
	expect_writes(story, PUT_PHONE, PUT_1042 " {\"companyPhone\":\"207-555-0142\"}");
	story_quit(term);
}

static void an_undo_says_that_somebody_changed_it_since(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	save_phone(term);
	assert_int_equal(story_request(story, "PUT", "/api/customers/HRB-1042",
				       "{\"companyPhone\":\"207-555-0199\"}"),
			 200);
	keys(term, "z");
	wait_for(term, "Somebody has changed this since: Phone.", "207-555-0199", "207-555-0142");
	keys(term, "Esc");
	wait_for(term, "Cancelled, nothing was sent.");
	story_quit(term);
}

static void h_lists_the_changes_of_this_session(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	keys(term, "H");
	wait_for(term, "Nothing was changed in this session yet.");
	keys(term, "Esc");
	wait_for(term, "Read at");
	save_phone(term);
	keys(term, "H");
	wait_for(term, "Changes of this session", "HRB-1042", "Phone: 207-555-0142", "1 of 1");
	keys(term, "Enter");
	wait_for(term, "before: 207-555-0142", "after:  207-555-0100");
	keys(term, "Esc", "z");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "Saved 1 change to HRB-1042.", "Phone: 207-555-0100 -> 207-555-0142");
	story_quit(term);
}

/* An address: its page, its form, and the whole list in what is sent. */
static void an_entry_is_edited_on_the_same_form(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	keys(term, "2");
	wait_for(term, "Line 1");
	keys(term, "Down", "Enter");
	wait_for(term, "Customers > HRB-1042 > 2 Slipway Road");
	keys(term, "Down", "Down", "Enter"); /* Line 1 */
	wait_for(term, "> Edit > Address 2", "[2 Slipway Road");
	keys(term, "End", " B");
	wait_for(term, "1 change");
	keys(term, "F2");
	wait_for(term, "> Review", "2 Slipway Road");
	keys(term, "s");
	wait_for(term, "Saved 1 change to HRB-1042.");
	wait_for(term, "2 Slipway Road B"); /* the page that e was pressed on */
	assert_int_equal(story_count(story, PUT_1042 " {\"addresses\":[{"), 1);
	story_quit(term);
}

static void a_wrong_field_has_the_cursor_and_nothing_is_sent(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	enter_field(term, "E-mail");
	keys(term, "Ctrl-u", "nobody", "F2");
	wait_for(term, "1 field is wrong, nothing was sent.", "!");
	keys(term, "@example.com", "F2");
	wait_for(term, "> Review", "nobody@example.com");
	story_quit(term);
	expect_no_writes(story);
}

#define REFUSAL(length, errors)                                                                    \
	{                                                                                          \
		.method = "PUT", .kind = FAULT_ANSWER,                                             \
		.answer = "HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\n" \
			  "Content-Length: " length "\r\n\r\n{\"status\":400,\"errors\":{" errors  \
			  "}}"                                                                     \
	}

/* The record, with the proxy that was set before in between. */
static struct terminal *at_record_through_proxy(const struct story *story)
{
	struct terminal *term = story_connect(story, NULL, true, NULL);

	wait_for(term, "1 of 200");
	story_open_customer(term, "HRB-1042");
	return term;
}

static void leave_form(struct terminal *term)
{
	keys(term, "Esc");
	wait_for(term, "that is not saved");
	keys(term, "d");
	wait_for(term, "Discarded ");
}

/* The service knows rules of its own: its words stand at the field they are about, the cursor too.
 */
static void what_the_service_says_lands_on_its_field(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	STORY_THROUGH(story, REFUSAL("60", "\"CompanyPhone\":[\"Not one of ours\"]"));
	struct terminal *term = at_record_through_proxy(story);

	type_phone(term);
	keys(term, "F2");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "> Edit", "Not one of ours", "!> Phone");
	keys(term, "9");
	wait_for(term, "207-555-01009");
	leave_form(term);
	story_quit(term);
}

static void what_it_says_of_an_entry_opens_that_entry(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	STORY_THROUGH(story, REFUSAL("68", "\"Addresses[1].City\":[\"No such city there\"]"));
	struct terminal *term = at_record_through_proxy(story);

	keys(term, "2");
	wait_for(term, "2 Slipway Road");
	keys(term, "Down", "e");
	wait_for(term, "> Edit > Address 2");
	keys(term, "Tab", "Tab", "End", " B", "F2");
	wait_for(term, "> Review", "2 Slipway Road B");
	keys(term, "s");
	wait_for(term, "> Edit > Address 2", "No such city there", "!> City");
	keys(term, "Esc");
	wait_gone(term, "> Address 2");
	leave_form(term);
	story_quit(term);
}

/* What is about none of its fields stands above the form. */
static void what_it_says_of_the_whole_stands_above(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	STORY_THROUGH(story, REFUSAL("57", "\"Whatever\":[\"Closed for today\"]"));
	struct terminal *term = at_record_through_proxy(story);

	type_phone(term);
	keys(term, "Alt-s"); /* as Esc s */
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "> Edit", "Whatever: Closed for today");
	leave_form(term);
	story_quit(term);
}

static void reading_for_the_form_can_be_stopped(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, WORDS("--latency", "2000"), NULL);

	keys(term, "e");
	wait_for(term, "Loading...");
	keys(term, "Esc");
	wait_for(term, "Stopped.");
	keys(term, "e");
	wait_for(term, "> Edit", "Company name *");
	keys(term, "Esc");
	wait_for(term, "1 of 200");
	story_quit(term);
}

/* The login ends before the save: giving it up loses nothing, another one sends what waits. */
static void a_save_waits_for_a_login(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open_by_hand(story, NULL);

	story_open_customer(term, "HRB-1042");
	type_phone(term);
	keys(term, "F2");
	wait_for(term, "> Review");
	story_replace_sandbox(story); /* the token is worth nothing now */
	keys(term, "s");
	wait_for(term, "> Review", "Secret");
	keys(term, "Esc");
	wait_for(term, "Not logged in, nothing was sent.", "> Review", "207-555-0100");
	expect_no_writes(story);
	keys(term, "s");
	wait_for(term, "Secret");
	keys(term, STORY_SECRET, "Enter");
	wait_for(term, "Saved 1 change to HRB-1042.", "207-555-0100");
	expect_writes(story, PUT_PHONE);
	story_quit(term);
}

/* What was typed into an entry is in the same edit: leaving its form asks nothing and loses
 * nothing; an entry that nobody put anything into is none. */
static void an_entry_belongs_to_its_record(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	keys(term, "3");
	wait_for(term, "Purchasing");
	keys(term, "e");
	wait_for(term, "> Edit > Contact 1");
	keys(term, "Esc");
	wait_for(term, "> Purchasing, primary, Odile Barrow");
	keys(term, "a");
	wait_for(term, "> Edit > Contact 2");
	keys(term, "Esc");
	wait_gone(term, "> Contact 2");
	keys(term, "F2");
	wait_for(term, "Nothing is changed, so nothing is sent.");
	keys(term, "a");
	wait_for(term, "> Edit > Contact 2");
	keys(term, "Tab", "Tab", "Tab", "Dr");
	wait_for(term, "change");
	keys(term, "Esc");
	wait_gone(term, "> Contact 2");
	leave_form(term);
	story_quit(term);
	expect_no_writes(story);
}

/* e goes from a line of the review to its field. */
static void e_in_the_review_goes_to_the_field(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, NULL);

	type_phone(term);
	keys(term, "Home", "F2");
	wait_for(term, "> Review", "207-555-0100");
	keys(term, "e");
	wait_for(term, "> Edit", "> Phone");
	keys(term, "1");
	wait_for(term, "207-555-0100");
	keys(term, "Esc");
	wait_for(term, "that is not saved");
	keys(term, "d");
	wait_for(term, "Discarded ");
	expect_no_writes(story);
	story_quit(term);
}

static void read_only_mode_says_why_not(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_record(story, WORDS("--read-only"));

	keys(term, "e");
	wait_for(term, "read-only mode");
	keys(term, "Enter"); /* shows the line, as it always does there */
	wait_for(term, "Customers > HRB-1042 > Number");
	keys(term, "Esc");
	story_quit(term);
	expect_no_writes(story);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_save_sends_what_changed_and_no_more),
		STORY(the_list_shows_it_at_once),
		STORY(the_leave_menu_drops_nothing_unasked),
		STORY(no_change_is_no_request),
		STORY(in_a_conflict_mine_wins_when_chosen),
		STORY(in_a_conflict_theirs_stays_when_chosen),
		STORY(what_others_changed_elsewhere_is_no_conflict),
		STORY(z_gives_back_what_was),
		STORY(an_undo_says_that_somebody_changed_it_since),
		STORY(h_lists_the_changes_of_this_session),
		STORY(an_entry_is_edited_on_the_same_form),
		STORY(a_wrong_field_has_the_cursor_and_nothing_is_sent),
		STORY(what_the_service_says_lands_on_its_field),
		STORY(what_it_says_of_an_entry_opens_that_entry),
		STORY(what_it_says_of_the_whole_stands_above),
		STORY(reading_for_the_form_can_be_stopped),
		STORY(a_save_waits_for_a_login),
		STORY(an_entry_belongs_to_its_record),
		STORY(e_in_the_review_goes_to_the_field),
		STORY(read_only_mode_says_why_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
