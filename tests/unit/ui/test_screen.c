/* test_screen.c - src/ui in a terminal: what is drawn, what it costs, what keys do. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "support/terminal.h"
#include "ui/sample.h"

struct setting {
	const char *type, *locale, *theme;
	int rows, cols;
	const char *const *env;
};

static struct terminal *start_with(struct setting setting)
{
	const char *const argv[] = { "/proc/self/exe", "sample",
				     setting.theme ? setting.theme : "dark", NULL };
	struct terminal_options options = { argv,         setting.rows,   setting.cols,
					    setting.type, setting.locale, setting.env };
	struct terminal *term = terminal_start(&options);

	wait_for(term, "PROD", "Customers", "1 of 1000", "? help");
	return term;
}

static struct terminal *start(void)
{
	return start_with((struct setting){ .type = NULL });
}

static void leave(struct terminal *term)
{
	keys(term, "Q");
	assert_int_equal(wait_exit(term), 0);
	terminal_check_restored(term);
	terminal_finish(term);
}

static void assert_row(struct terminal *term, int row, const char *expected)
{
	char text[TERMINAL_ROW_SIZE];

	terminal_row(term, row, text);
	assert_string_equal(text, expected);
}

static void frame(void **state)
{
	struct terminal *term = start();

	(void)state;
	assert_row(
		term, 0,
		" PROD  sample                                                     login 23h 41m");
	assert_row(
		term, 1,
		" Customers                                                         sort Number +");
	assert_row(term, 2, "   Number         Company name                   Quantity");
	assert_row(term, 3, ">  HRB-001000     Harbour Lights                        0");
	assert_row(term, 21, "   HRB-001018     Harbour Lights                      126");
	assert_row(term, 22, " 1 of 1000");
	assert_row(term, 23, " Enter open  / search  Space mark  x actions  ? help  q quit");
	wait_cursor(term, 3, 3);
	leave(term);
}

static void step_costs_tens_of_bytes(void **state)
{
	struct terminal *term = start_with((struct setting){ .rows = 48, .cols = 160 });

	(void)state;
	keys(term, "Down");
	wait_cursor(term, 4, 3);
	terminal_mark(term);
	keys(term, "Down");
	wait_cursor(term, 5, 3);
	assert_true(terminal_has(term, "3 of 1000"));
	print_message("# step down: %zu bytes\n", terminal_bytes(term));
	assert_in_range(terminal_bytes(term), 1, 70);
	terminal_mark(term);
	keys(term, "k");
	wait_cursor(term, 4, 3);
	print_message("# step up: %zu bytes\n", terminal_bytes(term));
	assert_in_range(terminal_bytes(term), 1, 70);
	assert_true(terminal_cell(term, 4, 3).reverse);
	assert_false(terminal_cell(term, 5, 3).reverse);
	leave(term);
}

static void scroll_costs_one_row(void **state)
{
	struct terminal *term = start_with((struct setting){ .rows = 48, .cols = 160 });

	(void)state;
	for (int i = 0; i < 43; i++)
		keys(term, "Down");
	wait_for(term, "44 of 1000");
	terminal_mark(term);
	keys(term, "Down");
	wait_for(term, "45 of 1000");
	print_message("# scroll down: %zu bytes\n", terminal_bytes(term));
	assert_in_range(terminal_bytes(term), 1, 250);
	assert_row(term, 3, "   HRB-001002     Harbour Lights                       14");
	assert_row(term, 45, ">  HRB-001044     Harbour Lights                      308");
	for (int i = 0; i < 42; i++)
		keys(term, "Up");
	wait_for(term, " 3 of 1000");
	terminal_mark(term);
	keys(term, "Up");
	wait_for(term, " 2 of 1000");
	print_message("# scroll up: %zu bytes\n", terminal_bytes(term));
	assert_in_range(terminal_bytes(term), 1, 250);
	assert_row(term, 3, ">  HRB-001001     Harbour Lights                        7");
	assert_row(term, 45, "   HRB-001043     Harbour Lights                      301");
	leave(term);
}

/* What cannot move draws nothing. */
static void key_without_effect_costs_nothing(void **state)
{
	struct terminal *term = start();

	(void)state;
	terminal_mark(term);
	keys(term, "Up", "Home", "PgUp", "Left", "Down");
	wait_for(term, "2 of 1000");
	assert_in_range(terminal_bytes(term), 1, 70);
	leave(term);
}

