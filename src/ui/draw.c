/* SPDX-License-Identifier: ISC */
#include "ui/draw.h"

#include <curses.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/alloc.h"
#include "ui/paint.h"

/* Text made ready: clean, and as long as there is room. */
struct fitted {
	char *owned; /* NULL: text is the caller's */
	const char *text;
	size_t len;
	int cols;
	bool cut; /* a ~ follows */
};

static struct fitted fit(const char *text, int max_cols)
{
	struct fitted out = { .text = text, .len = strlen(text) };

	if (!text_is_ascii(text, out.len)) {
		out.text = out.owned = text_clean(text, out.len);
		out.len = strlen(out.owned);
	}
	size_t whole = out.len;
	out.len = text_prefix(out.text, whole, max_cols, &out.cols);
	out.cut = out.len < whole && max_cols > 0;
	if (out.cut)
		out.len = text_prefix(out.text, whole, max_cols - 1, &out.cols);
	return out;
}

/* Plain ASCII: one chtype a column. */
static void put_ascii(int y, int x, chtype look, const char *text, size_t len)
{
	chtype cells[128];

	while (len > 0) {
		size_t count = len < 128 ? len : 128;
		for (size_t i = 0; i < count; i++)
			cells[i] = (unsigned char)text[i] | look;
		mvaddchnstr(y, x, cells, (int)count);
		text += count;
		len -= count;
		x += (int)count;
	}
}

/* Splits a cluster into wide characters; the columns that the C library, and so ncurses, takes for
 * them, or -1 when the locale lacks one. */
static int cluster_chars(const char *cluster, size_t len, wchar_t *chars, size_t max, size_t *count)
{
	int cols = 0;

	*count = 0;
	for (size_t i = 0; i < len;) {
		char bytes[MB_LEN_MAX];
		mbstate_t state = { 0 };
		uint32_t code;
		size_t used = text_char(cluster + i, len - i, &code);
		if (used == 0 || wcrtomb(bytes, (wchar_t)code, &state) == (size_t)-1)
			return -1;
		int width = wcwidth((wchar_t)code);
		if (width < 0)
			return -1;
		if (*count < max)
			chars[(*count)++] = (wchar_t)code;
		else if (width > 0)
			return -1;
		cols += width;
		i += used;
	}
	return cols;
}

/* Where libunistring and the C library differ about a width, ? in each column keeps the layout. */
static void put_cluster(int y, int x, chtype look, const char *cluster, size_t len)
{
	enum { MAX_CHARS = 16 };
	wchar_t chars[MAX_CHARS];
	size_t count;
	int cols = text_width(cluster, len);

	if (cols <= 0)
		return; /* a mark with nothing to stand on */
	if (cluster_chars(cluster, len, chars, MAX_CHARS, &count) != cols ||
	    wcwidth(chars[0]) == 0) {
		while (cols-- > 0)
			put_ascii(y, x++, look, "?", 1);
		return;
	}
	for (size_t i = 0; i < count;) {
		wchar_t cell[CCHARW_MAX + 1] = { chars[i] };
		size_t used = 1, end = i + 1;
		for (; end < count && wcwidth(chars[end]) == 0; end++)
			if (used < CCHARW_MAX)
				cell[used++] = chars[end];
		cchar_t out;
		setcchar(&out, cell, look & A_ATTRIBUTES & ~A_COLOR, (short)PAIR_NUMBER(look),
			 NULL);
		mvadd_wch(y, x, &out);
		x += wcwidth(chars[i]);
		i = end;
	}
}

/* The door: every character on the screen comes through here, clean and where there is room. */
static void put(const struct canvas *canvas, int row, int col, enum role role, const char *text,
		size_t len)
{
	chtype look = canvas->paint->attributes[role];
	int y = canvas->top + row, x = canvas->left + col;

	if (text_is_ascii(text, len)) {
		put_ascii(y, x, look, text, len);
		return;
	}
	for (size_t i = 0; i < len;) {
		size_t cluster = text_cluster(text + i, len - i);
		put_cluster(y, x, look, text + i, cluster);
		x += text_width(text + i, cluster);
		i += cluster;
	}
}

static void put_fitted(const struct canvas *canvas, int row, int col, enum role role,
		       const struct fitted *fitted)
{
	put(canvas, row, col, role, fitted->text, fitted->len);
	if (fitted->cut)
		put(canvas, row, col + fitted->cols, role, "~", 1);
}

