/* price_rule.h - one change for the prices of many records, and what it makes of the list of one: in one
 * tier, at one quantity or at all it has, an amount is set or changed by a percentage. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_RULE_H
#define WORK_PRICE_RULE_H
#include <stdbool.h>
#include <stdint.h>

#include "base/decimal.h"
#include "work/price_change.h"

struct json;

struct price_rule {
	char *tier;
	int64_t at_quantity; /* 0: all that the tier has, which goes by percent alone */
	bool by_percent;
	struct decimal number; /* the amount, or the percentage */
	struct decimal step;   /* to which a changed amount is rounded; more than 0 */
};

void price_rule_finish(struct price_rule *rule); /* a zeroed one is fine */

/* "Wholesale +3 %, rounded to 0.05", "Retail from 24 = 12.50". Clean. The caller frees. */
char *price_rule_words(const struct price_rule *rule);

enum price_result {
	PRICE_CHANGES,
	PRICE_IS_SO,	 /* nothing would be another amount */
	PRICE_NONE,	 /* there is no such price to change */
	PRICE_NOT_EXACT, /* there is, but none that can be calculated with exactly */
	PRICE_RESULTS,
};

struct price_outcome {
	enum price_result result;
	struct price_changes changes; /* left_out: amounts that cannot be calculated with */
	char *passed; /* a tier that it would pass (price_list_passed), as it came; NULL: none */
	bool *rises;  /* of each change: it would cost more than a smaller quantity of the tier */
	bool any_rises, any_against; /* price_rule_is_against */
	struct json *becomes; /* the whole list; NULL unless it changes */
};

/* Whether rounding takes a price down that the percentage raises, or up that it lowers. */
bool price_rule_is_against(const struct price_rule *rule, const struct price_change *change);

/* list is a record's, as JSON text; "" for none. */
void price_rule_apply(const struct price_rule *rule, const char *list, struct price_outcome *out);
void price_outcome_finish(struct price_outcome *outcome); /* a zeroed one is fine */

#endif