/* Keys that are there together make one frame: 500 steps cost about as much as one page. */
static void held_key_makes_one_frame(void **state)
{
	struct terminal *term = start();
	char steps[500];

	(void)state;
	memset(steps, 'j', sizeof(steps));
	terminal_mark(term);
	terminal_send(term, steps, sizeof(steps));
	wait_for(term, "501 of 1000");
	assert_in_range(terminal_bytes(term), 1, 5000);
	assert_row(term, 21, ">  HRB-001500     Harbour Lights                     3500");
	leave(term);
}

static void page_keeps_the_cursor_line(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Down", "Down", "PgDn");
	wait_for(term, "22 of 1000");
	wait_cursor(term, 5, 3);
	keys(term, "G");
	wait_for(term, "1000 of 1000");
	assert_row(term, 21, ">  HRB-001999     Harbour Lights                     6993");
	keys(term, "g");
	wait_for(term, " 1 of 1000");
	wait_cursor(term, 3, 3);
	leave(term);
}

static void marks_show(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Space");
	wait_for(term, " 2 of 1000");
	assert_row(term, 3, " * HRB-001000     Harbour Lights                        0");
	leave(term);
}

static const struct {
	const char *number, *utf8, *c;
} hostile_rows[] = {
	{ "HRB-001100", "esc^[[2J^[]0;owned^G ", "esc^[[2J^[]0;owned^G " },
	{ "HRB-001101", "c1<U+009B>31mred", "c1<U+009B>31mred" },
	{ "HRB-001102", "bell^G tab^I cr^M lf^Jend", "bell^G tab^I cr^M lf^Jend" },
	{ "HRB-001103", "bidi<U+202E>drow", "bidi<U+202E>drow" },
	{ "HRB-001104", "broken<FF><C3>(", "broken<FF><C3>(" },
	{ "HRB-001105", "wide 港湾用品株式会社 wide ~        735",
	  "wide ???????????????? wide ~        735" },
	{ "HRB-001106", "combining e\xcc\x81\xcc\x81", "combining ?  " },
	{ "HRB-001107", "lone mark   ", "lone mark   " },
	{ "HRB-001108", "family \xf0\x9f\x91\xa8 end", "family ?? end" },
	{ "HRB-001109", "flag SE end", "flag SE end" },
	{ "HRB-001110", "Ålesund Ærø Þórshöfn", "?lesund ?r? ??rsh?fn" },
	{ "HRB-001111", "хлеб и ψωμί", "???? ? ????" },
};

static void check_hostile(const char *locale, bool utf8)
{
	struct terminal *term =
		start_with((struct setting){ .locale = locale, .rows = 24, .cols = 80 });
	size_t len;

	for (int i = 0; i < 5; i++)
		keys(term, "PgDn");
	for (int i = 0; i < 17; i++)
		keys(term, "Down");
	wait_for(term, "113 of 1000", "HRB-001112");
	for (size_t i = 0; i < CASES(hostile_rows); i++) {
		char text[TERMINAL_ROW_SIZE];
		int row, col;
		assert_true(terminal_find(term, hostile_rows[i].number, &row, &col));
		terminal_row(term, row, text);
		if (!strstr(text, utf8 ? hostile_rows[i].utf8 : hostile_rows[i].c))
			fail_msg("row is %s", text);
		/* Whatever stands before it, the last column is where it belongs. */
		assert_true(strcmp(terminal_cell(term, row, 56).text, "") != 0);
		assert_true(strcmp(terminal_cell(term, row, 57).text, "") == 0);
	}
	const char *log = terminal_log(term, &len);
	assert_null(memmem(log, len, "\033[2J\033]0;owned", 12));
	assert_null(memmem(log, len, "\033]0;owned", 9));
	assert_null(memmem(log, len, "\xe2\x80\xae", 3));
	assert_null(memmem(log, len, "\xff", 1));
	leave(term);
}

