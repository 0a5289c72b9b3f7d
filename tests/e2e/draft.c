/* draft.c - what was typed outlives the program: it is in a file when the line drops, it is offered at
 * the next start and when the record is opened again, and it goes when the service has it. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "draft_file.h"
#include "support/story.h"

#define NUMBER "HRB-1042"
#define NAME "Harborline Marine Supply"

/* --- what people do ------------------------------------------------------------ */

static struct terminal *start(struct story *story)
{
	struct terminal *term = story_connect(story, NULL, true, NULL);

	wait_for(term, "Northpoint", "Company name", "Number");
	return term;
}

static void open_form(struct terminal *term, const char *number)
{
	story_open_customer(term, number);
	keys(term, "e");
	wait_for(term, "> Edit", "[" NAME);
}

/* The form of Harborline with text behind its name. */
static struct terminal *start_and_type(struct story *story, const char *text)
{
	struct terminal *term = start(story);

	open_form(term, NUMBER);
	keys(term, "End", text);
	wait_for(term, NAME, text);
	return term;
}

static bool is_kept(struct terminal *term, void *story)
{
	char *value = draft_value(story, NUMBER, "companyName");
	bool kept = value && strcmp(value, NAME) != 0;

	(void)term;
	free(value);
	return kept;
}

static void assert_kept(const struct story *story, const char *name)
{
	assert_text_take(draft_value(story, NUMBER, "companyName"), name);
}

/* A program that was killed while the draft of Harborline said that. */
static void leave_draft(struct story *story, const char *text)
{
	struct terminal *term = start_and_type(story, text);

	wait_until(term, is_kept, story, "a draft");
	wait_for(term, "draft kept");
	terminal_signal(term, SIGKILL);
	wait_exit(term);
	terminal_finish(term);
}

/* The next start, with the drafts offered. */
static struct terminal *start_again(struct story *story)
{
	struct terminal *term;

	story_sandbox(story, NULL);
	leave_draft(story, " AB");
	term = start(story);
	wait_for(term, "Drafts: changes that were not saved");
	return term;
}

/* The same, left for later, with the record open. */
static struct terminal *start_at_record(struct story *story)
{
	struct terminal *term = start_again(story);

	keys(term, "Esc");
	wait_for(term, "The drafts stay.");
	story_open_customer(term, NUMBER);
	keys(term, "e");
	wait_for(term, "There is a draft of " NUMBER);
	return term;
}

/* --- how a program ends ----------------------------------------------------------- */

/* Before two seconds are over: what was typed is there all the same. */
static void ends_by(struct story *story, int signo)
{
	struct terminal *term;

	story_sandbox(story, NULL);
	term = start_and_type(story, " AB");
	terminal_signal(term, signo);
	assert_int_equal(wait_exit(term), 0);
	terminal_check_restored(term);
	assert_kept(story, NAME " AB");
	terminal_finish(term);
}

static void term_writes_what_was_typed(void **state)
{
	ends_by(*state, SIGTERM);
}

static void hup_writes_what_was_typed(void **state)
{
	ends_by(*state, SIGHUP);
}

/* What is stopped may never be continued. */
static void a_stop_writes_what_was_typed(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = start_and_type(story, " AB");
	terminal_signal(term, SIGTSTP);
	wait_stopped(term);
	assert_kept(story, NAME " AB");
	terminal_finish(term);
}

static void a_dropped_line_loses_nothing(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = start_and_type(story, " AB");
	terminal_hang_up(term);
	wait_exit(term);
	assert_kept(story, NAME " AB");
	terminal_finish(term);
}

static void quitting_keeps_it(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = start_and_type(story, " AB");
	keys(term, "Ctrl-c", "y");
	wait_exit(term);
	assert_kept(story, NAME " AB");
	terminal_finish(term);
}

/* --- the next start ----------------------------------------------------------------- */

static void it_is_offered_and_saved_and_gone(void **state)
{
	struct story *story = *state;
	struct terminal *term = start_again(story);

	wait_for(term, NUMBER, NAME, "1 change", "today",
		 "  1 draft");
	keys(term, "Enter");
	wait_for(term, "Customers > " NUMBER " > Edit", "1 change, draft kept", NAME " AB");
	wait_gone(term, "  1 draft");
	keys(term, "F2");
	wait_for(term, "Field", "After", NAME " AB");
	keys(term, "s");
	wait_for(term, "Saved 1 change");
	assert_int_equal(draft_count(story), 0);
	assert_text_take(customer_name(story, NUMBER), NAME " AB");
	keys(term, ":", "drafts", "Enter");
	wait_for(term, "There are no drafts.");
	story_quit(term);
}

