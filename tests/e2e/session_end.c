/* session_end.c - the login ends while something is edited: it is asked for over the screen, the call is
 * repeated, and what was typed is there with the cursor on the same letter. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

#define RECORD "/api/customers/HRB-1042"
#define REFUSED .kind = FAULT_ANSWER, .answer = STORY_ANSWER("401 Unauthorized")

/* HRB-1042's record after a login by hand: a secret that was typed is not kept. */
static struct terminal *at_the_record(struct story *story, const char *const *sandbox_options)
{
	story_sandbox(story, sandbox_options);
	STORY_THROUGH(story, { .nth = -1 });
	struct terminal *term = story_connect(story, NULL, false, NULL);
	story_log_in(term, STORY_SECRET);
	wait_for(term, "1 of 200", "Northpoint");
	story_open_customer(term, "HRB-1042");
	story_mark(story);
	return term;
}

/* Another company name is typed, with the cursor on its b. */
static void type_name(struct terminal *term)
{
	keys(term, "e");
	wait_for(term, "> Edit", "Company name");
	keys(term, "Ctrl-u", "Harbor", "Left", "Left", "Left");
	wait_for(term, "1 change", "Harbor");
}

static struct terminal *at_the_form(struct story *story)
{
	struct terminal *term = at_the_record(story, NULL);

	type_name(term);
	return term;
}

struct spot {
	int row, col;
};

static struct spot cursor(const struct terminal *term)
{
	struct spot spot;
	bool visible;

	terminal_cursor(term, &spot.row, &spot.col, &visible);
	return spot;
}

static void log_in_over_the_screen(struct terminal *term)
{
	wait_for(term, "The login has ended: log in again.", "Secret");
	keys(term, STORY_SECRET, "Enter");
	wait_gone(term, "Secret");
}

static void expect_saved(struct story *story, struct terminal *term)
{
	wait_for(term, "Saved 1 change to HRB-1042.", "HRB-1042 Harbor ");
	story_quit(term);
	expect_writes(story, "PUT " RECORD " {\"companyName\":\"Harbor\"}");
}

/* The names of the sales reps are asked for when the form opens; the answer comes when one types. */
static void in_the_middle_of_typing(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_record(story, WORDS("--latency", "300"));

	STORY_THROUGH(story, { .path = "/api/organizations/salesreps",
			       .nth = 1,
			       .kind = FAULT_INSTEAD,
			       .answer = STORY_ANSWER("401 Unauthorized") });
	type_name(term);
	struct spot before = cursor(term);
	log_in_over_the_screen(term);
	wait_cursor(term, before.row, before.col);
	wait_for(term, "SR-207 Teodor Lindqvist"); /* the call was repeated */
	keys(term, "x");			   /* a letter is text, where the cursor was */
	wait_for(term, "Harxbor", "1 change");
	keys(term, "Backspace", "F2");
	wait_for(term, "> Review", "Harbor");
	keys(term, "s");
	expect_saved(story, term);
}

/* What is read before the save, and the save itself. */
static void in_the_middle_of_a_save(void **state)
{
	static const struct fault refused[] = { { .method = "GET", .path = RECORD, .nth = 1, REFUSED },
						{ .method = "PUT", .path = RECORD, .nth = 1, REFUSED } };

	for (size_t i = 0; i < CASES(refused); i++) {
		struct story *story = *state;
		struct terminal *term = at_the_form(story);

		keys(term, "F2");
		wait_for(term, "> Review", "Harbor");
		story_through(story, &refused[i], 1);
		keys(term, "s");
		log_in_over_the_screen(term);
		expect_saved(story, term);
		story_begin_anew(story);
	}
}

/* Nobody logs in: nothing is sent, and the form is still there. */
static void a_login_given_up_keeps_the_form(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_form(story);
	struct spot before = cursor(term);

	keys(term, "F2");
	wait_for(term, "> Review", "Harbor");
	STORY_THROUGH(story, { .method = "PUT", .path = RECORD, .nth = 1, REFUSED });
	keys(term, "s");
	wait_for(term, "The login has ended: log in again.", "Secret");
	keys(term, "Esc");
	wait_gone(term, "Secret");
	wait_for(term, "> Review", "Harbor", "Not logged in, nothing was sent.");
	expect_no_writes(story);
	keys(term, "Esc");
	wait_for(term, "> Edit", "Harbor", "1 change");
	wait_cursor(term, before.row, before.col);
	keys(term, "F2");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, "Secret");
	keys(term, STORY_SECRET, "Enter");
	expect_saved(story, term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(in_the_middle_of_typing),
		STORY(in_the_middle_of_a_save),
		STORY(a_login_given_up_keeps_the_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
