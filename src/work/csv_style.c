/* SPDX-License-Identifier: ISC */
#include "work/csv_style.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "schema/json.h"
#include "work/csv.h"

void csv_style_put_plain(const struct csv_style *style, const char *text, FILE *out)
{
	char *clean, *shown;

	if (!style->is_terminal) {
		csv_put_between(out, text, style->delimiter);
		return;
	}
	clean = text_clean(text, strlen(text));
	shown = text_to_locale(clean);
	csv_put_between(out, shown, style->delimiter);
	free(shown);
	free(clean);
}

static void put_take(const struct csv_style *style, char *text, FILE *out)
{
	csv_style_put_plain(style, text, out);
	free(text);
}

void csv_style_put_text(const struct csv_style *style, const char *text, FILE *out)
{
	put_take(style, style->raw ? xstrdup(text) : csv_protect(text), out);
}

static char *number_text(const struct csv_style *style, const struct json *value)
{
	char *text = xstrdup(json_text(value)), *point = strchr(text, '.');

	if (point)
		*point = style->decimal;
	return text;
}

void csv_style_put(const struct csv_style *style, const struct json *value, FILE *out)
{
	if (json_type(value) == JSON_NUMBER)
		put_take(style, number_text(style, value), out);
	else if (json_type(value) == JSON_STRING)
		csv_style_put_text(style, json_text(value), out);
	else
		put_take(style, csv_text(value), out);
}
