/* Texts of few signs: numbers that are written in digits, identifiers. */
/* SPDX-License-Identifier: ISC */
#include "schema/kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* The text, which is taken over, where from there on it has only signs of that set. */
static struct json *made_of_take(char *text, const char *from, const char *signs, const char *expected,
				 struct error *err)
{
	struct json *value = NULL;

	if (from[strspn(from, signs)] == '\0')
		value = json_new_string(text);
	else
		error_set(err, ERROR_INPUT, "%s", expected);
	free(text);
	return value;
}

static struct json *digits_parse(const char *text, struct error *err)
{
	char *digits = text_trimmed(text);

	return made_of_take(digits, digits, DIGITS, _("Enter digits only, such as 0010472"), err);
}

static struct json *uid_parse(const char *text, struct error *err)
{
	char *uid = text_trimmed(text);

	return made_of_take(uid, uid, LETTERS DIGITS "_-",
			    _("Use the letters A to Z, digits, - and _, such as pl-trade"), err);
}

/* People write "+47 555-01 220": blanks and hyphens say nothing. */
static char *mobile_part(const char *text)
{
	char *number = xstrdup(text), *to = number;

	for (const char *from = text; *from; from++)
		if (*from != ' ' && *from != '-')
			*to++ = *from;
	*to = '\0';
	return number;
}

static struct json *mobile_parse(const char *text, struct error *err)
{
	char *number = mobile_part(text);

	return made_of_take(number, number + (*number == '+'), DIGITS,
			    _("Enter digits, with + before the country's code: +4755501220"), err);
}

const struct kind kind_digits = {
	.name = "digits",
	.align = TEXT_LEFT,
	.filter_ops = OPS_ALL,
	.scalar = true,
	.is_text = true,
	.format = kind_text_format,
	.parse = digits_parse,
};

const struct kind kind_uid = {
	.name = "uid",
	.align = TEXT_LEFT,
	.filter_ops = OPS_ALL,
	.scalar = true,
	.is_text = true,
	.format = kind_text_format,
	.parse = uid_parse,
};

const struct kind kind_mobile = {
	.name = "mobile",
	.align = TEXT_LEFT,
	.filter_ops = OPS_ALL,
	.scalar = true,
	.is_text = true,
	.format = kind_text_format,
	.parse = mobile_parse,
	.part = mobile_part,
};