static void later_means_later(void **state)
{
	struct story *story = *state;
	struct terminal *term = start_again(story);

	keys(term, "Esc");
	wait_for(term, "The drafts stay.", "  1 draft");
	keys(term, ":", "drafts", "Enter");
	wait_for(term, "Drafts: changes", NUMBER);
	keys(term, "Esc");
	wait_gone(term, "Drafts: changes");
	story_quit(term);
	assert_kept(story, NAME " AB");
}

/* Whether the cursor's sign stands before a draft, of that number if one is named. Where the terminal's own
 * cursor is says nothing while a frame is still coming, and the list below has numbers too. */
static bool cursor_is_on(const struct terminal *term, const char *number)
{
	char text[TERMINAL_ROW_SIZE];

	for (int row = 0; row < 24; row++) {
		terminal_row(term, row, text);
		if (text[strspn(text, " ")] == '>' && strstr(text, " change") && strstr(text, number))
			return true;
	}
	return false;
}

static bool cursor_is_on_a_draft(struct terminal *term, void *data)
{
	(void)data;
	return cursor_is_on(term, "");
}

static bool cursor_is_there(struct terminal *term, void *number)
{
	return cursor_is_on(term, number);
}

/* The newest stands first, unless both are of the same second. */
static void choose_draft(struct terminal *term, char *number)
{
	wait_until(term, cursor_is_on_a_draft, NULL, "the cursor on a draft");
	if (!cursor_is_on(term, number))
		keys(term, "Down");
	wait_until(term, cursor_is_there, number, "the cursor on that draft");
	keys(term, "Enter");
}

static void there_may_be_several(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	leave_draft(story, " AB");
	term = start(story);
	wait_for(term, "  1 draft", "Drafts: changes");
	keys(term, "Esc");
	story_open_customer(term, "HRB-1043");
	keys(term, "e");
	wait_for(term, "HRB-1043 > Edit", "[Harbour Lights AB"); /* the form, not what is below it */
	keys(term, "End", " X", "Tab", "Tab", "Tab", "End", "Y");
	wait_for(term, "2 changes");
	terminal_hang_up(term);
	wait_exit(term);
	terminal_finish(term);

	term = start(story);
	wait_for(term, "  2 drafts", NUMBER, "1 change ", "HRB-1043", "2 changes");
	choose_draft(term, (char[]){ NUMBER });
	wait_for(term, NUMBER " > Edit", "  1 draft");
	terminal_signal(term, SIGTERM);
	wait_exit(term);
	terminal_finish(term);
}

static void discarding_asks_first(void **state)
{
	struct story *story = *state;
	struct terminal *term = start_again(story);

	keys(term, "d");
	wait_for(term, "Discard the draft of " NUMBER " " NAME " AB (1 change)?");
	keys(term, "n");
	wait_for(term, "Drafts: changes", NUMBER);
	assert_kept(story, NAME " AB");
	keys(term, "d");
	wait_for(term, "Discard the draft of");
	keys(term, "y");
	wait_for(term, "Discarded.");
	wait_gone(term, "  1 draft");
	assert_int_equal(draft_count(story), 0);
	story_quit(term);
}

/* --- what it has -------------------------------------------------------------------------- */

/* An entry is a form of its own over the same draft. */
static void an_entry_is_in_it(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = start(story);
	story_open_customer(term, NUMBER);
	keys(term, "2");
	wait_for(term, "[2 Addresses");
	keys(term, "e");
	wait_for(term, "14 Chandlery Wharf");
	keys(term, "Tab", "Tab", "End", " West");
	wait_for(term, "14 Chandlery Wharf West");
	terminal_hang_up(term);
	wait_exit(term);
	terminal_finish(term);

	term = start(story);
	wait_for(term, "Drafts: changes", NUMBER, "1 change");
	keys(term, "Enter");
	wait_for(term, "> Edit", "~> Billing", "14 Chandlery Wharf West", "1 change, draft kept");
	terminal_signal(term, SIGTERM);
	wait_exit(term);
	terminal_finish(term);
}

