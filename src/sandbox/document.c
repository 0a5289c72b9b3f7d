/* SPDX-License-Identifier: ISC */
#include "sandbox/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/json_scan.h"

/* Behind the string that begins at text. */
static const char *skip_string(const char *text)
{
	for (text++; *text != '"'; text++)
		if (*text == '\\')
			text++;
	return text + 1;
}

/* Behind the value that begins at text. */
static const char *skip_value(const char *text)
{
	int depth = 0;

	do {
		if (*text == '"') {
			text = skip_string(text);
			continue;
		}
		if (*text == '{' || *text == '[')
			depth++;
		else if (*text == '}' || *text == ']')
			depth--;
		text++;
	} while (depth > 0 || (*text != ',' && *text != '}' && *text != ']'));
	return text;
}

bool document_next(const char **at, struct slice *name, struct slice *value)
{
	const char *start = *at + 1; /* behind { or , */

	if (**at == '}' || *start != '"')
		return false;
	const char *end = skip_string(start);
	*name = (struct slice){ start + 1, (size_t)(end - start) - 2 };
	start = end + 1;
	end = skip_value(start);
	*value = (struct slice){ start, (size_t)(end - start) };
	*at = end;
	return true;
}

bool slice_is(struct slice slice, const char *text)
{
	/* Most differ in the first letter. */
	return (slice.len == 0 || *slice.text == *text) && strlen(text) == slice.len &&
	       memcmp(slice.text, text, slice.len) == 0;
}

char *token_text(struct slice token)
{
	if (slice_is(token, "null"))
		return xstrdup("");
	if (*token.text != '"')
		return xstrndup(token.text, token.len);
	if (!memchr(token.text, '\\', token.len))
		return xstrndup(token.text + 1, token.len - 2);
	char *copy = xstrndup(token.text, token.len);
	char *text = json_scan_unescape(copy);
	free(copy);
	return text;
}

char *document_text(const char *document, const char *member)
{
	struct slice name, value;

	while (document_next(&document, &name, &value))
		if (slice_is(name, member))
			return token_text(value);
	return xstrdup("");
}
