/* SPDX-License-Identifier: ISC */
#include "screens/loading.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/waiting.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/screen.h"

enum { LEFT_COL = 1, TYPED_MAX = 60 };

struct loading {
	struct ui *ui;
	struct waiting waiting;
	bool ended; /* leaves the screen as soon as it is the top one */
	char *typed;
	void (*fn)(void *data, const char *typed);
	void *data;
};

struct argument {
	struct app *app;
	const char *typed;
	void (*fn)(void *data, const char *typed);
	void *data;
};

static void open_loading(struct ui *ui, void *state, void *given)
{
	struct loading *loading = state;
	const struct argument *argument = given;

	loading->ui = ui;
	loading->typed = xstrdup(argument->typed);
	loading->fn = argument->fn;
	loading->data = argument->data;
	waiting_init(&loading->waiting, argument->app->loop, ui);
	waiting_set(&loading->waiting, clock_now_ms());
}

static void close_loading(struct ui *ui, void *state)
{
	struct loading *loading = state;

	(void)ui;
	waiting_finish(&loading->waiting);
	free(loading->typed);
	if (loading->fn)
		loading->fn(loading->data, NULL);
}

/* fn is taken out first: closing calls it too, for those who close the screen otherwise. */
static void finish(struct loading *loading, bool stopped)
{
	void (*fn)(void *data, const char *typed) = loading->fn;
	char *typed = stopped ? NULL : xstrdup(loading->typed);

	loading->fn = NULL;
	ui_pop(loading->ui);
	fn(loading->data, typed);
	free(typed);
}

static bool key(struct ui *ui, void *state, const struct key *pressed)
{
	struct loading *loading = state;

	(void)ui;
	if (!key_is_text(pressed) || strlen(loading->typed) >= TYPED_MAX)
		return false;
	char *typed = xasprintf("%s%s", loading->typed, pressed->text);
	free(loading->typed);
	loading->typed = typed;
	return true;
}

static void resume(struct ui *ui, void *state)
{
	struct loading *loading = state;

	(void)ui;
	if (loading->ended)
		finish(loading, false);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	const struct loading *loading = state;
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	(void)ui;
	waiting_write(&loading->waiting, out);
	fclose(out);
	draw_text(canvas, 0, LEFT_COL, ROLE_MESSAGE, text);
	draw_cursor(canvas, 0, LEFT_COL);
	free(text);
}

static int height(struct ui *ui, void *state, int cols)
{
	(void)ui;
	(void)state;
	(void)cols;
	return 1;
}

static void stop(struct ui *ui, void *state)
{
	(void)ui;
	finish(state, true);
}

static const struct command loading_commands[] = {
	{ "Esc F12 F3 Ctrl-c", "stop", N_("Stop waiting"), stop, .hint = N_("stop") },
};

const struct screen_class loading_screen = {
	.name = "loading",
	.state_size = sizeof(struct loading),
	COMMANDS(loading_commands),
	.open = open_loading,
	.key = key,
	.draw = draw,
	.resume = resume,
	.close = close_loading,
	.height = height,
};

struct loading *loading_open(struct app *app, const char *typed,
			     void (*fn)(void *data, const char *typed), void *data)
{
	struct argument argument = { app, typed, fn, data };

	ui_push(app->ui, &loading_screen, &argument);
	return ui_top(app->ui, &loading_screen);
}

void loading_end(struct loading *loading)
{
	loading->ended = true;
	if (ui_is_top(loading->ui, loading))
		finish(loading, false);
}
