/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "ui/hint_bar.h"
#include "ui/keys.h"
#include "ui/screen.h"
#include "ui/target.h"
#include "ui/term.h"
#include "ui/ui_state.h"
#include "ui/wrap.h"

/* Rows round the content: header and title above, message and hints below. */
enum { ROWS_ABOVE = 2, ROWS_BELOW = 2 };

bool ui_too_small(void)
{
	return term_cols() < UI_MIN_COLS || term_rows() < UI_MIN_ROWS;
}

/* Nobody sees what a key would do there. */
static void draw_too_small(const struct ui *ui, struct canvas *window)
{
	char *text = xasprintf(ui->typed_blindly ? _("Window is %dx%d, please enlarge to %dx%d\n"
						     "What is typed meanwhile is not taken.")
						 : _("Window is %dx%d, please enlarge to %dx%d"),
			       window->cols, window->rows, UI_MIN_COLS, UI_MIN_ROWS);
	const char *line = text;

	draw_clear(window);
	for (int row = 0; *line && row < window->rows; row++) {
		size_t next;
		int len = (int)wrap_line(line, window->cols, &next);

		draw_format(window, row, 0, ROLE_NORMAL, "%.*s", len, line);
		line += next;
	}
	draw_cursor(window, 0, 0);
	free(text);
}

/* Takes over what the line says now, and whether it has to be drawn for it. */
static bool line_changed_take(struct ui *ui, enum frame_line line, char *says)
{
	bool changed = ui->fresh || !ui->lines[line] || strcmp(ui->lines[line], says) != 0;

	free(ui->lines[line]);
	ui->lines[line] = says;
	return changed;
}

static void draw_title(struct ui *ui, const struct layer *layer, const struct canvas *window)
{
	char *left, *right;
	size_t left_len, right_len;
	FILE *left_out = xmemstream(&left, &left_len), *right_out = xmemstream(&right, &right_len);

	if (layer->class->title)
		layer->class->title(ui, layer->state, left_out, right_out);
	fclose(left_out);
	fclose(right_out);
	if (!line_changed_take(ui, LINE_TITLE, xasprintf("%s\n%s", left, right))) {
		free(left);
		free(right);
		return;
	}
	struct canvas row = draw_part(window, 1, 0, 1, window->cols);
	draw_blank(&row, 0, 0, 1);
	row = draw_part(&row, 0, 1, 1, row.cols - 1);
	draw_row(&row, 0, ROLE_TITLE, left, right);
	free(left);
	free(right);
}

static void draw_status(struct ui *ui, const struct layer *layer, const struct canvas *window)
{
	struct canvas row = draw_part(window, window->rows - ROWS_BELOW, 0, 1, window->cols);
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (ui->message)
		fprintf(out, "%s%s", ui->message_role == ROLE_ERROR ? "! " : " ", ui->message);
	else if (layer->class->status) {
		fputc(' ', out);
		layer->class->status(ui, layer->state, out);
	}
	fclose(out);
	enum role role = ui->message ? ui->message_role : ROLE_MESSAGE;
	if (line_changed_take(ui, LINE_STATUS, xasprintf("%d %s", (int)role, text)))
		draw_cell(&row, 0, 0, row.cols, TEXT_LEFT, role, text);
	free(text);
}

static void draw_content(struct ui *ui, const struct layer *layer, const struct canvas *window,
			 bool fresh)
{
	struct canvas content = draw_part(window, ROWS_ABOVE, 0,
					  window->rows - ROWS_ABOVE - ROWS_BELOW, window->cols);

	content.fresh = fresh;
	if (fresh || !layer->class->incremental)
		draw_clear(&content);
	layer->class->draw(ui, layer->state, &content);
}

/* Over the last rows of the content and the message row, unless there is a message to be read. */
static void draw_dialog(struct ui *ui, const struct layer *layer, const struct canvas *window)
{
	int bottom = window->rows - ROWS_BELOW + (ui->message ? 0 : 1);
	int rows = layer->class->height(ui, layer->state, window->cols);

	if (rows > bottom - ROWS_ABOVE)
		rows = bottom - ROWS_ABOVE;
	struct canvas dialog = draw_part(window, bottom - rows, 0, rows, window->cols);
	draw_clear(&dialog);
	layer->class->draw(ui, layer->state, &dialog);
}

static void draw_hints(struct ui *ui, const struct canvas *window)
{
	struct canvas row = draw_part(window, window->rows - 1, 0, 1, window->cols);
	struct command_scope scopes[UI_MAX_SCOPES];
	struct hint_list hints;

	hint_bar_gather(&hints, ui, scopes, ui_scopes(ui, scopes), row.cols);
	if (line_changed_take(ui, LINE_HINTS, hint_bar_text(&hints)) || row.pointer)
		hint_bar_draw(&row, &hints);
}

void ui_draw_frame(struct ui *ui)
{
	struct canvas window = {
		.rows = term_rows(), .cols = term_cols(), .paint = &ui->paint, .cursor = &ui->cursor
	};
	size_t base = ui->depth;

	if (ui_too_small()) {
		draw_too_small(ui, &window);
		return;
	}
	while (base > 0 && ui_is_dialog(&ui->layers[base - 1]))
		base--;
	if (base == 0)
		return;
	ui->fresh = ui->fresh || base < ui->depth; /* nothing stays under a dialog */
	bool fresh = ui->fresh;
	struct canvas header = draw_part(&window, 0, 0, 1, window.cols);
	draw_cursor(&window, window.rows - ROWS_BELOW, 0);
	if (fresh)
		draw_clear(&header);
	ui->options.header(ui->options.data, &header);
	draw_title(ui, &ui->layers[base - 1], &window);
	window.pointer = base == ui->depth ? ui->pointer : NULL;
	if (base > 1)
		target_key(&window, 1, 0, window.cols, K_ESC); /* back to where the title came from */
	draw_content(ui, &ui->layers[base - 1], &window, fresh);
	draw_status(ui, &ui->layers[base - 1], &window);
	for (size_t i = base; i < ui->depth; i++) {
		window.pointer = i + 1 == ui->depth ? ui->pointer : NULL; /* it asks alone */
		draw_dialog(ui, &ui->layers[i], &window);
	}
	draw_hints(ui, &window);
}
