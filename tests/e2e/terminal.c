/* terminal.c - whatever happens to the terminal: sizes, stops, ends; it is left as it was found. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <signal.h>

#include "support/story.h"

static struct terminal *at_a_record(struct story *story)
{
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200", "Northpoint");
	keys(term, "Enter");
	wait_for(term, "1 of 200 in this list, read at");
	return term;
}

static void a_window_of_any_size(void **state)
{
	struct terminal *term = at_a_record(*state);

	keys(term, "q");
	wait_for(term, "Company name", "Enter open");
	terminal_resize(term, 48, 160);
	wait_for(term, "E-mail", "Currency", "? help");
	terminal_resize(term, 12, 52);
	wait_for(term, "Window is 52x12, please enlarge to 60x16");
	keys(term, "x", "2");
	wait_for(term, "What is typed meanwhile is not taken.");
	terminal_resize(term, 24, 80);
	wait_for(term, "Company name", "Active", "1 of 200");
	wait_gone(term, "Currency");
	story_quit(term);
}

static void stopped_and_continued(void **state)
{
	struct terminal *term = at_a_record(*state);

	keys(term, "Ctrl-z");
	wait_stopped(term);
	terminal_check_restored(term);
	terminal_signal(term, SIGCONT);
	wait_for(term, "[1 Account]", "1 of 200 in this list");
	terminal_signal(term, SIGTSTP);
	wait_stopped(term);
	terminal_check_restored(term);
	terminal_signal(term, SIGCONT);
	wait_for(term, "[1 Account]");
	keys(term, "2");
	wait_for(term, "[2 Addresses");
	story_quit(term);
}

static void ended_from_outside(void **state)
{
	struct terminal *term = at_a_record(*state);

	terminal_signal(term, SIGTERM);
	assert_int_equal(wait_exit(term), 0);
	terminal_check_restored(term);
	terminal_finish(term);
}

static void a_crash(void **state)
{
	struct terminal *term = at_a_record(*state);

	terminal_signal(term, SIGBUS);
	assert_int_not_equal(wait_exit(term), 0);
	terminal_check_restored(term);
	terminal_finish(term);
}

static void a_dropped_line(void **state)
{
	struct terminal *term = at_a_record(*state);

	terminal_hang_up(term);
	assert_int_equal(wait_exit(term), 0);
	terminal_finish(term);
}

static void leaving_asks_on_the_first_screen(void **state)
{
	struct terminal *term = at_a_record(*state);

	keys(term, "q");
	wait_for(term, "Company name", "Enter open");
	keys(term, "q");
	wait_for(term, "Leave nymble-tui?", "y/n");
	keys(term, "n");
	wait_gone(term, "Leave nymble-tui?");
	keys(term, "q");
	wait_for(term, "Leave nymble-tui?");
	keys(term, "y");
	assert_int_equal(wait_exit(term), 0);
	terminal_check_restored(term);
	terminal_finish(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_window_of_any_size), STORY(stopped_and_continued),
		STORY(ended_from_outside),   STORY(a_crash),
		STORY(a_dropped_line),       STORY(leaving_asks_on_the_first_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
