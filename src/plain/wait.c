/* SPDX-License-Identifier: ISC */
#include "plain/wait.h"

#include "base/i18n.h"
#include "net/loop.h"
#include "plain/plain_state.h"
#include "plain/say.h"

/* Said aloud, a word takes longer than most answers: it comes once when it lasts, and once more. */
enum { QUIET_MS = 150, LONG_MS = 10 * 1000 };

static void it_lasts(void *data)
{
	struct plain *plain = data;

	plain->wait.timer = NULL;
	if (plain->question.fn || plain->waiting_said)
		return; /* a login is asked for, or it was said what stands in the way */
	if (plain->wait.said) {
		say(plain, "%s", _("Still waiting. Ctrl-C stops."));
		return;
	}
	say(plain, "%s", _("Loading..."));
	plain->wait.said = true;
	plain->wait.timer = loop_after(plain->loop, LONG_MS, it_lasts, plain);
}

void wait_begin(struct plain *plain, void (*stop)(void *data), void *data)
{
	wait_end(plain);
	plain->wait = (struct wait){ .stop = stop, .data = data };
	plain->wait.timer = loop_after(plain->loop, QUIET_MS, it_lasts, plain);
}

void wait_end(struct plain *plain)
{
	timer_cancel(plain->wait.timer);
	plain->wait = (struct wait){ 0 };
}

bool wait_is_on(const struct plain *plain)
{
	return plain->wait.stop;
}

void wait_stop(struct plain *plain)
{
	struct wait wait = plain->wait;

	wait_end(plain);
	say(plain, "%s", _("Stopped."));
	wait.stop(wait.data);
}
