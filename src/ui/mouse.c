/* A click or the wheel, from where the mouse is to what is drawn there. */
/* SPDX-License-Identifier: ISC */
#include "base/text.h"
#include "ui/keys.h"
#include "ui/screen.h"
#include "ui/target.h"
#include "ui/ui_state.h"

enum { WHEEL_ROWS = 3 };

static void press(struct ui *ui, uint32_t code)
{
	struct key key = { code, "" };
	char text[TEXT_CHAR_SIZE];

	if (code < K_ENTER) {
		text_from_char(code, text);
		key.text = text;
	}
	ui_dispatch(ui, &key);
}

/* Screens see that something is pressed, as they see each key: an offer that was for the next key is over. */
static bool screen_takes(struct ui *ui)
{
	const struct key mouse = { K_MOUSE, "" };
	const struct layer *top = ui_top_layer(ui);

	ui_message_clear(ui);
	return (ui->options.key && ui->options.key(ui->options.data, &mouse)) ||
	       (top->class->key && top->class->key(ui, top->state, &mouse));
}

static void click(struct ui *ui, const struct pointer *pointer)
{
	if (pointer->key)
		press(ui, pointer->key);
	else if (pointer->is_item && !screen_takes(ui) &&
		 pointer->class->click(pointer->data, pointer->item))
		press(ui, K_ENTER);
}

/* Only over what can be scrolled: elsewhere an arrow may mean something else. */
static void turn_wheel(struct ui *ui, const struct pointer *pointer, int rows)
{
	if (!pointer->class || screen_takes(ui))
		return;
	if (pointer->class->scroll)
		pointer->class->scroll(pointer->data, rows);
	else
		for (int i = 0; i < WHEEL_ROWS; i++)
			press(ui, rows < 0 ? K_UP : K_DOWN);
}

/* What keys before it have changed is drawn first: the mouse means what is there then. */
void ui_mouse(struct ui *ui, const struct mouse_event *event)
{
	struct pointer pointer = { .row = event->row, .col = event->col };

	if (ui->away || ui_too_small() || !ui_top_layer(ui))
		return;
	ui->pointer = &pointer;
	ui_draw_frame(ui);
	ui->pointer = NULL;
	ui->fresh = false;
	if (event->button == MOUSE_LEFT)
		click(ui, &pointer);
	else
		turn_wheel(ui, &pointer, event->button == MOUSE_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS);
}
