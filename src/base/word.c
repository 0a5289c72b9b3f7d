/* SPDX-License-Identifier: ISC */
#include "base/word.h"

#include <stddef.h>
#include <string.h>

#include "base/alloc.h"

/* Behind a backslash in quotes: what has a letter of its own, so that a query stays one line. */
static const struct {
	char letter, sign;
} escapes[] = { { 'n', '\n' }, { 'r', '\r' }, { 't', '\t' }, { '"', '"' }, { '\\', '\\' } };

static const size_t escape_count = sizeof(escapes) / sizeof(escapes[0]);

static void print_quoted(FILE *out, char sign)
{
	for (size_t i = 0; i < escape_count; i++)
		if (escapes[i].sign == sign) {
			fprintf(out, "\\%c", escapes[i].letter);
			return;
		}
	fputc(sign, out);
}

static char escaped(char letter)
{
	for (size_t i = 0; i < escape_count; i++)
		if (escapes[i].letter == letter)
			return escapes[i].sign;
	return letter;
}

void word_print(FILE *out, const char *text)
{
	if (*text && !strpbrk(text, " \t\r\n\"\\")) {
		fputs(text, out);
		return;
	}
	fputc('"', out);
	for (; *text; text++)
		print_quoted(out, *text);
	fputc('"', out);
}

char *word_next(const char **line, bool *open)
{
	char *word;
	size_t len;

	*line += strspn(*line, " \t\r\n");
	if (!**line)
		return NULL;
	FILE *out = xmemstream(&word, &len);
	*open = false;
	for (; **line && (*open || !strchr(" \t\r\n", **line)); (*line)++) {
		if (**line == '"')
			*open = !*open;
		else if (**line == '\\' && *open && (*line)[1])
			fputc(escaped(*++*line), out);
		else
			fputc(**line, out);
	}
	fclose(out);
	return word;
}
