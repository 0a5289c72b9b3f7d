/* SPDX-License-Identifier: ISC */
#include "model/flow_customers.h"

#include "base/alloc.h"
#include "base/i18n.h"
#include "model/words.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/query.h"

/* Those that the sources name; there may be others, which are shown as they came. */
static const struct word types[] = {
	{ "DELIVERY_ADDRESS", N_("Delivery"), NULL },
	{ "INVOICE_ADDRESS", N_("Invoice"), NULL },
	{ NULL, NULL, NULL },
};

static char *type_format(const struct json *value)
{
	const char *label = json_type(value) == JSON_STRING ? words_label(types, json_text(value)) : NULL;

	return label ? xstrdup(label) : kind_text_format(value);
}

static struct json *type_parse(const char *text, struct error *err)
{
	const char *literal = words_literal(types, text);

	(void)err;
	return json_new_string(literal ? literal : text);
}

const struct kind kind_address_type = {
	.name = "address type",
	.align = TEXT_LEFT,
	.filter_ops = OPS_EQUALITY,
	.scalar = true,
	.is_text = true,
	.format = type_format,
	.parse = type_parse,
};
