/* Files of rows as people's programs write them: what is read, and on which line. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "work/csv.h"
#include "work/csv_read.h"

/* A file that has no name any more once it is open. */
static struct csv_reader *open_bytes(const char *bytes, size_t len, size_t *line, struct error *err)
{
	char path[] = "/tmp/nymble-csv-XXXXXX";
	int fd = mkstemp(path);
	struct csv_reader *reader;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
	close(fd);
	reader = csv_reader_open(path, line, err);
	unlink(path);
	return reader;
}

static void put_row(FILE *out, const struct csv_row *row)
{
	fprintf(out, "%zu%s", row->line, row->too_many ? "!" : "");
	for (size_t i = 0; i < row->count; i++)
		fprintf(out, "|%s", row->cells[i]);
	fputc('\n', out);
}

/* What a file says, a line a row: its line and its cells; at last why it stops. The caller frees.
 */
static char *said(const char *bytes, size_t len)
{
	char *text;
	size_t text_len, line;
	FILE *out = xmemstream(&text, &text_len);
	struct error err = { 0 };
	struct csv_reader *reader = open_bytes(bytes, len, &line, &err);
	struct csv_row row;
	enum csv_got got = CSV_GOT_ERROR;

	if (reader) {
		put_row(out, csv_reader_heading(reader));
		while ((got = csv_reader_next(reader, &row, &err)) == CSV_GOT_ROW)
			put_row(out, &row);
		line = csv_reader_line(reader);
	}
	if (got == CSV_GOT_ERROR)
		fprintf(out, "%zu: %.20s\n", line, err.message);
	csv_reader_close(reader);
	fclose(out);
	return text;
}

#define FILE_OF(bytes) bytes, sizeof(bytes) - 1

static const struct {
	const char *bytes;
	size_t len;
	const char *expected;
} files[] = {
	{ FILE_OF("sku,tier\nA,Retail\n"), "1|sku|tier\n2|A|Retail\n" },
	{ FILE_OF("sku,tier\nA,Retail"), "1|sku|tier\n2|A|Retail\n" }, /* no line end at the end */
	{ FILE_OF("sku,tier\r\nA,Retail\r\nB,\r\n"), "1|sku|tier\n2|A|Retail\n3|B|\n" },
	{ FILE_OF("sku,tier\rA,Retail\rB,x\r"), "1|sku|tier\n2|A|Retail\n3|B|x\n" },
	{ FILE_OF("\xef\xbb\xbfsku;tier\nA;1,5\n"), "1|sku|tier\n2|A|1,5\n" },
	{ FILE_OF("sku\ttier\nA\t1;5\n"), "1|sku|tier\n2|A|1;5\n" },
	{ FILE_OF("\"a,b,c\";d\n1;2\n"), "1|a,b,c|d\n2|1|2\n" }, /* quoted ones do not count */
	{ FILE_OF("a,b\n\n\n1,2\n , \n,\n3,4\n"), "1|a|b\n4|1|2\n5| | \n7|3|4\n" },
	{ FILE_OF("a,b\n\"x\ny\r\nz\",\"say \"\"1\"\"\"\n3,4\n"),
	  "1|a|b\n2|x\ny\r\nz|say \"1\"\n5|3|4\n" },
	{ FILE_OF("a,b\n1\n1,2,3\n1,2,,\n"), "1|a|b\n2|1\n3!|1|2\n4|1|2\n" },
	{ FILE_OF("a,b,,\n1,2,,\n"), "1|a|b\n2|1|2\n" },
	{ FILE_OF("a,b\n'=1,'''-x\n'x,''\n'@,'+\n"), "1|a|b\n2|=1|''-x\n3|'x|''\n4|@|+\n" },
	{ FILE_OF("a,b\n \"x\",1\n"), "1|a|b\n2: A quote stands withi\n" },
	{ FILE_OF("a,b\n1,2\n\"x\" ,1\n"), "1|a|b\n2|1|2\n3: A quote stands withi\n" },
	{ FILE_OF("a,b\n1,2\n3,\"4\n5,6\n7,8\n"), "1|a|b\n2|1|2\n3: The quote that opens\n" },
	{ FILE_OF("a,b\n\"x\ny\",\"z\n5,6\n"), "1|a|b\n3: The quote that opens\n" },
	{ FILE_OF("a,b\n1,2\nK\xf6ln,3\n"), "1|a|b\n2|1|2\n3: This is not UTF-8: s\n" },
	{ FILE_OF("a,b\n\"1\n\xe2\x82\",3\n"), "1|a|b\n3: This is not UTF-8: s\n" },
	{ FILE_OF("a,b\n1,\0002\n"), "1|a|b\n2: There is a zero byte\n" },
	{ FILE_OF("\xff\xfe"
		  "a\0,\0b\0"),
	  "1: This is UTF-16: save\n" },
	{ FILE_OF(""), "0: The file is empty: i\n" },
	{ FILE_OF("\xef\xbb\xbf\n\n"), "3: The file is empty: i\n" },
};

static void reads_what_programs_write(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(files); i++) {
		char *text = said(files[i].bytes, files[i].len);

		if (strcmp(text, files[i].expected) != 0)
			fail_msg("file %zu says\n%sinstead of\n%s", i, text, files[i].expected);
		free(text);
	}
}

