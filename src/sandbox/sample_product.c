/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_product.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "sandbox/money.h"
#include "sandbox/sample_catalog.h"
#include "sandbox/sample_json.h"
#include "sandbox/sample_organization.h"
#include "sandbox/sample_price.h"
#include "sandbox/sample_random.h"
#include "sandbox/sample_text.h"

enum { KIND_PRODUCT = 2, SKU_SIZE = 48 };

/* When the catalogue has been sold once, it is sold again in packs, then as later series. */
static const struct pack {
	const char *name, *code;
	unsigned pieces;
} packs[] = {
	{ "", "", 1 },
	{ ", pack of 6", "-P6", 6 },
	{ ", pack of 12", "-P12", 12 },
	{ ", case of 48", "-C48", 48 },
};

struct product {
	const struct sample_organization *organization;
	struct sample_article article;
	const struct pack *pack;
	uint64_t i, series; /* series: 0 is the first, unnamed one */
	bool is_sparse;     /* only what the contract requires, and little more */
	struct sample_random random;
	char sku[SKU_SIZE];
};

static const char *code_of(const char *word)
{
	return strchr(word, '|') + 1;
}

static void product_init(struct product *product, const struct sample_organization *organization,
			 uint64_t seed, uint64_t i)
{
	uint64_t count = sample_catalog_count(), round = i / count;

	*product = (struct product){
		.organization = organization,
		.article = sample_catalog_at(sample_random_deal(seed, i, count)),
		.pack = &packs[round % SAMPLE_COUNT(packs)],
		.i = i,
		.series = round / SAMPLE_COUNT(packs),
		.random = sample_random_at(seed, KIND_PRODUCT, i),
	};
	product->is_sparse = sample_random_percent(&product->random, 5);
}

static void write_sku(struct product *product)
{
	const struct sample_article *article = &product->article;
	const struct sample_type *type = article->type;
	int len = snprintf(product->sku, SKU_SIZE, "%s-%s%s%s%s", type->code,
			   code_of(type->sizes.items[article->size]), article->colour ? "-" : "",
			   article->colour ? code_of(article->colour) : "", product->pack->code);

	if (product->series)
		snprintf(product->sku + len, SKU_SIZE - (size_t)len, "-S%" PRIu64,
			 product->series + 1);
}

static void put_name(struct product *product, struct sample_json *json)
{
	const struct sample_article *article = &product->article;
	const char *size = article->type->sizes.items[article->size],
		   *colour = article->colour ? article->colour : "";
	char name[SAMPLE_NAME_SIZE];
	int len = snprintf(name, sizeof(name), "%s %.*s%s%.*s%s", article->type->name,
			   (int)sample_written(size), size, *colour ? ", " : "",
			   (int)sample_written(colour), colour, product->pack->name);

	if (product->series)
		snprintf(name + len, sizeof(name) - (size_t)len, ", series %" PRIu64,
			 product->series + 1);
	sample_json_text(json, "name", name);
}

static void put_price(const struct product *product, struct sample_json *json, struct decimal price)
{
	char number[DECIMAL_TEXT_SIZE], shown[MONEY_TEXT_SIZE];

	decimal_format(price, number);
	money_format(number, product->organization->currency_code, shown);
	sample_json_decimal(json, "price", price);
	sample_json_text(json, "priceFormatted", shown);
}

static void put_prices(struct product *product, struct sample_json *json)
{
	const struct sample_organization *organization = product->organization;
	bool has_one = product->is_sparse || sample_random_percent(&product->random, 3);
	struct sample_prices prices;

	sample_prices_make(&prices, &product->article, product->pack->pieces,
			   organization->tier_percents, has_one ? 1 : organization->tiers.count,
			   &product->random);
	put_price(product, json, prices.entries[0].price);
	sample_json_text(json, "currencyCode", organization->currency_code);
	sample_json_open(json, "prices", '[');
	for (size_t i = 0; i < prices.count; i++) {
		sample_json_open(json, NULL, '{');
		sample_json_text(json, "tier", organization->tiers.items[prices.entries[i].tier]);
		put_price(product, json, prices.entries[i].price);
		sample_json_integer(json, "atQuantity", prices.entries[i].at_quantity);
		sample_json_close(json, '}');
	}
	sample_json_close(json, ']');
}

/* A tenth of a pound or a hundredth of a kilogram, at least one of them. */
static struct decimal weight_of(const struct product *product)
{
	int64_t grams = (int64_t)product->article.type->grams * product->pack->pieces;

	for (size_t i = 0; i < product->article.size; i++)
		grams = grams * (100 + product->article.type->growth) / 100;
	int64_t parts = product->organization->is_metric ? (grams + 5) / 10
							 : (grams * 10000 + 226796) / 453592;
	int64_t part = DECIMAL_ONE / (product->organization->is_metric ? 100 : 10);
	return (struct decimal){ (parts > 0 ? parts : 1) * part };
}

