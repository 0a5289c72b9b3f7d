/* products.h - what the handlers of products share. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_PRODUCTS_H
#define SANDBOX_PRODUCTS_H

struct json;
struct organization;

/* Sets what follows from the rest: priceFormatted of the product and of each tier entry, updatedAt.
 */
void product_complete(struct json *product, const struct organization *organization);

#endif
