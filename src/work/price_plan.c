/* SPDX-License-Identifier: ISC */
#include "work/price_plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/field_values.h"
#include "work/job.h"
#include "work/job_prices.h"

enum { NO_RECORD = SIZE_MAX };

void price_plan_init_take(struct price_plan *plan, struct price_rule *rule, struct text_list *keys)
{
	*plan = (struct price_plan){ .rule = *rule, .keys = *keys, .shown_record = NO_RECORD };
	*rule = (struct price_rule){ 0 };
	*keys = (struct text_list){ 0 };
}

void price_plan_finish(struct price_plan *plan)
{
	price_outcome_finish(&plan->shown);
	price_rule_finish(&plan->rule);
	text_list_finish(&plan->keys);
	free(plan->records);
	free(plan->lines);
	*plan = (struct price_plan){ 0 };
}

/* --- what changes ----------------------------------------------------------------------------- */

static void add_lines(struct price_plan *plan, size_t *room, size_t record, size_t changes)
{
	if (plan->line_count + changes > *room) {
		*room = 2 * (plan->line_count + changes);
		plan->lines = xreallocarray(plan->lines, *room, sizeof(*plan->lines));
	}
	for (size_t i = 0; i < changes; i++)
		plan->lines[plan->line_count++] =
			(struct price_line){ (uint32_t)record, (uint32_t)i };
}

static void note(struct price_plan *plan, size_t record, const struct price_outcome *outcome)
{
	plan->records[record] = (uint8_t)(outcome->result | (outcome->passed ? PRICE_PASSES : 0) |
					  (outcome->any_rises ? PRICE_ANY_RISES : 0) |
					  (outcome->any_against ? PRICE_AGAINST : 0));
	plan->results[outcome->result]++;
	plan->passing += outcome->passed != NULL;
	plan->rising += outcome->any_rises;
	plan->against += outcome->any_against;
	if (outcome->result == PRICE_CHANGES)
		plan->not_exact += outcome->changes.left_out;
}

static bool wants_a_look(uint8_t record)
{
	return record & (PRICE_PASSES | PRICE_ANY_RISES | PRICE_AGAINST);
}

/* Lines were added in the order of the records: those to look at come to the front, in that order. */
static void bring_forward(struct price_plan *plan)
{
	struct price_line *lines = xcalloc(plan->line_count + 1, sizeof(*lines));
	size_t count = 0;

	for (int look = 1; look >= 0; look--)
		for (size_t i = 0; i < plan->line_count; i++)
			if (wants_a_look(plan->records[plan->lines[i].record]) == look)
				lines[count++] = plan->lines[i];
	free(plan->lines);
	plan->lines = lines;
}

void price_plan_make(struct price_plan *plan, struct field_values *values)
{
	size_t room = 0;

	plan->records = xcalloc(plan->keys.count + 1, sizeof(*plan->records));
	for (size_t i = 0; i < plan->keys.count; i++) {
		struct price_outcome outcome;
		const char *list;

		if (field_values_at(values, i, &list) != VALUE_KNOWN) {
			plan->records[i] = PRICE_MISSING;
			plan->results[PRICE_MISSING]++;
			continue;
		}
		price_rule_apply(&plan->rule, list, &outcome);
		note(plan, i, &outcome);
		add_lines(plan, &room, i, outcome.changes.count);
		price_outcome_finish(&outcome);
	}
	bring_forward(plan);
}

static bool goes(const struct price_plan *plan, size_t record)
{
	return (plan->records[record] & (PRICE_RESULT_BITS | PRICE_TAKEN_OUT)) == PRICE_CHANGES;
}

size_t price_plan_changes(const struct price_plan *plan)
{
	return plan->records ? plan->results[PRICE_CHANGES] - plan->out : 0;
}

bool price_plan_is_out(const struct price_plan *plan, size_t record)
{
	return plan->records[record] & PRICE_TAKEN_OUT;
}

void price_plan_toggle(struct price_plan *plan, size_t record)
{
	int by = price_plan_is_out(plan, record) ? -1 : 1;

	plan->records[record] ^= PRICE_TAKEN_OUT;
	plan->out += (size_t)by;
	plan->passing -= plan->records[record] & PRICE_PASSES ? (size_t)by : 0;
	plan->rising -= plan->records[record] & PRICE_ANY_RISES ? (size_t)by : 0;
	plan->against -= plan->records[record] & PRICE_AGAINST ? (size_t)by : 0;
}

const struct price_outcome *price_plan_outcome(struct price_plan *plan, size_t record,
					       struct field_values *values)
{
	const char *list;

