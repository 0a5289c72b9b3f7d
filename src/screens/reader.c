/* SPDX-License-Identifier: ISC */
#include "screens/reader.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "ui/text_view.h"
#include "ui/ui.h"

struct reader {
	char *title;
	struct text_view view;
};

struct argument {
	const char *title, *text;
};

static void open_screen(struct ui *ui, void *state, void *data)
{
	struct reader *reader = state;
	const struct argument *argument = data;

	(void)ui;
	reader->title = xstrdup(argument->title);
	text_view_init(&reader->view, argument->text);
}

static void close_screen(struct ui *ui, void *state)
{
	struct reader *reader = state;

	(void)ui;
	text_view_finish(&reader->view);
	free(reader->title);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	(void)right;
	fputs(((struct reader *)state)->title, left);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	(void)ui;
	text_view_status(&((struct reader *)state)->view, out);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	(void)ui;
	text_view_draw(&((struct reader *)state)->view, canvas);
}

static void *part(void *state)
{
	return &((struct reader *)state)->view;
}

const struct screen_class reader_screen = {
	.name = "text",
	.label = N_("Long text"),
	.state_size = sizeof(struct reader),
	.part_commands = &text_view_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void reader_open(struct ui *ui, const char *title, const char *text)
{
	struct argument argument = { title, text };

	ui_push(ui, &reader_screen, &argument);
}
