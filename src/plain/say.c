/* SPDX-License-Identifier: ISC */
#include "plain/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "plain/plain_state.h"

static void write_clean(struct plain *plain, const char *text, size_t len)
{
	char *clean = text_clean(text, len);

	output_text(&plain->output, clean);
	free(clean);
}

/* text's own line ends stay, nothing else of it can act on a terminal. */
static void write_lines(struct plain *plain, const char *text)
{
	size_t len = strcspn(text, "\n");

	write_clean(plain, text, len);
	if (!text[len])
		return;
	fputc('\n', plain->output.file);
	write_lines(plain, text + len + 1);
}

void say(struct plain *plain, const char *format, ...)
{
	va_list arguments;
	char *text = NULL;

	va_start(arguments, format);
	if (vasprintf(&text, format, arguments) < 0)
		alloc_exhausted();
	va_end(arguments);
	write_lines(plain, text);
	fputc('\n', plain->output.file);
	free(text);
}

void say_prompt(struct plain *plain, const char *text)
{
	write_lines(plain, text);
}

char *say_value(const char *raw)
{
	return *raw ? text_clean(raw, strlen(raw)) : xstrdup("-");
}
