/* SPDX-License-Identifier: ISC */
#include "work/price_rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/price_list.h"
#include "schema/json.h"

void price_rule_finish(struct price_rule *rule)
{
	free(rule->tier);
	*rule = (struct price_rule){ 0 };
}

static void write_number(const struct price_rule *rule, FILE *out)
{
	char number[DECIMAL_TEXT_SIZE], step[DECIMAL_TEXT_SIZE];

	decimal_format_places(rule->number, rule->by_percent ? 0 : 2, number);
	decimal_format_places(rule->step, 2, step);
	if (!rule->by_percent)
		fprintf(out, " = %s", number);
	else
		fprintf(out, _(" %s%s %%, rounded to %s"), rule->number.value > 0 ? "+" : "",
			number, step);
}

char *price_rule_words(const struct price_rule *rule)
{
	char *text, *tier = text_clean(rule->tier, strlen(rule->tier));
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fputs(tier, out);
	if (rule->at_quantity)
		fprintf(out, _(" from %lld"), (long long)rule->at_quantity);
	write_number(rule, out);
	fclose(out);
	free(tier);
	return text;
}

static void find_changes(const struct price_rule *rule, const struct price_list *list,
			 struct price_changes *changes)
{
	struct price_scope scope = { rule->tier, rule->at_quantity };

	if (rule->by_percent)
		price_changes_percent(changes, list, scope, rule->number, rule->step);
	else
		price_changes_set(changes, list, scope, rule->number);
}

static enum price_result result_of(const struct price_changes *changes)
{
	return changes->count	   ? PRICE_CHANGES
	       : changes->left_out ? PRICE_NOT_EXACT
	       : changes->same	   ? PRICE_IS_SO
				   : PRICE_NONE;
}

static bool rises(const struct price_list *list, const struct price_change *change)
{
	const struct price_entry *row = price_list_at(list, change->tier, change->at_quantity);

	return row && price_list_warning(list, (size_t)(row - list->rows)) == PRICE_RISES;
}

bool price_rule_is_against(const struct price_rule *rule, const struct price_change *change)
{
	struct decimal before, after;

	if (!rule->by_percent || !change->before || !change->after ||
	    !decimal_from_number(change->before, &before) ||
	    !decimal_from_number(change->after, &after))
		return false;
	return rule->number.value > 0 ? decimal_compare(after, before) < 0
				      : decimal_compare(after, before) > 0;
}

/* What people had better look at. */
static void look_at(const struct price_rule *rule, const struct price_list *before,
		    const struct json *entries, struct price_outcome *out)
{
	struct price_list after;

	price_list_read(&after, entries);
	const char *passed = price_list_passed(before, &after, rule->tier);
	out->passed = passed ? xstrdup(passed) : NULL;
	out->rises = xcalloc(out->changes.count, sizeof(*out->rises));
	for (size_t i = 0; i < out->changes.count; i++) {
		out->rises[i] = rises(&after, &out->changes.rows[i]);
		out->any_rises |= out->rises[i];
		out->any_against |= price_rule_is_against(rule, &out->changes.rows[i]);
	}
	price_list_finish(&after);
}

void price_rule_apply(const struct price_rule *rule, const char *list, struct price_outcome *out)
{
	struct json *base = *list ? json_parse(list, strlen(list), NULL) : NULL;
	struct price_list before;

	*out = (struct price_outcome){ 0 };
	price_list_read(&before, base);
	find_changes(rule, &before, &out->changes);
	out->result = result_of(&out->changes);
	if (out->result == PRICE_CHANGES) {
		out->becomes = json_type(base) == JSON_ARRAY ? json_copy(base) : json_new_array();
		price_changes_apply(&out->changes, out->becomes, base);
		look_at(rule, &before, out->becomes, out);
	}
	price_list_finish(&before);
	json_free(base);
}

void price_outcome_finish(struct price_outcome *outcome)
{
	price_changes_finish(&outcome->changes);
	free(outcome->passed);
	free(outcome->rises);
	json_free(outcome->becomes);
	*outcome = (struct price_outcome){ 0 };
}
