/* money.h - a price as display text: the members named priceFormatted. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_MONEY_H
#define SANDBOX_MONEY_H

enum { MONEY_TEXT_SIZE = 64 };

/* number (JSON number text, "42.5") with the sign of currency_code: "$42.50", "€42.50", "kr 42.50",
 * else "PLN 42.50". A number that decimals cannot hold is shown as it is written. */
void money_format(const char *number, const char *currency_code, char out[MONEY_TEXT_SIZE]);

#endif
