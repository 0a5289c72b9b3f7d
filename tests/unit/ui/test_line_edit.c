/* test_line_edit.c - typing into one line: whole clusters, kill and yank, scrolling sideways. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/text.h"
#include "ui/keys.h"
#include "ui/line_edit.h"

/* Types names of keys and characters, separated by blanks. */
static void type(struct line_edit *edit, const char *names)
{
	while (*names) {
		char name[64], text[TEXT_CHAR_SIZE] = "";
		size_t len = strcspn(names, " ");
		struct key key = { .text = text };
		memcpy(name, names, len);
		name[len] = '\0';
		bool alt = strncmp(name, "Alt-", 4) == 0;
		assert_true(key_parse(alt ? name + 4 : name, &key.code));
		if (alt)
			key.code |= K_ALT;
		if (key.code < K_ENTER)
			text_from_char(key.code, text);
		assert_true(line_edit_key(edit, &key));
		names += len;
		names += strspn(names, " ");
	}
}

static const struct {
	const char *start, *keys, *text;
	size_t at;
} cases[] = {
	{ "", "a b c", "abc", 3 },
	{ "abc", "Left Left X", "aXbc", 2 },
	{ "abc", "Home Del", "bc", 0 },
	{ "abc", "Backspace", "ab", 2 },
	{ "abc", "Home Backspace", "abc", 0 },
	{ "abc", "End Del", "abc", 3 },
	{ "abc", "Ctrl-a x Ctrl-e y", "xabcy", 5 },
	{ "one two", "Ctrl-w", "one ", 4 },
	{ "one two ", "Ctrl-w", "one ", 4 },
	{ "one two", "Ctrl-Left Ctrl-k", "one ", 4 },
	{ "one two", "Ctrl-Left Ctrl-u", "two", 0 },
	{ "one two", "Ctrl-Left Ctrl-u End Ctrl-y", "twoone ", 7 },
	{ "one two", "Home Ctrl-Right X", "one Xtwo", 5 },
	{ "one two", "Home Alt-f X", "one Xtwo", 5 },
	{ "one two", "Alt-b X", "one Xtwo", 5 },
	{ "one two", "Home Alt-d", " two", 0 },
	{ "one two", "Home Alt-d Alt-d Ctrl-y", " two", 4 },
	{ "anna@berg.se", "Alt-Backspace", "anna@berg.", 10 },
	{ "anna@berg.se", "Alt-b Alt-b Alt-d", "anna@.se", 5 },
	{ "to anna@berg.se", "Ctrl-w", "to ", 3 }, /* up to the blank, as shells have it */
	{ "smörgås bord", "Ctrl-Left Ctrl-Left X", "Xsmörgås bord", 1 },
	{ "港湾 用品", "Alt-b Alt-Backspace", "用品", 0 },
	{ "abc", "Ctrl-y", "abc", 3 },                /* nothing was killed */
	{ "ae\xcc\x81z", "Left Backspace", "az", 1 }, /* a letter with its accent goes as one */
	{ "ae\xcc\x81z", "Home Right Right X", "ae\xcc\x81Xz", 5 },
	{ "ae\xcc\x81z", "Home Right Del", "az", 1 },
	{ "e", "\xcc\x81 Left X", "Xe\xcc\x81", 1 }, /* typed behind its letter, it joins it */
	{ "港湾", "Backspace", "港", 3 },
	{ "港湾", "Left 用", "港用湾", 6 },
	{ "🇸🇪", "Backspace", "", 0 }, /* a flag is two code points */
};

static void keys_edit(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct line_edit edit;
		line_edit_init(&edit, cases[i].start, 1000, false);
		type(&edit, cases[i].keys);
		assert_string_equal(edit.text, cases[i].text);
		assert_int_equal(edit.at, cases[i].at);
		assert_int_equal(edit.len, strlen(edit.text));
		line_edit_finish(&edit);
	}
}

static const struct {
	const char *keys, *text;
} selected_cases[] = {
	{ "2 4", "24" },          /* the first letter alone takes the place */
	{ "End 4", "14" },        /* who moves there keeps it */
	{ "Left 2", "21" },
	{ "Backspace 2", "2" },
	{ "Ctrl-u 7 Ctrl-y", "71" },
};

static void selected_text_is_typed_over(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(selected_cases); i++) {
		struct line_edit edit;
		line_edit_init(&edit, "1", 1000, false);
		edit.selected = true;
		type(&edit, selected_cases[i].keys);
		assert_string_equal(edit.text, selected_cases[i].text);
		line_edit_finish(&edit);
	}
}

static void keys_left_to_the_caller(void **state)
{
	const uint32_t codes[] = { K_ENTER, K_ESC,           K_TAB,    K_UP,
				   K_DOWN,  K_SHIFT | K_TAB, K_F0 + 2, K_CTRL | 's' };
	struct line_edit edit;

	(void)state;
	line_edit_init(&edit, "abc", 10, false);
	for (size_t i = 0; i < CASES(codes); i++)
		assert_false(line_edit_key(&edit, &(struct key){ codes[i], "" }));
	assert_false(edit.changed);
	line_edit_finish(&edit);
}

static void length_is_limited_at_whole_characters(void **state)
{
	struct line_edit edit;

	(void)state;
	line_edit_init(&edit, NULL, 4, false);
	line_edit_key(&edit, &(struct key){ K_PASTE, "ab港湾" });
	assert_string_equal(edit.text, "ab"); /* three bytes do not fit into two */
	line_edit_key(&edit, &(struct key){ K_PASTE, "cdef" });
	assert_string_equal(edit.text, "abcd");
	line_edit_finish(&edit);
}

static void killed_text_outlives_its_field(void **state)
{
	struct line_edit edit;

	(void)state;
	line_edit_init(&edit, "Dock Street 12", 100, false);
	type(&edit, "Ctrl-u");
	line_edit_set(&edit, "Quay ");
	type(&edit, "Ctrl-y");
	assert_string_equal(edit.text, "Quay Dock Street 12");
	line_edit_finish(&edit);
}

static void secrets_are_not_yanked(void **state)
{
	struct line_edit edit;
	char *place;

	(void)state;
	line_edit_init(&edit, "hunter2", 100, true);
	place = edit.text;
	type(&edit, "Ctrl-u Ctrl-y");
	assert_string_equal(edit.text, "");
	for (size_t i = 0; i < 8; i++)
		assert_int_equal(edit.text[i], 0); /* wiped, not only ended earlier */
	line_edit_key(
		&edit,
		&(struct key){ K_PASTE,
			       "a longer secret than before, much longer than sixty-four bytes" });
	assert_ptr_equal(edit.text, place); /* never moved: no copy is left behind */
	line_edit_finish(&edit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_edit),
		cmocka_unit_test(selected_text_is_typed_over),
		cmocka_unit_test(keys_left_to_the_caller),
		cmocka_unit_test(length_is_limited_at_whole_characters),
		cmocka_unit_test(killed_text_outlives_its_field),
		cmocka_unit_test(secrets_are_not_yanked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
