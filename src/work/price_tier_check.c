/* SPDX-License-Identifier: ISC */
#include "work/price_tier_check.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "base/text.h"

static const char *find(const struct choice_list *tiers, const char *tier)
{
	for (size_t i = 0; tiers && i < tiers->count; i++)
		if (text_casecmp(tiers->rows[i].value, tier) == 0)
			return tiers->rows[i].value;
	return NULL;
}

char *price_tier_unknown(const struct choice_list *tiers, const char *tier)
{
	struct nearest nearest = nearest_to(tier);
	char *question, *text;

	if (!tiers || !tiers->complete || find(tiers, tier))
		return NULL;
	for (size_t i = 0; i < tiers->count; i++)
		nearest_offer(&nearest, tiers->rows[i].value);
	question = nearest_question(&nearest);
	text = xasprintf(_("There is no price tier %s%s"), tier, question);
	free(question);
	return text;
}

const char *price_tier_spelled(const struct choice_list *tiers, const char *tier)
{
	const char *known = find(tiers, tier);

	return known ? known : tier;
}
