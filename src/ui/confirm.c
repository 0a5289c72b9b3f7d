/* SPDX-License-Identifier: ISC */
#include "ui/confirm.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/yes_no.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/line_edit.h"
#include "ui/screen.h"
#include "ui/target.h"
#include "ui/ui.h"
#include "ui/wrap.h"

enum { MAX_TYPED = 200, LEFT_COL = 1, TYPED_MIN_COLS = 12 };

/* What answers it. */
enum asks { ASKS_YES_NO, ASKS_ENTER, ASKS_TYPED };

struct question {
	enum asks asks;
	char *text;
	char *expected; /* to be typed; else NULL */
	char *instead;  /* what Tab does; NULL: nothing */
	const char *also; /* the letter that runs also_run; NULL: none */
	void (*also_run)(void *data);
	struct line_edit edit;
	bool wrong; /* something else was typed */
	void (*answer)(void *data, bool yes); /* this or answer_or; both NULL: it was answered */
	void (*answer_or)(void *data, enum confirm_answer answer);
	void *data;
};

static void open_question(struct ui *ui, void *state, void *argument)
{
	(void)ui;
	*(struct question *)state = *(struct question *)argument;
}

static void tell(const struct question *question, enum confirm_answer answer)
{
	if (question->answer_or)
		question->answer_or(question->data, answer);
	else if (question->answer)
		question->answer(question->data, answer == CONFIRM_YES);
}

static void close_question(struct ui *ui, void *state)
{
	struct question *question = state;

	(void)ui;
	free(question->text);
	free(question->expected);
	free(question->instead);
	line_edit_finish(&question->edit);
	tell(question, CONFIRM_NO);
}

/* What is told is taken out first: closing tells too, for those who close the question otherwise. */
static void finish(struct ui *ui, struct question *question, enum confirm_answer answer)
{
	struct question told = *question;

	question->answer = NULL;
	question->answer_or = NULL;
	ui_pop(ui);
	tell(&told, answer);
}

static bool yes_no_key(struct ui *ui, struct question *question, const struct key *typed)
{
	if (typed->code >= K_ENTER || typed->code == ' ')
		return false;
	if (text_says_yes(typed->text))
		finish(ui, question, CONFIRM_YES);
	else if (text_says_no(typed->text))
		finish(ui, question, CONFIRM_NO);
	return true;
}

static bool key(struct ui *ui, void *state, const struct key *typed)
{
	struct question *question = state;

	question->wrong = false;
	if (question->also && strcmp(typed->text, question->also) == 0) {
		question->also_run(question->data);
		return true;
	}
	if (question->asks == ASKS_TYPED)
		return line_edit_key(&question->edit, typed);
	return question->asks == ASKS_YES_NO && yes_no_key(ui, question, typed);
}

static int draw_lines(const struct canvas *canvas, int row, const char *text)
{
	enum role role = ROLE_QUESTION;
	size_t next;

	for (; *text; text += next) {
		size_t len = wrap_line(text, canvas->cols - LEFT_COL, &next);
		char *line = xstrndup(text, len);
		draw_text(canvas, row++, LEFT_COL, role, line);
		free(line);
		role = ROLE_NORMAL;
	}
	return row;
}

static void target_letter(const struct canvas *canvas, int row, int col, int end, const char *letter)
{
	uint32_t key;

	if (key_parse(letter, &key))
		target_key(canvas, row, col, end - col, key);
}

static void draw_yes_no(const struct canvas *canvas, int row)
{
	char yes[TEXT_CHAR_SIZE], no[TEXT_CHAR_SIZE];

	yes_no_letters(yes, no);
	int slash = draw_text(canvas, row, LEFT_COL, ROLE_HINT_KEY, yes);
	int second = draw_text(canvas, row, slash, ROLE_HINT_KEY, "/");
	int end = draw_text(canvas, row, second, ROLE_HINT_KEY, no);
	target_letter(canvas, row, LEFT_COL, slash, yes);
	target_letter(canvas, row, second, end, no);
	draw_cursor(canvas, row, end + 1);
}

static int draw_what_to_type(const struct canvas *canvas, int row, const struct question *question)
{
	if (!question->wrong)
		return draw_format(canvas, row, LEFT_COL, ROLE_NORMAL,
				   _("Type %s and Enter to confirm, Esc to cancel: "),
				   question->expected);
	return draw_format(canvas, row, LEFT_COL, ROLE_ERROR,
			   strcasecmp(question->edit.text, question->expected) == 0
				   ? _("! not the same, capitals count. Type %s and Enter: ")
				   : _("! not the same. Type %s and Enter: "),
			   question->expected);
}

