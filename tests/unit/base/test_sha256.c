/* The digests of FIPS 180's examples, and of nothing. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/sha256.h"

static const struct {
	const char *text, *digest;
} known[] = {
	{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
	{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
	  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
};

static void known_texts_have_their_digests(void **state)
{
	char text[SHA256_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		sha256_text(known[i].text, strlen(known[i].text), text);
		assert_string_equal(text, known[i].digest);
	}
}

static void a_million_letters_are_one_text(void **state)
{
	enum { MANY = 1000 * 1000 };
	char *letters = xmalloc(MANY), text[SHA256_TEXT_SIZE];

	(void)state;
	memset(letters, 'a', MANY);
	sha256_text(letters, MANY, text);
	assert_string_equal(text, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	free(letters);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_texts_have_their_digests),
		cmocka_unit_test(a_million_letters_are_one_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
