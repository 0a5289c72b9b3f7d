/* SPDX-License-Identifier: ISC */
#include "work/csv_read.h"

#include <csv.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "work/csv.h"

enum { CHUNK_SIZE = 64 * 1024 };

/* Cells of the row under way: their texts one behind the other, each with its NUL. */
struct cells {
	char *text;
	size_t len, size;
	size_t starts[CSV_COLUMNS_MAX]; /* offsets, because text moves while it grows */
	char *cells[CSV_COLUMNS_MAX];
	size_t count;  /* with those that found no place */
	bool complete; /* the row has ended */
	bool too_large;
};

struct csv_reader {
	FILE *file;
	struct csv_parser parser;
	struct cells row;
	struct csv_row heading;
	char *heading_text; /* owns the heading's cells */
	char **heading_cells;

	size_t line;       /* of the next byte; after an error that of the mistake */
	size_t row_line;   /* where the row under way began */
	size_t quote_line; /* where the quoted cell under way began */
	bool in_row;
	bool at_end; /* nothing more comes from the file */
	size_t done, total;
	size_t from, to; /* what is in the chunk and not yet parsed */
	char chunk[CHUNK_SIZE];
};

/* --- what libcsv calls --------------------------------------------------------------------------
 */

static void make_room(struct cells *row, size_t len)
{
	if (row->len + len <= row->size)
		return;
	row->size = (row->len + len) * 2;
	row->text = xreallocarray(row->text, row->size, 1);
}

static void on_cell(void *text, size_t len, void *data)
{
	struct cells *row = data;

	if (len > CSV_CELL_MAX || row->len + len > CSV_ROW_MAX)
		row->too_large = true;
	if (row->count < CSV_COLUMNS_MAX && !row->too_large) {
		make_room(row, len + 1);
		row->starts[row->count] = row->len;
		memcpy(row->text + row->len, text, len);
		row->text[row->len + len] = '\0';
		row->len += len + 1;
	}
	row->count++;
}

static void on_row(int end, void *data)
{
	struct cells *row = data;

	(void)end;
	row->complete = true;
}

/* Blanks around a cell are its text. */
static int no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

static void *give_memory(void *old, size_t size)
{
	return xreallocarray(old, size, 1);
}

/* --- bytes --------------------------------------------------------------------------------------
 */

/* Puts what is left to the chunk's front and fills up behind it. */
static bool fill(struct csv_reader *reader, struct error *err)
{
	memmove(reader->chunk, reader->chunk + reader->from, reader->to - reader->from);
	reader->to -= reader->from;
	reader->from = 0;
	while (!reader->at_end && reader->to < sizeof(reader->chunk)) {
		size_t got = fread(reader->chunk + reader->to, 1,
				   sizeof(reader->chunk) - reader->to, reader->file);

		if (got == 0 && ferror(reader->file))
			return error_set_errno(err, errno, _("The file cannot be read"));
		reader->at_end = got == 0;
		reader->to += got;
		reader->done += got;
	}
	return true;
}

/* Bytes up to and with the line end at most; *ended says whether there is one. 0: the chunk does
 * not tell yet, because the line goes on behind it. */
static size_t line_length(const struct csv_reader *reader, bool *ended)
{
	const char *text = reader->chunk + reader->from;
	size_t left = reader->to - reader->from;
	size_t len = 0;

	while (len < left && text[len] != '\n' && text[len] != '\r')
		len++;
	*ended = len < left;
	if (!*ended)
		return reader->at_end ? left : 0;
	if (text[len] == '\r' && len + 1 == left && !reader->at_end)
		return 0;
	return len + (text[len] == '\r' && len + 1 < left && text[len + 1] == '\n' ? 2 : 1);
}

/* len without the character that is cut at its end. */
static size_t whole_characters(const char *text, size_t len)
{
	for (size_t back = 1; back <= 3 && back < len; back++) {
		unsigned char c = (unsigned char)text[len - back];
		size_t needs = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;

		if (c >= 0x80 && c < 0xc0)
			continue;
		return needs > back ? len - back : len;
	}
	return len;
}

/* The next line, or as much of it as the chunk holds; *len is 0 at the end of the file. */
static bool next_piece(struct csv_reader *reader, size_t *len, bool *ended, struct error *err)
{
	*len = line_length(reader, ended);
	if (*len == 0 && !reader->at_end) {
		if (!fill(reader, err))
			return false;
		*len = line_length(reader, ended);
	}
	if (*len == 0 && reader->to > reader->from) {
		*len = whole_characters(reader->chunk, reader->to);
		*ended = false;
		if (reader->chunk[*len - 1] == '\r') /* its line feed may stand behind it */
			--*len;
	}
	return true;
}

