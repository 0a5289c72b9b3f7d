/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "ui/screen.h"
#include "ui/ui_state.h"

struct layer *ui_top_layer(const struct ui *ui)
{
	return ui->depth > 0 ? &ui->layers[ui->depth - 1] : NULL;
}

bool ui_is_dialog(const struct layer *layer)
{
	return layer->class->height != NULL;
}

void ui_push(struct ui *ui, const struct screen_class *class, void *argument)
{
	void *state = xcalloc(1, class->state_size);

	ui->layers = xreallocarray(ui->layers, ui->depth + 1, sizeof(*ui->layers));
	ui->layers[ui->depth++] = (struct layer){ class, state };
	ui_touch_all(ui);
	if (class->open)
		class->open(ui, state, argument);
}

/* The command that closes its own screen may still be using the state: it is freed later. */
static void close_top(struct ui *ui)
{
	struct layer top = ui->layers[--ui->depth];

	if (top.class->close)
		top.class->close(ui, top.state);
	ui->buried = xreallocarray(ui->buried, ui->buried_count + 1, sizeof(*ui->buried));
	ui->buried[ui->buried_count++] = top.state;
	ui_touch_all(ui);
}

static void resume_top(struct ui *ui)
{
	struct layer *top = ui_top_layer(ui);

	if (top && top->class->resume)
		top->class->resume(ui, top->state);
}

void ui_pop(struct ui *ui)
{
	if (ui->depth == 0)
		return;
	close_top(ui);
	resume_top(ui);
}

void ui_pop_to(struct ui *ui, void *state)
{
	bool closed = false;

	while (ui->depth > 1 && !ui_is_top(ui, state)) {
		close_top(ui);
		closed = true;
	}
	if (closed)
		resume_top(ui);
}

void ui_close_all(struct ui *ui)
{
	while (ui->depth > 0)
		close_top(ui);
}

void *ui_top(const struct ui *ui, const struct screen_class *class)
{
	const struct layer *top = ui_top_layer(ui);

	return top && top->class == class ? top->state : NULL;
}

bool ui_is_top(const struct ui *ui, const void *state)
{
	const struct layer *top = ui_top_layer(ui);

	return top && top->state == state;
}

size_t ui_depth(const struct ui *ui)
{
	return ui->depth;
}

void ui_free_buried(struct ui *ui)
{
	for (size_t i = 0; i < ui->buried_count; i++)
		free(ui->buried[i]);
	free(ui->buried);
	ui->buried = NULL;
	ui->buried_count = 0;
}