static void draw_typed(const struct canvas *canvas, int row, struct question *question)
{
	int col = draw_what_to_type(canvas, row, question);

	int width = text_width(question->expected, strlen(question->expected)) + 2;
	if (width < TYPED_MIN_COLS)
		width = TYPED_MIN_COLS; /* what is wrong is often longer */
	line_edit_draw(&question->edit, canvas, row, col, width, true);
}

static void draw_instead(const struct canvas *canvas, int row, const char *instead)
{
	int col = draw_text(canvas, row, LEFT_COL, ROLE_HINT_KEY, _("Tab"));

	draw_text(canvas, row, col + 1, ROLE_NORMAL, instead);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct question *question = state;

	(void)ui;
	draw_rule(canvas, 0);
	int row = draw_lines(canvas, 1, question->text);
	if (question->instead && row < canvas->rows - 1)
		draw_instead(canvas, row++, question->instead);
	if (row > canvas->rows - 1)
		row = canvas->rows - 1; /* the answer must be seen whatever happens to the text */
	draw_blank_row(canvas, row);
	if (question->asks == ASKS_TYPED)
		draw_typed(canvas, row, question);
	else if (question->asks == ASKS_YES_NO)
		draw_yes_no(canvas, row);
	else
		draw_cursor(canvas, row, LEFT_COL);
}

static int height(struct ui *ui, void *state, int cols)
{
	const struct question *question = state;

	(void)ui;
	return 1 + wrap_count(question->text, cols - LEFT_COL) + (question->instead ? 1 : 0) + 1;
}

static bool takes_enter(struct ui *ui, void *state)
{
	const struct question *question = state;

	(void)ui;
	return question->asks != ASKS_YES_NO;
}

static void accept(struct ui *ui, void *state)
{
	struct question *question = state;

	if (!question->expected || strcmp(question->edit.text, question->expected) == 0) {
		finish(ui, question, CONFIRM_YES);
		return;
	}
	question->wrong = true; /* what was typed stays: it may lack one letter */
}

static bool has_instead(struct ui *ui, void *state)
{
	(void)ui;
	return ((struct question *)state)->instead;
}

static void do_instead(struct ui *ui, void *state)
{
	finish(ui, state, CONFIRM_INSTEAD);
}

static void cancel(struct ui *ui, void *state)
{
	finish(ui, state, CONFIRM_NO);
}

static const struct command question_commands[] = {
	{ "Enter", "accept", N_("Confirm, if the text is right"), accept, N_("confirm"), takes_enter },
	{ "Tab", "instead", N_("Do what is offered instead"), do_instead, N_("instead"), has_instead },
	{ "Esc Ctrl-c", "cancel", N_("Cancel"), cancel, N_("cancel") },
};
static const struct screen_class question_screen = {
	.name = "question",
	.state_size = sizeof(struct question),
	COMMANDS(question_commands),
	.open = open_question,
	.key = key,
	.draw = draw,
	.close = close_question,
	.height = height,
};

void confirm_yes_no(struct ui *ui, const char *text, void (*answer)(void *data, bool yes),
		    void *data)
{
	struct question question = { .text = wrap_clean(text), .answer = answer, .data = data };

	line_edit_init(&question.edit, NULL, MAX_TYPED, false);
	ui_push(ui, &question_screen, &question);
}

void confirm_enter(struct ui *ui, const char *text, void (*answer)(void *data, bool yes), void *data)
{
	struct question question = {
		.asks = ASKS_ENTER, .text = wrap_clean(text), .answer = answer, .data = data
	};

	line_edit_init(&question.edit, NULL, MAX_TYPED, false);
	ui_push(ui, &question_screen, &question);
}

/* What the two have in common; question is copied. */
static void open_typed(struct ui *ui, struct question *question, const char *text,
		       const char *expected)
{
	question->asks = ASKS_TYPED;
	question->text = wrap_clean(text);
	question->expected = xstrdup(expected);
	line_edit_init(&question->edit, NULL, MAX_TYPED, false);
	ui_push(ui, &question_screen, question);
}

void confirm_typed(struct ui *ui, const char *text, const char *expected,
		   void (*answer)(void *data, bool yes), void *data)
{
	struct question question = { .answer = answer, .data = data };

	open_typed(ui, &question, text, expected);
}

void confirm_typed_or(struct ui *ui, const char *text, const char *expected, const char *instead,
		      void (*answer)(void *data, enum confirm_answer answer), void *data)
{
	struct question question = { .instead = xstrdup(instead), .answer_or = answer, .data = data };

	open_typed(ui, &question, text, expected);
}

void confirm_also(struct ui *ui, const char *letter, void (*run)(void *data))
{
	struct question *question = ui_top(ui, &question_screen);

	question->also = letter;
	question->also_run = run;
}
