/* SPDX-License-Identifier: ISC */
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

#include "terminal_state.h"

/* What the program inherits of our environment, besides what the test gives it. */
static const char *const inherited[] = { "PATH",         "HOME",         "TMPDIR",
					 "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS",
					 "TOP_SRCDIR",   "TOP_BUILDDIR" };
enum { INHERITED = sizeof(inherited) / sizeof(inherited[0]), MAX_ENV = 128 };

static void *sure(void *memory)
{
	if (!memory)
		abort();
	return memory;
}

static char *assignment(const char *name, const char *value)
{
	char *text;

	if (asprintf(&text, "%s=%s", name, value) < 0)
		abort();
	return text;
}

static void run_program(const struct terminal_options *options)
{
	char *env[MAX_ENV];
	size_t count = 0;

	for (size_t i = 0; i < INHERITED; i++)
		if (getenv(inherited[i]))
			env[count++] = assignment(inherited[i], getenv(inherited[i]));
	env[count++] = assignment("TERM", options->type ? options->type : "xterm-256color");
	env[count++] = assignment("LC_ALL", options->locale ? options->locale : "C.UTF-8");
	for (size_t i = 0; options->env && options->env[i] && count < MAX_ENV - 1; i++)
		env[count++] = sure(strdup(options->env[i]));
	env[count] = NULL;
	execvpe(options->argv[0], (char *const *)(const void *)options->argv, env);
	perror(options->argv[0]);
	_exit(127);
}

static int on_property(VTermProp property, VTermValue *value, void *data)
{
	struct terminal *term = data;

	if (property == VTERM_PROP_ALTSCREEN)
		term->alternate = value->boolean;
	else if (property == VTERM_PROP_CURSORVISIBLE)
		term->cursor_visible = value->boolean;
	return 1;
}

static void on_output(const char *bytes, size_t len, void *data)
{
	terminal_send(data, bytes, len);
}

static void start_reader(struct terminal *term, bool utf8)
{
	static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

	term->vterm = vterm_new(term->rows, term->cols);
	vterm_set_utf8(term->vterm, utf8);
	vterm_output_set_callback(term->vterm, on_output, term);
	term->screen = vterm_obtain_screen(term->vterm);
	vterm_screen_set_callbacks(term->screen, &callbacks, term);
	vterm_screen_enable_altscreen(term->screen, 1);
	vterm_screen_reset(term->screen, 1);
}

struct terminal *terminal_start(const struct terminal_options *options)
{
	struct terminal *term = sure(calloc(1, sizeof(*term)));
	const char *locale = options->locale ? options->locale : "C.UTF-8";

	term->rows = options->rows ? options->rows : 24;
	term->cols = options->cols ? options->cols : 80;
	term->cursor_visible = true;
	struct winsize size = { .ws_row = (unsigned short)term->rows,
				.ws_col = (unsigned short)term->cols };
	int slave;
	if (openpty(&term->master, &slave, NULL, NULL, &size) < 0)
		terminal_fail(term, "openpty: %s", strerror(errno));
	tcgetattr(slave, &term->modes);
	term->pid = fork();
	if (term->pid == 0) {
		close(term->master);
		login_tty(slave);
		run_program(options);
	}
	close(slave);
	fcntl(term->master, F_SETFL, O_NONBLOCK);
	fcntl(term->master, F_SETFD, FD_CLOEXEC);
	term->pidfd = pidfd_open(term->pid, 0);
	start_reader(term, strstr(locale, "UTF-8") || strstr(locale, "utf8"));
	return term;
}

void terminal_finish(struct terminal *term)
{
	if (!term)
		return;
	if (!term->ended) {
		kill(term->pid, SIGKILL);
		waitpid(term->pid, NULL, 0);
	}
	if (term->master >= 0)
		close(term->master);
	close(term->pidfd);
	vterm_free(term->vterm);
	free(term->log);
	free(term);
}

pid_t terminal_pid(const struct terminal *term)
{
	return term->pid;
}

