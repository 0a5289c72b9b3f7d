/* SPDX-License-Identifier: ISC */
#include "cli/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

static char *printable(const char *text)
{
	char *clean = text_clean(text, strlen(text));
	char *local = text_to_locale(clean);

	free(clean);
	return local;
}

static void put_line(const char *start, const char *text)
{
	char *line = printable(text);

	report_progress(NULL);
	fprintf(stderr, "%s%s\n", start, line);
	free(line);
}

void report(const char *text)
{
	put_line("nymble-tui: ", text);
}

void report_line(const char *text)
{
	put_line("", text);
}

void report_progress(const char *text)
{
	if (!isatty(STDERR_FILENO))
		return;
	char *line = printable(text ? text : "");
	/* Erase to the end of the line: any terminal that takes a carriage return knows it or shows
	 * three harmless signs. */
	fprintf(stderr, "\r\033[K%s", line);
	fflush(stderr);
	free(line);
}