static void tells_which_file_is_not_there(void **state)
{
	struct error err = { 0 };

	(void)state;
	assert_null(csv_reader_open("/nowhere/at-all.csv", NULL, &err));
	assert_string_equal(err.message,
			    "/nowhere/at-all.csv cannot be opened: No such file or directory");
	assert_null(csv_reader_open("/", NULL, &err));
	assert_non_null(strstr(err.message, "cannot be read"));
}

/* A file that ends with count times piece. */
static char *said_of_many(const char *start, const char *piece, size_t count)
{
	char *bytes, *text;
	size_t len;
	FILE *out = xmemstream(&bytes, &len);

	fputs(start, out);
	for (size_t i = 0; i < count; i++)
		fputs(piece, out);
	fclose(out);
	text = said(bytes, len);
	free(bytes);
	return text;
}

static void has_limits(void **state)
{
	static const struct {
		const char *start, *piece;
		size_t count;
		const char *expected;
	} cases[] = {
		{ "a,b\n", "xxxxxxxx", CSV_CELL_MAX / 8 + 1, "2: A row has at most 10" },
		{ "a,b\n1,2\n3,\"4\n", "5,6\n", CSV_CELL_MAX, "3: A quoted cell that" },
		{ "a,b\n", ",", CSV_COLUMNS_MAX, "2: A row has at most 10" },
		{ "a,b\n", "\n", CSV_CELL_MAX, "" },
	};

	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		char *text = said_of_many(cases[i].start, cases[i].piece, cases[i].count);
		const char *last = strrchr(text, '|');

		assert_non_null(last);
		last = strchr(last, '\n') + 1;
		if (strncmp(last, cases[i].expected, strlen(cases[i].expected)) != 0)
			fail_msg("case %zu says %.200s", i, text);
		free(text);
	}
}

/* The first cell is as long as makes each byte of what follows the last one of a chunk once. */
static void chunks_end_anywhere(void **state)
{
	static const char tail[] = ",\"\xe2\x82\xac\"\"\r\n\xf0\x9f\x98\x80\"\r\nnext,row\r\n";
	const size_t chunk = 64 * 1024;
	char *bytes = xmalloc(2 * chunk);

	(void)state;
	for (size_t pad = chunk - sizeof(tail) - 8; pad < chunk + 2; pad++) {
		size_t len = 4;
		char *text;

		memcpy(bytes, "a,b\n", len);
		memset(bytes + len, 'x', pad);
		memcpy(bytes + len + pad, tail, sizeof(tail) - 1);
		len += pad + sizeof(tail) - 1;
		text = said(bytes, len);
		assert_non_null(strstr(text, "x|\xe2\x82\xac\"\r\n\xf0\x9f\x98\x80\n4|next|row\n"));
		free(text);
	}
	free(bytes);
}

/* --- what csv_put writes comes back -------------------------------------------------------------
 */

enum { COLUMNS = 4, ROWS = 500 };

static uint32_t draw(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % below;
}

static char *random_text(uint32_t *seed)
{
	static const char *const pieces[] = { "\"", ",",  ";", "\n", "\r\n", "'",        "=", "@",
					      "-",  "\t", " ", "x",  "12.5", "\xc3\xb6", "\r" };
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (uint32_t i = draw(seed, 8); i > 0; i--)
		fputs(pieces[draw(seed, CASES(pieces))], out);
	fclose(out);
	return text;
}

static void put_random_row(uint32_t *seed, FILE *out, char *cells[COLUMNS])
{
	for (size_t i = 0; i < COLUMNS; i++) {
		char *protected;

		cells[i] = i == 0 ? xstrdup("key") : random_text(seed);
		protected = csv_protect(cells[i]);
		csv_put(out, protected);
		fputs(i + 1 < COLUMNS ? "," : "\r\n", out);
		free(protected);
	}
}

static void any_text_comes_back(void **state)
{
	static char *cells[ROWS][COLUMNS];
	char *bytes;
	size_t len;
	FILE *out = xmemstream(&bytes, &len);
	struct csv_reader *reader;
	struct csv_row row;
	uint32_t seed = 5;

	(void)state;
	fputs("a,b,c,d\n", out);
	for (size_t i = 0; i < ROWS; i++)
		put_random_row(&seed, out, cells[i]);
	fclose(out);
	reader = open_bytes(bytes, len, NULL, NULL);
	for (size_t i = 0; i < ROWS; i++) {
		assert_int_equal(csv_reader_next(reader, &row, NULL), CSV_GOT_ROW);
		assert_int_equal(row.count, COLUMNS);
		for (size_t j = 0; j < COLUMNS; j++) {
			assert_string_equal(row.cells[j], cells[i][j]);
			free(cells[i][j]);
		}
	}
	assert_int_equal(csv_reader_next(reader, &row, NULL), CSV_GOT_END);
	csv_reader_close(reader);
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_what_programs_write),
		cmocka_unit_test(tells_which_file_is_not_there),
		cmocka_unit_test(has_limits),
		cmocka_unit_test(chunks_end_anywhere),
		cmocka_unit_test(any_text_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
