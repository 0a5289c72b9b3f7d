/* What the command line understands, and what it says when it does not. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "base/error.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/verb.h"

/* "list customers --limit 3" as main would get it; parts are separated by one space. */
static bool parse(const char *line, struct cli_options *options, struct error *err)
{
	char *copy = xstrdup(line), *argv[16] = { copy };
	size_t count = 1;

	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
		argv[count++] = word;
	argv[count] = NULL;
	bool ok = cli_options_parse(argv, options, err);
	const struct option_list *words = &options->words.list;
	const struct verb *verb = NULL;
	if (ok && words->size > 0)
		ok = (verb = verb_find(words->items[0], err));
	if (ok)
		ok = cli_options_fit(options, verb ? verb->scope : FOR_SCREEN, verb ? verb->name : NULL, err);
	free(copy);
	return ok;
}

static const char *const right[] = {
	"",
	"--sandbox --theme light",
	"list customers",
	"--sandbox list customers --filter a:b:c --filter d:e:f --sort -terms --limit 3 --format csv",
	"get products X --format json --read-only --ascii",
	"activate customers A B --profile north",
	"deactivate customers A --url http://127.0.0.1:1 --config /tmp/x",
	"--sandbox --api flow --tenant T1 --store S1 list customers",
	"--api flow --tenant T1 --store S1",
	"--help",
};

static void options_stand_before_or_after_the_verb(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(right); i++) {
		struct cli_options options = { 0 };
		struct error err = { 0 };
		if (!parse(right[i], &options, &err))
			fail_msg("%s: %s", right[i], err.message);
		cli_options_finish(&options);
	}
}

static const struct {
	const char *line, *message;
} wrong[] = {
	{ "lst customers", "lst: no such verb, did you mean list?" },
	{ "remove customers", "remove: no such verb; --help lists them" },
	{ "prices export x.csv --clear-empty", "prices takes no --clear-empty" },
	{ "list customers --plain", "list takes no --plain" },
	{ "--limit 3", "--limit needs a verb: nymble-tui list customers --limit ..." },
	{ "get customers X --limit 3", "get takes no --limit" },
	{ "list customers --theme dark", "list takes no --theme" },
	{ "activate customers X --format json", "activate takes no --format" },
	{ "list customers --format yaml", "--format yaml: expected one of table, csv, json" },
	{ "list customers --limit 0", "--limit 0: expected a whole number, at least 1" },
	{ "--sandbox --url https://x list customers",
	  "--sandbox is a service of its own: leave out --profile and --url" },
	{ "--sandbox --profile x list customers",
	  "--sandbox is a service of its own: leave out --profile and --url" },
};

static void mistakes_say_what_was_expected(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(wrong); i++) {
		struct cli_options options = { 0 };
		struct error err = { 0 };
		if (parse(wrong[i].line, &options, &err) || strcmp(err.message, wrong[i].message) != 0)
			fail_msg("%s: %s", wrong[i].line, err.message);
		cli_options_finish(&options);
	}
}

static void help_fits_80_columns_and_lists_what_there_is(void **state)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	(void)state;
	help_print(out);
	fclose(out);
	for (size_t i = 0; i < cli_option_table.count; i++) {
		char *name = xasprintf("  --%s", cli_option_table.rows[i].name);
		if (!strstr(text, name))
			fail_msg("%s", name);
		free(name);
	}
	const struct verb *verb;
	for (size_t i = 0; (verb = verb_at(i)); i++)
		assert_non_null(strstr(text, verb->name));
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
		if (strlen(line) > 80)
			fail_msg("%s", line);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_stand_before_or_after_the_verb),
		cmocka_unit_test(mistakes_say_what_was_expected),
		cmocka_unit_test(help_fits_80_columns_and_lists_what_there_is),
	};
	return cmocka_run_group_tests_name("cli options", tests, NULL, NULL);
}
