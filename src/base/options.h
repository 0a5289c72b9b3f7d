/* options.h - reads a command line by a table, one row an option; the same rows print --help.
 * Understood are --name VALUE, --name=VALUE and -- (only words follow); options may stand before
 * and behind words. A mistake is one line that says what was expected, with the nearest name. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_OPTIONS_H
#define BASE_OPTIONS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct error;

enum option_kind {                /* what lies at the row's place in the caller's struct */
		   OPTION_FLAG,   /* bool */
		   OPTION_TEXT,   /* char *, UTF-8 whatever the locale, never empty */
		   OPTION_PATH,   /* char *, the bytes as given, never empty */
		   OPTION_CHOICE, /* char *, one of choices */
		   OPTION_LIST,   /* struct option_list: the option may come several times */
		   OPTION_NUMBER, /* int64_t, from min to max */
};

struct option_row {
	const char *name;     /* "limit": written as --limit */
	const char *argument; /* N_("N"); NULL for a flag */
	const char *help;     /* N_() */
	enum option_kind kind;
	size_t place;               /* offsetof the member that takes the value */
	const char *const *choices; /* NULL-terminated */
	int64_t min, max;
	unsigned scope; /* the caller's: where the option belongs */
};

struct option_table {
	const struct option_row *rows; /* at most 64 */
	size_t count;
};

struct option_list {
	char **items; /* UTF-8 */
	size_t size;
};

struct option_words {
	struct option_list list; /* what is no option, in order */
	uint64_t given;          /* 1 << i for each row that was there */
};

#define OPTIONS(table)                                                                             \
	{                                                                                          \
		(table), sizeof(table) / sizeof((table)[0])                                        \
	}

/* Reads argv (behind the program's name, NULL-terminated) into target and words, both zeroed or
 * filled with defaults that can be freed before. On failure they hold what came before the mistake.
 * The caller calls options_finish either way. */
bool options_parse(const struct option_table *table, char *const *argv, void *target,
		   struct option_words *words, struct error *err);
void options_finish(const struct option_table *table, void *target, struct option_words *words);

/* Prints name, argument and help of the rows with a bit of scope in theirs (0: all rows), wrapped
 * to 80 columns, in the locale's character set. */
void options_print(const struct option_table *table, unsigned scope, FILE *out);

/* A line of such a list about something else: name in name_cols columns, then text, wrapped. Both
 * are translated already. */
void options_print_line(const char *name, int name_cols, const char *text, FILE *out);

#endif
