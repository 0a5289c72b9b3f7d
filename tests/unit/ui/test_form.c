/* test_form.c - a record's form in a terminal: what its lines say, what keys do, what a letter
 * costs. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "support/terminal.h"
#include "ui/sample.h"

static struct terminal *start_in(int rows, int cols, const char *locale)
{
	const char *const argv[] = { "/proc/self/exe", "sample", "dark", NULL };
	struct terminal_options options = {
		.argv = argv, .rows = rows, .cols = cols, .locale = locale
	};
	struct terminal *term = terminal_start(&options);

	wait_for(term, "1 of 1000");
	keys(term, "E");
	wait_for(term, "Edit", "Company name");
	return term;
}

static struct terminal *start(void)
{
	return start_in(0, 0, NULL);
}

static void leave(struct terminal *term)
{
	keys(term, "Ctrl-c", "y");
	assert_int_equal(wait_exit(term), 0);
	terminal_check_harmless(term);
	terminal_check_restored(term);
	terminal_finish(term);
}

static void assert_row(struct terminal *term, int row, const char *expected)
{
	char text[TERMINAL_ROW_SIZE];

	terminal_row(term, row, text);
	assert_string_equal(text, expected);
}

static void lines_of_a_record(void **state)
{
	struct terminal *term = start_in(32, 80, NULL);

	(void)state;
	wait_for(term, "[ Review and save ]");
	assert_row(term, 2, " Account");
	assert_row(
		term, 3,
		"   Number          HRB-1042                                           read only");
	assert_row(
		term, 4,
		" > Company name * [Harborline Marine Supply                                   ]");
	assert_row(term, 5, "   Price tier      Wholesale for shops");
	assert_row(term, 6, "   Terms           -");
	assert_row(term, 7, "   VIP             NO");
	assert_row(term, 8, "   Limit           1500.50");
	assert_row(term, 12, " Addresses (3)");
	assert_row(term, 13, "   Billing, primary, 14 Chandlery Wharf, Portland");
	assert_row(term, 16, "   +  Add an address");
	assert_row(term, 18, " Attributes (4)");
	assert_row(term, 19, "   colour   blue");
	assert_row(
		term, 22,
		"   parts    [1,2]                                                     read only");
	assert_row(term, 25, "   [ Review and save ]");
	wait_cursor(term, 4, 19 + 24); /* behind the text */
	leave(term);
}

/* Read only lines and headings are passed by. */
static void cursor_goes_from_line_to_line(void **state)
{
	struct terminal *term = start_in(32, 80, NULL);

	(void)state;
	keys(term, "Tab");
	wait_for(term, " > Price tier", "Enter: choose");
	keys(term, "Down", "Down", "Down", "Enter");
	wait_for(term, " > Note");
	keys(term, "Enter");
	wait_for(term, " > Billing");
	wait_cursor(term, 13, 3);
	keys(term, "j", "k", "Up");
	wait_for(term, " > Note");
	keys(term, "PgDn");
	wait_for(term, " > Billing");
	keys(term, "PgDn");
	wait_for(term, " > colour");
	keys(term, "PgDn");
	wait_for(term, " > [ Review and save ]");
	keys(term, "Down", "PgUp");
	wait_for(term, " > colour");
	keys(term, "PgUp", "PgUp");
	wait_for(term, " > Company name");
	keys(term, "Up", "Shift-Tab");
	wait_for(term, " > Company name * [");
	keys(term, "Down", "End");
	wait_for(term, " > [ Review and save ]");
	keys(term, "g");
	wait_for(term, " > Company name * [");
	leave(term);
}

static void text_is_typed_in_place(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, " A", "B", "Home", "x");
	wait_for(term, "~> Company name * [xHarborline Marine Supply AB", "changed");
	keys(term, "Del", "Alt-d", "Backspace", "Harborline");
	wait_for(term, "[Harborline Marine Supply AB");
	keys(term, "End", "Backspace", "Backspace", "Backspace");
	wait_for(term, " > Company name * [Harborline Marine Supply "); /* as it was: no change */
	wait_gone(term, "changed");
	keys(term, "Ctrl-w", "Down", "Down", "Down", "Down", "Down",
	     "Ctrl-y"); /* into another field */
	wait_for(term, "~  Company name *  Harborline Marine", "xSupply");
	keys(term, "Ctrl-r");
	wait_gone(term, "xSupply");
	leave(term);
}

