/* record_prices.h - a record's tab with its prices: the matrix, to be read. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECORD_PRICES_H
#define SCREENS_RECORD_PRICES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct record_state;
struct resource;

/* Whether the tab shows prices per tier and quantity. */
bool record_prices_of_tab(const struct resource *resource, size_t tab);

/* Has the view show the prices of the record instead of lines; they are borrowed from it. */
void record_prices_show(struct record_state *state);

/* The matrix to change them, at the cursor's cell. */
void record_prices_edit(struct record_state *state);
/* What so many cost, in the cursor's tier where the tab is open. */
void record_prices_ask(struct record_state *state);
/* The cursor's price, as text to be copied, behind what it is called. */
void record_prices_copy(struct record_state *state);
/* "Wholesale from 24: 31.20", and what is to be said of it. */
void record_prices_write(const struct record_state *state, FILE *out);

#endif
