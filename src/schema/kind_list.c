/* SPDX-License-Identifier: ISC */
#include "schema/kind.h"

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"

/* One cell of a list is how many entries it has. */
static char *size_format(const struct json *value)
{
	enum json_type type = json_type(value);

	if (type == JSON_ARRAY || type == JSON_OBJECT)
		return xasprintf("%zu", json_size(value));
	return kind_text.format(value);
}

static struct json *no_parse(const char *text, struct error *err)
{
	(void)text;
	error_set(err, ERROR_INPUT, _("Its entries are edited one by one"));
	return NULL;
}

const struct kind kind_list = {
	.name = "list",
	.align = TEXT_RIGHT,
	.format = size_format,
	.parse = no_parse,
};

const struct kind kind_map = {
	.name = "attributes",
	.align = TEXT_RIGHT,
	.format = size_format,
	.parse = no_parse,
};
