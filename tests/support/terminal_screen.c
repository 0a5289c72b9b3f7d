/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "terminal_state.h"

static void put_utf8(char *out, size_t size, uint32_t code)
{
	size_t len = strlen(out);

	if (code < 0x80)
		snprintf(out + len, size - len, "%c", (int)code);
	else if (code < 0x800)
		snprintf(out + len, size - len, "%c%c", (int)(0xc0 | code >> 6),
			 (int)(0x80 | (code & 0x3f)));
	else if (code < 0x10000)
		snprintf(out + len, size - len, "%c%c%c", (int)(0xe0 | code >> 12),
			 (int)(0x80 | (code >> 6 & 0x3f)), (int)(0x80 | (code & 0x3f)));
	else
		snprintf(out + len, size - len, "%c%c%c%c", (int)(0xf0 | code >> 18),
			 (int)(0x80 | (code >> 12 & 0x3f)), (int)(0x80 | (code >> 6 & 0x3f)),
			 (int)(0x80 | (code & 0x3f)));
}

static int colour_index(const VTermColor *colour)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour) ||
	    !VTERM_COLOR_IS_INDEXED(colour))
		return -1;
	return colour->indexed.idx;
}

struct terminal_cell terminal_cell(const struct terminal *term, int row, int col)
{
	VTermScreenCell from;
	struct terminal_cell cell = { .fg = -1, .bg = -1 };

	if (!vterm_screen_get_cell(term->screen, (VTermPos){ .row = row, .col = col }, &from))
		return cell;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && from.chars[i]; i++)
		if (from.chars[i] != UINT32_MAX) /* the right half of a wide one */
			put_utf8(cell.text, sizeof(cell.text), from.chars[i]);
	cell.width = from.width;
	cell.bold = from.attrs.bold;
	cell.underline = from.attrs.underline != VTERM_UNDERLINE_OFF;
	cell.reverse = from.attrs.reverse;
	cell.fg = colour_index(&from.fg);
	cell.bg = colour_index(&from.bg);
	return cell;
}

void terminal_row(const struct terminal *term, int row, char out[TERMINAL_ROW_SIZE])
{
	size_t len = 0, end = 0;

	for (int col = 0; col < term->cols;) {
		struct terminal_cell cell = terminal_cell(term, row, col);
		size_t bytes = strlen(cell.text);
		if (len + bytes + 1 >= TERMINAL_ROW_SIZE)
			break;
		memcpy(out + len, bytes ? cell.text : " ", bytes ? bytes : 1);
		len += bytes ? bytes : 1;
		if (bytes && strcmp(cell.text, " ") != 0)
			end = len;
		col += cell.width > 1 ? cell.width : 1;
	}
	out[end] = '\0';
}

/* The column in which the first cells stand that spell text; -1: nowhere. */
static int column_of(const struct terminal *term, int row, const char *text)
{
	for (int col = 0; col < term->cols; col++) {
		size_t matched = 0, len = strlen(text);
		for (int at = col; at < term->cols && matched < len;) {
			struct terminal_cell cell = terminal_cell(term, row, at);
			const char *shown = cell.text[0] ? cell.text : " ";
			if (strncmp(text + matched, shown, strlen(shown)) != 0)
				break;
			matched += strlen(shown);
			at += cell.width > 1 ? cell.width : 1;
		}
		if (matched == len)
			return col;
	}
	return -1;
}

bool terminal_find(const struct terminal *term, const char *text, int *row, int *col)
{
	char line[TERMINAL_ROW_SIZE];

	for (*row = 0; *row < term->rows; ++*row) {
		terminal_row(term, *row, line);
		if (strstr(line, text)) {
			*col = column_of(term, *row, text);
			return true;
		}
	}
	return false;
}

bool terminal_has(const struct terminal *term, const char *text)
{
	char line[TERMINAL_ROW_SIZE];

	for (int row = 0; row < term->rows; row++) {
		terminal_row(term, row, line);
		if (strstr(line, text))
			return true;
	}
	return false;
}

void terminal_cursor(const struct terminal *term, int *row, int *col, bool *visible)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(term->vterm), &at);
	*row = at.row;
	*col = at.col;
	*visible = term->cursor_visible;
}

void terminal_print(const struct terminal *term)
{
	char line[TERMINAL_ROW_SIZE];
	int row, col;
	bool visible;

	terminal_cursor(term, &row, &col, &visible);
	fprintf(stderr, "# screen %dx%d, cursor in row %d, column %d%s\n", term->cols, term->rows,
		row, col, visible ? "" : " (hidden)");
	for (row = 0; row < term->rows; row++) {
		terminal_row(term, row, line);
		fprintf(stderr, "# |%s\n", line);
	}
}
