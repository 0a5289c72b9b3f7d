/* import_source.h - where the rows of an import come from: a CSV file, or a JSON file with an array of
 * objects. Neither is ever in memory as a whole. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_IMPORT_SOURCE_H
#define WORK_IMPORT_SOURCE_H
#include <stdbool.h>
#include <stddef.h>

struct error;

struct import_source; /* opaque */

struct import_source_row {
	size_t line;
	const char *text; /* cells, each with its NUL; or an object */
	size_t len;
	bool too_many; /* cells without a heading were left out */
};

/* "-" is standard input. with_json: a file whose first sign is [ is JSON. Errors name file and line. */
struct import_source *import_source_open(const char *path, bool with_json, struct error *err);
void import_source_close(struct import_source *source); /* NULL is fine */

/* The heading of a CSV file; NULL: it is JSON. Borrowed. */
const char *const *import_source_heading(const struct import_source *source, size_t *count);
/* What is between cells. */
char import_source_delimiter(const struct import_source *source);

enum import_got { IMPORT_GOT_ROW, IMPORT_GOT_END, IMPORT_GOT_ERROR };

/* The next row; borrowed until the one behind it is asked for. */
enum import_got import_source_next(struct import_source *source, struct import_source_row *row,
				   struct error *err);
#endif
