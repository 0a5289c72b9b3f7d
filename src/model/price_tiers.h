/* price_tiers.h - the price tiers of an organization: a name each, and how many customers are on it. No
 * call lists or creates them: they are what fields with the source "price-tiers" are chosen from (N28). */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_PRICE_TIERS_H
#define MODEL_PRICE_TIERS_H

struct resource;
struct schema;

extern const struct schema nymble_price_tier_schema;
extern const struct resource nymble_price_tiers;

#endif