/* Esc d would drop what was typed: Alt-d never means that. Alt-s is Esc s. */
static void alt_is_for_words(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Home", "Alt-d", "Down", "Alt-d", "PgDn", "Alt-d", "j");
	wait_for(term, "~  Company name *   Marine Supply", " > Shipping, 2 Quay");
	assert_false(terminal_has(term, "Esc was pressed"));
	keys(term, "Alt-s");
	wait_for(term, "s does nothing here.");
	leave(term);
}

static void keys_before_the_first_frame(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "F12", "E");
	wait_for(term, "Account");
	terminal_send(term, "\033[24~", 5);
	wait_for(term, "1 of 1000");
	terminal_send(term, "E\033[6~\033[6~", 9);
	wait_for(term, " > colour");
	leave(term);
}

static void paste_is_text(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Ctrl-u");
	terminal_paste(term, "two\nlines 港湾\033[2J");
	wait_for(term, "[two lines 港湾[2J");
	leave(term);
}

static void wrong_value_is_kept_and_said(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Down", "Down", "Down", "Down", "12,5x");
	wait_for(term, "~> Limit          [1500.5012,5x");
	keys(term, "F5"); /* what a draft has */
	wait_for(term, "\"limit\":\"1500.5012,5x\"");
	keys(term, "F2");
	wait_for(term, "not yet", "!> Limit          [1500.5012,5x", "Enter an amount");
	keys(term, "Down");
	wait_for(term, "!  Limit           1500.5012,5x", " > Note");
	assert_row(term, 9, "                   Enter an amount such as 12.50");
	keys(term, "Up", "Ctrl-u", "12,5", "Down");
	wait_for(term, "~  Limit           12.50");
	wait_gone(term, "Enter an amount");
	keys(term, "F5");
	wait_for(term, "\"limit\":12.5,");
	leave(term);
}

static void button_goes_to_what_is_wrong(void **state)
{
	struct terminal *term = start_in(16, 60, NULL);

	(void)state;
	keys(term, "Ctrl-u", "Down", "End", "Enter");
	wait_for(term, "!> Company name * [");
	keys(term, "Harbour", "Down", "End", "Enter");
	wait_for(term, "all is well");
	leave(term);
}

static void complaints_of_the_service(void **state)
{
	struct terminal *term = start_in(32, 60, NULL);

	(void)state;
	keys(term, "F6");
	wait_for(term, "!  Note            esc", "                   too rude",
		 "!  Shipping, 2 Quay, Bath");
	assert_row(term, 16, "     City: no such city in the whole of the country, as far");
	assert_row(term, 18, "     is to be believed, which has 12,345 of them");
	keys(term, "Down", "Down", "Down", "Down", "Down", "x", "Down");
	wait_for(term, "~  Note            esc", " > Billing"); /* answered by a change */
	wait_gone(term, "too rude");
	keys(term, "Enter");
	wait_for(term, "[ Back ]");
	keys(term, "PgDn", "Enter");
	wait_for(term, " > Billing", "City: no such city");
	assert_false(terminal_has(term, "too rude"));
	keys(term, "F6"); /* found anew */
	wait_for(term, "too rude");
	keys(term, "d"); /* the entry with that number is another one now */
	wait_gone(term, "City: no such city");
	leave(term);
}

static void yes_and_no(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Down", "Down", "Down");
	wait_for(term, " > VIP             NO", "Space: switch");
	keys(term, "Space");
	wait_for(term, "~> VIP             yes");
	keys(term, "n");
	wait_for(term, " > VIP             NO");
	keys(term, "Right");
	wait_for(term, "~> VIP             yes");
	keys(term, "x", "Enter"); /* x is none of its letters */
	wait_for(term, "~  VIP             yes", " > Limit");
	leave(term);
}

static void choices(void **state)
{
	struct terminal *term = start();

	(void)state;
	keys(term, "Down", "Enter");
	wait_for(term, "Price tier (type to narrow):", ">  Wholesale");
	keys(term, "Up", "Enter");
	wait_for(term, "~> Price tier      Retail"); /* the cursor stays: Tab goes on, as from any field */
	keys(term, "d");		     /* a letter narrows */
	wait_for(term, "narrow): d", "1 of 3", ">  Distributor");
	keys(term, "Enter");
	wait_for(term, "~> Price tier      Distributor", "Enter: choose");
	keys(term, "Down", "NET45", "Enter");
	wait_for(term, "Terms (type to narrow):", "NET30");
	keys(term, "Esc");
	wait_for(term, "~> Terms          [NET45");
	keys(term, "Up", "Del");
	wait_for(term, "~> Price tier      -");
	leave(term);
}

