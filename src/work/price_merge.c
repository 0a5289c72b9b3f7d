/* SPDX-License-Identifier: ISC */
#include "work/price_merge.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/json.h"
#include "work/price_line.h"
#include "work/price_tier_check.h"

/* A price that a line has set, or removed. */
struct price_merge_seen {
	char *tier;
	int64_t at_quantity;
	size_t number;
};

void price_merge_begin(struct price_merge *merge, const struct json *entries, const char *currency,
		       const struct choice_list *tiers)
{
	*merge = (struct price_merge){ .was = entries, .currency = currency, .tiers = tiers };
	price_list_read(&merge->live, entries);
	merge->becomes = json_type(entries) == JSON_ARRAY ? json_copy(entries) : json_new_array();
}

void price_merge_finish(struct price_merge *merge)
{
	for (size_t i = 0; i < merge->seen_count; i++)
		free(merge->seen[i].tier);
	free(merge->seen);
	price_list_finish(&merge->live);
	json_free(merge->becomes);
	*merge = (struct price_merge){ 0 };
}

/* --- what is wrong with a line ---------------------------------------------------------------- */

static char *other_currency(const struct price_merge *merge, const struct price_line *line)
{
	if (!*line->currency || !merge->currency || !*merge->currency ||
	    text_casecmp(line->currency, merge->currency) == 0)
		return NULL;
	return xasprintf(_("The product's prices are in %s, not in %s"), merge->currency,
			 line->currency);
}

static char *set_already(const struct price_merge *merge, const struct price_line *line)
{
	for (size_t i = 0; i < merge->seen_count; i++) {
		const struct price_merge_seen *seen = &merge->seen[i];

		if (seen->at_quantity == line->at_quantity &&
		    text_casecmp(seen->tier, line->tier) == 0)
			return xasprintf(_("Line %zu has a price for %s from %" PRId64 " already"),
					 seen->number, line->tier, line->at_quantity);
	}
	if (merge->seen_count == PRICE_MERGE_LINES_MAX)
		return xasprintf(_("There are more than %d prices for this product"),
				 PRICE_MERGE_LINES_MAX);
	return NULL;
}

static char *mistake_of(const struct price_merge *merge, const struct price_line *line)
{
	char *mistake = other_currency(merge, line);

	if (!mistake)
		mistake = price_tier_unknown(merge->tiers, line->tier);
	return mistake ? mistake : set_already(merge, line);
}

/* --- what it changes -------------------------------------------------------------------------- */

static void remember(struct price_merge *merge, const struct price_line *line, size_t number)
{
	merge->seen = xreallocarray(merge->seen, merge->seen_count + 1, sizeof(*merge->seen));
	merge->seen[merge->seen_count++] = (struct price_merge_seen){
		.tier = xstrdup(line->tier), .at_quantity = line->at_quantity, .number = number
	};
}

static bool is_amount(const struct price_entry *entry, const char *amount)
{
	struct decimal price;

	if (strcmp(entry->text, amount) == 0)
		return true;
	return entry->exact && decimal_from_number(amount, &price) &&
	       decimal_compare(entry->price, price) == 0;
}

static enum price_fate put_amount(struct price_merge *merge, const struct price_line *line,
				  const struct price_entry *entry, char **sentence)
{
	const char *tier = price_tier_spelled(merge->tiers, line->tier);

	if (entry && is_amount(entry, line->amount))
		return PRICE_SAME;
	price_list_put(merge->becomes, tier, line->at_quantity, line->amount);
	merge->differs = true;
	*sentence = entry ? xasprintf(_("%s from %" PRId64 ": %s -> %s"), entry->tier,
				      line->at_quantity, entry->text, line->amount)
			  : xasprintf(_("%s from %" PRId64 ": %s"), tier, line->at_quantity,
				      line->amount);
	return entry ? PRICE_CHANGED : PRICE_NEW;
}

static enum price_fate take_away(struct price_merge *merge, const struct price_line *line,
				 const struct price_entry *entry, char **sentence)
{
	if (!price_list_remove(merge->becomes, line->tier, line->at_quantity))
		return PRICE_SAME;
	merge->differs = true;
	*sentence = xasprintf(_("%s from %" PRId64 ": no price any more, was %s"),
			      entry ? entry->tier : line->tier, line->at_quantity,
			      entry ? entry->text : _("unreadable"));
	return PRICE_REMOVED;
}

enum price_fate price_merge_line(struct price_merge *merge, const struct price_line *line,
				 size_t number, char **sentence)
{
	const struct price_entry *entry =
		price_list_at(&merge->live, line->tier, line->at_quantity);

	*sentence = mistake_of(merge, line);
	if (*sentence)
		return PRICE_WRONG;
	remember(merge, line, number);
	return line->amount ? put_amount(merge, line, entry, sentence)
			    : take_away(merge, line, entry, sentence);
}
