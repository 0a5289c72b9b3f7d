/* SPDX-License-Identifier: ISC */
#include "model/products.h"

#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/query.h"
#include "schema/resource.h"

/* Names: nymble.openapi.yaml, Product; aliases: its x-reader-aliases (N22). */

enum { IN_ALL = IN_LIST | IN_RECORD | IN_FILTER | IN_CSV };

/* Texts that the sources show, or that were seen; any other may be typed. */
static const struct choices weight_units = { .values = VALUES("lb", "kg"), .open = true };
static const struct choices dimension_units = { .values = VALUES("in", "cm"), .open = true };
static const struct choices categories = { .source = "categories", .open = true };
static const struct choices tiers = { .source = "price-tiers" }; /* N28 */

static const struct field price_fields[] = {
	{ .name = "tier", .label = N_("Price tier"), .kind = &kind_text, .choices = &tiers, .width_cols = 14, .required = true },
	{ .name = "atQuantity", .label = N_("From quantity"), .kind = &kind_integer, .width_cols = 13,
	  .least = "1", .absent = "1" }, /* N22 */
	{ .name = "price", .label = N_("Price"), .kind = &kind_decimal, .width_cols = 12, .required = true,
	  .least = "0" },
	{ .name = "priceFormatted", .label = N_("Shown as"), .kind = &kind_text, .width_cols = 14, .write = WRITE_NEVER },
};

const struct schema nymble_price_schema = {
	FIELDS(price_fields), .title = "tier", .summary = VALUES("tier", "atQuantity", "price"),
	.identity = VALUES("tier", "atQuantity"), .identity_label = N_("%s from %s"),
	.entry_label = N_("price"), .add_label = N_("Add a price"), .nth_label = N_("Price %s"),
};

/* N23: objects or plain names; the members of an object are assumed. */
static const struct field image_fields[] = {
	{ .name = "name", .label = N_("Name"), .kind = &kind_text, .width_cols = 30, .required = true },
	{ .name = "url", .label = N_("Address"), .kind = &kind_text, .width_cols = 40, .write = WRITE_NEVER },
};

const struct schema nymble_image_schema = {
	FIELDS(image_fields), .title = "name", .summary = VALUES("name"), .sent_as = "name", .entry_label = N_("image"), .add_label = N_("Add an image"),
	.nth_label = N_("Image %s"),
};

enum { TAB_GENERAL, TAB_PRICES, TAB_STOCK, TAB_IMAGES, TAB_ATTRIBUTES };

static const struct tab product_tabs[] = {
	[TAB_GENERAL] = { N_("General") },
	[TAB_PRICES] = { N_("Prices") },
	[TAB_STOCK] = { N_("Stock and packing") },
	[TAB_IMAGES] = { N_("Images") },
	[TAB_ATTRIBUTES] = { N_("Attributes") },
};

