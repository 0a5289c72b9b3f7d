/* say.h - lines on standard output: clean, in the locale's character set, each whole. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_SAY_H
#define PLAIN_SAY_H

struct plain;

/* One line; several where the text has several of its own: what comes from a service goes through
 * say_value before it becomes part of one. */
void say(struct plain *plain, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same without the line's end: a prompt. */
void say_prompt(struct plain *plain, const char *text);

/* A value as part of a line: clean, "-" when it is empty. The caller frees. */
char *say_value(const char *raw);

#endif
