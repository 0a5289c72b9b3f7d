/* SPDX-License-Identifier: ISC */
#include "schema/kind.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"

static bool is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static char large(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static struct json *country_parse(const char *text, struct error *err)
{
	char *code = text_trimmed(text);
	struct json *value = NULL;

	if (!*code) {
		value = json_new_string("");
	} else if (is_letter(code[0]) && is_letter(code[1]) && !code[2]) {
		value = json_new_string((char[]){ large(code[0]), large(code[1]), '\0' });
	} else {
		error_set(err, ERROR_INPUT, _("two letters such as SE, not «%s»"), code);
	}
	free(code);
	return value;
}

const struct kind kind_country = {
	.name = "country",
	.align = TEXT_LEFT,
	.filter_ops = OPS_ALL,
	.scalar = true,
	.is_text = true,
	.format = kind_text_format,
	.parse = country_parse,
};
