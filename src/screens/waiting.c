/* SPDX-License-Identifier: ISC */
#include "screens/waiting.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "ui/ui.h"

enum { QUIET_MS = 150, LONG_MS = 10 * 1000, SECOND_MS = 1000 };

static void arm(struct waiting *waiting);

static void words_change(void *data)
{
	struct waiting *waiting = data;

	waiting->timer = NULL;
	ui_touch(waiting->ui);
	arm(waiting);
}

/* Until the words are others: no earlier wake-up. */
static void arm(struct waiting *waiting)
{
	int64_t elapsed = clock_now_ms() - waiting->since_ms;
	int64_t next = SECOND_MS - elapsed % SECOND_MS;

	if (elapsed < QUIET_MS)
		next = QUIET_MS - elapsed;
	else if (elapsed < LONG_MS)
		next = LONG_MS - elapsed;
	waiting->timer = loop_after(waiting->loop, (int)next, words_change, waiting);
}

void waiting_init(struct waiting *waiting, struct loop *loop, struct ui *ui)
{
	*waiting = (struct waiting){ .loop = loop, .ui = ui };
}

void waiting_finish(struct waiting *waiting)
{
	timer_cancel(waiting->timer);
	waiting->timer = NULL;
}

void waiting_set(struct waiting *waiting, int64_t since_ms)
{
	if (since_ms == waiting->since_ms)
		return;
	timer_cancel(waiting->timer);
	waiting->timer = NULL;
	waiting->since_ms = since_ms;
	if (since_ms)
		arm(waiting);
	ui_touch(waiting->ui);
}

bool waiting_shown(const struct waiting *waiting)
{
	return waiting->since_ms && clock_now_ms() - waiting->since_ms >= QUIET_MS;
}

bool waiting_write(const struct waiting *waiting, FILE *out)
{
	int64_t elapsed = clock_now_ms() - waiting->since_ms;

	if (!waiting_shown(waiting))
		return false;
	if (elapsed < LONG_MS)
		fputs(waiting->doing ? _(waiting->doing) : _("Loading..."), out);
	else
		fprintf(out, _("Still waiting (%d s), Esc cancels"), (int)(elapsed / SECOND_MS));
	return true;
}