static void a_new_record_is_one_too(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = start(story);
	keys(term, "a");
	wait_for(term, "Customers > New customer", "Number *       [");
	keys(term, "NEW-1");
	wait_for(term, "NEW-1");
	terminal_hang_up(term);
	wait_exit(term);
	terminal_finish(term);

	term = start(story);
	wait_for(term, "Drafts: changes", "NEW-1, new");
	keys(term, "Enter");
	wait_for(term, "Customers > New customer", "NEW-1", "draft kept");
	terminal_signal(term, SIGTERM);
	wait_exit(term);
	terminal_finish(term);
	assert_int_equal(draft_count(story), 1);
}

/* --- opening the record again ---------------------------------------------------------- */

static void opening_the_record_offers_it(void **state)
{
	struct story *story = *state;
	struct terminal *term = start_at_record(story);

	wait_for(term, "Continue the draft: 1 change, today");
	keys(term, "Esc");
	wait_gone(term, "There is a draft");
	keys(term, "e");
	wait_for(term, "There is a draft");
	keys(term, "1");
	wait_for(term, "> Edit", NAME " AB", "Draft of ", " continued.");
	keys(term, "Esc");
	wait_for(term, "keep editing");
	keys(term, "d");
	wait_for(term, "Customers > " NUMBER " " NAME,
		 "Discarded 1 change to " NUMBER ". z brings it back.");
	assert_int_equal(draft_count(story), 0);
	story_quit(term);
}

/* What one d too many has cost comes back, with a draft of its own. */
static void what_was_discarded_comes_back(void **state)
{
	struct story *story = *state;
	struct terminal *term = start_at_record(story);

	keys(term, "1");
	wait_for(term, "> Edit", NAME " AB");
	keys(term, "Esc");
	wait_for(term, "keep editing");
	keys(term, "d");
	wait_for(term, "z brings it back.");
	assert_int_equal(draft_count(story), 0);
	keys(term, "z");
	wait_for(term, "> Edit", NAME " AB", "1 change, draft kept");
	assert_kept(story, NAME " AB");
	keys(term, "F2");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "Saved 1 change to " NUMBER);
	keys(term, "z"); /* is about the save again */
	wait_for(term, "> Review", NAME);
	keys(term, "Esc");
	wait_for(term, "Cancelled, nothing was sent.");
	story_quit(term);
}

static void a_new_record_that_was_discarded_comes_back(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = start(story);
	keys(term, "a");
	wait_for(term, "Customers > New customer", "Number *       [");
	keys(term, "NEW-1", "Esc");
	wait_for(term, "keep editing");
	keys(term, "d");
	wait_for(term, "Discarded what was to be new. z brings it back.");
	keys(term, "z");
	wait_for(term, "Customers > New customer", "NEW-1");
	keys(term, "Esc");
	wait_for(term, "keep editing"); /* it is somebody's work still */
	keys(term, "d");
	wait_for(term, "Discarded");
	story_quit(term);
}

static void starting_anew_leaves_the_draft_alone(void **state)
{
	struct story *story = *state;
	struct terminal *term = start_at_record(story);

	keys(term, "2");
	wait_for(term, "> Edit", "[" NAME " ");
	keys(term, "Esc");
	wait_for(term, "Customers > " NUMBER " " NAME);
	assert_kept(story, NAME " AB");
	story_quit(term);
}

/* The service has another name by now: the draft is compared before anything is sent. */
static void an_old_draft_is_compared_first(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	leave_draft(story, " AB");
	assert_true(story_request(story, "PUT", "/api/customers/" NUMBER,
				  "{\"companyName\":\"Somebody Else's\"}") < 300);
	term = start(story);
	wait_for(term, "Drafts: changes");
	keys(term, "Enter");
	wait_for(term, "On the server", "Somebody Else's");
	keys(term, "m", "s");
	wait_for(term, "Saved 1 change");
	assert_text_take(customer_name(story, NUMBER), NAME " AB");
	assert_int_equal(draft_count(story), 0);
	story_quit(term);
}

/* --- two programs ------------------------------------------------------------------------ */

