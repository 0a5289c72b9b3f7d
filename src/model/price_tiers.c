/* SPDX-License-Identifier: ISC */
#include "model/price_tiers.h"

#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"

/* Name: nymble.openapi.yaml, PriceTier; alias: its x-reader-aliases. The others are found out: who said
 * that there is such a tier, and how many records have it. */

enum { IN_ALL = IN_LIST | IN_RECORD | IN_CSV };

static const struct tab price_tier_tabs[] = { { N_("Price tier") } };

static const struct field price_tier_fields[] = {
	{ .name = "Name", .aliases = ALIASES("code", "tier"), .label = N_("Price tier"), .kind = &kind_text,
	  .width_cols = 24, .in = IN_ALL, .write = WRITE_NEVER, .required = true },
	{ .name = "Customers", .label = N_("Customers"), .kind = &kind_integer, .width_cols = 12, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "KnownFrom", .label = N_("Known from"), .kind = &kind_text, .width_cols = 14, .in = IN_ALL,
	  .write = WRITE_NEVER },
};

const struct schema nymble_price_tier_schema = {
	FIELDS(price_tier_fields), TABS(price_tier_tabs), .key = "Name", .title = "Name",
};

const struct resource nymble_price_tiers = {
	.name = "price-tiers",
	.label = N_("Price tiers"),
	.schema = &nymble_price_tier_schema,
	.source = "price-tiers",
	.count_one = N_("%s price tier"),
	.count_many = N_("%s price tiers"),
	.none_yet = N_("No price tiers are known."),
	.no_match = N_("No price tier matches %s."),
	.gone = N_("Price tier %s is gone."),
	.missing = N_("There is no price tier %s, or your login may not see it."),
};
