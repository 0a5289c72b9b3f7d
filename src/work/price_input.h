/* price_input.h - what a person types about prices. Nothing is rounded, nothing is guessed: each refusal
 * says what was expected. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_INPUT_H
#define WORK_PRICE_INPUT_H
#include <stdbool.h>
#include <stdint.h>

#include "base/decimal.h"

struct error;

/* An amount from 0 on: digits with one . or , and up to four decimals. */
bool price_input_amount(const char *text, struct decimal *out, struct error *err);
/* A whole number from 1 on. */
bool price_input_quantity(const char *text, int64_t *out, struct error *err);
/* "-3", "2,5", "+10%": not less than -100. */
bool price_input_percent(const char *text, struct decimal *out, struct error *err);
/* What amounts are rounded to: more than 0. */
bool price_input_step(const char *text, struct decimal *out, struct error *err);

/* Whether an amount that was taken may have been meant for thousands: one separator, three digits behind
 * it ("1,000" is 1.00). */
bool price_input_is_doubtful(const char *text);

#endif
