/* price_edit.h - one price of a list that is being edited. As schema/edit.h has it: what is put back to
 * what base says is put back byte for byte, members that the tables do not know included. */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_PRICE_EDIT_H
#define MODEL_PRICE_EDIT_H
#include <stdint.h>

struct json;

/* entries is the array being edited, base the one it was; NULL: there was none. */

/* The amount (a JSON number's text) at that tier and quantity. */
void price_edit_put(struct json *entries, const struct json *base, const char *tier,
		    int64_t at_quantity, const char *amount);
/* What base has there: its entries in their place, or none. */
void price_edit_revert(struct json *entries, const struct json *base, const char *tier,
		       int64_t at_quantity);

#endif
