/* SPDX-License-Identifier: ISC */
#include "plain/input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "base/text.h"
#include "net/loop.h"

/* A terminal in line mode drops what is typed beyond (Linux, n_tty: 4096 with the line's end). */
enum { TERMINAL_LINE_MAX = 4094 };

struct input {
	struct loop *loop;
	int fd;
	bool terminal, secret, ended;
	bool too_long;              /* the rest of this line is left out */
	char bytes[INPUT_LINE_MAX]; /* read, not asked for yet */
	size_t len;
	struct timer *timer; /* a line is there already, or fd always is (a plain file) */
	void (*refused)(void *data, const char *why);
	void *refused_data;
	void (*fn)(void *data, const char *line); /* NULL: nobody asks */
	void *data;
};

struct input *input_new(struct loop *loop, int fd, void (*refused)(void *data, const char *why),
			void *data)
{
	struct input *input = xcalloc(1, sizeof(*input));

	input->loop = loop;
	input->fd = fd;
	input->terminal = isatty(fd);
	input->refused = refused;
	input->refused_data = data;
	return input;
}

bool input_is_terminal(const struct input *input)
{
	return input->terminal;
}

static void set_echo(const struct input *input, bool on)
{
	struct termios terminal;

	if (!input->terminal || tcgetattr(input->fd, &terminal) != 0)
		return;
	terminal.c_lflag = on ? terminal.c_lflag | ECHO : terminal.c_lflag & ~(tcflag_t)ECHO;
	tcsetattr(input->fd, TCSADRAIN, &terminal);
}

static void stop_reading(struct input *input)
{
	loop_unwatch(input->loop, input->fd);
	timer_cancel(input->timer);
	input->timer = NULL;
	if (input->secret)
		set_echo(input, true);
}

void input_free(struct input *input)
{
	if (!input)
		return;
	stop_reading(input);
	secret_wipe(input->bytes, sizeof(input->bytes));
	free(input);
}

/* --- a line ----------------------------------------------------------------- */

static void give(struct input *input, const char *line)
{
	void (*fn)(void *data, const char *line) = input->fn;

	stop_reading(input);
	input->fn = NULL;
	fn(input->data, line);
}

/* The first len bytes, and the line's end behind them, are taken out. */
static char *take(struct input *input, size_t len)
{
	char *bytes = xstrndup(input->bytes, len);
	size_t used = len < input->len ? len + 1 : len;

	input->len -= used;
	memmove(input->bytes, input->bytes + used, input->len);
	secret_wipe(input->bytes + input->len, used);
	return bytes;
}

/* Why a line of len bytes, read as line (NULL: it is no text), is not taken; NULL: it is. */
static const char *obstacle(const struct input *input, size_t len, const char *line)
{
	if (input->terminal && len >= TERMINAL_LINE_MAX)
		return _("A terminal cuts so long a line: put a long token into NYMBLE_TOKEN.");
	if (input->too_long)
		return _("That line is too long: it was not read.");
	return line ? NULL : _("That line is no text of this locale: it was not read.");
}

static bool give_line(struct input *input, size_t len)
{
	bool has_nul = memchr(input->bytes, '\0', len);
	char *bytes = take(input, len);
	char *line = has_nul ? NULL : text_from_locale(bytes);
	const char *why = obstacle(input, len, line);

	input->too_long = false;
	secret_free(bytes);
	if (why)
		input->refused(input->refused_data, why);
	else
		give(input, line);
	secret_free(line);
	return !why;
}

/* Whether a line, or the end, was given to whoever asked. */
static bool give_next(struct input *input)
{
	const char *end;

	while ((end = memchr(input->bytes, '\n', input->len)))
		if (give_line(input, (size_t)(end - input->bytes)))
			return true;
	if (input->len == sizeof(input->bytes)) {
		input->too_long = true;
		input->len = 0;
	}
	if (!input->ended)
		return false;
	if ((input->len || input->too_long) && give_line(input, input->len))
		return true;
	give(input, NULL);
	return true;
}

/* --- reading ---------------------------------------------------------------- */

static void read_later(struct input *input);

static void read_some(struct input *input)
{
	ssize_t n = read(input->fd, input->bytes + input->len, sizeof(input->bytes) - input->len);

	if (n > 0)
		input->len += (size_t)n;
	else if (n == 0 || errno != EINTR)
		input->ended = true;
}

static void can_be_read(void *data)
{
	struct input *input = data;

	read_some(input);
	give_next(input);
}

static void is_due(void *data)
{
	struct input *input = data;

	input->timer = NULL;
	if (give_next(input))
		return;
	if (loop_watch(input->loop, input->fd, can_be_read, input, NULL))
		return;
	read_some(input); /* a plain file: no end of it is waited for */
	read_later(input);
}

static void read_later(struct input *input)
{
	input->timer = loop_after(input->loop, 0, is_due, input);
}

void input_read(struct input *input, bool secret, void (*fn)(void *data, const char *line),
		void *data)
{
	input->fn = fn;
	input->data = data;
	input->secret = secret;
	if (secret)
		set_echo(input, false);
	read_later(input);
}
