/* SPDX-License-Identifier: ISC */
#include "sandbox/rules.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "model/customers.h"
#include "model/products.h"
#include "sandbox/problem.h"
#include "sandbox/store_records.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"

struct rule {
	const char *member;
	enum rule_need need;
	size_t min_length; /* characters of a text */
	bool not_negative;
	bool at_least_one;
	bool is_tier;                /* names a price tier of the organization (N15) */
	const char *const *one_of;   /* exactly one of these words; NULL-terminated */
	const struct rules *entries; /* of a list */
	bool texts;                  /* entries of a list may be plain texts */
};

#define RULES(table) .rows = (table), .count = sizeof(table) / sizeof((table)[0])
#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* nymble.openapi.yaml: CustomerUpsert, CustomerPatch, Address, Contact. */
static const struct rule address_rows[] = {
	{ .member = "addressType", .one_of = WORDS("Billing", "Shipping") }, /* N8 */
};
static const struct rules address_rules = { &nymble_address_schema, RULES(address_rows),
					    .nullable = true };
static const struct rules contact_rules = { &nymble_contact_schema, .nullable = true };

static const struct rule customer_rows[] = {
	{ .member = "customerNumber", .need = NEED_WHOLE, .min_length = 1 },
	{ .member = "companyName", .need = NEED_WHOLE, .min_length = 1 },
	{ .member = "companyEmail", .need = NEED_WHOLE, .min_length = 3 },
	{ .member = "pricing", .need = NEED_WHOLE, .min_length = 1, .is_tier = true },
	{ .member = "addresses", .entries = &address_rules },
	{ .member = "contacts", .entries = &contact_rules },
};
const struct rules customer_rules = { &nymble_customer_schema, RULES(customer_rows) };

/* ProductUpsert, ProductPriceWrite. */
static const struct rule price_rows[] = {
	{ .member = "tier", .need = NEED_ALWAYS, .min_length = 1, .is_tier = true },
	{ .member = "price", .need = NEED_ALWAYS, .not_negative = true },
	{ .member = "atQuantity", .at_least_one = true },
};
const struct rules price_rules = { &nymble_price_schema, RULES(price_rows) };

static const struct rules image_rules = { &nymble_image_schema };

static const struct rule product_rows[] = {
	{ .member = "sku", .need = NEED_WHOLE, .min_length = 1 },
	{ .member = "name", .need = NEED_WHOLE, .min_length = 1 },
	{ .member = "price", .not_negative = true },
	{ .member = "prices", .entries = &price_rules },
	{ .member = "minimumOrderQuantity", .not_negative = true },
	{ .member = "quantityIncrement", .not_negative = true },
	{ .member = "weight", .not_negative = true },
	{ .member = "images", .entries = &image_rules, .texts = true }, /* N23: names on write */
};
const struct rules product_rules = { &nymble_product_schema, RULES(product_rows) };

static const struct rule no_rule = { .need = NEED_NOTHING };

static const struct rule *rule_of(const struct rules *rules, const char *member)
{
	for (size_t i = 0; i < rules->count; i++)
		if (strcmp(rules->rows[i].member, member) == 0)
			return &rules->rows[i];
	return &no_rule;
}

/* What a check says about one value: NULL when it is right. */

const char *rules_wrong_kind(const struct field *field, const struct json *value)
{
	int64_t integer;
	enum json_type type = json_type(value);

	if (field->kind == &kind_map)
		return type == JSON_OBJECT || type == JSON_NULL ? NULL
								: "Must be an object of names and values.";
	if (field->kind == &kind_bool)
		return type == JSON_BOOL ? NULL : "Must be true or false.";
	if (field->kind == &kind_decimal)
		return type == JSON_NUMBER ? NULL : "Must be a number.";
	if (field->kind == &kind_integer)
		return json_integer(value, &integer) ? NULL : "Must be a whole number.";
	if (field->kind == &kind_list)
		return type == JSON_ARRAY ? NULL : "Must be a list.";
	return type == JSON_STRING ? NULL : "Must be text."; /* whatever it is the text of */
}

static bool is_one_of(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(*words, text) == 0)
			return true;
	return false;
}

static size_t characters(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += (*text & 0xc0) != 0x80;
	return count;
}

