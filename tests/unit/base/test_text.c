/* Whatever a server sends, what is shown is harmless, whole and as wide as it says. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <locale.h>

#include "base/text.h"

static const struct {
	const char *sent, *shown;
} hostile[] = {
	{ "plain", "plain" },
	{ "", "" },
	{ "Ærø Café 日本語 Привет Ελλάς", "Ærø Café 日本語 Привет Ελλάς" },
	{ "red \x1b[31mPWN", "red ^[[31mPWN" },
	{ "a\r\nb\tc\x7f", "a^M^Jb^Ic^?" },
	{ "csi \xc2\x9b" "31m", "csi <U+009B>31m" },
	{ "osc \x1b]52;c;AAAA\x07", "osc ^[]52;c;AAAA^G" },
	{ "over \xe2\x80\xae" "txt", "over <U+202E>txt" },
	{ "iso \xe2\x81\xa6x\xe2\x81\xa9", "iso <U+2066>x<U+2069>" },
	{ "line \xe2\x80\xa8 end", "line <U+2028> end" },
	{ "bom \xef\xbb\xbf", "bom <U+FEFF>" },
	{ "soft\xc2\xadhyphen", "soft<U+00AD>hyphen" },
	{ "bad \xff\xc3(", "bad <FF><C3>(" },
	{ "overlong \xc0\xaf", "overlong <C0><AF>" },
	{ "surrogate \xed\xa0\x80", "surrogate <ED><A0><80>" },
	{ "cut \xe6\x97", "cut <E6><97>" },
	{ "👨‍👩‍👧 family", "👨 family" },
	{ "👍🏽 thumb", "👍 thumb" },
	{ "🇸🇪 flag", "SE flag" },
	{ "❤️ heart", "❤ heart" },
	{ "e\xcc\x81 combining", "e\xcc\x81 combining" },
};

static void hostile_text_becomes_visible_marks(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(hostile); i++) {
		size_t len = strlen(hostile[i].sent);
		assert_text_take(text_clean(hostile[i].sent, len), hostile[i].shown);
		assert_int_equal(text_is_clean(hostile[i].sent, len),
				 strcmp(hostile[i].sent, hostile[i].shown) == 0);
		assert_true(text_is_clean(hostile[i].shown, strlen(hostile[i].shown)));
	}
	char *clean = text_clean("a\0b", 3);
	assert_string_equal(clean, "a^@b");
	free(clean);
}

/* Any bytes at all: what comes out is UTF-8 without a control character in it. */
static void random_bytes_are_harmless(void **state)
{
	uint64_t seed = 88172645463325252u;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char bytes[64];
		for (size_t i = 0; i < sizeof(bytes); i++) {
			seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
			bytes[i] = (char)(seed >> 24);
		}
		char *clean = text_clean(bytes, sizeof(bytes));
		size_t len = strlen(clean);
		assert_true(text_is_utf8(clean, len));
		for (size_t i = 0; i < len; i++)
			assert_true((unsigned char)clean[i] >= 0x20 && clean[i] != 0x7f);
		assert_null(strstr(clean, "\xc2\x9b"));
		assert_null(strstr(clean, "\xe2\x80\xae"));
		assert_true(text_is_clean(clean, len));
		free(clean);
	}
}

static const struct {
	const char *text;
	int width_cols;
	enum text_align align;
	const char *fitted;
} fits[] = {
	{ "abc", 5, TEXT_LEFT, "abc  " },
	{ "abc", 5, TEXT_RIGHT, "  abc" },
	{ "abcdef", 5, TEXT_LEFT, "abcd~" },
	{ "abcde", 5, TEXT_LEFT, "abcde" },
	{ "日本語", 5, TEXT_LEFT, "日本~" },
	{ "日本語", 4, TEXT_LEFT, "日~ " },
	{ "日本語", 4, TEXT_RIGHT, " 日~" },
	{ "e\xcc\x81" "e\xcc\x81" "e\xcc\x81", 2, TEXT_LEFT, "e\xcc\x81~" },
	{ "abc", 1, TEXT_LEFT, "~" },
	{ "abc", 0, TEXT_LEFT, "" },
	{ "", 3, TEXT_LEFT, "   " },
};

static void cells_are_exactly_as_wide_as_asked(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(fits); i++) {
		char *fitted = text_fit(fits[i].text, fits[i].width_cols, fits[i].align);
		assert_string_equal(fitted, fits[i].fitted);
		assert_int_equal(text_width(fitted, strlen(fitted)), fits[i].width_cols);
		free(fitted);
	}
}