static bool check_bytes(const char *text, size_t len, struct error *err)
{
	if (memchr(text, '\0', len))
		return error_set(err, ERROR_INPUT,
				 _("There is a zero byte: this is no text file in UTF-8"));
	return text_is_utf8(text, len) ||
	       error_set(err, ERROR_INPUT,
			 _("This is not UTF-8: save the file as «CSV UTF-8» and try again"));
}

/* --- rows ---------------------------------------------------------------------------------------
 */

static void begin_row(struct csv_reader *reader)
{
	reader->row.len = 0;
	reader->row.count = 0;
	reader->row.complete = false;
	reader->row_line = reader->line;
}

static bool check_limits(struct csv_reader *reader, struct error *err)
{
	bool cell = reader->parser.entry_pos > CSV_CELL_MAX;

	if (!cell && !reader->row.too_large && reader->row.count <= CSV_COLUMNS_MAX)
		return true;
	if (cell && reader->parser.quoted) {
		reader->line = reader->quote_line;
		return error_set(err, ERROR_INPUT,
				 _("A quoted cell that begins here is larger than %d KiB: is its "
				   "closing quote missing?"),
				 CSV_CELL_MAX / 1024);
	}
	return error_set(err, ERROR_INPUT,
			 _("A row has at most %d columns, %d KiB in a cell and %d KiB in all"),
			 CSV_COLUMNS_MAX, CSV_CELL_MAX / 1024, CSV_ROW_MAX / 1024);
}

static bool parse_piece(struct csv_reader *reader, size_t len, struct error *err)
{
	struct csv_parser *parser = &reader->parser;
	const char *text = reader->chunk + reader->from;
	size_t cells = reader->row.count;
	bool was_quoted = parser->quoted;

	if (!check_bytes(text, len, err))
		return false;
	if (csv_parse(parser, text, len, on_cell, on_row, &reader->row) != len)
		return error_set(
			err, ERROR_INPUT,
			_("A quote stands within a cell: put the whole cell in quotes, and "
			  "write each quote in it twice"));
	if (parser->quoted && (!was_quoted || reader->row.count != cells))
		reader->quote_line = reader->line;
	return check_limits(reader, err);
}

static bool end_file(struct csv_reader *reader, struct error *err)
{
	if (csv_fini(&reader->parser, on_cell, on_row, &reader->row) == 0)
		return check_limits(reader, err);
	reader->line = reader->quote_line;
	return error_set(err, ERROR_INPUT, _("The quote that opens a cell here is never closed"));
}

/* Reads until a row is complete; at the end of the file none is. */
static bool read_row(struct csv_reader *reader, struct error *err)
{
	begin_row(reader);
	while (!reader->row.complete) {
		size_t len;
		bool ended;

		if (!next_piece(reader, &len, &ended, err))
			return false;
		if (len == 0)
			return end_file(reader, err);
		if (!reader->in_row)
			reader->row_line = reader->line;
		if (!parse_piece(reader, len, err))
			return false;
		reader->from += len;
		reader->line += ended;
		reader->in_row = !ended || reader->parser.quoted;
	}
	return true;
}

static void place_cells(struct cells *row)
{
	for (size_t i = 0; i < row->count; i++) {
		char *text = row->text + row->starts[i];

		row->cells[i] = text + csv_is_protected(text);
	}
}

static size_t without_empty(const struct cells *row, size_t count)
{
	while (count > 0 && row->cells[count - 1][0] == '\0')
		count--;
	return count;
}

enum csv_got csv_reader_next(struct csv_reader *reader, struct csv_row *row, struct error *err)
{
	size_t columns = reader->heading.count;
	struct cells *cells = &reader->row;

	do {
		if (!read_row(reader, err))
			return CSV_GOT_ERROR;
		if (!cells->complete)
			return CSV_GOT_END;
		place_cells(cells);
	} while (without_empty(cells, cells->count) == 0);
	*row = (struct csv_row){
		.line = reader->row_line,
		.cells = cells->cells,
		.count = cells->count < columns ? cells->count : columns,
		.too_many = without_empty(cells, cells->count) > columns,
	};
	return CSV_GOT_ROW;
}

/* --- the heading --------------------------------------------------------------------------------
 */

