/* SPDX-License-Identifier: ISC */
#include "screens/app_signals.h"

#include <signal.h>
#include <stddef.h>

#include "net/loop.h"
#include "screens/app_state.h"
#include "screens/draft_keeper.h"

static void resized(void *data)
{
	ui_resized(((struct app *)data)->ui);
}

static void stop_asked(void *data)
{
	draft_keepers_write_all(data); /* what is stopped may be killed */
	ui_suspend(((struct app *)data)->ui);
}

static void continued(void *data)
{
	ui_resumed(((struct app *)data)->ui);
}

static void end_asked(void *data)
{
	draft_keepers_write_all(data);
	loop_stop(((struct app *)data)->loop);
}

static const struct {
	int signo;
	void (*fn)(void *data);
} listeners[] = {
	{ SIGWINCH, resized }, { SIGTSTP, stop_asked }, { SIGCONT, continued },
	{ SIGHUP, end_asked }, { SIGTERM, end_asked },  { SIGINT, end_asked },
};

void app_listen_to_signals(struct app *app)
{
	for (size_t i = 0; i < sizeof(listeners) / sizeof(listeners[0]); i++)
		loop_on_signal(app->loop, listeners[i].signo, listeners[i].fn, app);
}