static void clusters_are_never_split(void **state)
{
	static const char text[] = "ae\xcc\x81" "語🇸🇪👨‍👩‍👧\r\nz";
	static const size_t expected[] = { 1, 3, 3, 8, 18, 2, 1 };
	size_t at = 0, len = sizeof(text) - 1;

	(void)state;
	for (size_t i = 0; i < CASES(expected); i++) {
		assert_int_equal(text_cluster(text + at, len - at), expected[i]);
		at += expected[i];
	}
	assert_int_equal(at, len);
	for (size_t i = CASES(expected); i-- > 0;) {
		assert_int_equal(text_last_cluster(text, at), expected[i]);
		at -= expected[i];
	}
	assert_int_equal(text_cluster("", 0), 0);
}

static void a_tower_of_marks_is_bounded(void **state)
{
	char text[4000];

	(void)state;
	text[0] = 'a';
	for (size_t i = 1; i + 2 < sizeof(text); i += 2)
		memcpy(text + i, "\xcc\x81", 2);
	size_t cluster = text_cluster(text, sizeof(text) - 3);
	assert_in_range(cluster, 1, 256);
	assert_true(text_is_utf8(text, cluster));
}

static void comparing_ignores_case(void **state)
{
	(void)state;
	assert_int_equal(text_casecmp("CompanyName", "companyname"), 0);
	assert_true(text_casecmp("a", "B") < 0);
	assert_true(text_casecmp("ab", "a") > 0);
	assert_true(text_contains("Harbour Lights ÅB", "åb"));
	assert_true(text_contains("ΣΊΣΥΦΟΣ", "σίσυφος"));
	assert_false(text_contains("abc", "abd"));
}

static const struct {
	const char *json, *safe, *ascii;
} escaped[] = {
	{ "{\n \"a\": \"b\\n\"\n}", "{\n \"a\": \"b\\n\"\n}", "{\n \"a\": \"b\\n\"\n}" },
	{ "\"Ærø\"", "\"Ærø\"", "\"\\u00c6r\\u00f8\"" },
	{ "\"\xc2\x9b" "31m\x7f\"", "\"\\u009b31m\\u007f\"", "\"\\u009b31m\\u007f\"" },
	{ "\"\xe2\x80\xae" "txt\"", "\"\\u202etxt\"", "\"\\u202etxt\"" },
	{ "\"\xf3\xa0\x80\x81 😀\"", "\"\\udb40\\udc01 😀\"", "\"\\udb40\\udc01 \\ud83d\\ude00\"" },
};

static char *json_written(const char *json, bool only_ascii)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	text_write_json(out, json, strlen(json), only_ascii);
	fclose(out);
	return text;
}

static void json_for_a_terminal_says_the_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(escaped); i++) {
		assert_text_take(json_written(escaped[i].json, false), escaped[i].safe);
		assert_text_take(json_written(escaped[i].json, true), escaped[i].ascii);
	}
}

static void the_c_locale_gets_question_marks(void **state)
{
	(void)state;
	setlocale(LC_ALL, "C");
	assert_text_take(text_to_locale("Ærø plain 日本"), "?r? plain ????");
	setlocale(LC_ALL, "C.UTF-8");
	assert_text_take(text_to_locale("Ærø plain"), "Ærø plain");
	assert_true(text_locale_is_utf8());
	assert_null(text_from_locale("\xff"));
}

static void blanks_go_from_the_ends_alone(void **state)
{
	(void)state;
	assert_text_take(text_trimmed(" \t a  b\r\n"), "a  b");
	assert_text_take(text_trimmed(" \n"), "");
	assert_text_take(text_trimmed(""), "");
}

static void texts_are_joined(void **state)
{
	(void)state;
	assert_text_take(text_joined((const char *const[]){ NULL }), "");
	assert_text_take(text_joined((const char *const[]){ "a", NULL }), "a");
	assert_text_take(text_joined((const char *const[]){ "a", "", "c", NULL }), "a, , c");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hostile_text_becomes_visible_marks),
		cmocka_unit_test(random_bytes_are_harmless),
		cmocka_unit_test(cells_are_exactly_as_wide_as_asked),
		cmocka_unit_test(clusters_are_never_split),
		cmocka_unit_test(a_tower_of_marks_is_bounded),
		cmocka_unit_test(comparing_ignores_case),
		cmocka_unit_test(json_for_a_terminal_says_the_same),
		cmocka_unit_test(blanks_go_from_the_ends_alone),
		cmocka_unit_test(texts_are_joined),
		cmocka_unit_test(the_c_locale_gets_question_marks),
	};
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
