/* Property: whatever JSON comes, what is not touched goes back as it came, white space apart. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "base/error.h"
#include "schema/json.h"
#include "random_json.h"

enum { ROUNDS = 20000 };

static void random_documents_come_back(void **state)
{
	struct random_json source = { .seed = 0x2545f4914f6cdd1du };

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		char *spaced, *dense;
		size_t spaced_len, dense_len;
		source.spaced = xmemstream(&spaced, &spaced_len);
		source.dense = xmemstream(&dense, &dense_len);
		random_value(&source, 0);
		fclose(source.spaced);
		fclose(source.dense);
		struct error err = { 0 };
		struct json *json = json_parse(spaced, spaced_len, &err);
		if (!json)
			fail_msg("%s: %s", spaced, err.message);
		assert_text_take(json_print(json), dense);
		json_free(json);
		free(spaced);
		free(dense);
	}
}

/* Cut anywhere, a document is refused or read, but never read beyond its end. */
static void cut_documents_do_no_harm(void **state)
{
	static const char text[] = "{\"a\":[1.5e3,\"\\ud83d\\ude00\\u0000\",{\"b\":null}],\"c\":\"日本\"}";

	(void)state;
	for (size_t len = 0; len < sizeof(text) - 1; len++) {
		char *cut = xstrndup(text, len); /* a block of its own: the sanitizers watch its end */
		assert_null(json_parse(cut, len, NULL));
		free(cut);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_documents_come_back),
		cmocka_unit_test(cut_documents_do_no_harm),
	};
	return cmocka_run_group_tests_name("json round trip", tests, NULL, NULL);
}
