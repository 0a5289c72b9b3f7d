/* SPDX-License-Identifier: ISC */
#include "store/config_text.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

struct cursor {
	char *at; /* the text ends with NUL */
	int line;
	bool in_word; /* a / does not begin a comment there: https://api.example is one word */
	int braces;   /* open ones, and where the outermost stands */
	int brace_line;
};

static void step(struct cursor *cursor)
{
	if (*cursor->at == '\n')
		cursor->line++;
	cursor->at++;
}

static void blank(struct cursor *cursor)
{
	if (*cursor->at != '\n')
		*cursor->at = ' ';
	step(cursor);
}

static bool skip_quoted(struct cursor *cursor)
{
	char quote = *cursor->at;

	step(cursor);
	while (*cursor->at && *cursor->at != quote) {
		if (*cursor->at == '\\' && cursor->at[1])
			step(cursor);
		step(cursor);
	}
	if (!*cursor->at)
		return false;
	step(cursor);
	return true;
}

static void blank_line_comment(struct cursor *cursor)
{
	while (*cursor->at && *cursor->at != '\n')
		blank(cursor);
}

static bool blank_long_comment(struct cursor *cursor)
{
	const char *end = strstr(cursor->at + 2, "*/");

	if (!end)
		return false;
	while (cursor->at < end + 2)
		blank(cursor);
	return true;
}

static void count_brace(struct cursor *cursor)
{
	if (*cursor->at == '{' && cursor->braces++ == 0)
		cursor->brace_line = cursor->line;
	else if (*cursor->at == '}' && cursor->braces > 0)
		cursor->braces--;
}

/* One character, quoted text or comment. False when it does not end. */
static bool skip_item(struct cursor *cursor)
{
	char c = *cursor->at, next = cursor->at[1];
	bool in_word = cursor->in_word;

	cursor->in_word = false;
	if (c == '"' || c == '\'')
		return skip_quoted(cursor);
	if (c == '#' || (c == '/' && next == '/' && !in_word)) {
		blank_line_comment(cursor);
		return true;
	}
	if (c == '/' && next == '*' && !in_word)
		return blank_long_comment(cursor);
	count_brace(cursor);
	cursor->in_word = !isspace((unsigned char)c) && !strchr("={}(),+", c);
	step(cursor);
	return true;
}

static int count_lines(const char *text, const char *end)
{
	int lines = 1;

	for (; text < end; text++)
		lines += *text == '\n';
	return lines;
}

bool config_text_prepare(char *text, size_t len, int *line, struct error *err)
{
	struct cursor cursor = { .at = text, .line = 1 };

	if (strlen(text) < len) {
		*line = count_lines(text, text + strlen(text));
		return error_set(err, ERROR_INPUT, _("a NUL byte: this is no text file"));
	}
	if (!text_is_utf8(text, len)) {
		*line = 1;
		return error_set(err, ERROR_INPUT, _("the file is not written in UTF-8"));
	}
	while (*cursor.at) {
		bool quote = *cursor.at == '"' || *cursor.at == '\'';

		*line = cursor.line;
		if (!skip_item(&cursor))
			return error_set(err, ERROR_INPUT,
					 quote ? _("the quote that begins here is not closed")
					       : _("the comment that begins here is not closed"));
	}
	*line = cursor.brace_line;
	return cursor.braces == 0 ||
	       error_set(err, ERROR_INPUT, _("the { that stands here is not closed"));
}
