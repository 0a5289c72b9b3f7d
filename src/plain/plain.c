/* SPDX-License-Identifier: ISC */
#include "plain/plain.h"

#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include "api/client.h"
#include "base/error.h"
#include "net/loop.h"
#include "plain/connect.h"
#include "plain/input.h"
#include "plain/login.h"
#include "plain/plain_state.h"
#include "plain/profiles.h"
#include "plain/room.h"

/* Before each sleep: whoever waits for an answer asks, else the room does. */
static void turn(void *data)
{
	struct plain *plain = data;

	plain_login_turn(plain);
	if (!plain->question.fn && !wait_is_on(plain) && plain->room)
		room_ask(plain);
	if (!plain->room && plain->begun)
		loop_stop(plain->loop);
	ask_now(plain);
	if (!output_flush(&plain->output, NULL))
		loop_stop(plain->loop);
}

static void line_refused(void *data, const char *why)
{
	ask_once_more(data, why);
}

static void end_asked(void *data)
{
	loop_stop(((struct plain *)data)->loop);
}

/* Ctrl-C stops what is waited for; where nothing is, it ends the program. */
static void interrupted(void *data)
{
	struct plain *plain = data;

	if (wait_is_on(plain) && !plain->question.fn)
		wait_stop(plain);
	else
		loop_stop(plain->loop);
}

static const struct {
	int signo;
	void (*fn)(void *data);
} listeners[] = {
	{ SIGHUP, end_asked },
	{ SIGTERM, end_asked },
	{ SIGINT, interrupted },
};

static bool start(struct plain *plain, struct error *err)
{
	plain->loop = loop_new(err);
	if (!plain->loop)
		return false;
	for (size_t i = 0; i < sizeof(listeners) / sizeof(listeners[0]); i++)
		loop_on_signal(plain->loop, listeners[i].signo, listeners[i].fn, plain);
	loop_before_sleep(plain->loop, turn, plain);
	plain->input = input_new(plain->loop, STDIN_FILENO, line_refused, plain);
	plain->echo = !input_is_terminal(plain->input) || !plain->output.terminal;
	return true;
}

/* Whoever waits for an answer hears that there is none. Rooms go before the client whose calls they
 * have, all before the loop. */
static void finish(struct plain *plain)
{
	struct wait wait = plain->wait;

	wait_end(plain);
	if (wait.stop)
		wait.stop(wait.data);
	struct question question = plain->question;
	plain->question.prompt = NULL;
	ask_forget(plain);
	if (question.fn)
		question.fn(question.data, NULL);
	free(question.prompt);
	ask_forget(plain);
	room_pop_all(plain);
	plain_connect_finish(plain);
	plain_profiles_finish(plain);
	input_free(plain->input);
	loop_free(plain->loop);
}

bool plain_run(const struct plain_options *options, struct error *err)
{
	struct plain plain = { .options = options };

	plain_profiles_init(&plain);
	output_open(&plain.output);
	bool ok = start(&plain, err);
	if (ok) {
		plain_connect_begin(&plain);
		loop_run(plain.loop);
	}
	finish(&plain);
	ok = output_flush(&plain.output, ok ? err : NULL) && ok;
	output_close(&plain.output);
	return ok;
}
