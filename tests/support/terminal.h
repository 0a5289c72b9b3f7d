/* terminal.h - a program in a pseudo-terminal, and a person in front of it: types keys, waits for
 * what the screen shows, looks at cells. Whatever does not come within TERMINAL_PATIENCE_S (or the
 * environment's NYMBLE_TEST_PATIENCE_S) fails the test and prints the screen. */
/* SPDX-License-Identifier: ISC */
#ifndef SUPPORT_TERMINAL_H
#define SUPPORT_TERMINAL_H
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { TERMINAL_PATIENCE_S = 30, TERMINAL_ROW_SIZE = 2048 };

struct terminal;

struct terminal_options {
	const char *const *argv; /* argv[0] is a path or found in PATH; ends with NULL */
	int rows, cols;          /* 0: 24, 80 */
	const char *type;        /* TERM; NULL: xterm-256color */
	const char *locale;      /* LC_ALL; NULL: C.UTF-8 */
	const char *const
		*env; /* NAME=value, ends with NULL; may be NULL. Of this process's own environment
		       * the program sees only PATH, HOME, TMPDIR and what sanitizers read */
};

struct terminal *terminal_start(const struct terminal_options *options);
/* Kills the program if it still runs. NULL is fine. */
void terminal_finish(struct terminal *term);
pid_t terminal_pid(const struct terminal *term);
bool terminal_ended(const struct terminal *term); /* as known by now */

/* Types: names of keys ("Enter", "Esc", "Down", "Shift-Tab", "Ctrl-b", "Alt-s", "F2", "PgUp") and
 * texts. */
#define keys(term, ...) terminal_keys(term, (const char *const[]){ __VA_ARGS__, NULL })
void terminal_keys(struct terminal *term, const char *const *names);
/* Bytes as they are, and a paste (bracketed if the program asked for that). */
void terminal_send(struct terminal *term, const char *bytes, size_t len);
void terminal_paste(struct terminal *term, const char *text);

/* Until all texts are on the screen at once; until text is gone; until the cursor is there (-1: any
 * column). */
#define wait_for(term, ...) terminal_wait_for(term, (const char *const[]){ __VA_ARGS__, NULL })
void terminal_wait_for(struct terminal *term, const char *const *texts);
void wait_gone(struct terminal *term, const char *text);
void wait_cursor(struct terminal *term, int row, int col);
/* Until ready says so. what is for the message. */
void wait_until(struct terminal *term, bool (*ready)(struct terminal *term, void *data), void *data,
		const char *what);
/* Until the program ended: its status as shells have it (128 + signal if it was killed). */
int wait_exit(struct terminal *term);
/* Until the program is stopped (SIGSTOP), with all that it had written read. */
void wait_stopped(struct terminal *term);

/* Reads what is there, waiting at most ms for the first of it; false: nothing came in that time. */
bool terminal_pump(struct terminal *term, int ms);

/* The screen as it is known by now. Rows and columns count from 0. */
bool terminal_has(const struct terminal *term, const char *text);
bool terminal_find(const struct terminal *term, const char *text, int *row, int *col);
void terminal_row(const struct terminal *term, int row, char out[TERMINAL_ROW_SIZE]);
void terminal_cursor(const struct terminal *term, int *row, int *col, bool *visible);

struct terminal_cell {
	char text[32]; /* UTF-8; "" when empty */
	int width;
	bool bold, underline, reverse;
	int fg, bg; /* index into 256 colours, -1: the terminal's own */
};

struct terminal_cell terminal_cell(const struct terminal *term, int row, int col);

/* Everything that the program has written so far, and its length; also the count since
 * terminal_mark. */
const char *terminal_log(const struct terminal *term, size_t *len);
void terminal_mark(struct terminal *term);
size_t terminal_bytes(const struct terminal *term);

void terminal_resize(struct terminal *term, int rows, int cols);
void terminal_signal(struct terminal *term, int signo);
void terminal_hang_up(struct terminal *term); /* closes the line: SIGHUP */

/* Fails if it got anything but text and the sequences that ncurses sends: all bytes since the start. */
void terminal_check_harmless(struct terminal *term);

/* Fails unless the terminal is as it was before the program: normal screen, cursor shown, modes and
 * pastes as found. Call after wait_exit or wait_stopped. */
void terminal_check_restored(struct terminal *term);

/* Blanks the screen and sets its modes as before the program, as a shell may do while it is
 * stopped. */
void terminal_clear(struct terminal *term);

/* Prints the screen to standard error. */
void terminal_print(const struct terminal *term);

#endif
