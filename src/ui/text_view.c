/* SPDX-License-Identifier: ISC */
#include "ui/text_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/command.h"
#include "ui/draw.h"
#include "ui/prompt.h"
#include "ui/target.h"
#include "ui/ui.h"
#include "ui/wrap.h"

enum { LEFT_COL = 1 };

void text_view_init(struct text_view *view, const char *text)
{
	*view = (struct text_view){ .text = wrap_clean(text) };
}

void text_view_finish(struct text_view *view)
{
	free(view->text);
	free(view->lines);
	free(view->search);
	*view = (struct text_view){ .text = NULL };
}

/* Finds the screen lines anew when the width is another; the top stays at the same text. */
static void wrap(struct text_view *view, int cols)
{
	size_t top = view->line_count > 0 ? view->lines[view->first] : 0, capacity = 0, next;

	if (view->cols == cols)
		return;
	view->cols = cols;
	view->line_count = 0;
	view->first = 0;
	view->found = false;
	for (size_t at = 0;; at += next) {
		if (view->line_count == capacity) {
			capacity = capacity ? capacity * 2 : 64;
			view->lines = xreallocarray(view->lines, capacity, sizeof(*view->lines));
		}
		if (at <= top)
			view->first = view->line_count;
		view->lines[view->line_count++] = at;
		wrap_line(view->text + at, cols, &next);
		if (!view->text[at + next])
			break;
	}
}

static size_t last_top(const struct text_view *view)
{
	size_t page = (size_t)view->page_rows;

	return view->line_count > page ? view->line_count - page : 0;
}

static void scroll_to(struct text_view *view, size_t line)
{
	view->first = line < last_top(view) ? line : last_top(view);
}

static void scroll_by(struct text_view *view, long lines)
{
	scroll_to(view,
		  lines < 0 && (size_t)-lines > view->first ? 0 : view->first + (size_t)lines);
}

static char *line_text(const struct text_view *view, size_t line)
{
	size_t next;
	const char *text = view->text + view->lines[line];

	return xstrndup(text, wrap_line(text, view->cols, &next));
}

static void scroll(void *data, int rows)
{
	scroll_by(data, rows);
}

static const struct target_class target = { .scroll = scroll };

void text_view_draw(struct text_view *view, struct canvas *canvas)
{
	target_area(canvas, &target, view);
	view->page_rows = canvas->rows;
	wrap(view, canvas->cols - LEFT_COL);
	scroll_to(view, view->first);
	for (int row = 0; row < canvas->rows; row++) {
		size_t line = view->first + (size_t)row;
		draw_blank_row(canvas, row);
		if (line >= view->line_count)
			continue;
		char *text = line_text(view, line);
		bool hit = view->found && line == view->found_line;
		draw_text(canvas, row, LEFT_COL, hit ? ROLE_FOUND : ROLE_NORMAL, text);
		free(text);
	}
	draw_cursor(canvas, view->found ? (int)(view->found_line - view->first) : 0, LEFT_COL);
}

void text_view_status(const struct text_view *view, FILE *out)
{
	size_t end = view->first + (size_t)view->page_rows;

	if (view->cols > 0)
		fprintf(out, _("lines %zu-%zu of %zu"), view->first + 1,
			end < view->line_count ? end : view->line_count, view->line_count);
}

/* Whether the hit begins in that line: it may go on behind its end. */
static bool line_has(const struct text_view *view, size_t line, const char *needle)
{
	size_t from = view->lines[line], needle_len = strlen(needle), next;
	size_t len = wrap_line(view->text + from, view->cols, &next);
	size_t beyond = strcspn(view->text + from + len, "\n");

	len += beyond < needle_len ? beyond : needle_len;
	char *text = xstrndup(view->text + from, len);
	while (!text_is_utf8(text, strlen(text)))
		text[strlen(text) - 1] = '\0'; /* cut within a character */
	bool has = text_contains(text, needle);
	free(text);
	return has;
}

/* The next hit from line on, in steps of 1 or -1, once round. */
static bool find_from(struct text_view *view, size_t line, int step)
{
	for (size_t i = 0; i < view->line_count; i++) {
		if (line_has(view, line, view->search)) {
			view->found = true;
			view->found_line = line;
			if (line < view->first || line >= view->first + (size_t)view->page_rows)
				scroll_to(view, line);
			return true;
		}
		line = (line + view->line_count + (size_t)step) % view->line_count;
	}
	view->found = false;
	return false;
}

static void find(struct ui *ui, struct text_view *view, size_t line, int step)
{
	if (!find_from(view, line % view->line_count, step))
		ui_message(ui, ROLE_MESSAGE, _("\"%s\" is not in this text."), view->search);
}

struct search_request {
	struct ui *ui;
	struct text_view *view;
};

static void start_search(void *data, const char *text)
{
	struct search_request *request = data;

	if (text && *text && request->view->line_count > 0) {
		xreplace(&request->view->search, text);
		find(request->ui, request->view, request->view->first, 1);
	}
	free(request);
}

static void search(struct ui *ui, void *state)
{
	struct search_request *request = xmalloc(sizeof(*request));

	*request = (struct search_request){ ui, state };
	prompt_line(ui, _("Find: "), request->view->search, start_search, request);
}

static bool has_search(struct ui *ui, void *state)
{
	const struct text_view *view = state;

	(void)ui;
	return view->search && view->line_count > 0;
}

static void search_on(struct ui *ui, void *state)
{
	struct text_view *view = state;

	find(ui, view, (view->found ? view->found_line : view->first) + 1, 1);
}

static void search_back(struct ui *ui, void *state)
{
	struct text_view *view = state;

	find(ui, view, (view->found ? view->found_line : view->first) + view->line_count - 1, -1);
}

static void down(struct ui *ui, void *view)
{
	(void)ui;
	scroll_by(view, 1);
}

static void up(struct ui *ui, void *view)
{
	(void)ui;
	scroll_by(view, -1);
}

static void page_down(struct ui *ui, void *state)
{
	struct text_view *view = state;

	(void)ui;
	scroll_by(view, view->page_rows);
}

static void page_up(struct ui *ui, void *state)
{
	struct text_view *view = state;

	(void)ui;
	scroll_by(view, -(long)view->page_rows);
}

static void first(struct ui *ui, void *view)
{
	(void)ui;
	scroll_to(view, 0);
}

static void last(struct ui *ui, void *view)
{
	(void)ui;
	scroll_to(view, SIZE_MAX);
}

static const struct command rows[] = {
	{ "/", "find", N_("Find text"), search, N_("find") },
	{ "n", "find-next", N_("Next hit"), search_on, N_("next"), has_search },
	{ "N", "find-previous", N_("Previous hit"), search_back, .can = has_search },
	{ "Down j", "down", N_("One line down"), down, .moves = true },
	{ "Up k", "up", N_("One line up"), up, .moves = true },
	{ "PgDn Ctrl-f Space", "page-down", N_("Next page"), page_down, .moves = true },
	{ "PgUp Ctrl-b", "page-up", N_("Previous page"), page_up, .moves = true },
	{ "Home g", "first", N_("To the start"), first, .moves = true },
	{ "End G", "last", N_("To the end"), last, .moves = true },
};
const struct command_table text_view_commands = COMMAND_TABLE(rows);
