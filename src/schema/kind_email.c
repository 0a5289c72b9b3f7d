/* SPDX-License-Identifier: ISC */
#include "schema/kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"

/* What mistyping makes of an address is caught; what RFC 5321 allows besides is the service's to judge. */
static bool is_address(const char *text)
{
	const char *at = strrchr(text, '@'), *dot = strrchr(text, '.');

	return at && at > text && at[1] != '.' && dot && dot > at && dot[1] &&
	       !strpbrk(text, " \t,;<>()");
}

static struct json *email_parse(const char *text, struct error *err)
{
	char *address = text_trimmed(text);
	struct json *value = NULL;

	if (!*address || is_address(address))
		value = json_new_string(address);
	else
		error_set(err, ERROR_INPUT, _("Enter an address such as name@example.com"));
	free(address);
	return value;
}

const struct kind kind_email = {
	.name = "e-mail",
	.align = TEXT_LEFT,
	.filter_ops = OPS_ALL,
	.scalar = true,
	.is_text = true,
	.format = kind_text_format,
	.parse = email_parse,
};
