/* Where the lines of a form stand. */
/* SPDX-License-Identifier: ISC */
#include "ui/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/wrap.h"

enum {
	TWO_COLUMNS_FROM = 120, /* ux 1 */
	LABEL_MAX_COLS = 28,
	COMPLAINT_MAX_ROWS = 3,
	INDENT_COLS = 2, /* of what complains about a line without a value column */
};

int form_value_col(const struct form_line *line)
{
	int labelled = FORM_LABEL_COL + line->label_cols + FORM_GAP_COLS;

	return line->label_cols ? labelled : FORM_LABEL_COL + INDENT_COLS;
}

static bool has_label_column(const struct form_line *line)
{
	return line->type == LINE_FIELD || line->type == LINE_ATTRIBUTE;
}

static int label_cols(const struct form *form, const struct form_line *line)
{
	char *label = form_label(form, line), *clean = text_clean(label, strlen(label));
	int cols = text_width(clean, strlen(clean));

	free(label);
	free(clean);
	return cols < LABEL_MAX_COLS ? cols : LABEL_MAX_COLS;
}

/* The widest label from line i on, as long as the type is the same. */
static int widest_label(const struct form *form, size_t i)
{
	enum form_line_type type = form->lines[i].type;
	int widest = 0;

	for (; i < form->count && form->lines[i].type == type; i++) {
		int cols = label_cols(form, &form->lines[i]);
		widest = cols > widest ? cols : widest;
	}
	return widest;
}

static int line_rows(const struct form_line *line)
{
	if (!line->complaint)
		return 1;
	char *clean = wrap_clean(line->complaint);
	int rows = wrap_count(clean, line->cols - form_value_col(line));
	free(clean);
	return 1 + (rows < COMPLAINT_MAX_ROWS ? rows : COMPLAINT_MAX_ROWS);
}

/* Lines from to end below each other; returns the row after them. */
static int stack(struct form *form, size_t from, size_t end, int row, int left, int cols)
{
	for (size_t i = from; i < end; i++) {
		struct form_line *line = &form->lines[i];
		line->row = row;
		line->left = left;
		line->cols = cols;
		line->rows = line_rows(line);
		row += line->rows;
	}
	return row;
}

static size_t end_of_run(const struct form *form, size_t i)
{
	enum form_line_type type = form->lines[i].type;

	while (i < form->count && form->lines[i].type == type)
		i++;
	return i;
}

/* Plain fields from i on: down the left half, then down the right one. */
static int lay_out_fields(struct form *form, size_t i, size_t end, int row)
{
	if (form->cols < TWO_COLUMNS_FROM || end - i < 2)
		return stack(form, i, end, row, 0, form->cols);
	size_t half = i + (end - i + 1) / 2;
	int left = stack(form, i, half, row, 0, form->cols / 2);
	int right = stack(form, half, end, row, form->cols / 2, form->cols - form->cols / 2);
	return left > right ? left : right;
}

static void set_label_cols(struct form *form, size_t from, size_t end)
{
	int cols = has_label_column(&form->lines[from]) ? widest_label(form, from) : 0;

	for (size_t i = from; i < end; i++)
		form->lines[i].label_cols = cols;
}

static void place_all(struct form *form)
{
	int row = 0;

	for (size_t i = 0, end; i < form->count; i = end) {
		enum form_line_type type = form->lines[i].type;

		end = end_of_run(form, i);
		if (i > 0 && (type == LINE_HEADING || type == LINE_BUTTON))
			row++; /* a blank row before it */
		set_label_cols(form, i, end);
		row = type == LINE_FIELD ? lay_out_fields(form, i, end, row)
					 : stack(form, i, end, row, 0, form->cols);
	}
	form->total_rows = row;
}

/* What is to be seen together with the cursor's line: all above it that the cursor cannot reach. */
static int top_of_cursor(const struct form *form)
{
	size_t i = form->cursor;

	while (i > 0 && form->lines[i - 1].fixed && form->lines[i - 1].row <= form->lines[i].row)
		i--;
	return i == 0 ? 0 : form->lines[i].row;
}

static void scroll_to_cursor(struct form *form)
{
	const struct form_line *line = form_line_at_cursor(form);
	int end = line->row + line->rows;
	int top = top_of_cursor(form);

	if (end - top > form->page_rows)
		top = line->row;
	if (form->first_row + form->page_rows < end)
		form->first_row = end - form->page_rows;
	if (form->first_row > top)
		form->first_row = top;
	if (form->first_row + form->page_rows > form->total_rows)
		form->first_row = form->total_rows - form->page_rows;
	if (form->first_row < 0)
		form->first_row = 0;
}

void form_lay_out(struct form *form, int cols, int rows)
{
	form->stale = form->stale || cols != form->cols;
	form->cols = cols;
	form->page_rows = rows;
	if (form->stale)
		place_all(form);
	scroll_to_cursor(form);
}
