/* options.h - what nymble-tui's command line can say: one row an option, for parsing, --help and
 * the manual alike. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H
#include <stdbool.h>
#include <stdint.h>

#include "base/options.h"

struct error;

/* Where an option belongs. */
enum cli_scope {
	FOR_SCREEN = 1 << 0,
	FOR_LIST = 1 << 1,
	FOR_GET = 1 << 2,
	FOR_ACTION = 1 << 3,
	FOR_EXPORT = 1 << 9,
	FOR_IMPORT = 1 << 10,
	FOR_PRICES = 1 << 11,
	FOR_VERBS = FOR_LIST | FOR_GET | FOR_ACTION | FOR_EXPORT | FOR_IMPORT | FOR_PRICES,
	FOR_ALL = FOR_SCREEN | FOR_VERBS,
	IN_GENERAL_HELP = 1 << 4, /* which part of --help lists it */
	IN_LIST_HELP = 1 << 5,
	IN_FILE_HELP = 1 << 6,
};

struct cli_options {
	char *profile, *url, *api, *tenant, *store, *config, *theme, *view;
	bool sandbox, read_only, ascii, plain, help, version;

	struct option_list filters;
	char *search, *sort, *format, *tier;
	int64_t limit; /* 0: none */
	bool raw, force, dry_run, clear_empty;

	struct option_words words; /* the verb and what stands behind it */
};

extern const struct option_table cli_option_table;

/* argv as main got it. The caller calls cli_options_finish either way. */
bool cli_options_parse(char *const *argv, struct cli_options *options, struct error *err);
void cli_options_finish(struct cli_options *options);

/* Whether each option that was given belongs to scope; verb is its name for the complaint, NULL:
 * the screen. */
bool cli_options_fit(const struct cli_options *options, unsigned scope, const char *verb,
		     struct error *err);

#endif