static void hostile_text_in_utf8(void **state)
{
	(void)state;
	check_hostile("C.UTF-8", true);
}

static void hostile_text_in_c(void **state)
{
	(void)state;
	check_hostile("C", false);
}

static void escape_stands_alone(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Enter");
	wait_for(term, "line 1 of the text");
	keys(term, "Esc");
	wait_for(term, "1 of 1000");
	keys(term, "Enter");
	wait_for(term, "line 1 of the text");
	keys(term, "Alt-q"); /* Esc q: back, then the question whether to leave */
	wait_for(term, "Leave nymble-tui?");
	keys(term, "n");
	wait_gone(term, "Leave nymble-tui?");
	leave(term);
}

static void paste_goes_to_fields_only(void **state)
{
	struct terminal *term = start();

	(void)state;
	terminal_paste(term, "xQ");
	wait_for(term, "Pasted text is ignored here.");
	keys(term, "/");
	wait_for(term, "Search:");
	terminal_paste(term, "two\nlines Q");
	wait_for(term, "Search: two lines Q");
	keys(term, "Enter");
	wait_for(term, "! searched: two lines Q");
	leave(term);
}

static void questions(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "x");
	wait_for(term, "Deactivate HRB-1000 in PROD?", "y/n", "HRB-001010");
	keys(term, "Enter", "z", "j", "Q"); /* no answers */
	keys(term, "y");
	wait_for(term, "answer: yes");
	keys(term, "x", "n");
	wait_for(term, "answer: no");
	keys(term, "x", "Y");
	wait_for(term, "answer: yes");
	keys(term, "x", "Esc");
	wait_for(term, "answer: no");
	keys(term, "D");
	wait_for(term, "Type HRB-1000 and Enter");
	keys(term, "HRB", "Enter");
	wait_for(term, "! not the same. Type HRB-1000", "Enter: HRB");
	keys(term, "Ctrl-u", "hrb-1000", "Enter");
	wait_for(term, "! not the same, capitals count", "Enter: hrb-1000");
	keys(term, "Ctrl-u", "HRB-1000", "Enter");
	wait_for(term, "answer: yes");
	leave(term);
}

static void help_narrows_and_runs(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "?");
	wait_for(term, "Type to narrow:", "Ctrl-n, Down, j", "F1 explain a key");
	keys(term, "x");
	wait_for(term, "x: Ask a question");
	keys(term, "Backspace", "numb");
	wait_for(term, "Ask for a number");
	wait_gone(term, "Next page");
	keys(term, "Enter");
	wait_for(term, "Delete HRB-1000?");
	keys(term, "Esc", "?", "F1");
	wait_for(term, "Press the key to explain.");
	keys(term, "PgDn");
	wait_for(term, "PgDn: Next page");
	keys(term, "Esc");
	wait_for(term, "1 of 1000");
	leave(term);
}

static void palette_runs_or_goes(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, ":");
	wait_for(term, " :", "Ask a question");
	keys(term, "ask-t", "Enter");
	wait_for(term, "Delete HRB-1000?");
	keys(term, "Esc", ":", "HRB-1050");
	wait_for(term, ">  HRB-1050", "a place");
	keys(term, "Enter");
	wait_for(term, "go to nothing but HRB-1050");
	keys(term, ":", "nowhere");
	wait_for(term, "Nothing is called that.");
	keys(term, "Enter", "Esc");
	wait_gone(term, "Nothing is called that.");
	leave(term);
}

static void pick_narrows_and_takes(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "C");
	wait_for(term, "Country (type to narrow):", "200 of 200", "These were seen.",
		 ">  NO  Norway ^[[2J");
	keys(term, "Up", "Home", "End", "PgUp", "Home", "Enter");
	wait_for(term, "picked: SE");
	keys(term, "C", "se");
	wait_for(term, "2 of 200", ">  SE  Sweden", "   SN  Senegal");
	keys(term, "Backspace", "Backspace", "本");
	wait_for(term, "1 of 200", ">  JP  日本国");
	keys(term, "7");
	wait_for(term, "0 of 200", "No value is like this.");
	keys(term, "Enter");
	wait_for(term, "Nothing to take");
	keys(term, "Esc");
	wait_for(term, "picked: nothing");
	leave(term);
}

