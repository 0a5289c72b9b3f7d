/* SPDX-License-Identifier: ISC */
#include "schema/kind.h"

#include "base/alloc.h"
#include "schema/json.h"
#include "schema/query.h"

/* A server may send anything in a text's place: it is shown as it would be written. */
char *kind_text_format(const struct json *value)
{
	const char *text = json_text(value);

	if (text)
		return xstrdup(text);
	return json_type(value) == JSON_NULL ? xstrdup("") : json_print(value);
}

static struct json *text_parse(const char *text, struct error *err)
{
	(void)err;
	return json_new_string(text);
}

const struct kind kind_text = {
	.name = "text",
	.align = TEXT_LEFT,
	.filter_ops = OPS_ALL,
	.scalar = true,
	.is_text = true,
	.format = kind_text_format,
	.parse = text_parse,
};
