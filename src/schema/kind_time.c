/* SPDX-License-Identifier: ISC */
#include "schema/kind.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"

static char *time_format(const struct json *value)
{
	char shown[CLOCK_DATE_TIME_SIZE];
	int64_t unix_s;

	if (json_type(value) != JSON_STRING || !clock_parse_rfc3339(json_text(value), &unix_s))
		return kind_text_format(value);
	clock_format_local_date_time(unix_s, shown);
	return xstrdup(shown);
}

static struct json *time_parse(const char *text, struct error *err)
{
	char *trimmed = text_trimmed(text), sent[CLOCK_RFC3339_SIZE];
	struct json *value = NULL;
	int64_t unix_s;

	if (clock_parse_rfc3339(trimmed, &unix_s) || clock_parse_local(trimmed, &unix_s)) {
		clock_format_rfc3339(unix_s, sent);
		value = json_new_string(sent);
	} else {
		error_set(err, ERROR_INPUT, _("Enter a day such as 2026-01-31, or a day and a time such as "
					      "2026-01-31 14:30"));
	}
	free(trimmed);
	return value;
}

const struct kind kind_time = {
	.name = "time",
	.align = TEXT_LEFT,
	.filter_ops = OPS_EQUALITY | 1 << OP_GT | 1 << OP_GTE | 1 << OP_LT | 1 << OP_LTE,
	.scalar = true,
	.checked = true,
	.format = time_format,
	.parse = time_parse,
};
