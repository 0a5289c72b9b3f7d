/* test_restore.c - however the program ends or stops, the terminal is left as it was found. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <signal.h>

#include "support/terminal.h"
#include "ui/sample.h"

static struct terminal *start(const char *type)
{
	static const char *const argv[] = { "/proc/self/exe", "sample", "dark", NULL };
	struct terminal *term =
		terminal_start(&(struct terminal_options){ .argv = argv, .type = type });

	wait_for(term, "PROD", "1 of 1000");
	return term;
}

static void end(struct terminal *term, int status)
{
	int got = wait_exit(term);

	if (got != status)
		terminal_print(term);
	assert_int_equal(got, status);
	terminal_check_restored(term);
	terminal_finish(term);
}

static void ends(void **state)
{
	static const char *const types[] = { "xterm-256color", "tmux-256color", "screen", "linux",
					     "vt100" };

	(void)state;
	for (size_t i = 0; i < CASES(types); i++) {
		struct terminal *term = start(types[i]);
		keys(term, "Enter", "e", "text"); /* in a field, with a cursor of its own */
		wait_for(term, "Field text");
		terminal_signal(term, SIGTERM);
		end(term, 0);
		term = start(types[i]);
		keys(term, "q");
		wait_for(term, "Leave nymble-tui?");
		keys(term, "y");
		end(term, 0);
	}
}

static void hang_up(void **state)
{
	struct terminal *term = start(NULL);

	(void)state;
	terminal_hang_up(term);
	assert_int_equal(wait_exit(term), 0);
	terminal_finish(term);
}

#if defined(__SANITIZE_ADDRESS__)
enum { SEGV_STATUS = 1, ABORT_STATUS = 128 + SIGABRT }; /* AddressSanitizer reports and exits */
#else
enum { SEGV_STATUS = 128 + SIGSEGV, ABORT_STATUS = 128 + SIGABRT };
#endif

static void crashes(void **state)
{
	struct terminal *term;

	(void)state;
	term = start(NULL);
	keys(term, "F9");
	end(term, SEGV_STATUS);
	term = start(NULL);
	keys(term, "F8");
	end(term, ABORT_STATUS);
	term = start(NULL);
	keys(term, "F7");
	end(term, 3);
}

static void stops_and_goes_on(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct terminal *term = start(NULL);
		keys(term, "Down");
		wait_for(term, "2 of 1000");
		if (i == 0)
			keys(term, "Ctrl-z");
		else
			terminal_signal(term, SIGTSTP);
		wait_stopped(term);
		terminal_check_restored(term);
		assert_false(terminal_has(term, "2 of 1000"));
		terminal_resize(term, 30, 100); /* while nobody looks */
		terminal_signal(term, SIGCONT);
		wait_for(term, "2 of 1000", "HRB-001024");
		keys(term, "Down"); /* keys are raw and in application mode again */
		wait_for(term, "3 of 1000");
		keys(term, "Q");
		end(term, 0);
	}
}

/* Nobody announced the stop, and the shell used the screen meanwhile. */
static void killed_with_stop(void **state)
{
	struct terminal *term = start(NULL);

	(void)state;
	terminal_signal(term, SIGSTOP);
	wait_stopped(term);
	terminal_clear(term);
	assert_false(terminal_has(term, "1 of 1000"));
	terminal_signal(term, SIGCONT);
	wait_for(term, "PROD", "1 of 1000", "HRB-001018");
	keys(term, "Down");
	wait_for(term, "2 of 1000");
	keys(term, "Q");
	end(term, 0);
}

/* What another program has is not taken back by a stop. */
static void stopped_while_away(void **state)
{
	struct terminal *term = start(NULL);

	(void)state;
	terminal_signal(term, SIGUSR1);
	wait_gone(term, "PROD");
	terminal_signal(term, SIGTSTP);
	wait_stopped(term);
	terminal_check_restored(term);
	terminal_signal(term, SIGCONT);
	assert_false(terminal_pump(term, 200));
	terminal_signal(term, SIGUSR1);
	wait_for(term, "PROD", "1 of 1000");
	keys(term, "Q");
	end(term, 0);
}

static void unusable_terminals(void **state)
{
	static const struct {
		const char *type, *message;
	} cases[] = {
		{ "no-such-terminal", "Terminal type \"no-such-terminal\" is not known here" },
		{ "dumb", "Terminal type \"dumb\" cannot move its cursor" },
		{ "", "Terminal type \"\" is not known here" },
	};
	static const char *const argv[] = { "/proc/self/exe", "sample", "dark", NULL };

	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct terminal_options options = { .argv = argv,
						    .type = cases[i].type,
						    .cols = 160 };
		struct terminal *term = terminal_start(&options);
		wait_for(term, cases[i].message);
		end(term, 2);
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ends),
		cmocka_unit_test(hang_up),
		cmocka_unit_test(crashes),
		cmocka_unit_test(stops_and_goes_on),
		cmocka_unit_test(killed_with_stop),
		cmocka_unit_test(stopped_while_away),
		cmocka_unit_test(unusable_terminals),
	};

	if (argc > 2 && strcmp(argv[1], "sample") == 0)
		return sample_run(argv[2]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