static void put_stock(struct product *product, struct sample_json *json)
{
	static const unsigned short levels[] = { 0, 12, 40, 120, 400, 2500 };
	struct sample_random *random = &product->random;
	unsigned level = levels[sample_random_below(random, SAMPLE_COUNT(levels))];
	bool is_metric = product->organization->is_metric;
	char text[SAMPLE_PATTERN_SIZE];

	sample_json_integer(json, "quantityOnHand", level ? sample_random_below(random, level) : 0);
	if (sample_random_percent(random, 40)) {
		unsigned step = 1 + sample_random_below(random, 6);
		sample_json_integer(json, "minimumOrderQuantity", step);
		sample_json_integer(json, "quantityIncrement", step);
	}
	sample_json_decimal(json, "weight", weight_of(product));
	sample_json_text(json, "weightUnit", is_metric ? "kg" : "lb");
	if (sample_random_percent(random, 80)) {
		sample_random_pattern(random, is_metric ? "%#x%#x%" : "%#x%x%", text);
		sample_json_text(json, "dimensions", text);
		sample_json_text(json, "dimensionsUnit", is_metric ? "cm" : "in");
	}
}

/* UPC-A: eleven digits and the one that makes three times the odd places plus the even ones a
 * multiple of ten (GS1 General Specifications 7.9). */
static void put_upc(const struct product *product, uint64_t seed, struct sample_json *json)
{
	char upc[24];
	unsigned sum = 0;

	snprintf(upc, sizeof(upc), "07%09" PRIu64,
		 sample_random_deal(seed, product->i, 1000000000));
	for (size_t i = 0; i < 11; i++)
		sum += (unsigned)(upc[i] - '0') * (i % 2 ? 1 : 3);
	upc[11] = (char)('0' + (10 - sum % 10) % 10);
	upc[12] = '\0';
	sample_json_text(json, "upc", upc);
}

/* N23: objects, and now and then a plain name. */
static void put_images(struct product *product, struct sample_json *json)
{
	static const char *const views[] = { "front", "side", "detail" };
	size_t count = sample_random_below(&product->random, SAMPLE_COUNT(views) + 1);
	bool plain = sample_random_percent(&product->random, 6);
	char name[SKU_SIZE + 16], url[SAMPLE_NAME_SIZE];

	sample_json_open(json, "images", '[');
	for (size_t i = 0; i < count; i++) {
		int len = snprintf(name, sizeof(name), "%s-%s.jpg", product->sku, views[i]);
		for (int at = 0; at < len; at++)
			name[at] = (char)tolower((unsigned char)name[at]);
		if (plain) {
			sample_json_text(json, NULL, name);
			continue;
		}
		snprintf(url, sizeof(url), "%s/%s", product->organization->images_url, name);
		sample_json_open(json, NULL, '{');
		sample_json_text(json, "name", name);
		sample_json_text(json, "url", url);
		sample_json_close(json, '}');
	}
	sample_json_close(json, ']');
}

static void put_attributes(struct product *product, struct sample_json *json)
{
	static const char *const origins[] = { "SE", "NO", "DE", "PT", "US", "JP", "TW", "IN" };
	const char *colour = product->article.colour;
	struct sample_random *random = &product->random;
	char text[SAMPLE_PATTERN_SIZE];

	sample_json_open(json, "productAttributes", '{');
	if (colour) {
		snprintf(text, sizeof(text), "%.*s", (int)sample_written(colour), colour);
		sample_json_text(json, "color", text);
	}
	sample_json_text(json, "material", product->article.type->material);
	if (sample_random_percent(random, 50))
		sample_json_text(json, "origin",
				 origins[sample_random_below(random, SAMPLE_COUNT(origins))]);
	if (sample_random_percent(random, 25))
		sample_json_integer(json, "leadTimeDays", 2 + sample_random_below(random, 28));
	if (sample_random_percent(random, 10))
		sample_json_bool(json, "oversize", true);
	sample_json_close(json, '}');
}

static void put_times(struct product *product, struct sample_json *json)
{
	enum { YEAR_2024 = 1704067200, DAY = 86400 };
	int64_t created = YEAR_2024 + (int64_t)sample_random_below(&product->random, 700u * DAY);
	char text[CLOCK_RFC3339_SIZE];

	clock_format_rfc3339(created, text);
	sample_json_text(json, "createdAt", text);
	clock_format_rfc3339(created + (int64_t)sample_random_below(&product->random, 180u * DAY),
			     text);
	sample_json_text(json, "updatedAt", text);
}

void sample_product_write(const struct sample_organization *organization, uint64_t seed, uint64_t i,
			  FILE *out)
{
	if (i < organization->products.count) {
		fputs(organization->products.items[i], out);
		return;
	}
	struct sample_json json = { .out = out };
	struct product product;
	char text[32];

	product_init(&product, organization, seed, i);
	write_sku(&product);
	sample_json_open(&json, NULL, '{');
	snprintf(text, sizeof(text), "prod_%08" PRIx64,
		 sample_random_deal(seed, i, UINT64_C(1) << 32));
	sample_json_text(&json, "productId", text);
	sample_json_text(&json, "organizationId", organization->id);
	sample_json_text(&json, "sku", product.sku);
	put_name(&product, &json);
	if (!product.is_sparse) {
		sample_json_text(&json, "description", product.article.type->description);
		sample_json_text(&json, "category", product.article.type->category);
		sample_json_text(&json, "productType", "Standard");
	}
	put_prices(&product, &json);
	sample_json_bool(&json, "active", !sample_random_percent(&product.random, 8));
	if (!product.is_sparse) {
		put_stock(&product, &json);
		put_upc(&product, seed, &json);
		put_images(&product, &json);
		put_attributes(&product, &json);
		snprintf(text, sizeof(text), "erp-item-%" PRIu64, 30000 + i);
		sample_json_text(&json, "externalId", text);
	}
	put_times(&product, &json);
	sample_json_close(&json, '}');
}
