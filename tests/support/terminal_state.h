/* terminal_state.h - what the files of terminal.h share. */
/* SPDX-License-Identifier: ISC */
#ifndef SUPPORT_TERMINAL_STATE_H
#define SUPPORT_TERMINAL_STATE_H
#include <termios.h>
#include <vterm.h>

#include "terminal.h"

struct terminal {
	pid_t pid;
	int master; /* -1: hung up */
	int pidfd;
	bool ended;
	int status; /* of waitpid */
	int rows, cols;
	VTerm *vterm;
	VTermScreen *screen;
	bool alternate, cursor_visible;
	int sequence; /* 1: behind ESC, 2: behind ESC [ and digits, 0: neither */
	struct termios modes; /* before the program started */
	char *log;
	size_t log_len, log_size, mark;
};

/* Prints why, and the screen, and fails the test. */
_Noreturn void terminal_fail(struct terminal *term, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
