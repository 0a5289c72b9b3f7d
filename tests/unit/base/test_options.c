/* SPDX-License-Identifier: ISC */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/options.h"

struct taken {
	bool help;
	char *profile, *config, *format;
	struct option_list filters;
	int64_t limit, port;
};

static const char *const formats[] = { "table", "csv", "json", NULL };

static const struct option_row rows[] = {
	{ .name = "profile",
	  .argument = "NAME",
	  .help = "Which one",
	  .kind = OPTION_TEXT,
	  .place = offsetof(struct taken, profile),
	  .scope = 1 },
	{ .name = "config",
	  .argument = "FILE",
	  .help = "Read FILE instead of the usual one, which lies in the "
		  "folder that the environment names",
	  .kind = OPTION_PATH,
	  .place = offsetof(struct taken, config),
	  .scope = 1 },
	{ .name = "filter",
	  .argument = "FIELD:OP:VALUE",
	  .help = "Only these",
	  .kind = OPTION_LIST,
	  .place = offsetof(struct taken, filters),
	  .scope = 2 },
	{ .name = "format",
	  .argument = "FORMAT",
	  .help = "How",
	  .kind = OPTION_CHOICE,
	  .place = offsetof(struct taken, format),
	  .choices = formats,
	  .scope = 2 },
	{ .name = "limit",
	  .argument = "N",
	  .help = "How many",
	  .kind = OPTION_NUMBER,
	  .place = offsetof(struct taken, limit),
	  .min = 1,
	  .max = INT64_MAX,
	  .scope = 2 },
	{ .name = "port",
	  .argument = "N",
	  .help = "Where",
	  .kind = OPTION_NUMBER,
	  .place = offsetof(struct taken, port),
	  .min = 0,
	  .max = 65535,
	  .scope = 1 },
	{ .name = "help",
	  .help = "This",
	  .kind = OPTION_FLAG,
	  .place = offsetof(struct taken, help),
	  .scope = 1 | 2 },
};
static const struct option_table table = OPTIONS(rows);

static bool parse(const char *const *argv, struct taken *taken, struct option_words *words,
		  struct error *err)
{
	char *copies[16];
	size_t count = 0;

	while (argv[count]) {
		copies[count] = xstrdup(argv[count]);
		count++;
	}
	copies[count] = NULL;
	bool ok = options_parse(&table, copies, taken, words, err);
	for (size_t i = 0; i < count; i++)
		free(copies[i]);
	return ok;
}

static void options_and_words_come_in_any_order(void **state)
{
	const char *argv[] = { "--profile",  "north",     "list",       "--filter",
			       "a:equals:1", "customers", "--limit=20", "--filter=b:equals:x=y",
			       "-",          "--help",    "--",         "--format",
			       NULL };
	struct taken taken = { 0 };
	struct option_words words = { 0 };

	(void)state;
	assert_true(parse(argv, &taken, &words, NULL));
	assert_string_equal(taken.profile, "north");
	assert_int_equal(taken.limit, 20);
	assert_true(taken.help);
	assert_int_equal(taken.filters.size, 2);
	assert_string_equal(taken.filters.items[1], "b:equals:x=y");
	assert_int_equal(words.list.size, 4);
	assert_string_equal(words.list.items[2], "-");
	assert_string_equal(words.list.items[3], "--format");
	assert_int_equal(words.given, 1 << 0 | 1 << 2 | 1 << 4 | 1 << 6);
	options_finish(&table, &taken, &words);
}

static void a_value_may_begin_with_a_dash(void **state)
{
	const char *argv[] = { "--profile", "--help", NULL };
	struct taken taken = { 0 };
	struct option_words words = { 0 };

	(void)state;
	assert_true(parse(argv, &taken, &words, NULL));
	assert_string_equal(taken.profile, "--help");
	assert_false(taken.help);
	options_finish(&table, &taken, &words);
}

static const struct {
	const char *argv[3];
	const char *message;
} mistakes[] = {
	{ { "--fliter", "x" }, "--fliter: no such option, did you mean --filter?" },
	{ { "--fliter=x" }, "--fliter: no such option, did you mean --filter?" },
	{ { "-help" }, "-help: no such option, did you mean --help?" },
	{ { "-q" }, "-q: no such option; --help lists them" },
	{ { "--help=yes" }, "--help takes no value" },
	{ { "--profile" }, "--profile needs a value: --profile NAME" },
	{ { "--config=" }, "--config needs a value: --config FILE" },
	{ { "--format", "jsn" },
	  "--format jsn: expected one of table, csv, json, did you mean json?" },
	{ { "--format", "xml" }, "--format xml: expected one of table, csv, json" },
	{ { "--limit", "0" }, "--limit 0: expected a whole number, at least 1" },
	{ { "--limit", "ten" }, "--limit ten: expected a whole number, at least 1" },
	{ { "--limit", "99999999999999999999" },
	  "--limit 99999999999999999999: expected a whole number, at least 1" },
	{ { "--port", "65536" }, "--port 65536: expected a whole number from 0 to 65535" },
	{ { "--port", " 7" }, "--port  7: expected a whole number from 0 to 65535" },
	{ { "--profile", "\xff" },
	  "--profile: the value is no text in this locale's character set" },
};

static void a_mistake_says_what_was_expected(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		struct taken taken = { 0 };
		struct option_words words = { 0 };
		struct error err = { 0 };
		assert_false(parse(mistakes[i].argv, &taken, &words, &err));
		assert_string_equal(err.message, mistakes[i].message);
		options_finish(&table, &taken, &words);
	}
}

static void help_prints_the_rows_of_a_scope_wrapped(void **state)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	(void)state;
	options_print(&table, 1, out);
	fclose(out);
	assert_string_equal(
		text,
		"  --profile NAME           Which one\n"
		"  --config FILE            Read FILE instead of the usual one, which lies in\n"
		"                           the folder that the environment names\n"
		"  --port N                 Where\n"
		"  --help                   This\n");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_and_words_come_in_any_order),
		cmocka_unit_test(a_value_may_begin_with_a_dash),
		cmocka_unit_test(a_mistake_says_what_was_expected),
		cmocka_unit_test(help_prints_the_rows_of_a_scope_wrapped),
	};
	return cmocka_run_group_tests_name("options", tests, NULL, NULL);
}
