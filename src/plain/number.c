/* SPDX-License-Identifier: ISC */
#include "plain/number.h"

#include <string.h>

bool number_is(const char *text)
{
	return *text && !text[strspn(text, "0123456789")];
}

bool number_read(const char *text, size_t max, size_t *number)
{
	size_t value = 0;

	if (!number_is(text))
		return false;
	for (; *text && value <= max; text++)
		value = value * 10 + (size_t)(*text - '0');
	if (*text || value < 1 || value > max)
		return false;
	*number = value;
	return true;
}