static const char *wrong_value(const struct rule *rule, const struct json *value,
			       const struct organization *organization)
{
	const char *text = json_text(value);
	int64_t integer;

	if (rule->min_length > 0 && characters(text) < rule->min_length)
		return rule->min_length == 1 ? "Must not be empty."
					     : "Must have at least 3 characters.";
	if (rule->not_negative && *text == '-')
		return "Must not be negative.";
	if (rule->at_least_one && json_integer(value, &integer) && integer < 1)
		return "Must be at least 1.";
	if (rule->one_of && !is_one_of(text, rule->one_of))
		return "Must be Billing or Shipping.";
	if (rule->is_tier && !organization_has_tier(organization, text))
		return "No price tier with this name is configured.";
	return NULL;
}

static void check_entries(const struct rule *rule, const struct json *list,
			  const struct organization *organization, const char *name,
			  struct faults *faults)
{
	size_t i = 0;

	for (const struct json *entry = json_first(list); entry; entry = json_next(entry), i++) {
		char *place = xasprintf("%s[%zu]", name, i);
		char *before = xasprintf("%s.", place);
		if (json_type(entry) == JSON_OBJECT)
			rules_check(rule->entries, entry, organization, false, before, faults);
		else if (!rule->texts || json_type(entry) != JSON_STRING)
			faults_add(faults, place,
				   rule->texts ? "Must be text." : "Must be an object.");
		free(before);
		free(place);
	}
}

static void check_member(const struct rules *rules, const struct field *field,
			 const struct json *value, const struct organization *organization,
			 const char *name, struct faults *faults)
{
	const struct rule *rule = rule_of(rules, field->name);
	const char *message = rules_wrong_kind(field, value);

	if (!message)
		message = wrong_value(rule, value, organization);
	if (message)
		faults_add(faults, name, message);
	else if (rule->entries == &price_rules)
		rules_check_prices(value, organization, name, faults);
	else if (rule->entries)
		check_entries(rule, value, organization, name, faults);
}

void rules_check(const struct rules *rules, const struct json *object,
		 const struct organization *organization, bool partial, const char *before,
		 struct faults *faults)
{
	for (size_t i = 0; i < rules->schema->field_count; i++) {
		const struct field *field = &rules->schema->fields[i];
		const struct json *value = json_member_exact(object, field->name);
		enum rule_need need = rule_of(rules, field->name)->need;
		char *name = xasprintf("%s%s", before, field->name);
		if (!value && (need == NEED_ALWAYS || (need == NEED_WHOLE && !partial)))
			faults_add(faults, name, "Is needed.");
		else if (value && !(rules->nullable && json_type(value) == JSON_NULL))
			check_member(rules, field, value, organization, name, faults);
		free(name);
	}
}

static int64_t quantity_of(const struct json *price)
{
	int64_t quantity = 1;

	json_integer(json_member_exact(price, "atQuantity"), &quantity);
	return quantity;
}

static bool is_repeated(const struct json *prices, const struct json *price)
{
	const char *tier = json_text(json_member_exact(price, "tier"));

	for (const struct json *before = json_first(prices); tier && before != price;
	     before = json_next(before)) {
		const char *other = json_text(json_member_exact(before, "tier"));
		if (other && text_casecmp(tier, other) == 0 &&
		    quantity_of(before) == quantity_of(price))
			return true;
	}
	return false;
}

void rules_check_prices(const struct json *prices, const struct organization *organization,
			const char *before, struct faults *faults)
{
	static const struct rule rule = { .entries = &price_rules };
	size_t i = 0;

	check_entries(&rule, prices, organization, before, faults);
	for (const struct json *price = json_first(prices); price; price = json_next(price), i++) {
		if (!is_repeated(prices, price))
			continue;
		char *name = xasprintf("%s[%zu].tier", before, i);
		faults_add(faults, name, "This tier has a price from this quantity already.");
		free(name);
	}
}

static bool has_type(const struct json *addresses, const char *type)
{
	for (const struct json *address = json_first(addresses); address;
	     address = json_next(address)) {
		const char *there = json_text(json_member_exact(address, "addressType"));
		if (there && strcmp(there, type) == 0)
			return true;
	}
	return false;
}

void rules_check_addresses(const struct json *customer, struct faults *faults)
{
	const struct json *addresses = json_member_exact(customer, "addresses");

	if (!has_type(addresses, "Billing") || !has_type(addresses, "Shipping"))
		faults_add(faults, "addresses",
			   "At least one Billing and one Shipping address are needed.");
}
