/* test_disputed.c - signs whose width is disputed: a case for each row of the table, and what is
 * drawn. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <locale.h>
#include <wchar.h>

#include "base/disputed.h"
#include "base/text.h"

static const struct {
	const char *sent, *drawn;
} cases[] = {
	/* Jamo */
	{ "\u1112\u1161\u11ab\u1100\u1173\u11af", "한글" },
	{ "\uac00\u11a8", "각" }, /* a syllable and what ends it */
	{ "\u1112\u1161", "하" },
	{ "\u1161", "?" },       /* a vowel alone */
	{ "\u1113\u1161", "?" }, /* of old Hangul: no such syllable */
	{ "\ua960\u1161", "?" },
	{ "\u1100\ud7b0", "?" },
	{ "\u3164", "?" },
	{ "\uffa0", "?" },
	/* joiners */
	{ "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
	  "\u0646\u0645\u06cc\u062e\u0648\u0627\u0647\u0645" },
	{ "\u0dc1\u0dca\u200d\u0dbb\u0dd3", "\u0dc1\u0dca\u0dbb\u0dd3" },
	{ "👩‍🚀 Ada", "👩 Ada" },
	{ "👨‍👩‍👧‍👦!", "👨!" },
	{ "👩🏽‍🚀", "👩" },
	{ "\u200d", "?" },
	/* keycaps, selectors */
	{ "1\ufe0f\u20e3", "1" },
	{ "#\u20e3", "#" },
	{ "\u2764\ufe0f \u2764\ufe0e", "\u2764 \u2764" },
	{ "\u2764\ufe0f\u200d\U0001f525", "\u2764" },
	{ "\u8fbb\U000e0100\u585a\ufe00", "\u8fbb\u585a" },
	{ "e\u0301\ufe0f", "e\u0301" }, /* the accent stays */
	{ "\ufe0f", "?" },
	/* flags */
	{ "🇸🇪🇳🇴", "SENO" },
	{ "🇸", "S" },
	{ "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f.",
	  "\U0001f3f4." },
	{ "a\U000e0067", "a<U+E0067>" }, /* behind anything else they would hide text */
	{ "🏴‍☠️", "🏴" },
	/* skin tones */
	{ "👍🏽", "👍" },
	{ "\U0001f3fd", "?" },
	/* nobody disputes these */
	{ "Ærø 日本語 각 Привет ±½ 👍", "Ærø 日本語 각 Привет ±½ 👍" },
	{ "\u0915\u094d\u0937\u093f", "\u0915\u094d\u0937\u093f" },
	{ "\u0e01\u0e33", "\u0e01\u0e33" },
};

static void what_is_drawn(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		const char *sent = cases[i].sent, *drawn = cases[i].drawn;
		char *clean = text_clean(sent, strlen(sent));

		if (strcmp(clean, drawn) != 0)
			fail_msg("case %zu: %s became %s, not %s", i, sent, clean, drawn);
		assert_true(text_is_clean(clean, strlen(clean)));
		free(clean);
	}
}

/* What is left has the width that the C library, and so every program of the terminal, gives it. */
static void widths_agree_with_the_c_library(void **state)
{
	(void)state;
	assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
	for (size_t i = 0; i < CASES(cases); i++) {
		const char *drawn = cases[i].drawn;
		wchar_t wide[64];
		size_t count = mbstowcs(wide, drawn, CASES(wide));

		assert_true(count < CASES(wide));
		if (text_width(drawn, strlen(drawn)) != wcswidth(wide, count))
			fail_msg("%s has %d columns, not %d", drawn, wcswidth(wide, count),
				 text_width(drawn, strlen(drawn)));
	}
}

/* Any cluster of two such signs and what they stand on: drawn once, it stays as it is. */
static void what_was_drawn_stays(void **state)
{
	static const uint32_t signs[] = { 'a',     0x301,   0x1100,  0x1161,  0x11a8,  0xac00,
					  0x200c,  0x200d,  0x20e3,  0x3164,  0xa960,  0xd7b0,
					  0xfe0f,  0x1f1e6, 0x1f3fb, 0x1f468, 0xe0067, 0x1f3f4,
					  0xe0100, 0x0915,  0x094d };
	enum { COUNT = CASES(signs) };

	(void)state;
	for (size_t i = 0; i < (size_t)COUNT * COUNT * COUNT; i++) {
		char text[64] = "", one[TEXT_CHAR_SIZE];

		for (size_t at = i, k = 0; k < 3; k++, at /= COUNT) {
			text_from_char(signs[at % COUNT], one);
			strcat(text, one);
		}
		char *clean = text_clean(text, strlen(text));
		if (!text_is_clean(clean, strlen(clean)))
			fail_msg("%s became %s, which is not clean", text, clean);
		free(clean);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_drawn),
		cmocka_unit_test(widths_agree_with_the_c_library),
		cmocka_unit_test(what_was_drawn_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
