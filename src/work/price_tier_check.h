/* price_tier_check.h - the price tiers of an organization, as far as they are known (N28). */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_TIER_CHECK_H
#define WORK_PRICE_TIER_CHECK_H

struct choice_list;

/* "There is no price tier Retial, did you mean Retail?", which the caller frees; NULL: there is
 * one, or the list (which may be NULL) is not complete and the service decides. */
char *price_tier_unknown(const struct choice_list *tiers, const char *tier);

/* The tier as the organization writes it, or as it is. Borrowed. */
const char *price_tier_spelled(const struct choice_list *tiers, const char *tier);

#endif