bool terminal_ended(const struct terminal *term)
{
	return term->ended;
}

/* Whether the byte ends a repetition (ESC [ count b), which may come in several pieces. */
static bool ends_repetition(struct terminal *term, char byte)
{
	bool ends = term->sequence == 2 && byte == 'b';

	if (byte == '\033')
		term->sequence = 1;
	else if (term->sequence == 1 && byte == '[')
		term->sequence = 2;
	else if (term->sequence != 2 || byte < '0' || byte > '9')
		term->sequence = 0;
	return ends;
}

/* libvterm takes a line for full when a repetition ends before its last column, and puts the next
 * character on the line below: said where the cursor is, it knows better. */
static void show(struct terminal *term, const char *bytes, size_t len)
{
	VTermPos at;
	char column[32];

	for (size_t i = 0; i < len; i++) {
		vterm_input_write(term->vterm, bytes + i, 1);
		if (!ends_repetition(term, bytes[i]))
			continue;
		vterm_state_get_cursorpos(vterm_obtain_state(term->vterm), &at);
		snprintf(column, sizeof(column), "\033[%dG", at.col + 1);
		vterm_input_write(term->vterm, column, strlen(column));
	}
}

static void record(struct terminal *term, const char *bytes, size_t len)
{
	if (term->log_len + len > term->log_size) {
		term->log_size = (term->log_len + len) * 2;
		term->log = sure(realloc(term->log, term->log_size));
	}
	memcpy(term->log + term->log_len, bytes, len);
	term->log_len += len;
	show(term, bytes, len);
}

static bool read_some(struct terminal *term)
{
	char bytes[65536];
	ssize_t got = read(term->master, bytes, sizeof(bytes));

	if (got > 0)
		record(term, bytes, (size_t)got);
	return got > 0;
}

bool terminal_pump(struct terminal *term, int ms)
{
	struct pollfd fds[] = { { .fd = term->master, .events = POLLIN },
				{ .fd = term->ended ? -1 : term->pidfd, .events = POLLIN } };

	if (poll(fds, 2, ms) <= 0)
		return false;
	bool something = term->master >= 0 && read_some(term);
	while (term->master >= 0 && read_some(term))
		;
	if (fds[1].revents && waitpid(term->pid, &term->status, WNOHANG) == term->pid)
		something = term->ended = true;
	return something;
}

void terminal_send(struct terminal *term, const char *bytes, size_t len)
{
	while (len > 0 && term->master >= 0) {
		ssize_t written = write(term->master, bytes, len);
		if (written > 0) {
			bytes += written;
			len -= (size_t)written;
		} else if (errno == EAGAIN) {
			struct pollfd fd = { .fd = term->master, .events = POLLIN | POLLOUT };
			if (poll(&fd, 1, TERMINAL_PATIENCE_S * 1000) <= 0)
				terminal_fail(term, "the program does not read its keys");
			read_some(term);
		} else {
			return; /* it ended: the next wait says so */
		}
	}
}

const char *terminal_log(const struct terminal *term, size_t *len)
{
	*len = term->log_len;
	return term->log;
}

void terminal_mark(struct terminal *term)
{
	term->mark = term->log_len;
}

size_t terminal_bytes(const struct terminal *term)
{
	return term->log_len - term->mark;
}

void terminal_resize(struct terminal *term, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	term->rows = rows;
	term->cols = cols;
	vterm_set_size(term->vterm, rows, cols);
	ioctl(term->master, TIOCSWINSZ, &size);
}

void terminal_signal(struct terminal *term, int signo)
{
	kill(term->pid, signo);
}

void terminal_clear(struct terminal *term)
{
	static const char clear[] = "\033[?1049l\033[H\033[2J";

	vterm_input_write(term->vterm, clear, sizeof(clear) - 1);
	tcsetattr(term->master, TCSANOW, &term->modes);
}

void terminal_hang_up(struct terminal *term)
{
	close(term->master);
	term->master = -1;
}
