/* test_url.c - parts of web addresses, there and back. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/url.h"

static const struct {
	const char *text, *decoded;
} encoded[] = {
	{ "", "" },
	{ "page=1&pageSize=25", "page=1&pageSize=25" },
	{ "filters%5B0%5d%5Bvalue%5D=a%20b", "filters[0][value]=a b" },
	{ "%C3%A5", "\xc3\xa5" },
	{ "100%", "100%" }, /* what is not encoded rightly stays */
	{ "%4", "%4" },
	{ "%zz%4x", "%zz%4x" },
	{ "a%00b", "a%00b" },
	{ "%255F", "%5F" }, /* once */
};

static void what_is_encoded_is_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(encoded); i++)
		assert_text_take(url_decoded(encoded[i].text), encoded[i].decoded);
}

static const char *const texts[] = { "plain-._~", "a b&c=d/e?", ".", "..", "\xe6\xb8\xaf %41" };

static void what_is_written_reads_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(texts); i++) {
		char *text;
		size_t len;
		FILE *out = open_memstream(&text, &len);

		url_write_encoded(out, texts[i]);
		fclose(out);
		assert_null(strpbrk(text, " &=/?"));
		assert_string_not_equal(text, "..");
		assert_text_take(url_decoded(text), texts[i]);
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_encoded_is_read),
		cmocka_unit_test(what_is_written_reads_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
