/* SPDX-License-Identifier: ISC */
#include "ui/clipboard.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

enum { SCREEN_PIECE = 500 }; /* GNU screen cuts a string of more than 768 bytes */

static bool begins(const char *text, const char *start)
{
	return text && strncmp(text, start, strlen(start)) == 0;
}

enum clipboard_way clipboard_way(void)
{
	static const char *const deaf[] = { "linux", "vt", "ansi", "dumb", "cons" };
	const char *term = getenv("TERM"), *tmux = getenv("TMUX"), *screen = getenv("STY");

	if ((tmux && *tmux) || begins(term, "tmux"))
		return CLIPBOARD_TMUX;
	if ((screen && *screen) || begins(term, "screen"))
		return CLIPBOARD_SCREEN;
	for (size_t i = 0; i < sizeof(deaf) / sizeof(deaf[0]); i++)
		if (!term || begins(term, deaf[i]))
			return CLIPBOARD_NONE;
	return CLIPBOARD_PLAIN;
}

/* RFC 4648 */
static char *base64(const unsigned char *bytes, size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char *text = xmalloc((len + 2) / 3 * 4 + 1), *to = text;

	for (size_t i = 0; i < len; i += 3) {
		unsigned group = (unsigned)bytes[i] << 16;
		group |= i + 1 < len ? (unsigned)bytes[i + 1] << 8 : 0;
		group |= i + 2 < len ? bytes[i + 2] : 0;
		*to++ = digits[group >> 18];
		*to++ = digits[group >> 12 & 63];
		*to++ = i + 1 < len ? digits[group >> 6 & 63] : '=';
		*to++ = i + 2 < len ? digits[group & 63] : '=';
	}
	*to = '\0';
	return text;
}

/* screen hands on what stands in a device control string, each of a limited length. */
static void write_in_pieces(FILE *out, const char *sequence)
{
	for (size_t left = strlen(sequence); left > 0;) {
		size_t len = left < SCREEN_PIECE ? left : SCREEN_PIECE;

		fprintf(out, "\033P%.*s\033\\", (int)len, sequence);
		sequence += len;
		left -= len;
	}
}

bool clipboard_write(FILE *out, enum clipboard_way way, const char *text, size_t len)
{
	if (way == CLIPBOARD_NONE || len > CLIPBOARD_MAX)
		return false;
	char *encoded = base64((const unsigned char *)text, len);
	char *sequence = xasprintf("\033]52;c;%s\a", encoded);

	if (way == CLIPBOARD_SCREEN)
		write_in_pieces(out, sequence);
	else
		fputs(sequence, out);
	if (way == CLIPBOARD_TMUX) /* an escape within is doubled */
		fprintf(out, "\033Ptmux;\033%s\033\\", sequence);
	free(sequence);
	free(encoded);
	return true;
}
