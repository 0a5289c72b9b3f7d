/* SPDX-License-Identifier: ISC */
#include "model/flow_customers.h"

#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "model/words.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/query.h"

static const struct word types[] = {
	{ FLOW_COMPANY, N_("Company"), NULL },
	{ FLOW_PRIVATE, N_("Private person"), "person" },
	{ NULL, NULL, NULL },
};

static bool is_company(const struct json *value)
{
	const char *text = json_type(value) == JSON_STRING ? json_text(value) : NULL;

	return text && strcmp(text, FLOW_COMPANY) == 0;
}

static char *type_format(const struct json *value)
{
	return xstrdup(words_label(types, is_company(value) ? FLOW_COMPANY : FLOW_PRIVATE));
}

static struct json *type_parse(const char *text, struct error *err)
{
	const char *literal = words_literal(types, text);

	if (literal)
		return json_new_string(literal);
	error_set(err, ERROR_INPUT, _("Enter company or private person"));
	return NULL;
}

static bool type_same(const struct json *a, const struct json *b)
{
	return is_company(a) == is_company(b);
}

const struct kind kind_customer_type = {
	.name = "customer type",
	.align = TEXT_LEFT,
	.filter_ops = OPS_EQUALITY,
	.scalar = true,
	.checked = true,
	.format = type_format,
	.parse = type_parse,
	.same = type_same,
};
