/* SPDX-License-Identifier: ISC */
#include "base/url.h"

#include <stdbool.h>
#include <string.h>

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
