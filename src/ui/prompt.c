/* SPDX-License-Identifier: ISC */
#include "ui/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "ui/draw.h"
#include "ui/line_edit.h"
#include "ui/screen.h"
#include "ui/ui.h"
#include "ui/wrap.h"

enum { MAX_LEN = 1000, LEFT_COL = 1 };

struct prompt_state {
	char *label;
	char *help, *problem; /* "": none */
	bool answers;
	struct line_edit edit;
	char *(*complete)(void *data, const char *text);
	void (*done)(void *data, const char *text);
	void *data;
};

static void open_prompt(struct ui *ui, void *state, void *argument)
{
	(void)ui;
	*(struct prompt_state *)state = *(struct prompt_state *)argument;
}

/* done is taken out first: closing calls it too, for those who close the prompt otherwise. */
static void finish(struct ui *ui, struct prompt_state *prompt, bool accepted)
{
	void (*done)(void *data, const char *text) = prompt->done;
	char *text = accepted ? xstrdup(prompt->edit.text) : NULL;

	prompt->done = NULL;
	ui_pop(ui);
	done(prompt->data, text);
	free(text);
}

static void close_prompt(struct ui *ui, void *state)
{
	struct prompt_state *prompt = state;

	(void)ui;
	free(prompt->label);
	free(prompt->help);
	free(prompt->problem);
	line_edit_finish(&prompt->edit);
	if (prompt->done)
		prompt->done(prompt->data, NULL);
}

static bool key(struct ui *ui, void *state, const struct key *typed)
{
	struct prompt_state *prompt = state;

	(void)ui;
	return line_edit_key(&prompt->edit, typed);
}

static int draw_lines(const struct canvas *canvas, int row, enum role role, const char *text)
{
	size_t next;

	for (; *text && row < canvas->rows - 1; text += next) {
		size_t len = wrap_line(text, canvas->cols - LEFT_COL, &next);
		char *line = xstrndup(text, len);
		draw_text(canvas, row++, LEFT_COL, role, line);
		free(line);
	}
	return row;
}

static bool is_plain(const struct prompt_state *prompt)
{
	return !*prompt->help && !*prompt->problem;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct prompt_state *prompt = state;
	int last = canvas->rows - 1;

	(void)ui;
	if (!is_plain(prompt)) {
		draw_rule(canvas, 0);
		int row = draw_lines(canvas, 1, ROLE_ERROR, prompt->problem);
		draw_lines(canvas, row, ROLE_DIM, prompt->help);
	}
	int col = draw_text(canvas, last, LEFT_COL, ROLE_QUESTION, prompt->label);
	line_edit_draw(&prompt->edit, canvas, last, col, canvas->cols - col, true);
}

static int lines_of(const char *text, int cols)
{
	return *text ? wrap_count(text, cols - LEFT_COL) : 0;
}

static int height(struct ui *ui, void *state, int cols)
{
	const struct prompt_state *prompt = state;

	(void)ui;
	if (is_plain(prompt))
		return 1;
	return 1 + lines_of(prompt->problem, cols) + lines_of(prompt->help, cols) + 1;
}

static bool can_complete(struct ui *ui, void *state)
{
	(void)ui;
	return ((struct prompt_state *)state)->complete;
}

static void complete(struct ui *ui, void *state)
{
	struct prompt_state *prompt = state;
	char *text = prompt->complete(prompt->data, prompt->edit.text);

	(void)ui;
	if (text)
		line_edit_set(&prompt->edit, text);
	free(text);
}

static void accept(struct ui *ui, void *state)
{
	finish(ui, state, true);
}

static void cancel(struct ui *ui, void *state)
{
	finish(ui, state, false);
}

static bool is_answered(struct ui *ui, void *state)
{
	(void)ui;
	return ((struct prompt_state *)state)->answers;
}

static const struct command prompt_commands[] = {
	{ "Enter", "answer", N_("Answer, and ask again"), accept, N_("tell"), is_answered },
	{ "Enter", "accept", N_("Take this text"), accept, N_("apply") },
	{ "Tab", "complete", N_("Complete the word"), complete, N_("complete"), can_complete },
	{ "Esc Ctrl-c", "done", N_("No more questions"), cancel, N_("done"), is_answered },
	{ "Esc Ctrl-c", "cancel", N_("Cancel"), cancel, N_("cancel") },
};
static const struct screen_class prompt_screen = {
	.name = "prompt",
	.state_size = sizeof(struct prompt_state),
	COMMANDS(prompt_commands),
	.open = open_prompt,
	.key = key,
	.draw = draw,
	.close = close_prompt,
	.height = height,
};

void prompt_open(struct ui *ui, const struct prompt *prompt)
{
	struct prompt_state state = {
		.label = xstrdup(prompt->label),
		.help = wrap_clean(prompt->help ? prompt->help : ""),
		.problem = wrap_clean(prompt->problem ? prompt->problem : ""),
		.answers = prompt->answers,
		.complete = prompt->complete,
		.done = prompt->done,
		.data = prompt->data,
	};

	line_edit_init(&state.edit, prompt->initial, MAX_LEN, false);
	state.edit.selected = prompt->suggests;
	ui_push(ui, &prompt_screen, &state);
}

void prompt_line(struct ui *ui, const char *label, const char *initial,
		 void (*done)(void *data, const char *text), void *data)
{
	prompt_open(ui, &(struct prompt){
				.label = label, .initial = initial, .done = done, .data = data });
}
