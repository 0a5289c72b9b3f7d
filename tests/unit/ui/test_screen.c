/* test_screen.c - src/ui in a terminal: what is drawn, what it costs, how it ends. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <signal.h>
#include <unistd.h>

#include "support/terminal.h"
#include "ui/sample.h"

static struct terminal *start(const char *type, const char *locale, int rows, int cols,
			      const char *theme)
{
	const char *const argv[] = { "/proc/self/exe", "sample", theme, NULL };
	struct terminal_options options = { argv, rows, cols, type, locale, NULL };
	struct terminal *term = terminal_start(&options);

	wait_for(term, "PROD", "Customers", "1 of 1000", "? help");
	return term;
}

static void leave(struct terminal *term)
{
	keys(term, "Q");
	assert_int_equal(wait_exit(term), 0);
	terminal_check_restored(term);
	terminal_finish(term);
}

static void step_costs_tens_of_bytes(void **state)
{
	struct terminal *term = start(NULL, NULL, 48, 160, "dark");

	(void)state;
	keys(term, "Down");
	wait_for(term, "2 of 1000");
	terminal_mark(term);
	keys(term, "Down");
	wait_for(term, "3 of 1000");
	wait_cursor(term, 5, 3);
	printf("# step %zu bytes\n", terminal_bytes(term));
	assert_in_range(terminal_bytes(term), 1, 70);
	leave(term);
}

static void scroll_costs_one_row(void **state)
{
	struct terminal *term = start(NULL, NULL, 48, 160, "dark");

	(void)state;
	keys(term, "PgDn", "PgDn");
	wait_for(term, "HRB-001086");
	keys(term, "End", "Home");
	wait_for(term, "1 of 1000");
	for (int i = 0; i < 42; i++)
		keys(term, "Down");
	wait_for(term, "43 of 1000");
	keys(term, "Down");
	wait_for(term, "44 of 1000");
	terminal_mark(term);
	keys(term, "Down");
	wait_for(term, "45 of 1000");
	printf("# scroll %zu bytes\n", terminal_bytes(term));
	assert_in_range(terminal_bytes(term), 1, 250);
	leave(term);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(step_costs_tens_of_bytes),
		cmocka_unit_test(scroll_costs_one_row),
	};

	if (argc > 2 && strcmp(argv[1], "sample") == 0)
		return sample_run(argv[2]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