static bool starts_with(const struct csv_reader *reader, const char *bytes)
{
	size_t len = strlen(bytes);

	return reader->to >= len && memcmp(reader->chunk, bytes, len) == 0;
}

static bool pass_byte_order_mark(struct csv_reader *reader, struct error *err)
{
	if (starts_with(reader, "\xff\xfe") || starts_with(reader, "\xfe\xff"))
		return error_set(err, ERROR_INPUT,
				 _("This is UTF-16: save the file as «CSV UTF-8» and try again"));
	if (starts_with(reader, "\xef\xbb\xbf"))
		reader->from = 3;
	return true;
}

/* The one that stands most often outside quotes in the first line; the comma where none does. */
static char guess_delimiter(const struct csv_reader *reader)
{
	static const char candidates[] = ",;\t";
	size_t counts[sizeof(candidates)] = { 0 };
	size_t most = 0;
	bool quoted = false;

	for (size_t i = reader->from; i < reader->to; i++) {
		char c = reader->chunk[i];
		const char *found = c ? strchr(candidates, c) : NULL;

		if (c == '"')
			quoted = !quoted;
		else if (!quoted && (c == '\n' || c == '\r'))
			break;
		else if (!quoted && found)
			counts[found - candidates]++;
	}
	for (size_t i = 1; candidates[i]; i++)
		if (counts[i] > counts[most])
			most = i;
	return candidates[most];
}

/* Takes the row that was just read out of the parser's memory. */
static void keep_heading(struct csv_reader *reader)
{
	struct cells *row = &reader->row;
	size_t count = without_empty(row, row->count);

	reader->heading_text = row->text;
	reader->heading_cells = xcalloc(count, sizeof(*reader->heading_cells));
	memcpy(reader->heading_cells, row->cells, count * sizeof(*reader->heading_cells));
	reader->heading = (struct csv_row){ .line = reader->row_line,
					    .cells = reader->heading_cells,
					    .count = count };
	*row = (struct cells){ 0 };
}

static bool read_heading(struct csv_reader *reader, struct error *err)
{
	struct csv_row row;
	enum csv_got got;

	if (!fill(reader, err) || !pass_byte_order_mark(reader, err))
		return false;
	csv_set_delim(&reader->parser, (unsigned char)guess_delimiter(reader));
	got = csv_reader_next(reader, &row, err);
	if (got == CSV_GOT_END)
		return error_set(err, ERROR_INPUT,
				 _("The file is empty: its first line has to name the columns"));
	if (got == CSV_GOT_ROW)
		keep_heading(reader);
	return got == CSV_GOT_ROW;
}

/* --- the reader ---------------------------------------------------------------------------------
 */

static FILE *open_file(const char *path, size_t *total, struct error *err)
{
	FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	struct stat about;

	if (!file) {
		int number = errno;

		error_set_errno(err, number, _("%s cannot be opened"), path);
		return NULL;
	}
	if (fstat(fileno(file), &about) == 0 && S_ISREG(about.st_mode))
		*total = (size_t)about.st_size;
	return file;
}

struct csv_reader *csv_reader_open(const char *path, size_t *line, struct error *err)
{
	size_t total = 0;
	FILE *file = open_file(path, &total, err);
	struct csv_reader *reader;

	if (line)
		*line = 0;
	if (!file)
		return NULL;
	reader = xcalloc(1, sizeof(*reader));
	reader->file = file;
	reader->total = total;
	reader->line = 1;
	csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_space_func(&reader->parser, no_blank);
	csv_set_realloc_func(&reader->parser, give_memory);
	if (read_heading(reader, err))
		return reader;
	if (line && reader->done > 0)
		*line = reader->line;
	csv_reader_close(reader);
	return NULL;
}

void csv_reader_close(struct csv_reader *reader)
{
	if (!reader)
		return;
	csv_free(&reader->parser);
	if (reader->file != stdin)
		fclose(reader->file);
	free(reader->row.text);
	free(reader->heading_text);
	free(reader->heading_cells);
	free(reader);
}

const struct csv_row *csv_reader_heading(const struct csv_reader *reader)
{
	return &reader->heading;
}

char csv_reader_delimiter(const struct csv_reader *reader)
{
	return (char)reader->parser.delim_char;
}

size_t csv_reader_line(const struct csv_reader *reader)
{
	return reader->line;
}

size_t csv_reader_done(const struct csv_reader *reader, size_t *total)
{
	*total = reader->total;
	return reader->done - (reader->to - reader->from);
}
