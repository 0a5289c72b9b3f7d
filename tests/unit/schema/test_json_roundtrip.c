/* Property: whatever JSON comes, what is not touched goes back as it came, white space apart. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "base/error.h"
#include "schema/json.h"

enum { ROUNDS = 20000, MAX_LEVEL = 5 };

struct source {
	uint64_t seed;
	FILE *spaced; /* with random white space: what is read */
	FILE *dense;  /* without: what must come out */
};

static unsigned pick(struct source *source, unsigned below)
{
	source->seed ^= source->seed << 13;
	source->seed ^= source->seed >> 7;
	source->seed ^= source->seed << 17;
	return (unsigned)(source->seed >> 32) % below;
}

static void put(struct source *source, const char *token)
{
	static const char *const spaces[] = { "", "", "", " ", "\n", "\t \r\n" };

	fprintf(source->spaced, "%s%s%s", spaces[pick(source, 6)], token, spaces[pick(source, 6)]);
	fputs(token, source->dense);
}

static void put_number(struct source *source)
{
	static const char *const odd[] = { "0", "-0", "1e400", "-1E-400", "9007199254740993", "0.1000",
					   "12345678901234567890.123456789", "1e5", "1E+5" };
	char text[64];

	if (pick(source, 3) == 0) {
		put(source, odd[pick(source, CASES(odd))]);
		return;
	}
	snprintf(text, sizeof(text), "%s%u.%04u", pick(source, 2) ? "-" : "", pick(source, 100000), pick(source, 10000));
	put(source, text);
}

static void put_string(struct source *source)
{
	static const char *const parts[] = { "a", "é", "日", "😀", " ", "\\n", "\\\"", "\\\\", "\\/", "\\u0000",
					     "\\u00e9", "\\uD83D\\uDE00", "\\ud800", "\\u0001", "\\u001F", "\\b",
					     "n", "s", "{", "\x7f" };
	char text[256] = "\"";

	for (unsigned i = pick(source, 8); i > 0; i--)
		strcat(text, parts[pick(source, CASES(parts))]);
	put(source, strcat(text, "\""));
}

static void put_value(struct source *source, int level)
{
	static const char *const words[] = { "true", "false", "null" };
	unsigned choice = pick(source, level < MAX_LEVEL ? 6 : 4);
	bool object = choice == 5;

	if (choice < 2) {
		put_string(source);
	} else if (choice == 2) {
		put_number(source);
	} else if (choice == 3) {
		put(source, words[pick(source, 3)]);
	} else {
		put(source, object ? "{" : "[");
		for (unsigned i = pick(source, 5), first = 1; i > 0; i--, first = 0) {
			if (!first)
				put(source, ",");
			if (object) {
				put_string(source);
				put(source, ":");
			}
			put_value(source, level + 1);
		}
		put(source, object ? "}" : "]");
	}
}

static void random_documents_come_back(void **state)
{
	struct source source = { .seed = 0x2545f4914f6cdd1du };

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		char *spaced, *dense;
		size_t spaced_len, dense_len;
		source.spaced = xmemstream(&spaced, &spaced_len);
		source.dense = xmemstream(&dense, &dense_len);
		put_value(&source, 0);
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