static void open_pick_takes_what_was_typed(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "T");
	wait_for(term, "Terms (type to narrow): n", ">  NET30", "   Take \"n\" as it is");
	keys(term, "et45");
	wait_for(term, ">  Take \"net45\" as it is");
	keys(term, "Enter");
	wait_for(term, "picked: net45");
	keys(term, "T", "Ctrl-u", "NET30");
	wait_gone(term, "as it is");
	keys(term, "Enter");
	wait_for(term, "picked: NET30");
	leave(term);
}

static void bound_key_works(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Ctrl-n");
	wait_for(term, "2 of 1000");
	keys(term, "F6");
	wait_for(term, "F6 does nothing here.");
	leave(term);
}

static void text_is_searched(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Enter");
	wait_for(term, "line 1 of");
	keys(term, "/", "NEEDLE", "Enter");
	wait_for(term, "line 70 of the text, where the needle is ^[[31m");
	keys(term, "/", "Ctrl-u", "nothing like it", "Enter");
	wait_for(term, "\"nothing like it\" is not in this text.");
	keys(term, "e", "abc", "Left", "Left", "港");
	wait_for(term, "Field a港bc");
	keys(term, "Esc");
	leave(term);
}

/* The field has 30 columns. */
static void field_scrolls_sideways(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Enter");
	wait_for(term, "line 1 of the text");
	keys(term, "e", "abcdefghijklmnopqrstuvwxyz0123456789");
	wait_for(term, "opqrstuvwxyz0123456789"); /* it scrolls by a quarter: how far depends on the frames */
	wait_gone(term, "abcdef");
	keys(term, "Home");
	wait_for(term, "Field abcdefghijklmnopqrstuvwxyz0123");
	wait_cursor(term, 21, 7);
	keys(term, "Ctrl-k", "港湾用品株式会社港湾用品株式会社");
	wait_for(term, "式会社港湾用品株式会社");
	wait_gone(term, "Field 港湾用品株");
	keys(term, "Home");
	wait_for(term, "Field 港湾用品株式会社港湾用品株"); /* 30 columns */
	wait_cursor(term, 21, 7);
	keys(term, "Ctrl-k", "e\xcc\x81", "Esc");
	wait_cursor(term, 3, 3);
	leave(term);
}

static void window_sizes(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Down", "Down", "Enter");
	wait_for(term, "line 1 of the text");
	terminal_resize(term, 10, 52);
	wait_for(term, "Window is 52x10, please enlarge to 60x16");
	terminal_resize(term, 5, 20);
	wait_for(term, "Window is 20x5,", "please enlarge to", "60x16");
	keys(term, "x", "Esc"); /* x does nothing, Esc goes back */
	terminal_resize(term, 48, 160);
	wait_for(term, "3 of 1000", "HRB-001042");
	assert_row(term, 46, " 3 of 1000");
	terminal_resize(term, 16, 60);
	wait_for(term, "3 of 1000", "HRB-001010");
	terminal_resize(term, 5, 20);
	wait_for(term, "Window is 20x5");
	leave(term);
}

/* Kinds of terminals that few systems describe: 16 colours, and millions. */
static const char terminfo[] = "test-16color|sixteen colours,colors#16,pairs#256,use=xterm-256color,\n"
			       "test-direct|millions of colours,RGB,colors#0x1000000,pairs#0x7fff,use=xterm-256color,\n";

/* Writes them into a folder of this test. */
static void describe_terminals(char folder[static 32])
{
	char *command;

	strcpy(folder, "test-terminfo-XXXXXX");
	assert_non_null(mkdtemp(folder));
	assert_true(asprintf(&command, "printf '%s' | tic -x -o %s -", terminfo, folder) > 0);
	assert_int_equal(system(command), 0);
	free(command);
}

static void forget_terminals(const char *folder)
{
	char *command;

	assert_true(asprintf(&command, "rm -r %s", folder) > 0);
	assert_int_equal(system(command), 0);
	free(command);
}

