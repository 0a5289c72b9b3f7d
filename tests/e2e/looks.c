/* looks.c - every screen at both sizes, in UTF-8 and the C locale, with and without colour. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

static const struct story_terminal terminals[] = {
	{ 24, 80, "xterm-256color", "C.UTF-8", { NULL } },
	{ 48, 160, "xterm-256color", "C.UTF-8", { NULL } },
	{ 24, 80, "xterm-256color", "C", { "NO_COLOR=1" } },
	{ 48, 160, "vt100", "C", { NULL } },
	{ 24, 80, "linux", "C.UTF-8", { "NO_COLOR=1" } },
};

static bool has_colour(const struct terminal *term, int rows, int cols)
{
	for (int row = 0; row < rows; row++)
		for (int col = 0; col < cols; col++) {
			struct terminal_cell cell = terminal_cell(term, row, col);

			if (cell.fg >= 0 || cell.bg >= 0)
				return true;
		}
	return false;
}

/* All bytes that the program sent are ASCII. */
static bool is_ascii(const struct terminal *term)
{
	size_t len;
	const char *log = terminal_log(term, &len);

	for (size_t i = 0; i < len; i++)
		if ((unsigned char)log[i] >= 0x80)
			return false;
	return true;
}

/* Columns that the window has no room for are told of as long as they are not shown. */
static void look_sideways(struct terminal *term, bool is_narrow)
{
	if (!is_narrow) {
		assert_false(terminal_has(term, "l shows more columns"));
		return;
	}
	wait_for(term, "l shows more columns.");
	keys(term, "l", "l", "l", "l", "l", "l", "l", "l");
	wait_gone(term, "l shows more");
	keys(term, "h", "h", "h", "h", "h", "h", "h", "h");
	wait_for(term, "l shows more columns.");
}

static void list_record_menu_log_and_help(const struct story *story,
					  const struct story_terminal *how)
{
	struct terminal *term = story_connect(story, how, true, NULL);

	wait_for(term, "Customers", "Company name", "1 of 200", "Northpoint", "Enter open",
		 "e edit", "? help");
	keys(term, "f", "customerNumber:startswith:HRB-104", "Enter");
	wait_for(term, "customerNumber:startswith:HRB-104", ">  HRB-1042", "1 of 2", "? help");
	keys(term, "x");
	wait_for(term, "1 Activate", "> 2 Deactivate", "Esc leave");
	if (strcmp(how->locale, "C") == 0)
		wait_for(term, "--------------------");
	keys(term, "2");
	wait_for(term, "Deactivate HRB-1042", "y/n");
	keys(term, "n", "Enter");
	wait_for(term, "[1 Account]", ">  Number", "1 of 2 in this list, read at");
	keys(term, "2", "Enter");
	wait_for(term, "14 Chandlery Wharf", "Postal code");
	keys(term, "q", "L");
	wait_for(term, "Request log", "Method", "/api/customers", "200");
	keys(term, "Enter");
	wait_for(term, "Status 200", "***");
	assert_false(terminal_has(term, STORY_SECRET));
	keys(term, "q", "q", "?");
	wait_for(term, "Next record of the list", "Moving");
	keys(term, "Esc");
	wait_for(term, "[2 Addresses");
	look_sideways(term, how->cols < 100);
	assert_true(has_colour(term, how->rows, how->cols) ==
		    !(how->env[0] || strcmp(how->type, "vt100") == 0));
	if (strcmp(how->locale, "C") == 0)
		assert_true(is_ascii(term));
	story_quit(term);
}

static void every_screen_in_every_terminal(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	for (size_t i = 0; i < CASES(terminals); i++)
		list_record_menu_log_and_help(story, &terminals[i]);
}

static void form_list_of_values_and_review(const struct story *story, const struct story_terminal *how)
{
	struct terminal *term = story_connect(story, how, true, NULL);

	wait_for(term, "1 of 200", "Northpoint");
	story_open_customer(term, "HRB-1042");
	keys(term, "e");
	wait_for(term, "> Edit", "Company name * [Harborline Marine Supply", "read only", "Addresses (2)",
		 "F2 review and save", "Teodor Lindqvist");
	keys(term, "X");
	wait_for(term, "~> Company name", "1 change, draft kept");
	keys(term, "Tab", "Enter");
	wait_for(term, "type to narrow", ">  Wholesale", "Enter take");
	keys(term, "Esc");
	wait_gone(term, "type to narrow");
	keys(term, "F2");
	wait_for(term, "> Review", "Field", "Now", "After", "SupplyX", "Only this is sent. 1 of 1");
	keys(term, "Esc");
	wait_for(term, "> Edit");
	keys(term, "Esc");
	wait_for(term, "HRB-1042 has 1 change that is not saved.", "s save", "d discard");
	keys(term, "d");
	wait_for(term, "Discarded ");
	assert_true(has_colour(term, how->rows, how->cols) ==
		    !(how->env[0] || strcmp(how->type, "vt100") == 0));
	if (strcmp(how->locale, "C") == 0)
		assert_true(is_ascii(term));
	story_quit(term);
}

