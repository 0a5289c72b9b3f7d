/* SPDX-License-Identifier: ISC */
#include "store/views_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/word.h"
#include "store/views.h"

static const char columns_word[] = "columns=";

void view_finish(struct view *view)
{
	free(view->resource);
	free(view->name);
	free(view->columns);
	free(view->query);
	*view = (struct view){ 0 };
}

void views_append_take(struct views *views, struct view *view)
{
	views->rows = xreallocarray(views->rows, views->count + 1, sizeof(*views->rows));
	views->rows[views->count++] = *view;
	*view = (struct view){ 0 };
}

static const char *skip_blanks(const char *line)
{
	return line + strspn(line, " \t\r");
}

/* Behind columns=, if the line goes on with it. */
static void parse_columns(const char **line, struct view *view)
{
	bool open;

	*line = skip_blanks(*line);
	if (strncmp(*line, columns_word, strlen(columns_word)) == 0) {
		char *word = word_next(line, &open);
		view->columns = xstrdup(word + strlen(columns_word));
		free(word);
	} else {
		view->columns = xstrdup("");
	}
}

static char *without_blanks_behind(const char *text)
{
	size_t len = strlen(text);

	while (len > 0 && strchr(" \t\r", text[len - 1]))
		len--;
	return xstrndup(text, len);
}

static bool parse_line(const char *line, struct view *view, struct error *err)
{
	bool open = false;

	view->resource = word_next(&line, &open);
	view->name = open ? NULL : word_next(&line, &open);
	if (!view->resource || !view->name || open)
		return error_set(err, ERROR_INPUT,
				 _("expected a list, a name in quotes and a query, such as: customers "
				   "\"Not active\" active:equals:false"));
	parse_columns(&line, view);
	view->query = without_blanks_behind(skip_blanks(line));
	return true;
}

static bool is_comment(const char *line)
{
	line = skip_blanks(line);
	return !*line || *line == '#';
}

bool views_parse(const char *text, struct views *views, struct error *err)
{
	char *copy = xstrdup(text), *rest = copy, *line;
	bool ok = true;

	for (int number = 1; (line = strsep(&rest, "\n")); number++) {
		struct view view = { 0 };

		if (is_comment(line))
			continue;
		if (parse_line(line, &view, ok ? err : NULL)) {
			views_append_take(views, &view);
		} else {
			if (ok)
				error_prefix(err, _("line %d"), number);
			ok = false;
			view_finish(&view);
		}
	}
	free(copy);
	return ok;
}

void views_write(const struct views *views, FILE *out)
{
	fputs("# Saved views, one a line: list \"name\" columns=FIELD:WIDTH,... conditions sort=FIELD\n"
	      "# The one without a name is how the list was left.\n",
	      out);
	for (size_t i = 0; i < views->count; i++) {
		const struct view *view = &views->rows[i];

		word_print(out, view->resource);
		fputc(' ', out);
		word_print(out, view->name);
		if (*view->columns) {
			fprintf(out, " %s", columns_word);
			word_print(out, view->columns);
		}
		fprintf(out, "%s%s\n", *view->query ? " " : "", view->query);
	}
}
