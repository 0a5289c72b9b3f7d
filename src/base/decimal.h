/* decimal.h - amounts and quantities, exact: 64-bit integers in ten-thousandths, read from text and
 * written to text. No price is ever computed in floating point. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H
#include <stdbool.h>
#include <stdint.h>

struct error;

enum { DECIMAL_ONE = 10000, DECIMAL_PLACES = 4, DECIMAL_TEXT_SIZE = 32 };

struct decimal {
	int64_t value; /* ten-thousandths */
};

/* What a person typed: digits and one . or , with up to four decimals, a leading - allowed. Grouping
 * is refused, nothing is rounded. */
bool decimal_parse(const char *text, struct decimal *out, struct error *err);

/* What a server sent: a JSON number. False when it is outside the range or has more than four
 * decimals that count: then its text is all there is. 1.5e2 and 12.500000 are understood. */
bool decimal_from_number(const char *number, struct decimal *out);

/* "12.5", "-0.05", "1200": the shortest text that reads back as the same value; valid as JSON. */
void decimal_format(struct decimal amount, char out[DECIMAL_TEXT_SIZE]);

/* As decimal_format with at least places decimals: 12.5 with 2 is "12.50". */
void decimal_format_places(struct decimal amount, int places, char out[DECIMAL_TEXT_SIZE]);

int decimal_compare(struct decimal a, struct decimal b);

/* amount + percent %, calculated exactly and then rounded half away from zero to a multiple of step
 * (0.01, 0.05, 1; it must be more than 0). False: the result is outside the range. */
bool decimal_add_percent(struct decimal amount, struct decimal percent, struct decimal step,
			 struct decimal *out);

/* By how many percent to is more than from (less: negative), calculated exactly and then rounded half away
 * from zero to a multiple of step (0.1). False: from is 0, or the result is outside the range. */
bool decimal_percent_between(struct decimal from, struct decimal to, struct decimal step,
			     struct decimal *out);

#endif