static void put_spaces(const struct canvas *canvas, int row, int col, int count, enum role role)
{
	static const char spaces[] =
		"                                                                ";

	role = canvas->paint->blanks[role];
	while (count > 0) {
		int some = count < (int)sizeof(spaces) - 1 ? count : (int)sizeof(spaces) - 1;
		put(canvas, row, col, role, spaces, (size_t)some);
		col += some;
		count -= some;
	}
}

/* Columns from col to the edge; 0 when row or col lie outside. */
static int room(const struct canvas *canvas, int row, int col)
{
	if (row < 0 || row >= canvas->rows || col < 0 || col >= canvas->cols)
		return 0;
	return canvas->cols - col;
}

struct canvas draw_part(const struct canvas *canvas, int top, int left, int rows, int cols)
{
	struct canvas part = *canvas;

	top = top < canvas->rows ? top : canvas->rows;
	left = left < canvas->cols ? left : canvas->cols;
	part.top += top;
	part.left += left;
	part.rows = rows < canvas->rows - top ? rows : canvas->rows - top;
	part.cols = cols < canvas->cols - left ? cols : canvas->cols - left;
	return part;
}

int draw_text(const struct canvas *canvas, int row, int col, enum role role, const char *text)
{
	int free_cols = room(canvas, row, col);

	if (free_cols == 0)
		return col;
	struct fitted fitted = fit(text, free_cols);
	put_fitted(canvas, row, col, role, &fitted);
	free(fitted.owned);
	return col + fitted.cols + fitted.cut;
}

int draw_format(const struct canvas *canvas, int row, int col, enum role role, const char *format,
		...)
{
	char *text;
	va_list args;

	va_start(args, format);
	if (vasprintf(&text, format, args) < 0)
		alloc_exhausted();
	va_end(args);
	int end = draw_text(canvas, row, col, role, text);
	free(text);
	return end;
}

void draw_cell(const struct canvas *canvas, int row, int col, int width_cols, enum text_align align,
	       enum role role, const char *text)
{
	int free_cols = room(canvas, row, col);
	int width = width_cols < free_cols ? width_cols : free_cols;

	if (width <= 0)
		return;
	struct fitted fitted = fit(text, width);
	int used = fitted.cols + fitted.cut;
	int before = align == TEXT_RIGHT ? width - used : 0;
	put_spaces(canvas, row, col, before, role);
	put_fitted(canvas, row, col + before, role, &fitted);
	put_spaces(canvas, row, col + before + used, width - before - used, role);
	free(fitted.owned);
}

void draw_row(const struct canvas *canvas, int row, enum role role, const char *left,
	      const char *right)
{
	int width = canvas->cols;

	if (right && *right) {
		struct fitted end = fit(right, width);
		int used = end.cols + end.cut;
		draw_cell(canvas, row, width - used, used, TEXT_LEFT, role, right);
		width -= used;
		free(end.owned);
		width--; /* a blank between the two */
		put_spaces(canvas, row, width, width >= 0, role);
	}
	draw_cell(canvas, row, 0, width, TEXT_LEFT, role, left);
}

void draw_blank(const struct canvas *canvas, int row, int col, int width_cols)
{
	int free_cols = room(canvas, row, col);

	put_spaces(canvas, row, col, width_cols < free_cols ? width_cols : free_cols, ROLE_NORMAL);
}

void draw_blank_row(const struct canvas *canvas, int row)
{
	draw_blank(canvas, row, 0, canvas->cols);
}

void draw_clear(struct canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++)
		draw_blank_row(canvas, row);
	canvas->fresh = true;
}

void draw_rule(const struct canvas *canvas, int row)
{
	/* 0 is ncurses' own line, which elsewhere switches to another set of characters. */
	if (room(canvas, row, 0))
		mvhline(canvas->top + row, canvas->left, text_locale_is_utf8() ? 0 : '-',
			canvas->cols);
}

void draw_cursor(const struct canvas *canvas, int row, int col)
{
	*canvas->cursor = (struct draw_cursor_place){ canvas->top + row, canvas->left + col };
}

bool draw_scroll(const struct canvas *canvas, int lines)
{
	if (canvas->left > 0 || canvas->cols < COLS || canvas->rows < 2)
		return false;
	setscrreg(canvas->top, canvas->top + canvas->rows - 1);
	scrollok(stdscr, TRUE);
	scrl(lines);
	scrollok(stdscr, FALSE);
	setscrreg(0, LINES - 1);
	return true;
}
