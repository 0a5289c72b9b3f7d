/* rules.h - what the contract demands of the records it is sent, on top of the kinds in the model's
 * field tables: one row for each member about which more is said. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_RULES_H
#define SANDBOX_RULES_H
#include <stdbool.h>
#include <stddef.h>

struct faults;
struct field;
struct json;
struct organization;
struct schema;

enum rule_need {
	NEED_NOTHING,
	NEED_ALWAYS,
	NEED_WHOLE, /* in whole records, not in partial updates */
};

struct rules {
	const struct schema *schema;
	const struct rule *rows;
	size_t count;
	bool nullable; /* members may be null */
};

extern const struct rules customer_rules;
extern const struct rules product_rules;
extern const struct rules price_rules;

/* Checks an object that body_parse_record has read. partial: members may be missing. before: what
 * stands before a member's name in faults, such as "products[0]."; "" for a record. */
void rules_check(const struct rules *rules, const struct json *object,
		 const struct organization *organization, bool partial, const char *before,
		 struct faults *faults);

/* Checks the entries of a list of tier prices: each of them, and that none is there twice. */
void rules_check_prices(const struct json *prices, const struct organization *organization,
			const char *before, struct faults *faults);

/* What is wrong with the type of a value of this field; NULL: nothing. */
const char *rules_wrong_kind(const struct field *field, const struct json *value);

/* N12: at least one billing and one shipping address. */
void rules_check_addresses(const struct json *customer, struct faults *faults);

#endif
