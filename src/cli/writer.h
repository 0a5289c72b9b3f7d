/* writer.h - the ways to print records: one class a format, each in its own writer_*.c. Rows are
 * written as they come, nothing is kept. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_WRITER_H
#define CLI_WRITER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct columns;
struct field;
struct json;
struct output;
struct record;
struct schema;
struct writer;

struct writer_class {
	const char *name; /* as --format says it */
	unsigned in;      /* fields that are columns (enum field_in); 0: rows have no columns */
	void (*measure)(struct writer *writer, const struct json *first_rows); /* may be NULL */
	void (*begin)(const struct writer *writer);
	void (*row)(const struct writer *writer, const struct json *row);
	void (*end)(const struct writer *writer);
	void (*record)(const struct writer *writer,
		       const struct record *record); /* NULL: lists only */
};

enum { WRITER_MAX_FIELDS = 64 }; /* of a schema */

struct writer {
	const struct writer_class *class;
	const struct output *output;
	const struct schema *schema;
	const struct columns *chosen; /* what a table and CSV print, in their order; NULL: the format's own */
	size_t rows; /* written so far */

	int width_cols[WRITER_MAX_FIELDS]; /* of each field of schema, where the class measures */
	/* A bit for each field of schema: */
	uint64_t columns; /* what the first rows hold: tables leave the others out; 0: all */
	uint64_t seen;    /* what some row so far held */
};

extern const struct writer_class writer_table; /* for people: clean text in columns */
extern const struct writer_class writer_csv;   /* UTF-8, wire names, RFC 4180 */
extern const struct writer_class writer_json;  /* the contract's spelling, values byte for byte */

/* By the word of --format, which is one of these; NULL means table. */
const struct writer_class *writer_find(const char *name);

/* A list: begin, any number of rows (objects in the schema's spelling), end. What is not ended,
 * because something failed, stays visibly incomplete in JSON. first_rows, the array that rows begin
 * with (NULL: none), says which columns are worth their place: lists hold less than records. */
void writer_begin(struct writer *writer, const struct json *first_rows);
void writer_row(struct writer *writer, const struct json *row);
void writer_end(struct writer *writer);

/* The ith column of a format with columns, whole texts only; NULL behind the last. */
const struct field *writer_column(const struct writer *writer, size_t i);

/* The columns that no row held, "companyFax, externalId"; "" when there is none. The caller frees.
 */
char *writer_empty_columns(const struct writer *writer);

#endif
