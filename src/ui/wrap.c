/* SPDX-License-Identifier: ISC */
#include "ui/wrap.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"

enum { TAB_COLS = 4 };

static void put_clean_line(FILE *out, const char *line, size_t len)
{
	if (len > 0 && line[len - 1] == '\r')
		len--;
	while (len > 0) {
		const char *tab = memchr(line, '\t', len);
		size_t part = tab ? (size_t)(tab - line) : len;
		char *clean = text_clean(line, part);
		fputs(clean, out);
		free(clean);
		if (tab)
			fprintf(out, "%*s", TAB_COLS, "");
		part += tab ? 1 : 0;
		line += part;
		len -= part;
	}
}

char *wrap_clean(const char *text)
{
	char *clean;
	size_t clean_len;
	FILE *out = xmemstream(&clean, &clean_len);

	for (;;) {
		size_t len = strcspn(text, "\n");
		put_clean_line(out, text, len);
		if (!text[len])
			break;
		fputc('\n', out);
		text += len + 1;
	}
	fclose(out);
	return clean;
}

/* Where the last blank of the line ends the part that is shown; 0: there is none to break at. */
static size_t blank_before(const char *text, size_t len)
{
	while (len > 0 && text[len] != ' ')
		len--;
	while (len > 0 && text[len - 1] == ' ')
		len--;
	return len;
}

size_t wrap_line(const char *clean, int cols, size_t *next)
{
	size_t len = strcspn(clean, "\n");
	int used;
	size_t fits = text_prefix(clean, len, cols, &used);

	if (fits == len) {
		*next = clean[len] ? len + 1 : len;
		return len;
	}
	if (fits == 0) /* not even one cluster: take it all the same, drawing cuts it */
		fits = text_cluster(clean, len);
	size_t at = blank_before(clean, fits);
	if (at == 0) {
		*next = fits;
		return fits;
	}
	*next = at + strspn(clean + at, " ");
	return at;
}

int wrap_count(const char *clean, int cols)
{
	int count = 0;
	size_t next;

	do {
		wrap_line(clean, cols, &next);
		bool ended = next > 0 && clean[next - 1] == '\n' && !clean[next];
		clean += next;
		count += ended ? 2 : 1;
	} while (*clean);
	return count;
}