/* What the headings are drawn with: light has colour 25 for them, whose nearest of few is blue. What
 * they lose in colour, a line below them says. */
static void colours_follow_theme_and_terminal(void **state)
{
	static const char *const no_colour[] = { "NO_COLOR=1", NULL };
	static const char *const empty[] = { "NO_COLOR=", NULL };
	static const struct {
		struct setting setting;
		int fg;
		bool bold, underline;
	} settings[] = {
		{ { .theme = "dark" }, 6, false, false },
		{ { .theme = "light" }, 25, false, false },
		{ { .theme = "high-contrast" }, -1, true, true },
		{ { .theme = "mono" }, -1, false, true },
		{ { .theme = "light", .env = empty }, 25, false, false },
		{ { .theme = "light", .env = no_colour }, -1, false, true },
		{ { .theme = "high-contrast", .env = no_colour }, -1, true, true },
		{ { .theme = "light", .type = "xterm" }, 4, false, false },
		{ { .theme = "light", .type = "test-16color" }, 4, false, false },
		{ { .theme = "light", .type = "test-direct" }, 4, false, false },
		{ { .theme = "light", .type = "linux" }, 4, false, false },
		{ { .theme = "light", .type = "screen" }, 4, false, false },
		{ { .theme = "light", .type = "screen-256color" }, 25, false, false },
		{ { .theme = "light", .type = "tmux" }, 4, false, false },
		{ { .theme = "light", .type = "tmux-256color" }, 25, false, false },
		{ { .theme = "light", .type = "xterm-mono" }, -1, false, true },
		{ { .theme = "light", .type = "vt100" }, -1, false, true },
		{ { .theme = "light", .type = "vt220" }, -1, false, true },
	};

	char folder[32], described[64];
	const char *const plain[] = { described, NULL };

	(void)state;
	describe_terminals(folder);
	snprintf(described, sizeof(described), "TERMINFO=%s", folder);
	for (size_t i = 0; i < CASES(settings); i++) {
		struct setting setting = settings[i].setting;
		setting.env = setting.env ? setting.env : plain;
		struct terminal *term = start_with(setting);
		struct terminal_cell heading = terminal_cell(term, 2, 3);
		if (heading.fg != settings[i].fg || heading.bold != settings[i].bold ||
		    heading.underline != settings[i].underline)
			fail_msg("case %zu: colour %d, bold %d, underline %d", i, heading.fg,
				 heading.bold, heading.underline);
		assert_int_equal(terminal_cell(term, 4, 3).bg, -1);
		assert_true(terminal_cell(term, 0, 1).reverse);
		assert_true(terminal_cell(term, 3, 3).reverse);
		keys(term, "Down", "PgDn", "Esc");
		wait_for(term, "21 of 1000");
		leave(term);
	}
	forget_terminals(folder);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(frame),
		cmocka_unit_test(step_costs_tens_of_bytes),
		cmocka_unit_test(scroll_costs_one_row),
		cmocka_unit_test(key_without_effect_costs_nothing),
		cmocka_unit_test(held_key_makes_one_frame),
		cmocka_unit_test(page_keeps_the_cursor_line),
		cmocka_unit_test(marks_show),
		cmocka_unit_test(hostile_text_in_utf8),
		cmocka_unit_test(hostile_text_in_c),
		cmocka_unit_test(escape_stands_alone),
		cmocka_unit_test(paste_goes_to_fields_only),
		cmocka_unit_test(questions),
		cmocka_unit_test(help_narrows_and_runs),
		cmocka_unit_test(palette_runs_or_goes),
		cmocka_unit_test(pick_narrows_and_takes),
		cmocka_unit_test(open_pick_takes_what_was_typed),
		cmocka_unit_test(bound_key_works),
		cmocka_unit_test(text_is_searched),
		cmocka_unit_test(field_scrolls_sideways),
		cmocka_unit_test(window_sizes),
		cmocka_unit_test(colours_follow_theme_and_terminal),
	};

	if (argc > 2 && strcmp(argv[1], "sample") == 0)
		return sample_run(argv[2]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
