/* products.h - the products of Nymble Commerce and their prices per tier. */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_PRODUCTS_H
#define MODEL_PRODUCTS_H

struct resource;
struct schema;

extern const struct schema nymble_product_schema;
extern const struct schema nymble_price_schema;
extern const struct schema nymble_image_schema;
extern const struct resource nymble_products;

#endif
