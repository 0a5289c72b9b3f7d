/* writer.h - the ways to print records: one class a format, each in its own writer_*.c. Rows are
 * written as they come, nothing is kept. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_WRITER_H
#define CLI_WRITER_H
#include <stddef.h>

struct json;
struct output;
struct record;
struct schema;
struct writer;

struct writer_class {
	const char *name; /* as --format says it */
	void (*begin)(const struct writer *writer);
	void (*row)(const struct writer *writer, const struct json *row);
	void (*end)(const struct writer *writer);
	void (*record)(const struct writer *writer,
		       const struct record *record); /* NULL: lists only */
};

struct writer {
	const struct writer_class *class;
	const struct output *output;
	const struct schema *schema;
	size_t rows; /* written so far */
};

extern const struct writer_class writer_table; /* for people: clean text in columns */
extern const struct writer_class writer_csv;   /* UTF-8, wire names, RFC 4180 */
extern const struct writer_class writer_json;  /* the contract's spelling, values byte for byte */

/* By the word of --format, which is one of these; NULL means table. */
const struct writer_class *writer_find(const char *name);

/* A list: begin, any number of rows (objects in the schema's spelling), end. What is not ended,
 * because something failed, stays visibly incomplete in JSON. */
void writer_begin(struct writer *writer);
void writer_row(struct writer *writer, const struct json *row);
void writer_end(struct writer *writer);

#endif
