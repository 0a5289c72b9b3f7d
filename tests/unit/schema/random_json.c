/* SPDX-License-Identifier: ISC */
#include "random_json.h"

#include "unit.h"

enum { MAX_LEVEL = 5 };

unsigned random_pick(struct random_json *source, unsigned below)
{
	source->seed ^= source->seed << 13;
	source->seed ^= source->seed >> 7;
	source->seed ^= source->seed << 17;
	return (unsigned)(source->seed >> 32) % below;
}

void random_put(struct random_json *source, const char *token)
{
	static const char *const spaces[] = { "", "", "", " ", "\n", "\t \r\n" };

	fprintf(source->spaced, "%s%s%s", spaces[random_pick(source, 6)], token,
		spaces[random_pick(source, 6)]);
	fputs(token, source->dense);
}

static void put_number(struct random_json *source)
{
	static const char *const odd[] = { "0", "-0", "1e400", "-1E-400", "9007199254740993", "0.1000",
					   "12345678901234567890.123456789", "1e5", "1E+5" };
	char text[64];

	if (random_pick(source, 3) == 0) {
		random_put(source, odd[random_pick(source, CASES(odd))]);
		return;
	}
	snprintf(text, sizeof(text), "%s%u.%04u", random_pick(source, 2) ? "-" : "",
		 random_pick(source, 100000), random_pick(source, 10000));
	random_put(source, text);
}

void random_string(struct random_json *source)
{
	static const char *const parts[] = { "a", "é", "日", "😀", " ", "\\n", "\\\"", "\\\\", "\\/", "\\u0000",
					     "\\u00e9", "\\uD83D\\uDE00", "\\ud800", "\\u0001", "\\u001F", "\\b",
					     "n", "s", "{", "\x7f" };
	char text[256] = "\"";

	for (unsigned i = random_pick(source, 8); i > 0; i--)
		strcat(text, parts[random_pick(source, CASES(parts))]);
	random_put(source, strcat(text, "\""));
}

void random_value(struct random_json *source, int level)
{
	static const char *const words[] = { "true", "false", "null" };
	unsigned choice = random_pick(source, level < MAX_LEVEL ? 6 : 4);
	bool object = choice == 5;

	if (choice < 2) {
		random_string(source);
	} else if (choice == 2) {
		put_number(source);
	} else if (choice == 3) {
		random_put(source, words[random_pick(source, 3)]);
	} else {
		random_put(source, object ? "{" : "[");
		for (unsigned i = random_pick(source, 5), first = 1; i > 0; i--, first = 0) {
			if (!first)
				random_put(source, ",");
			if (object) {
				random_string(source);
				random_put(source, ":");
			}
			random_value(source, level + 1);
		}
		random_put(source, object ? "}" : "]");
	}
}
