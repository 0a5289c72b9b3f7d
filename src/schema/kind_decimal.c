/* SPDX-License-Identifier: ISC */
#include "schema/kind.h"

#include "base/alloc.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"

/* What cannot be held exactly keeps the server's text and says so with ~. */
static char *number_format(const struct json *value, int places)
{
	struct decimal amount;
	char text[DECIMAL_TEXT_SIZE];

	if (json_type(value) != JSON_NUMBER)
		return kind_text.format(value);
	if (!decimal_from_number(json_text(value), &amount))
		return xasprintf("~%s", json_text(value));
	decimal_format_places(amount, places, text);
	return xstrdup(text);
}

static char *decimal_kind_format(const struct json *value)
{
	return number_format(value, 2);
}

static char *integer_format(const struct json *value)
{
	return number_format(value, 0);
}

static struct json *decimal_kind_parse(const char *text, struct error *err)
{
	struct decimal amount;
	char number[DECIMAL_TEXT_SIZE];

	if (!decimal_parse(text, &amount, err))
		return NULL;
	decimal_format(amount, number);
	return json_new_number(number);
}

static struct json *integer_parse(const char *text, struct error *err)
{
	struct decimal amount;

	if (!decimal_parse(text, &amount, NULL) || amount.value % DECIMAL_ONE) {
		error_set(err, ERROR_INPUT, _("Enter a whole number such as 24"));
		return NULL;
	}
	return json_new_integer(amount.value / DECIMAL_ONE);
}

const struct kind kind_decimal = {
	.name = "amount",
	.align = TEXT_RIGHT,
	.filter_ops = OPS_ALL,
	.scalar = true,
	.checked = true,
	.amount = true,
	.format = decimal_kind_format,
	.parse = decimal_kind_parse,
};

const struct kind kind_integer = {
	.name = "number",
	.align = TEXT_RIGHT,
	.filter_ops = OPS_ALL,
	.scalar = true,
	.checked = true,
	.amount = true,
	.format = integer_format,
	.parse = integer_parse,
};
