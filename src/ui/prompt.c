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

enum { MAX_LEN = 1000 };

struct prompt {
	char *label;
	struct line_edit edit;
	void (*done)(void *data, const char *text);
	void *data;
};

static void open_prompt(struct ui *ui, void *state, void *argument)
{
	(void)ui;
	*(struct prompt *)state = *(struct prompt *)argument;
}

/* done is taken out first: closing calls it too, for those who close the prompt otherwise. */
static void finish(struct ui *ui, struct prompt *prompt, bool accepted)
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
	struct prompt *prompt = state;

	(void)ui;
	free(prompt->label);
	line_edit_finish(&prompt->edit);
	if (prompt->done)
		prompt->done(prompt->data, NULL);
}

static bool key(struct ui *ui, void *state, const struct key *typed)
{
	struct prompt *prompt = state;

	(void)ui;
	return line_edit_key(&prompt->edit, typed);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct prompt *prompt = state;

	(void)ui;
	int col = draw_text(canvas, 0, 1, ROLE_QUESTION, prompt->label);
	line_edit_draw(&prompt->edit, canvas, 0, col, canvas->cols - col, true);
}

static int height(struct ui *ui, void *state, int cols)
{
	(void)ui;
	(void)state;
	(void)cols;
	return 1;
}

static void accept(struct ui *ui, void *state)
{
	finish(ui, state, true);
}

static void cancel(struct ui *ui, void *state)
{
	finish(ui, state, false);
}

static const struct command prompt_commands[] = {
	{ "Enter", "accept", N_("Take this text"), accept, N_("apply") },
	{ "Esc Ctrl-c", "cancel", N_("Cancel"), cancel, N_("cancel") },
};
static const struct screen_class prompt_screen = {
	.name = "prompt",
	.state_size = sizeof(struct prompt),
	COMMANDS(prompt_commands),
	.open = open_prompt,
	.key = key,
	.draw = draw,
	.close = close_prompt,
	.height = height,
};

void prompt_line(struct ui *ui, const char *label, const char *initial,
		 void (*done)(void *data, const char *text), void *data)
{
	struct prompt prompt = { .label = xstrdup(label), .done = done, .data = data };

	line_edit_init(&prompt.edit, initial, MAX_LEN, false);
	ui_push(ui, &prompt_screen, &prompt);
}
