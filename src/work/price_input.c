/* SPDX-License-Identifier: ISC */
#include "work/price_input.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

static const char separators[] = ".,";

static size_t count_separators(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += strchr(separators, *text) != NULL;
	return count;
}

/* "1 000", "1,000.00", "1'000": nothing but digits and what groups them, in any script's blanks. */
static bool is_grouped(const char *text)
{
	bool others = false;

	if (!strpbrk(text, "0123456789"))
		return false;
	for (const char *at = text; *at; at++)
		if (*at >= 'A' && !((unsigned char)*at & 0x80))
			return false;
		else if ((*at < '0' || *at > '9') && !strchr(separators, *at) && *at != '-')
			others = true;
	return others || count_separators(text) > 1;
}

bool price_input_amount(const char *text, struct decimal *out, struct error *err)
{
	char *trimmed = text_trimmed(text);
	struct decimal amount = { 0 };
	bool taken = false;

	if (is_grouped(trimmed))
		error_set(err, ERROR_INPUT, "%s",
			  _("Thousands cannot be grouped: enter 1000.00, or 1000,00"));
	else if (*trimmed == '-')
		error_set(err, ERROR_INPUT, "%s", _("A price cannot be less than 0"));
	else
		taken = decimal_parse(trimmed, &amount, err);
	if (taken)
		*out = amount;
	free(trimmed);
	return taken;
}

bool price_input_is_doubtful(const char *text)
{
	const char *at = strpbrk(text, separators);

	return at && at > text && strspn(at + 1, "0123456789") == 3;
}

bool price_input_quantity(const char *text, int64_t *out, struct error *err)
{
	char *trimmed = text_trimmed(text);
	struct decimal number;
	bool whole = decimal_parse(trimmed, &number, NULL) && number.value % DECIMAL_ONE == 0 &&
		     number.value > 0 && !strpbrk(trimmed, separators);

	free(trimmed);
	if (!whole)
		return error_set(err, ERROR_INPUT, "%s",
				 _("Enter a whole number from 1 on, such as 24"));
	*out = number.value / DECIMAL_ONE;
	return true;
}

/* A copy without a sign + in front and a % behind. */
static char *bare_percent(const char *text)
{
	char *trimmed = text_trimmed(text);
	size_t len = strlen(trimmed), plus = *trimmed == '+';

	if (len > plus && trimmed[len - 1] == '%')
		trimmed[--len] = '\0';
	char *inner = xstrndup(trimmed + plus, len - plus), *bare = text_trimmed(inner);
	free(inner);
	free(trimmed);
	return bare;
}

bool price_input_percent(const char *text, struct decimal *out, struct error *err)
{
	struct decimal percent;
	char *bare = bare_percent(text);
	bool number = decimal_parse(bare, &percent, NULL);

	free(bare);
	if (!number)
		return error_set(err, ERROR_INPUT, "%s", _("Enter a percentage such as -3 or 2.5"));
	if (percent.value < -100 * DECIMAL_ONE)
		return error_set(err, ERROR_INPUT, "%s",
				 _("A price cannot fall by more than 100 percent"));
	*out = percent;
	return true;
}

bool price_input_step(const char *text, struct decimal *out, struct error *err)
{
	struct decimal step;
	char *trimmed = text_trimmed(text);
	bool number = decimal_parse(trimmed, &step, NULL) && step.value > 0;

	free(trimmed);
	if (!number)
		return error_set(
			err, ERROR_INPUT, "%s",
			_("Enter what prices are to be multiples of, such as 0.01 or 0.05"));
	*out = step;
	return true;
}
