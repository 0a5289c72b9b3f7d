/* SPDX-License-Identifier: ISC */
#include "work/csv.h"

#include <string.h>

#include "base/alloc.h"
#include "schema/json.h"

static bool looks_like_formula(const char *text)
{
	text += strspn(text, "'");
	return *text && strchr("=+-@\t", *text);
}

char *csv_protect(const char *text)
{
	return xasprintf("%s%s", looks_like_formula(text) ? "'" : "", text);
}

bool csv_is_protected(const char *text)
{
	return *text == '\'' && looks_like_formula(text);
}

char *csv_text(const struct json *value)
{
	switch (json_type(value)) {
	case JSON_NULL:
		return xstrdup("");
	case JSON_STRING:
		return csv_protect(json_text(value));
	case JSON_BOOL:
	case JSON_NUMBER:
	case JSON_ARRAY:
	case JSON_OBJECT:
		break;
	}
	return json_print(value);
}

static void put_quoted(FILE *out, const char *text)
{
	fputc('"', out);
	for (; *text; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

void csv_put_between(FILE *out, const char *text, char delimiter)
{
	if (strpbrk(text, (const char[]){ '"', '\r', '\n', delimiter, '\0' }))
		put_quoted(out, text);
	else
		fputs(text, out);
}

void csv_put(FILE *out, const char *text)
{
	csv_put_between(out, text, ',');
}
