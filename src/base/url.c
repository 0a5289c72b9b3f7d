/* SPDX-License-Identifier: ISC */
#include "base/url.h"

#include <stdbool.h>
#include <string.h>

#include "base/alloc.h"

static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       strchr("-._~", c);
}

void url_write_encoded(FILE *out, const char *text)
{
	bool dots = strcmp(text, ".") == 0 || strcmp(text, "..") == 0;

	for (; *text; text++)
		if (is_unreserved(*text) && !dots)
			fputc(*text, out);
		else
			fprintf(out, "%%%02X", (unsigned char)*text);
}

/* -1: none. */
static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 'a' ^ 'A';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that text, at a %, spells; 0 when it spells none that can be in a text. */
static char encoded_byte(const char *text)
{
	int high = hex_digit(text[1]);
	int low = high < 0 ? -1 : hex_digit(text[2]);

	return (char)(low < 0 ? 0 : high * 16 + low);
}

char *url_decoded(const char *text)
{
	char *decoded = xstrdup(text), *end = decoded;

	while (*text) {
		char byte = *text == '%' ? encoded_byte(text) : 0;

		*end++ = byte ? byte : *text;
		text += byte ? 3 : 1;
	}
	*end = '\0';
	return decoded;
}
