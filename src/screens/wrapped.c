/* SPDX-License-Identifier: ISC */
#include "screens/wrapped.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "ui/draw.h"
#include "ui/wrap.h"

int wrapped_rows(const char *text, int cols)
{
	char *clean = wrap_clean(text);
	int rows = wrap_count(clean, cols);

	free(clean);
	return rows > 0 ? rows : 1;
}

int wrapped_draw(const struct canvas *canvas, int row, int col, int cols, enum role role,
		 const char *text)
{
	char *clean = wrap_clean(text);
	const char *rest = clean;
	int rows = 0;

	do {
		size_t next;
		size_t len = wrap_line(rest, cols, &next);
		char *line = xstrndup(rest, len);

		draw_cell(canvas, row + rows++, col, cols, TEXT_LEFT, role, line);
		free(line);
		rest += next;
	} while (*rest && row + rows < canvas->rows);
	free(clean);
	return rows;
}

size_t wrapped_first(size_t first, size_t cursor, int rows, int (*height)(const void *data, size_t line),
		     const void *data)
{
	size_t from = cursor < first ? cursor : first, begin = cursor;
	int used = 0;

	for (size_t i = cursor + 1; i-- > from; begin = i) {
		used += height(data, i);
		if (used > rows)
			break;
	}
	return begin;
}