static void a_live_one_is_named_and_not_taken(void **state)
{
	struct story *story = *state;
	struct terminal *one, *other;

	story_sandbox(story, NULL);
	one = start_and_type(story, " AB");
	wait_for(one, "draft kept");

	other = start(story);
	story_open_customer(other, NUMBER);
	keys(other, "e");
	wait_for(other, "There is a draft of", "open in another window");
	keys(other, "1");
	wait_for(other, "! Continue the draft: 1 change", "open in another window");
	keys(other, ":", "drafts", "Enter");
	wait_for(other, "Drafts: changes", NUMBER, "open in another window");
	keys(other, "Enter");
	wait_for(other, "! The draft is open in another window.");
	keys(other, "d");
	wait_for(other, "! The draft is open in another window.");

	keys(one, "c");
	wait_for(one, NAME " ABc");
	terminal_signal(one, SIGKILL);
	wait_exit(one);
	keys(other, "r");
	wait_for(other, "1 change", "today");
	keys(other, "Enter");
	wait_for(other, "> Edit", NAME " AB");
	terminal_signal(other, SIGTERM);
	wait_exit(other);
	terminal_finish(other);
	terminal_finish(one);
	assert_int_equal(draft_count(story), 1);
}

/* --- what is no draft, and what cannot be one ------------------------------------------------ */

static void typing_it_back_leaves_no_draft(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = start_and_type(story, "X");
	wait_for(term, "1 change, draft kept");
	assert_kept(story, NAME "X");
	keys(term, "Backspace");
	wait_gone(term, "1 change");
	terminal_signal(term, SIGTERM);
	wait_exit(term);
	assert_int_equal(draft_count(story), 0);
	terminal_finish(term);
}

static void one_that_cannot_be_read_is_left_alone(void **state)
{
	struct story *story = *state;
	struct terminal *term;
	FILE *file;

	story_sandbox(story, NULL);
	leave_draft(story, " AB");
	char *path = draft_path(story, NUMBER);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("{ \"version\": 7 }", file);
	fclose(file);
	term = start(story);
	wait_for(term, "Drafts: changes", "cannot be read");
	keys(term, "Enter");
	wait_for(term, "it is a draft of", "version 7, this program knows version 1");
	keys(term, "q");
	wait_for(term, "Drafts: changes");
	keys(term, "Esc");
	story_quit(term);
	assert_int_equal(access(path, F_OK), 0);
	free(path);
}

/* Somebody put a file where the folder should be: said, typing goes on, and it is kept afterwards. */
static void a_failure_is_said_and_typing_goes_on(void **state)
{
	struct story *story = *state;
	char *blocked = xasprintf("%s/.local/state/nymble-tui/profiles", story->home);
	char *aside = xasprintf("%s.aside", blocked);
	struct terminal *term;

	story_sandbox(story, NULL);
	term = start(story);
	rename(blocked, aside); /* the lists may have put something there already */
	FILE *file = fopen(blocked, "w");
	assert_non_null(file);
	fclose(file);
	open_form(term, NUMBER);
	keys(term, "End", " A");
	wait_for(term, "! The draft is not kept", "draft not kept");
	keys(term, "B");
	wait_for(term, NAME " AB");
	wait_for(term, "! The draft is not kept");
	assert_int_equal(unlink(blocked), 0);
	wait_for(term, "The draft is kept again.", "1 change, draft kept");
	assert_kept(story, NAME " AB");
	terminal_signal(term, SIGTERM);
	wait_exit(term);
	terminal_finish(term);
	free(aside);
	free(blocked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(term_writes_what_was_typed),
		STORY(hup_writes_what_was_typed),
		STORY(a_stop_writes_what_was_typed),
		STORY(a_dropped_line_loses_nothing),
		STORY(quitting_keeps_it),
		STORY(it_is_offered_and_saved_and_gone),
		STORY(later_means_later),
		STORY(there_may_be_several),
		STORY(discarding_asks_first),
		STORY(an_entry_is_in_it),
		STORY(a_new_record_is_one_too),
		STORY(opening_the_record_offers_it),
		STORY(what_was_discarded_comes_back),
		STORY(a_new_record_that_was_discarded_comes_back),
		STORY(starting_anew_leaves_the_draft_alone),
		STORY(an_old_draft_is_compared_first),
		STORY(a_live_one_is_named_and_not_taken),
		STORY(typing_it_back_leaves_no_draft),
		STORY(one_that_cannot_be_read_is_left_alone),
		STORY(a_failure_is_said_and_typing_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