static void entries(void **state)
{
	struct terminal *term = start_in(32, 80, NULL);

	(void)state;
	keys(term, "PgDn", "Down", "p");
	wait_for(term, "1 other is not primary any more.", "~> Shipping, primary, 2 Quay",
		 "~  Shipping, 3 Mole");
	keys(term, "J");
	wait_for(term, "~> Shipping, primary, 2 Quay, Bath");
	wait_cursor(term, 15, 3);
	wait_for(term, "J K move, d removes at once, u brings back.");
	keys(term, "K", "d");
	wait_for(term, "Addresses (2)", "1 removed. u brings it back.");
	wait_gone(term, "2 Quay");
	keys(term, "u");
	wait_for(term, "Addresses (3)", "~> Shipping, primary, 2 Quay, Bath");
	keys(term, "g", "PgDn", "Space", "Space");
	wait_for(term, " *Billing, primary", "~ *Shipping, primary");
	keys(term, "d");
	wait_for(term, "Addresses (1)", "2 removed. u brings them back.", "~> Shipping, 3 Mole");
	keys(term, "u");
	wait_for(term, "Addresses (3)", " > Billing, primary, 14 Chandlery Wharf, Portland");
	leave(term);
}

static void entry_opens_and_is_added(void **state)
{
	struct terminal *term = start_in(32, 80, NULL);

	(void)state;
	keys(term, "PgDn", "Enter");
	wait_for(term, " > Type *   Billing", "   Street   14 Chandlery Wharf", "[ Back ]");
	keys(term, "Down", "Down", "Down", "!", "PgDn", "Enter");
	wait_for(term, "~> Billing, primary, 14 Chandlery Wharf, Portland!");
	keys(term, "a");
	wait_for(term, "~> Type *   Billing");
	keys(term, "Down", "Space", "Down", "9 Pier", "PgDn", "Enter");
	wait_for(term, "Addresses (4)", "~> Billing, primary, 9 Pier", "~  Billing, 14 Chandlery");
	leave(term);
}

/* Half a number is said to be one wherever it is seen, until it is whole. */
static void half_typed_entry_is_wrong(void **state)
{
	struct terminal *term = start_in(32, 80, NULL);

	(void)state;
	keys(term, "PgDn", "Enter", "PgDn", "Up", "4th");
	wait_for(term, "~> Floor   [4th");
	keys(term, "PgDn", "Enter");
	wait_for(term, "!> Billing, primary, 14 Chandlery", "Floor: Enter a whole number");
	keys(term, "J"); /* with its number, whichever that is */
	wait_for(term, "!> Billing, primary, 14 Chandlery", "Floor: Enter a whole number");
	keys(term, "Enter");
	wait_for(term, "!  Floor    4th", "            Enter a whole number");
	keys(term, "PgDn", "Up", "Backspace", "Backspace", "Tab", "Enter");
	wait_for(term, "~> Billing, primary, 14 Chandlery");
	wait_gone(term, "whole number");
	leave(term);
}

static void attributes(void **state)
{
	struct terminal *term = start_in(32, 80, NULL);

	(void)state;
	keys(term, "PgDn", "PgDn");
	wait_for(term, " > colour   blue", "Enter: change");
	keys(term, "Enter", " green");
	wait_for(term, "~> colour  [blue green");
	keys(term, "Enter", "Enter", "kg");
	wait_for(term, "~> weight  [12kg");
	keys(term, "Down");
	wait_for(term, "!  weight   12kg", "Enter an amount", " > fragile  yes");
	keys(term, "Up", "Enter", "Backspace", "Backspace", "Tab"); /* a number again */
	wait_for(term, "   weight   12", "~  colour   blue green");
	wait_gone(term, "Enter an amount");
	keys(term, "Space", "Down");
	wait_for(term, "~  fragile  NO", " > parts");
	keys(term, "d");
	wait_for(term, "Attributes (3)", "1 removed. u brings it back.");
	keys(term, "u");
	wait_for(term, "Attributes (4)", " > parts    [1,2]");
	keys(term, "Down", "Enter", "origin", "Enter");
	wait_for(term, "Attributes (5)", "~> origin  [");
	keys(term, "sea", "Down");
	wait_for(term, "~  origin   sea");
	keys(term, "PgUp", "n", "Ctrl-u", "tint", "Enter");
	wait_for(term, "~> tint     blue green");
	leave(term);
}

