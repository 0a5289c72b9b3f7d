/* error.h - why something did not work, as one whole sentence for the user. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H
#include <stdbool.h>

/* What the caller may do about it; the message is for people, the code for programs. */
enum error_code {
	ERROR_NONE,
	ERROR_INPUT,	 /* somebody's text is wrong: ask for another */
	ERROR_SYSTEM,	 /* a file, a process, memory: the machine said no */
	ERROR_NETWORK,	 /* no answer, or one that cannot be read */
	ERROR_REFUSED,	 /* the other side, or our own rules, said no */
	ERROR_FORBIDDEN, /* this login may not, as the other side says: nothing changes by itself */
	ERROR_LOGIN,	 /* needs a (new) login */
	ERROR_MISSING,	 /* the thing asked for is not there */
	ERROR_CANCELLED, /* the user stopped it */
};

enum { ERROR_MESSAGE_SIZE = 512 };

struct error {
	enum error_code code;
	char message[ERROR_MESSAGE_SIZE]; /* UTF-8, cut at a whole character if too long */
};

/* Fills err (which may be NULL) and returns false, so that a failure is one line:
 *	return error_set(err, ERROR_INPUT, _("Enter an amount such as 12.50"));
 * On success nobody touches err. */
bool error_set(struct error *err, enum error_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* As error_set, with the text of the errno value number after a colon. */
bool error_set_errno(struct error *err, int number, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Puts "place: " before the message that is there. */
bool error_prefix(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
