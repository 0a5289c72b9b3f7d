/* term_crash.h - a program that dies still leaves the terminal as it found it. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_TERM_CRASH_H
#define UI_TERM_CRASH_H
#include <termios.h>

/* From now on SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT and want of memory write restore to the file
 * descriptor and set its modes, then end the program as they would have. restore is copied. */
void term_crash_watch(int fd, const struct termios *modes, const char *restore);
void term_crash_unwatch(void);

#endif
