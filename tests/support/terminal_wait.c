/* SPDX-License-Identifier: ISC */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "terminal_state.h"

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void terminal_fail(struct terminal *term, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	if (term->screen)
		terminal_print(term);
	fail();
	abort(); /* fail() does not return */
}

static int patience_s(void)
{
	const char *text = getenv("NYMBLE_TEST_PATIENCE_S");

	return text && atoi(text) > 0 ? atoi(text) : TERMINAL_PATIENCE_S;
}

void wait_until(struct terminal *term, bool (*ready)(struct terminal *term, void *data), void *data,
		const char *what)
{
	int64_t end = now_ms() + patience_s() * 1000;

	while (!ready(term, data)) {
		int64_t left = end - now_ms();
		if (term->ended && !terminal_pump(term, 0))
			terminal_fail(term, "waited for %s, but the program has ended (%s %d)", what,
				      WIFSIGNALED(term->status) ? "signal" : "status",
				      WIFSIGNALED(term->status) ? WTERMSIG(term->status)
								: WEXITSTATUS(term->status));
		if (left <= 0)
			terminal_fail(term, "waited %d s in vain for %s", patience_s(), what);
		terminal_pump(term, (int)left);
	}
}

static bool has_all(struct terminal *term, void *data)
{
	for (const char *const *text = data; *text; text++)
		if (!terminal_has(term, *text))
			return false;
	return true;
}

void terminal_wait_for(struct terminal *term, const char *const *texts)
{
	char what[512];
	size_t len = 0;

	for (size_t i = 0; texts[i] && len < sizeof(what); i++)
		len += (size_t)snprintf(what + len, sizeof(what) - len, "%s\"%s\"", i ? ", " : "",
					texts[i]);
	wait_until(term, has_all, (void *)(uintptr_t)texts, what);
}

static bool is_gone(struct terminal *term, void *text)
{
	return !terminal_has(term, text);
}

void wait_gone(struct terminal *term, const char *text)
{
	char what[512];

	snprintf(what, sizeof(what), "\"%s\" to go", text);
	wait_until(term, is_gone, (void *)(uintptr_t)text, what);
}

static bool is_at(struct terminal *term, void *data)
{
	const int *place = data;
	int row, col;
	bool visible;

	terminal_cursor(term, &row, &col, &visible);
	return row == place[0] && (place[1] < 0 || col == place[1]);
}

void wait_cursor(struct terminal *term, int row, int col)
{
	int place[] = { row, col };
	char what[64];

	snprintf(what, sizeof(what), "the cursor in row %d, column %d", row, col);
	wait_until(term, is_at, place, what);
}

static bool has_ended(struct terminal *term, void *data)
{
	(void)data;
	return term->ended;
}

int wait_exit(struct terminal *term)
{
	wait_until(term, has_ended, NULL, "the program's end");
	while (terminal_pump(term, 0))
		;
	return WIFSIGNALED(term->status) ? 128 + WTERMSIG(term->status) : WEXITSTATUS(term->status);
}

void wait_stopped(struct terminal *term)
{
	int status;

	alarm((unsigned)patience_s()); /* ends the test if it never stops */
	pid_t got = waitpid(term->pid, &status, WUNTRACED);
	alarm(0);
	if (got != term->pid || !WIFSTOPPED(status))
		terminal_fail(term, "the program ended instead of stopping");
	while (terminal_pump(term, 0))
		;
}

static bool log_has_last(const struct terminal *term, const char *on, const char *off)
{
	const char *last_on = NULL, *last_off = NULL;
	size_t on_len = strlen(on), off_len = strlen(off);

	for (size_t i = 0; i < term->log_len; i++) {
		const char *at = term->log + i;
		if (term->log_len - i >= on_len && memcmp(at, on, on_len) == 0)
			last_on = at;
		if (term->log_len - i >= off_len && memcmp(at, off, off_len) == 0)
			last_off = at;
	}
	return last_on && (!last_off || last_off < last_on);
}

void terminal_check_restored(struct terminal *term)
{
	struct termios now;

	if (term->alternate)
		terminal_fail(term, "the alternate screen was not left");
	if (!term->cursor_visible)
		terminal_fail(term, "the cursor was left hidden");
	if (log_has_last(term, "\033[?2004h", "\033[?2004l"))
		terminal_fail(term, "bracketed paste was left on");
	if (log_has_last(term, "\033[?1h", "\033[?1l"))
		terminal_fail(term, "the keys were left in application mode");
	if (tcgetattr(term->master, &now) < 0)
		terminal_fail(term, "the terminal's modes cannot be read");
	if (now.c_iflag != term->modes.c_iflag || now.c_oflag != term->modes.c_oflag ||
	    now.c_cflag != term->modes.c_cflag || now.c_lflag != term->modes.c_lflag ||
	    memcmp(now.c_cc, term->modes.c_cc, sizeof(now.c_cc)) != 0)
		terminal_fail(term,
			      "the terminal's modes are not those found: iflag %x (%x), oflag %x "
			      "(%x), lflag %x (%x)",
			      now.c_iflag, term->modes.c_iflag, now.c_oflag, term->modes.c_oflag,
			      now.c_lflag, term->modes.c_lflag);
}
