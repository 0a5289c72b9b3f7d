/* SPDX-License-Identifier: ISC */
#include "sandbox/money.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"

static const struct {
	const char *currency_code;
	const char *sign;
} signs[] = {
	{ "USD", "$" }, { "CAD", "$" },   { "AUD", "$" },   { "EUR", "€" },    { "GBP", "£" },
	{ "JPY", "¥" }, { "NOK", "kr " }, { "SEK", "kr " }, { "DKK", "kr. " },
};

void money_format(const char *number, const char *currency_code, char out[MONEY_TEXT_SIZE])
{
	struct decimal amount;
	char text[DECIMAL_TEXT_SIZE];
	bool exact = decimal_from_number(number, &amount);

	if (exact)
		decimal_format_places(amount, 2, text);
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strcmp(signs[i].currency_code, currency_code) == 0) {
			snprintf(out, MONEY_TEXT_SIZE, "%s%s", signs[i].sign,
				 exact ? text : number);
			return;
		}
	snprintf(out, MONEY_TEXT_SIZE, "%s %s", currency_code, exact ? text : number);
}