static void editing_in_every_terminal(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	for (size_t i = 0; i < CASES(terminals); i++)
		form_list_of_values_and_review(story, &terminals[i]);
	expect_no_writes(story);
}

static void the_login_screen_in_every_terminal(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	for (size_t i = 0; i < CASES(terminals); i++) {
		struct terminal *term = story_connect(story, &terminals[i], false, NULL);

		wait_for(term, "Organization code  [", "Client id", ">  ", "Esc cancel");
		keys(term, "Esc");
		wait_for(term, "Not logged in, nothing was sent.");
		story_quit(term);
	}
}

static void a_wide_window_shows_the_row_beside_the_list(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, &terminals[1], true, NULL);
	wait_for(term, "1 of 200", "Company name    ", "Phone           ", "──────────");
	keys(term, "Down", "Down");
	wait_for(term, "3 of 200");
	assert_false(story_was_asked(story, "/api/customers/")); /* from what the list knows */
	story_quit(term);
}

static void a_step_costs_tens_of_bytes(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200", "Northpoint");
	terminal_mark(term);
	keys(term, "Down");
	wait_cursor(term, 4, 3);
	assert_in_range(terminal_bytes(term), 1, 70);
	wait_for(term, "2 of 200");
	story_quit(term);
}

/* A file in the story's folder themes. */
static void put_theme(const struct story *story, const char *name, const char *text)
{
	char *command;

	assert_true(asprintf(&command,
			     "mkdir -p %s/.config/nymble-tui/themes && "
			     "printf '%%s' '%s' >%s/.config/nymble-tui/themes/%s.theme",
			     story->home, text, story->home, name) > 0);
	assert_int_equal(system(command), 0);
	free(command);
}

static void a_theme_from_a_file(void **state)
{
	static const struct story_terminal without = { .env = { "NO_COLOR=1" } };
	struct story *story = *state;

	story_sandbox(story, NULL);
	put_theme(story, "harbour",
		  "based-on = mono\nrole normal { background = 17 }\n"
		  "role title { foreground = 208 underline = true }\n");
	struct terminal *term = story_connect(story, NULL, true, WORDS("--theme", "harbour"));
	wait_for(term, "1 of 200", "Northpoint");
	struct terminal_cell title = terminal_cell(term, 1, 1);
	assert_true(title.fg == 208 && title.bg == 17 && title.bold && title.underline);
	assert_int_equal(terminal_cell(term, 10, 79).bg, 17); /* blanks too */
	story_quit(term);

	term = story_connect(story, &without, true, WORDS("--theme", "harbour"));
	wait_for(term, "1 of 200", "Northpoint");
	title = terminal_cell(term, 1, 1);
	assert_true(title.fg == -1 && title.bg == -1 && title.bold && title.underline);
	assert_false(has_colour(term, 24, 80));
	story_quit(term);
}

/* Nothing starts by half: the place, what is wrong, what was meant. */
static void a_wrong_theme_is_refused(void **state)
{
	static const struct story_terminal wide = { .rows = 24, .cols = 160 };
	struct story *story = *state;

	put_theme(story, "broken", "based-on = dark\nrole titel { bold = true }\n");
	struct terminal *term = story_start(&wide, WORDS("--theme", "broken"));
	assert_int_equal(wait_exit(term), 2);
	wait_for(term, "/themes/broken.theme:2: titel: no such role, did you mean title?");
	terminal_finish(term);

	term = story_start(&wide, WORDS("--theme", "brokn"));
	assert_int_equal(wait_exit(term), 2);
	wait_for(term, "brokn: no such theme, did you mean broken?");
	terminal_finish(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(every_screen_in_every_terminal),
		STORY(editing_in_every_terminal),
		STORY(the_login_screen_in_every_terminal),
		STORY(a_wide_window_shows_the_row_beside_the_list),
		STORY(a_step_costs_tens_of_bytes),
		STORY(a_theme_from_a_file),
		STORY(a_wrong_theme_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
