/* SPDX-License-Identifier: ISC */
#include "schema/kind.h"

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"

/* No stands out without colour (ux: «NO»). */
static char *bool_format(const struct json *value)
{
	if (json_type(value) == JSON_BOOL)
		return xstrdup(json_is_true(value) ? _("yes") : _("NO"));
	return kind_text.format(value);
}

static struct json *bool_parse(const char *text, struct error *err)
{
	static const char *const yes[] = { "true", "yes", "y", "1", NULL };
	static const char *const no[] = { "false", "no", "n", "0", NULL };

	for (int i = 0; yes[i]; i++) {
		if (text_casecmp(text, yes[i]) == 0 || text_casecmp(text, _("yes")) == 0)
			return json_new_bool(true);
		if (text_casecmp(text, no[i]) == 0 || text_casecmp(text, _("NO")) == 0)
			return json_new_bool(false);
	}
	error_set(err, ERROR_INPUT, _("Enter yes or no"));
	return NULL;
}

const struct kind kind_bool = {
	.name = "yes/no",
	.align = TEXT_LEFT,
	.filter_ops = OPS_EQUALITY,
	.scalar = true,
	.checked = true,
	.format = bool_format,
	.parse = bool_parse,
};
