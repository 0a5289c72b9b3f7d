/* csv_read.h - a file of rows, read a row at a time: RFC 4180 and what spreadsheets make of it. The
 * one door to libcsv.
 *
 * Understood without being asked: a byte order mark, CRLF and LF, a comma, semicolon or tab between
 * cells (guessed from the heading), quoted cells with line ends and doubled quotes in them. The
 * apostrophe that csv_protect (csv.h) put in front of a cell is taken off, so that any text that
 * was written comes back. Blank lines, and rows of empty cells alone, are passed over.
 *
 * Memory is bounded by the limits below, however long the file is and whatever is in it. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_CSV_READ_H
#define WORK_CSV_READ_H
#include <stdbool.h>
#include <stddef.h>

struct error;

enum {
	CSV_CELL_MAX = 1 << 20, /* bytes of a cell */
	CSV_ROW_MAX = 4 << 20,  /* bytes of all cells of a row */
	CSV_COLUMNS_MAX = 1000,
};

/* One row. Borrowed until the next one is read. */
struct csv_row {
	size_t line;        /* on which it begins, counted from 1 */
	char *const *cells; /* UTF-8 */
	size_t count;       /* maybe less than the heading has, never more */
	bool too_many;      /* there is text beyond the heading's columns: it was left out */
};

struct csv_reader; /* opaque */

/* Opens path, "-" is standard input, and reads the heading. Blocks until there is something to
 * read. NULL with the reason; *line (which may be NULL) is that of the mistake then, 0: none. */
struct csv_reader *csv_reader_open(const char *path, size_t *line, struct error *err);
void csv_reader_close(struct csv_reader *reader); /* NULL is fine */

/* The names of the columns. Borrowed until the reader is closed. */
const struct csv_row *csv_reader_heading(const struct csv_reader *reader);
/* What stands between cells: , ; or a tab. */
char csv_reader_delimiter(const struct csv_reader *reader);

enum csv_got { CSV_GOT_ROW, CSV_GOT_END, CSV_GOT_ERROR };

/* The next row. After CSV_GOT_ERROR (not UTF-8, a quote that is not closed, a limit, a file that
 * cannot be read) nothing more can be had from the file; the reason does not name the line,
 * csv_reader_line does. */
enum csv_got csv_reader_next(struct csv_reader *reader, struct csv_row *row, struct error *err);
size_t csv_reader_line(const struct csv_reader *reader);

/* How much of the file has been read, in bytes; *total is its size, 0 where that is not known. */
size_t csv_reader_done(const struct csv_reader *reader, size_t *total);

#endif
