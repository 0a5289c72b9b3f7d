/* SPDX-License-Identifier: ISC */
#include "base/options.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"

enum { LINE_COLS = 80, INDENT_COLS = 2, GAP_COLS = 2 };

static void put(FILE *out, const char *utf8)
{
	char *text = text_to_locale(utf8);

	fputs(text, out);
	free(text);
}

static char *option_name(const struct option_row *row)
{
	return row->argument ? xasprintf("--%s %s", row->name, _(row->argument))
			     : xasprintf("--%s", row->name);
}

static int name_cols(const struct option_row *row)
{
	char *name = option_name(row);
	int cols = text_width(name, strlen(name));

	free(name);
	return cols;
}

/* Words of text in lines that begin at column first_col; the cursor is there already. */
static void put_wrapped(FILE *out, const char *text, int first_col)
{
	int col = first_col;

	while (*text) {
		size_t len = strcspn(text, " ");
		int cols = text_width(text, len);
		if (col > first_col && col + 1 + cols > LINE_COLS - 1) {
			fprintf(out, "\n%*s", first_col, "");
			col = first_col;
		} else if (col > first_col) {
			fputc(' ', out);
			col++;
		}
		char *word = xstrndup(text, len);
		put(out, word);
		free(word);
		col += cols;
		text += len + strspn(text + len, " ");
	}
	fputc('\n', out);
}

void options_print_line(const char *name, int name_cols, const char *text, FILE *out)
{
	char *cell = text_fit(name, name_cols + GAP_COLS, TEXT_LEFT);

	fprintf(out, "%*s", INDENT_COLS, "");
	put(out, cell);
	put_wrapped(out, text, INDENT_COLS + name_cols + GAP_COLS);
	free(cell);
}

void options_print(const struct option_table *table, unsigned scope, FILE *out)
{
	int widest = 0;

	for (size_t i = 0; i < table->count; i++) {
		int cols = name_cols(&table->rows[i]);
		widest = cols > widest ? cols : widest;
	}
	for (size_t i = 0; i < table->count; i++) {
		const struct option_row *row = &table->rows[i];
		if (scope && !(row->scope & scope))
			continue;
		char *name = option_name(row);
		options_print_line(name, widest, _(row->help), out);
		free(name);
	}
}