/* From 120 columns the fields stand in two columns: down the left one, then down the right one. */
static void two_columns(void **state)
{
	struct terminal *term = start_in(48, 160, NULL);

	(void)state;
	keys(term, "Down", "Down", "Down", "Down", "x", "Down");
	wait_for(term, "!  Limit           1500.50x", " > Note");
	wait_for(term, "   Number          HRB-1042                                           read "
		       "only    "
		       "VIP             NO");
	wait_for(term, "   Price tier      Wholesale for shops");
	int row, col;
	assert_true(terminal_find(term, "Enter an amount", &row, &col));
	assert_int_equal(col, 80 + 19);
	assert_true(terminal_find(term, " Addresses (3)", &row, &col));
	assert_int_equal(row, 9);
	leave(term);
}

static void long_text_scrolls(void **state)
{
	struct terminal *term = start_in(16, 60, NULL);

	(void)state;
	keys(term, "Ctrl-u", "0123456789 0123456789 0123456789 港湾港湾");
	wait_for(term, "789 港湾港湾 "); /* the end, whatever of its start */
	keys(term, "Home");
	wait_for(term, "[0123456789 0123456789 0123456789 ");
	leave(term);
}

static void hostile_text_in_c(void **state)
{
	struct terminal *term = start_in(24, 80, "C");

	(void)state;
	wait_for(term, "Note            esc^[[2J ???? bidi<U+202E>x");
	keys(term, "Down", "Down", "Down", "Down", "Down", "y");
	wait_for(term, "~> Note           [esc^[[2J ???? bidi<U+202E>xy");
	leave(term);
}

static void letter_costs_few_bytes(void **state)
{
	struct terminal *term = start_in(48, 160, NULL);

	(void)state;
	keys(term, "x");
	wait_for(term, "changed", "~> Company");
	terminal_mark(term);
	keys(term, "y");
	wait_for(term, "Supplyxy");
	print_message("# letter at the end: %zu bytes\n", terminal_bytes(term));
	assert_in_range(terminal_bytes(term), 1, 29);
	keys(term, "Home");
	wait_cursor(term, 4, 19);
	terminal_mark(term);
	keys(term, "z");
	wait_for(term, "zHarborline");
	print_message("# letter at the start: %zu bytes\n", terminal_bytes(term));
	assert_in_range(terminal_bytes(term), 1, 29 + strlen("Harborline Marine Supplyxy"));
	terminal_mark(term);
	keys(term, "Backspace");
	wait_for(term, "[Harborline");
	keys(term, "End");
	wait_cursor(term, 4, 19 + 26);
	terminal_mark(term);
	keys(term, "Backspace");
	wait_cursor(term, 4, 19 + 25);
	print_message("# backspace at the end: %zu bytes\n", terminal_bytes(term));
	assert_in_range(terminal_bytes(term), 1, 29);
	leave(term);
}

/* All of the field is shifted now and then, not for each letter. */
static void letter_behind_the_edge_costs_few_bytes(void **state)
{
	static const char text[] = "abcdefghijklmnopqrstuvwxyz";
	struct terminal *term = start_in(48, 160, NULL);

	(void)state;
	keys(term, "Ctrl-u");
	terminal_paste(term,
		       "0123456789012345678901234567890123456789012345678901234567890123456789");
	wait_for(term, "changed", "3456789");
	terminal_mark(term);
	for (size_t i = 0; text[i]; i++) {
		char tail[] = { '9', text[i], 0 };
		keys(term, tail + 1);
		if (i > 0)
			tail[0] = text[i - 1];
		wait_for(term, tail);
	}
	print_message("# letter behind the edge: %zu bytes\n", terminal_bytes(term) / strlen(text));
	assert_in_range(terminal_bytes(term) / strlen(text), 1, 29);
	leave(term);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_of_a_record),
		cmocka_unit_test(cursor_goes_from_line_to_line),
		cmocka_unit_test(text_is_typed_in_place),
		cmocka_unit_test(alt_is_for_words),
		cmocka_unit_test(keys_before_the_first_frame),
		cmocka_unit_test(paste_is_text),
		cmocka_unit_test(wrong_value_is_kept_and_said),
		cmocka_unit_test(button_goes_to_what_is_wrong),
		cmocka_unit_test(complaints_of_the_service),
		cmocka_unit_test(yes_and_no),
		cmocka_unit_test(choices),
		cmocka_unit_test(entries),
		cmocka_unit_test(entry_opens_and_is_added),
		cmocka_unit_test(half_typed_entry_is_wrong),
		cmocka_unit_test(attributes),
		cmocka_unit_test(two_columns),
		cmocka_unit_test(long_text_scrolls),
		cmocka_unit_test(hostile_text_in_c),
		cmocka_unit_test(letter_costs_few_bytes),
		cmocka_unit_test(letter_behind_the_edge_costs_few_bytes),
	};

	if (argc > 2 && strcmp(argv[1], "sample") == 0)
		return sample_run(argv[2]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
