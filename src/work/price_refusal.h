/* price_refusal.h - what a service says of a block of lists that it found wrong: of which it speaks, and
 * what that is in words. Its messages name places such as "products[3].prices[0].tier". */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_REFUSAL_H
#define WORK_PRICE_REFUSAL_H
#include <stdbool.h>
#include <stddef.h>

struct failure;
struct json;

/* Sets blamed[i] for each of count lists that a message names. Returns how many. */
size_t price_refusal_blames(const struct failure *failure, bool *blamed, size_t count);

/* What it says of the index-th list that was sent: "Wholesale from 24: No such price tier." Where nothing
 * names that one, all it says. The caller frees. */
char *price_refusal_text(const struct failure *failure, size_t index, const struct json *list);

#endif
