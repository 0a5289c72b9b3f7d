/* SPDX-License-Identifier: ISC */
#include "ui/ui.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/secret.h"
#include "ui/clipboard.h"
#include "ui/keys.h"
#include "ui/term.h"
#include "ui/ui_state.h"

struct ui *ui_new(const struct ui_options *options, struct error *err)
{
	struct tty *term = term_start(options->mouse, err);

	if (!term)
		return NULL;
	struct ui *ui = xcalloc(1, sizeof(*ui));
	ui->options = *options;
	ui->term = term;
	ui->options.theme = NULL;
	paint_init(&ui->paint, options->theme);
	ui->decoder = key_decoder_new(options->escape_delay_ms);
	term_add_keys(ui->decoder);
	if (options->mouse)
		key_decoder_take_mouse(ui->decoder);
	ui_touch_all(ui);
	return ui;
}

void ui_free(struct ui *ui)
{
	if (!ui)
		return;
	while (ui->depth > 0)
		ui_pop(ui);
	ui_free_buried(ui);
	term_stop(ui->term);
	key_decoder_free(ui->decoder);
	ui_free_bindings(ui);
	free(ui->layers);
	free(ui->message);
	for (int i = 0; i < FRAME_LINES; i++)
		free(ui->lines[i]);
	free(ui);
}

void *ui_data(const struct ui *ui)
{
	return ui->options.data;
}

void ui_message(struct ui *ui, enum role role, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	if (vasprintf(&text, format, args) < 0)
		alloc_exhausted();
	va_end(args);
	free(ui->message);
	ui->message = text;
	ui->message_role = role;
	ui_touch(ui);
}

void ui_message_clear(struct ui *ui)
{
	if (!ui->message)
		return;
	free(ui->message);
	ui->message = NULL;
	ui_touch(ui);
}

bool ui_copy(struct ui *ui, const char *text, size_t len)
{
	char *sequence;
	size_t size;
	FILE *out = xmemstream(&sequence, &size);
	bool ok = clipboard_write(out, clipboard_way(), text, len);

	fclose(out);
	if (ok)
		term_send(ui->term, sequence);
	free(sequence);
	return ok;
}

void ui_touch(struct ui *ui)
{
	ui->touched = true;
}

void ui_touch_all(struct ui *ui)
{
	ui->touched = ui->fresh = true;
}

static void handle_mouse(struct ui *ui)
{
	struct mouse_event event = key_decoder_mouse(ui->decoder);

	ui_mouse(ui, &event);
}

/* Handles the keys that the bytes make by now, and asks to be called when a lone Esc is due. */
static void handle_keys(struct ui *ui)
{
	struct key key;

	while (key_decoder_next(ui->decoder, &key, clock_now_ms())) {
		if (key.code == K_MOUSE)
			handle_mouse(ui);
		else
			ui_dispatch(ui, &key);
		ui_free_buried(ui);
		ui_touch(ui);
	}
	ui->options.set_timer(ui->options.data, key_decoder_wait_ms(ui->decoder, clock_now_ms()));
}

static bool more_to_read(void)
{
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };

	return poll(&input, 1, 0) == 1 && input.revents & POLLIN;
}

bool ui_input(struct ui *ui)
{
	char bytes[4096];

	do {
		ssize_t got = read(STDIN_FILENO, bytes, sizeof(bytes));
		if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN))
			return false;
		if (got > 0)
			key_decoder_feed(ui->decoder, bytes, (size_t)got, clock_now_ms());
		secret_wipe(bytes, sizeof(bytes)); /* it may have been a password */
		handle_keys(ui);
	} while (more_to_read());
	return true;
}

void ui_timeout(struct ui *ui)
{
	handle_keys(ui);
}

void ui_repaint(struct ui *ui)
{
	ui_free_buried(ui);
	if (!ui->touched || ui->away)
		return;
	ui_draw_frame(ui);
	term_show(ui->term, ui->cursor.row, ui->cursor.col);
	ui->touched = ui->fresh = false;
}

void ui_resized(struct ui *ui)
{
	term_resize(ui->term);
	ui_touch_all(ui);
	ui->typed_blindly = false;
}

void ui_leave(struct ui *ui)
{
	ui->away = true;
	term_leave(ui->term);
}

void ui_return(struct ui *ui)
{
	ui->away = false;
	term_return(ui->term);
	ui_touch_all(ui);
}

/* A terminal that another program has stays that one's. */
void ui_suspend(struct ui *ui)
{
	bool was_away = ui->away;

	if (!was_away)
		ui_leave(ui);
	kill(getpid(), SIGSTOP);
	if (!was_away)
		ui_return(ui);
	ui->continued = true;
}

void ui_resumed(struct ui *ui)
{
	if (!ui->continued && !ui->away) {
		ui_leave(ui); /* the terminal is in whatever state the shell wanted: begin anew */
		ui_return(ui);
	}
	ui->continued = false;
}
