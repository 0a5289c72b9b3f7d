/* SPDX-License-Identifier: ISC */
#include "screens/preview.h"

#include <stdlib.h>
#include <string.h>

#include "schema/record.h"
#include "schema/resource.h"
#include "screens/wrapped.h"
#include "ui/draw.h"
#include "work/record_page.h"

enum { LABEL_MIN_COLS = 15, GAP_COLS = 1, INDENT_COLS = 2 };

/* Where the next line goes. */
struct pen {
	const struct canvas *canvas;
	int row;
	int label_cols;
};

/* The label's row, and the text below it: a word that is cut nowhere else only because of its label. */
static bool wants_own_row(const struct pen *pen, const char *text, int col)
{
	int cols = text_width(text, strlen(text));

	return !strpbrk(text, " \n") && cols > pen->canvas->cols - col && cols <= pen->canvas->cols - INDENT_COLS;
}

static void put_line(struct pen *pen, const struct page_line *line)
{
	if (!*line->label) {
		char *text = record_entry_text(line);

		pen->row += wrapped_draw(pen->canvas, pen->row, 0, pen->canvas->cols, ROLE_NORMAL,
					 text);
		free(text);
		return;
	}
	int col = pen->label_cols + GAP_COLS;
	draw_cell(pen->canvas, pen->row, 0, pen->label_cols, TEXT_LEFT, ROLE_LABEL, line->label);
	if (wants_own_row(pen, line->text, col)) {
		col = INDENT_COLS;
		pen->row++;
	}
	pen->row += wrapped_draw(pen->canvas, pen->row, col, pen->canvas->cols - col, ROLE_NORMAL, line->text);
}

/* What is empty is not mentioned: a list's rows may lack what the record has (N17). */
static void put_tab(struct pen *pen, const struct record *record, size_t tab)
{
	struct record_page page;

	record_page_init(&page, record, NULL, tab);
	if (tab && page.count) {
		char *label = record_tab_label(record, NULL, tab, true);

		draw_text(pen->canvas, pen->row + 1, 0, ROLE_COLUMN, label);
		pen->row += 2;
		free(label);
	}
	for (size_t i = 0; i < page.count && pen->row < pen->canvas->rows; i++)
		if (*page.lines[i].text || page.lines[i].cells)
			put_line(pen, &page.lines[i]);
	record_page_finish(&page);
}

/* As wide as the tables' widest, whatever this record lacks; no more than half of the room. */
static int label_cols(const struct record *record, int cols)
{
	int widest = LABEL_MIN_COLS, most = cols / 2;

	for (size_t tab = 0; tab < record_tab_count(record, NULL); tab++) {
		struct record_page page;

		record_page_init(&page, record, NULL, tab);
		for (size_t i = 0; i < page.count; i++) {
			int width = text_width(page.lines[i].label, strlen(page.lines[i].label));

			widest = width > widest ? width : widest;
		}
		record_page_finish(&page);
	}
	return widest > most && most > LABEL_MIN_COLS ? most : widest;
}

static void put_record(const struct canvas *canvas, const struct record *record)
{
	struct pen pen = { .canvas = canvas, .label_cols = label_cols(record, canvas->cols) };
	size_t tabs = record_tab_count(record, NULL);

	char *name = record_name(record);

	draw_text(canvas, pen.row, 0, ROLE_TITLE, name);
	free(name);
	pen.row += 2;
	for (size_t tab = 0; tab < tabs && pen.row < canvas->rows; tab++)
		put_tab(&pen, record, tab);
}

void preview_draw(const struct canvas *canvas, const struct resource *resource, const char *json)
{
	struct record *record = NULL;

	for (int row = 0; row < canvas->rows; row++)
		draw_blank_row(canvas, row);
	if (json)
		record = record_parse(resource->schema, json, strlen(json), NULL);
	if (record)
		put_record(canvas, record);
	record_free(record);
}
