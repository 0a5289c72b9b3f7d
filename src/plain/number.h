/* number.h - the number of a line, as it was answered. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_NUMBER_H
#define PLAIN_NUMBER_H
#include <stdbool.h>
#include <stddef.h>

/* Whether text is a whole number from 1 to max. */
bool number_read(const char *text, size_t max, size_t *number);

/* Whether text is nothing but digits: a number, if maybe of no line. */
bool number_is(const char *text);

#endif
