/* SPDX-License-Identifier: ISC */
#include "schema/kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"

/* The signs that telephone numbers are written with; a letter is a slip. */
static bool is_number(const char *text)
{
	return strpbrk(text, "0123456789") && text[strspn(text, "0123456789 +-()./")] == '\0';
}

static struct json *phone_parse(const char *text, struct error *err)
{
	char *number = text_trimmed(text);
	struct json *value = NULL;

	if (!*number || is_number(number))
		value = json_new_string(number);
	else
		error_set(err, ERROR_INPUT, _("Use digits, spaces and + - ( )"));
	free(number);
	return value;
}

const struct kind kind_phone = {
	.name = "phone",
	.align = TEXT_LEFT,
	.filter_ops = OPS_ALL,
	.scalar = true,
	.is_text = true,
	.format = kind_text_format,
	.parse = phone_parse,
};
