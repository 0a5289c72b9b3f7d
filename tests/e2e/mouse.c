/* The mouse: off unless the configuration wants it; then rows, headings, tabs, hints and lines of boxes are
 * pressed, and the wheel turns. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/story.h"

static const char reports_on[] = "\033[?1000h\033[?1006h", reports_off[] = "\033[?1006l\033[?1000l";

enum { HEADINGS_ROW = 2 };

static bool was_sent(const struct terminal *term, const char *sequence)
{
	size_t len;
	const char *log = terminal_log(term, &len);

	return memmem(log, len, sequence, strlen(sequence)) != NULL;
}

static void send_mouse(struct terminal *term, int button, int row, int col)
{
	char bytes[128];
	int len = snprintf(bytes, sizeof(bytes), "\033[<%d;%d;%dM\033[<%d;%d;%dm", button, col + 1, row + 1,
			   button, col + 1, row + 1);

	terminal_send(term, bytes, (size_t)len);
}

/* So many columns behind the first place where text stands. */
static void click_behind(struct terminal *term, const char *text, int cols)
{
	int row, col;

	wait_for(term, text);
	assert_true(terminal_find(term, text, &row, &col));
	send_mouse(term, 0, row, col + cols);
}

static void click(struct terminal *term, const char *text)
{
	click_behind(term, text, 0);
}

/* nymble-tui at its first list, with the mouse. */
static struct terminal *open_with_mouse(struct story *story, const struct story_terminal *how)
{
	char *path = xasprintf("%s/config", story->home);
	FILE *file = fopen(path, "w");

	fputs("mouse = true\n", file);
	fclose(file);
	story_sandbox(story, NULL);
	struct terminal *term = story_connect(story, how, true, WORDS("--config", path));
	wait_for(term, "Customers", "1 of 200", "Enter open");
	free(path);
	return term;
}

static void nothing_is_said_of_a_mouse_that_is_off(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	assert_false(was_sent(term, "\033[?1000"));
	assert_false(was_sent(term, "\033[?1006"));
	send_mouse(term, 0, 6, 10); /* another program has left it on */
	send_mouse(term, 65, 6, 10);
	keys(term, "Down");
	wait_cursor(term, 4, -1);
	wait_for(term, "2 of 200");
	story_quit(term);
}

static void it_is_turned_on_and_off_again(void **state)
{
	struct terminal *term = open_with_mouse(*state, NULL);

	assert_true(was_sent(term, reports_on));
	assert_false(was_sent(term, reports_off));
	assert_false(was_sent(term, "\033[?1002")); /* moves are the terminal's */
	assert_false(was_sent(term, "\033[?1003"));
	keys(term, "Ctrl-z");
	wait_stopped(term);
	assert_true(was_sent(term, reports_off));
	terminal_mark(term);
	terminal_signal(term, SIGCONT);
	wait_for(term, "Customers");
	story_quit(term);
}

static void a_crash_turns_it_off(void **state)
{
	struct terminal *term = open_with_mouse(*state, NULL);

	assert_false(was_sent(term, reports_off));
	terminal_signal(term, SIGSEGV);
	wait_exit(term);
	assert_true(was_sent(term, reports_off));
	terminal_finish(term);
}

static void rows_headings_tabs_and_hints_are_pressed(void **state)
{
	struct terminal *term = open_with_mouse(*state, NULL);

	send_mouse(term, 0, 6, 10);
	wait_cursor(term, 6, -1);
	wait_for(term, "4 of 200");
	send_mouse(term, 0, HEADINGS_ROW, 15);
	wait_for(term, "sort Company name +");
	send_mouse(term, 0, HEADINGS_ROW, 40); /* as wide as its column */
	wait_for(term, "sort Company name -");
	send_mouse(term, 0, 5, 10);
	wait_cursor(term, 5, -1);
	send_mouse(term, 0, 5, 30); /* again: it opens */
	wait_for(term, "[1 Account]", "3 of 200 in this list");
	click(term, "2 Addresses");
	wait_for(term, "[2 Addresses");
	click(term, "Customers >"); /* where it came from */
	wait_for(term, "3 of 200", "Enter open");
	click(term, "f filter");
	wait_for(term, "Which field?");
	keys(term, "Esc", "Esc");
	wait_for(term, "Enter open");
	story_quit(term);
}

static void the_wheel_shows_three_rows_more(void **state)
{
	struct terminal *term = open_with_mouse(*state, NULL);
	char first[TERMINAL_ROW_SIZE], third[TERMINAL_ROW_SIZE], now[TERMINAL_ROW_SIZE];

	terminal_row(term, 6, third);
	terminal_row(term, 3, first);
	send_mouse(term, 65, 10, 10);
	wait_for(term, "4 of 200"); /* the cursor is pulled along */
	terminal_row(term, 3, now);
	assert_string_equal(now + 3, third + 3);
	send_mouse(term, 64, 10, 10);
	wait_cursor(term, 6, -1);
	terminal_row(term, 3, now);
	assert_string_equal(now + 3, first + 3);
	story_quit(term);
}

static void boxes_take_the_line_and_nothing_below(void **state)
{
	struct story *story = *state;
	struct terminal *term = open_with_mouse(story, NULL);

	keys(term, "o");
	wait_for(term, "Sort by");
	send_mouse(term, 0, 3, 10); /* the list waits below */
	keys(term, "Down");
	click(term, "2 Company name");
	wait_for(term, "sort Company name +");
	keys(term, ":", "customer");
	wait_for(term, ": customer");
	click(term, "Customers  list");
	wait_gone(term, ": customer");
	wait_for(term, "sort Company name +");
	keys(term, "?");
	wait_for(term, "Type to narrow");
	keys(term, "Esc");
	wait_for(term, "1 of 200");
	keys(term, "x", "2");
	wait_for(term, "y/n");
	click_behind(term, "y/n", 2);
	wait_for(term, "Cancelled, nothing was sent.");
	expect_no_writes(story);
	story_quit(term);
}

/* A form goes to the field; what is wrong where it leaves is said as ever. */
static void a_form_goes_to_the_field(void **state)
{
	struct terminal *term = open_with_mouse(*state, NULL);

	keys(term, "e");
	wait_for(term, "Edit", "Phone");
	click(term, "Phone");
	keys(term, "Ctrl-u", "x");
	click(term, "Company name");
	wait_for(term, "Use digits, spaces");
	click(term, "Terms");
	wait_for(term, "Enter: choose");
	click(term, "Terms");
	wait_for(term, "Terms (type to narrow)");
	click(term, "COD");
	wait_gone(term, "type to narrow");
	keys(term, "Esc");
	wait_for(term, "changes that are not saved");
	click(term, "d discard");
	wait_for(term, "Discarded");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(nothing_is_said_of_a_mouse_that_is_off),
		STORY(it_is_turned_on_and_off_again),
		STORY(a_crash_turns_it_off),
		STORY(rows_headings_tabs_and_hints_are_pressed),
		STORY(the_wheel_shows_three_rows_more),
		STORY(boxes_take_the_line_and_nothing_below),
		STORY(a_form_goes_to_the_field),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
