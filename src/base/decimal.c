/* SPDX-License-Identifier: ISC */
#include "base/decimal.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"

/* Appends one digit; false when the value would leave the range. */
static bool add_digit(int64_t *value, int digit)
{
	return !__builtin_mul_overflow(*value, 10, value) && !__builtin_add_overflow(*value, digit, value);
}

bool decimal_parse(const char *text, struct decimal *out, struct error *err)
{
	bool negative = *text == '-';
	const char *at = text + negative;
	int64_t value = 0;
	int whole = 0, parts = 0;

	for (; *at >= '0' && *at <= '9'; at++, whole++)
		if (!add_digit(&value, *at - '0'))
			return error_set(err, ERROR_INPUT, _("This amount is too large"));
	if (*at == '.' || *at == ',') {
		for (at++; *at >= '0' && *at <= '9'; at++, parts++)
			if (parts < DECIMAL_PLACES && !add_digit(&value, *at - '0'))
				return error_set(err, ERROR_INPUT, _("This amount is too large"));
		if (parts > DECIMAL_PLACES)
			return error_set(err, ERROR_INPUT, _("Use at most four decimals"));
	}
	if (*at || whole + parts == 0)
		return error_set(err, ERROR_INPUT, _("Enter an amount such as 12.50"));
	for (; parts < DECIMAL_PLACES; parts++)
		if (!add_digit(&value, 0))
			return error_set(err, ERROR_INPUT, _("This amount is too large"));
	out->value = negative ? -value : value;
	return true;
}

bool decimal_from_number(const char *number, struct decimal *out)
{
	bool negative = *number == '-';
	const char *digits = number + negative;
	const char *exponent_at = strpbrk(digits, "eE");
	size_t len = exponent_at ? (size_t)(exponent_at - digits) : strlen(digits);
	const char *dot = memchr(digits, '.', len);
	int64_t value = 0;
	long exponent = exponent_at ? strtol(exponent_at + 1, NULL, 10) : 0;

	if (len == 0 || exponent > 1000 || exponent < -1000)
		return false;
	/* Where the ten-thousandths end: digits behind that place must be zeros. */
	long whole = (dot ? dot - digits : (long)len) + exponent;
	long place = 0;
	for (size_t i = 0; i < len; i++) {
		if (digits + i == dot)
			continue;
		if (digits[i] < '0' || digits[i] > '9')
			return false;
		if (place++ < whole + DECIMAL_PLACES) {
			if (!add_digit(&value, digits[i] - '0'))
				return false;
		} else if (digits[i] != '0') {
			return false;
		}
	}
	for (; value != 0 && place < whole + DECIMAL_PLACES; place++)
		if (!add_digit(&value, 0))
			return false;
	out->value = negative ? -value : value;
	return true;
}

void decimal_format_places(struct decimal amount, int places, char out[DECIMAL_TEXT_SIZE])
{
	uint64_t magnitude = amount.value < 0 ? -(uint64_t)amount.value : (uint64_t)amount.value;
	char parts[DECIMAL_PLACES + 1];
	int shown = DECIMAL_PLACES;

	snprintf(parts, sizeof(parts), "%04u", (unsigned)(magnitude % DECIMAL_ONE));
	while (shown > places && shown > 0 && parts[shown - 1] == '0')
		shown--;
	parts[shown] = '\0';
	snprintf(out, DECIMAL_TEXT_SIZE, "%s%" PRIu64 "%s%s", amount.value < 0 ? "-" : "",
		 magnitude / DECIMAL_ONE, shown ? "." : "", parts);
}

void decimal_format(struct decimal amount, char out[DECIMAL_TEXT_SIZE])
{
	decimal_format_places(amount, 0, out);
}

int decimal_compare(struct decimal a, struct decimal b)
{
	return (a.value > b.value) - (a.value < b.value);
}

/* What 128 bits hold is enough: amount and percent have 64 each. */
static __int128 divide_half_away(__int128 amount, __int128 by)
{
	__int128 whole = amount / by, rest = amount % by;

	if ((rest < 0 ? -rest : rest) * 2 >= by)
		whole += amount < 0 ? -1 : 1;
	return whole;
}

bool decimal_add_percent(struct decimal amount, struct decimal percent, struct decimal step,
			 struct decimal *out)
{
	assert(step.value > 0);
	const __int128 hundred = (__int128)100 * DECIMAL_ONE;
	__int128 steps = divide_half_away(amount.value * (hundred + percent.value), hundred * step.value);

	return !__builtin_mul_overflow(steps, step.value, &out->value);
}

bool decimal_percent_between(struct decimal from, struct decimal to, struct decimal step,
			     struct decimal *out)
{
	const __int128 hundred = (__int128)100 * DECIMAL_ONE;
	__int128 more = (__int128)to.value - from.value, base = from.value;

	if (base == 0)
		return false;
	if (base < 0) { /* a division rounds alike on both sides of zero */
		more = -more;
		base = -base;
	}
	__int128 steps = divide_half_away(more * hundred, base * step.value);
	return !__builtin_mul_overflow(steps, step.value, &out->value);
}
