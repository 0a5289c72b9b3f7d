/* A line being typed, as much of it as there is room for. */
/* SPDX-License-Identifier: ISC */
#include "ui/line_edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "ui/draw.h"

static bool is_ascii(char c)
{
	return c >= ' ' && c <= '~';
}

/* Whether a cluster begins at at for certain: both neighbours are plain letters. */
static bool is_plain_break(const struct line_edit *edit, size_t at)
{
	return at == 0 || at >= edit->len ||
	       (is_ascii(edit->text[at - 1]) && is_ascii(edit->text[at]));
}

/* A combining mark typed behind the cursor joins the cluster before it: the cursor then stands
 * inside. */
static size_t cluster_start(const struct line_edit *edit, size_t at)
{
	size_t start = 0;

	if (is_plain_break(edit, at))
		return at < edit->len ? at : edit->len;
	for (size_t next = 0; next <= at; next += text_cluster(edit->text + next, edit->len - next))
		start = next;
	return start;
}

/* What is drawn for a cluster: marks instead of what a terminal would obey, a dot for a secret. The
 * caller frees. */
static char *shown(const struct line_edit *edit, size_t at, size_t len)
{
	return edit->secret ? xstrdup(".") : text_clean(edit->text + at, len);
}

static int cluster_cols(const struct line_edit *edit, size_t at, size_t len)
{
	if (edit->secret || (len == 1 && is_ascii(edit->text[at])))
		return 1;
	char *text = shown(edit, at, len);
	int cols = text_width(text, strlen(text));
	free(text);
	return cols;
}

static int shown_cols(const struct line_edit *edit, size_t from, size_t to)
{
	int cols = 0;

	for (size_t at = from, len; at < to; at += len) {
		len = text_cluster(edit->text + at, edit->len - at);
		cols += cluster_cols(edit, at, len);
	}
	return cols;
}

/* Where the longest text begins that ends at end and is at most cols wide. */
static size_t back_by_cols(const struct line_edit *edit, size_t end, int cols)
{
	size_t at = end;

	while (at > 0) {
		size_t len = is_plain_break(edit, at - 1) && is_ascii(edit->text[at - 1])
				     ? 1
				     : text_last_cluster(edit->text, at);
		cols -= cluster_cols(edit, at - len, len);
		if (cols < 0)
			break;
		at -= len;
	}
	return at;
}

/* Scrolls so that the cursor has a column of its own within width: by a quarter of it at once, or
 * every further letter would draw the whole field again. */
static void keep_cursor_visible(struct line_edit *edit, int width_cols)
{
	size_t at = cluster_start(edit, edit->at);
	int step = width_cols / 4;

	edit->first = cluster_start(edit, edit->first);
	if (edit->first > at)
		edit->first = back_by_cols(edit, at, step);
	if (edit->first < back_by_cols(edit, at, width_cols - 1))
		edit->first = back_by_cols(edit, at, width_cols - 1 - step);
	/* Text was deleted: what is left of it comes back. */
	if (edit->first > back_by_cols(edit, edit->len, width_cols / 2))
		edit->first = back_by_cols(edit, edit->len, width_cols - 1 - step);
	if (back_by_cols(edit, edit->len, width_cols - 1) == 0)
		edit->first = 0;
}

/* Bytes of plain letters from at on, which are drawn at once. */
static size_t ascii_run(const struct line_edit *edit, size_t at)
{
	size_t end = at;

	while (!edit->secret && end < edit->len && is_ascii(edit->text[end]) &&
	       is_plain_break(edit, end + 1))
		end++;
	return end - at;
}

void line_edit_draw(struct line_edit *edit, const struct canvas *canvas, int row, int col,
		    int width_cols, bool focused)
{
	struct canvas field = draw_part(canvas, row, col, 1, width_cols);
	int at = 0;

	if (field.cols <= 0)
		return;
	draw_cell(&field, 0, 0, field.cols, TEXT_LEFT, ROLE_FIELD, "");
	keep_cursor_visible(edit, field.cols);
	for (size_t i = edit->first, len; i < edit->len && at < field.cols; i += len) {
		size_t run = ascii_run(edit, i);

		len = run ? run : text_cluster(edit->text + i, edit->len - i);
		if (len > (size_t)(field.cols - at) && run)
			len = (size_t)(field.cols - at);
		char *text = shown(edit, i, len);
		at = draw_text(&field, 0, at, ROLE_FIELD, text);
		free(text);
	}
	if (focused)
		draw_cursor(&field, 0,
			    shown_cols(edit, edit->first, cluster_start(edit, edit->at)));
}