static const struct field product_fields[] = {
	{ .name = "sku", .label = N_("SKU"), .kind = &kind_text, .sort = "Sku", .width_cols = 17, .in = IN_ALL,
	  .write = WRITE_NEW, .required = true },
	{ .name = "name", .label = N_("Name"), .kind = &kind_text, .sort = "Name", .width_cols = 24, .in = IN_ALL,
	  .required = true },
	{ .name = "category", .label = N_("Category"), .kind = &kind_text, .choices = &categories,
	  .width_cols = 10, .in = IN_ALL },
	{ .name = "price", .label = N_("Price"), .kind = &kind_decimal, .sort = "Price", .width_cols = 9, .in = IN_ALL,
	  .least = "0" },
	{ .name = "quantityOnHand", .label = N_("Stock"), .kind = &kind_integer, .width_cols = 6, .tab = TAB_STOCK,
	  .in = IN_ALL, .own = true },
	{ .name = "active", .label = N_("Active"), .kind = &kind_bool, .width_cols = 6, .in = IN_ALL },
	{ .name = "currencyCode", .label = N_("Currency"), .kind = &kind_text, .width_cols = 8,
	  .in = IN_ALL, .write = WRITE_NEVER },
	{ .name = "priceFormatted", .label = N_("Shown as"), .kind = &kind_text, .width_cols = 12, .in = IN_RECORD,
	  .write = WRITE_NEVER },
	{ .name = "upc", .label = N_("UPC"), .kind = &kind_text, .width_cols = 14, .in = IN_ALL },
	{ .name = "externalId", .label = N_("External id"), .kind = &kind_text, .width_cols = 16, .in = IN_ALL },
	{ .name = "description", .label = N_("Description"), .kind = &kind_text, .width_cols = 40,
	  .in = IN_RECORD | IN_FILTER | IN_CSV },
	{ .name = "productType", .label = N_("Product type"), .kind = &kind_text, .width_cols = 12, .in = IN_RECORD,
	  .write = WRITE_NEVER }, /* N25 */
	{ .name = "productId", .label = N_("Product id"), .kind = &kind_text, .width_cols = 16, .in = IN_RECORD,
	  .write = WRITE_NEVER },
	{ .name = "organizationId", .label = N_("Organization"), .kind = &kind_text, .width_cols = 16,
	  .in = IN_RECORD, .write = WRITE_NEVER },
	{ .name = "createdAt", .label = N_("Created"), .kind = &kind_text, .width_cols = 20, .in = IN_RECORD,
	  .write = WRITE_NEVER },
	{ .name = "updatedAt", .label = N_("Changed"), .kind = &kind_text, .width_cols = 20, .in = IN_RECORD,
	  .write = WRITE_NEVER },
	{ .name = "prices", .aliases = ALIASES("pricePoints"), .label = N_("Prices"), .kind = &kind_list,
	  .items = &nymble_price_schema, .tab = TAB_PRICES, .in = IN_RECORD },
	{ .name = "minimumOrderQuantity", .label = N_("Minimum order"), .kind = &kind_integer, .width_cols = 8,
	  .tab = TAB_STOCK, .in = IN_RECORD | IN_FILTER | IN_CSV, .least = "0" },
	{ .name = "quantityIncrement", .label = N_("Order step"), .kind = &kind_integer, .width_cols = 8,
	  .tab = TAB_STOCK, .in = IN_RECORD | IN_FILTER | IN_CSV, .least = "0" },
	{ .name = "weight", .label = N_("Weight"), .kind = &kind_decimal, .width_cols = 8, .tab = TAB_STOCK,
	  .in = IN_RECORD | IN_FILTER | IN_CSV, .least = "0" },
	{ .name = "weightUnit", .label = N_("Weight unit"), .kind = &kind_text, .choices = &weight_units,
	  .width_cols = 6, .tab = TAB_STOCK, .in = IN_RECORD | IN_FILTER | IN_CSV },
	{ .name = "dimensions", .label = N_("Dimensions"), .kind = &kind_text, .width_cols = 14, .tab = TAB_STOCK,
	  .in = IN_RECORD | IN_FILTER | IN_CSV },
	{ .name = "dimensionsUnit", .label = N_("Dimensions unit"), .kind = &kind_text,
	  .choices = &dimension_units, .width_cols = 6, .tab = TAB_STOCK, .in = IN_RECORD | IN_FILTER | IN_CSV },
	{ .name = "images", .label = N_("Images"), .kind = &kind_list, .items = &nymble_image_schema,
	  .tab = TAB_IMAGES, .in = IN_RECORD },
	{ .name = "productAttributes", .label = N_("Attributes"), .kind = &kind_map, .tab = TAB_ATTRIBUTES,
	  .in = IN_RECORD },
};

const struct schema nymble_product_schema = {
	FIELDS(product_fields), TABS(product_tabs), .key = "sku", .title = "name", .state = "active",
	.external_id = "externalId",
};

static const struct action product_actions[] = {
	{ .name = "activate", .label = N_("Activate"), .question = N_("Activate %s?"),
	  .consequence = N_("It is shown in the catalog and can be ordered again."),
	  .done = N_("%s is active again."), .already = N_("%s is active already."),
	  .member = "active", .value = true },
	{ .name = "deactivate", .label = N_("Deactivate"), .question = N_("Deactivate %s?"),
	  .consequence = N_("It disappears from the catalog. Data stays; x can activate again."),
	  .done = N_("%s is not active any more."), .already = N_("%s is already not active."),
	  .member = "active", .value = false },
};

const struct resource nymble_products = {
	.name = "products",
	.label = N_("Products"),
	.schema = &nymble_product_schema,
	.can_create = true,
	.can_update = true,
	.filter_ops = OPS_TEXT, /* N19: no gt, gte, lt, lte on products */
	.filter_example = "name:contains:rope active:equals:yes",
	ACTIONS(product_actions),
	.prices = "prices", .base_price = "price", .currency = "currencyCode",
	.state_yes = N_("ACTIVE"),
	.state_no = N_("NOT ACTIVE"),
	.count_one = N_("%s product"),
	.count_many = N_("%s products"),
	.none_yet = N_("No products yet."),
	.no_match = N_("No product matches %s."),
	.gone = N_("Product %s is gone."),
	.new_title = N_("New product"),
	.missing = N_("There is no product %s, or your login may not see it."),
};
