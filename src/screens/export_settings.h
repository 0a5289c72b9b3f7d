/* export_settings.h - how an export is to be written, as lines that can be changed one by one. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EXPORT_SETTINGS_H
#define SCREENS_EXPORT_SETTINGS_H
#include <stdbool.h>
#include <stddef.h>

#include "base/text_list.h"
#include "schema/columns.h"
#include "work/export.h"

enum export_which { EXPORT_MARKED, EXPORT_MATCHING, EXPORT_ONE, EXPORT_WHICH };

enum export_line {
	EXPORT_LINE_RECORDS,
	EXPORT_LINE_FORMAT,
	EXPORT_LINE_COLUMNS,
	EXPORT_LINE_DELIMITER,
	EXPORT_LINE_DECIMAL,
	EXPORT_LINE_RAW,
	EXPORT_LINE_FILE,
	EXPORT_LINES
};

struct export_settings {
	const struct resource *resource;
	enum export_which which;
	struct query *query; /* of the list */
	int64_t total;	     /* that match; -1: nobody knows */
	struct text_list marked;
	struct text_list one; /* the record under the cursor; empty: there is none */

	enum export_format format;
	char *tier;		/* of a price list: this one alone; NULL: all */
	struct columns columns; /* those of the list */
	bool all_columns;
	char delimiter, decimal;
	bool raw;
	char *path;
	bool path_is_ours; /* nobody has typed another: it follows the format */
};

/* marked, one and columns are the caller's to fill in. query is taken over. */
void export_settings_init(struct export_settings *settings, const struct resource *resource,
			  struct query *query, int64_t total);
/* A price list, of tier alone; NULL: of all. */
void export_settings_set_prices(struct export_settings *settings, const char *tier);
void export_settings_finish(struct export_settings *settings);

/* Whether the line says anything with the others as they are: JSON has no delimiter. */
bool export_settings_has(const struct export_settings *settings, enum export_line line);
const char *export_settings_label(enum export_line line);
/* What the line says. The caller frees. */
char *export_settings_text(const struct export_settings *settings, enum export_line line);
/* The next of the values that the line may have; the file is asked for otherwise. */
void export_settings_turn(struct export_settings *settings, enum export_line line);
/* path is copied; its ending says the format. */
void export_settings_set_path(struct export_settings *settings, const char *path);

/* Borrowed from settings. */
struct export_order export_settings_order(const struct export_settings *settings);

#endif
