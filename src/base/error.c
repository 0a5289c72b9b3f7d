/* SPDX-License-Identifier: ISC */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Takes back the bytes of a character that the end of the buffer cut in two. */
static void cut_at_whole_character(char *text)
{
	size_t len = strlen(text), start = len;

	if (len + 1 < ERROR_MESSAGE_SIZE)
		return;
	while (start > 0 && (text[start - 1] & 0xc0) == 0x80)
		start--;
	if (start == 0 || (unsigned char)text[start - 1] < 0xc0)
		return;
	unsigned char lead = (unsigned char)text[start - 1];
	size_t want = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
	if (len - (start - 1) < want)
		text[start - 1] = '\0';
}

static void set(struct error *err, enum error_code code, const char *format, va_list args)
{
	char message[ERROR_MESSAGE_SIZE]; /* an argument may be the old message */

	vsnprintf(message, sizeof(message), format, args);
	cut_at_whole_character(message);
	err->code = code;
	memcpy(err->message, message, sizeof(message));
}

bool error_set(struct error *err, enum error_code code, const char *format, ...)
{
	va_list args;

	if (!err)
		return false;
	va_start(args, format);
	set(err, code, format, args);
	va_end(args);
	return false;
}

bool error_set_errno(struct error *err, int number, const char *format, ...)
{
	va_list args;

	if (!err)
		return false;
	va_start(args, format);
	set(err, ERROR_SYSTEM, format, args);
	va_end(args);
	char message[ERROR_MESSAGE_SIZE];
	memcpy(message, err->message, sizeof(message));
	return error_set(err, ERROR_SYSTEM, "%s: %s", message, strerror(number));
}

bool error_prefix(struct error *err, const char *format, ...)
{
	va_list args;
	struct error place = { 0 };

	if (!err)
		return false;
	va_start(args, format);
	set(&place, err->code, format, args);
	va_end(args);
	return error_set(err, err->code, "%s: %s", place.message, err->message);
}
