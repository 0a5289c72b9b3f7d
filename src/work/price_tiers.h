/* price_tiers.h - which of a service's resources have to do with price tiers: asked of their tables. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_TIERS_H
#define WORK_PRICE_TIERS_H

struct client;
struct field;
struct json;
struct resource;

/* The source (schema/field.h) whose values are price tiers. */
#define PRICE_TIERS "price-tiers"

/* Those that have prices in tiers: products; NULL: the service has none. */
const struct resource *price_tiers_priced(const struct client *client);
/* Those that are tiers; NULL: the service lists none. */
const struct resource *price_tiers_resource(const struct client *client);
/* The field of a record that says which tier it buys in; NULL: it has none. */
const struct field *price_tiers_field(const struct resource *resource);

/* The list of prices of one of those that have them; NULL: it was left out, or is none. */
const struct json *price_tiers_prices(const struct resource *resource, const struct json *object);

#endif
