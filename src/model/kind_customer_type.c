/* SPDX-License-Identifier: ISC */
#include "model/flow_customers.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/query.h"

static bool is_company(const struct json *value)
{
	const char *text = json_type(value) == JSON_STRING ? json_text(value) : NULL;

	return text && strcmp(text, FLOW_COMPANY) == 0;
}

static char *type_format(const struct json *value)
{
	return xstrdup(is_company(value) ? _("Company") : _("Private person"));
}

static bool is_word(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (text_casecmp(text, *words) == 0)
			return true;
	return false;
}

static struct json *type_parse(const char *text, struct error *err)
{
	char *word = text_trimmed(text);
	const char *const company[] = { FLOW_COMPANY, "company", _("Company"), NULL };
	const char *const person[] = { FLOW_PRIVATE, "private person", "person", _("Private person"), NULL };
	struct json *value = NULL;

	if (is_word(word, company))
		value = json_new_string(FLOW_COMPANY);
	else if (is_word(word, person))
		value = json_new_string(FLOW_PRIVATE);
	else
		error_set(err, ERROR_INPUT, _("Enter company or private person"));
	free(word);
	return value;
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