	if (plan->shown_record == record)
		return &plan->shown;
	price_outcome_finish(&plan->shown);
	if (field_values_at(values, record, &list) != VALUE_KNOWN)
		list = "";
	price_rule_apply(&plan->rule, list, &plan->shown);
	plan->shown_record = record;
	return &plan->shown;
}

/* --- the run ---------------------------------------------------------------------------------- */

static bool add_record(struct job *job, struct price_plan *plan, size_t record,
		       struct field_values *values, struct error *err)
{
	const char *key = text_list_at(&plan->keys, record), *list;
	struct price_outcome outcome;

	if (field_values_at(values, record, &list) != VALUE_KNOWN)
		return true; /* gone from the disk since */
	price_rule_apply(&plan->rule, list, &outcome);
	char *becomes = json_print(outcome.becomes);
	bool ok = job_prices_add(job, key, list, becomes, err);
	free(becomes);
	price_outcome_finish(&outcome);
	return ok;
}

struct job *price_plan_job(struct price_plan *plan, const struct resource *resource,
			   struct field_values *values, struct error *err)
{
	char *words = price_rule_words(&plan->rule);
	struct job *job = job_new_prices(
		resource, schema_field(resource->schema, resource->prices), words);

	free(words);
	for (size_t i = 0; i < plan->keys.count; i++)
		if (goes(plan, i) && !add_record(job, plan, i, values, err)) {
			job_free(job);
			return NULL;
		}
	return job;
}

/* --- in words --------------------------------------------------------------------------------- */

/* words are of that plural form; nothing is written of none. */
static void write_count(FILE *out, size_t count, const char *words)
{
	if (count)
		fprintf(out, ", %'zu %s", count, words);
}

/* "12 have no price in Wholesale", or in Wholesale from 24. */
static void write_none(const struct price_plan *plan, FILE *out)
{
	size_t count = plan->results[PRICE_NONE];
	char *tier = text_clean(plan->rule.tier, strlen(plan->rule.tier));

	if (count && plan->rule.at_quantity)
		fprintf(out,
			ngettext(", %'zu has no price in %s from %lld",
				 ", %'zu have no price in %s from %lld", count),
			count, tier, (long long)plan->rule.at_quantity);
	else if (count)
		fprintf(out,
			ngettext(", %'zu has no price in %s", ", %'zu have no price in %s", count),
			count, tier);
	free(tier);
}

void price_plan_write_totals(const struct price_plan *plan, const struct resource *resource,
			     FILE *out)
{
	size_t changes = price_plan_changes(plan);
	char *records = resource_count_text(resource, (long long)changes);

	fprintf(out, ngettext("%s changes", "%s change", changes), records);
	free(records);
	write_count(out, plan->out, _("taken out"));
	write_count(out, plan->passing,
		    ngettext("passes another tier", "pass another tier", plan->passing));
	write_count(out, plan->rising,
		    ngettext("rises with the quantity", "rise with the quantity", plan->rising));
	write_count(out, plan->against,
		    ngettext("is rounded against the percentage",
			     "are rounded against the percentage", plan->against));
	write_none(plan, out);
	write_count(out, plan->results[PRICE_IS_SO],
		    ngettext("is so already", "are so already", plan->results[PRICE_IS_SO]));
	write_count(out, plan->results[PRICE_NOT_EXACT], _("not exact"));
	write_count(out, plan->not_exact,
		    ngettext("price of theirs is not exact and stays",
			     "prices of theirs are not exact and stay", plan->not_exact));
	write_count(out, plan->results[PRICE_MISSING], _("cannot be read"));
	fputc('.', out);
}

static const char *const reasons[] = {
	[PRICE_IS_SO] = N_("costs that already"),
	[PRICE_NONE] = N_("has no such price"),
	[PRICE_NOT_EXACT] = N_("its amount cannot be calculated with exactly"),
};

void price_plan_write_left_out(const struct price_plan *plan, struct field_values *values, FILE *out)
{
	const char *text;

	for (size_t i = 0; i < plan->keys.count; i++) {
		uint8_t result = plan->records[i] & PRICE_RESULT_BITS;
		const char *key = text_list_at(&plan->keys, i);

		if (result == PRICE_MISSING) {
			field_values_at(values, i, &text);
			fprintf(out, "! %s: %s\n", key, text);
		} else if (result != PRICE_CHANGES) {
			fprintf(out, "%s: %s\n", key, _(reasons[result]));
		} else if (price_plan_is_out(plan, i)) {
			fprintf(out, "%s: %s\n", key, _("taken out"));
		}
	}
}
