/* price_plan.h - what a rule would make of the prices of many records, before it is done: a line for each
 * price that changes, those to look at first, and how many are left out for what reason. A few bytes for
 * each record and line; lists and amounts are read and worked out again when they are asked for. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_PLAN_H
#define WORK_PRICE_PLAN_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/text_list.h"
#include "work/price_rule.h"

struct error;
struct field;
struct field_values;
struct job;
struct resource;

/* One price of one record. */
struct price_line {
	uint32_t record; /* index into the keys */
	uint32_t change; /* index into its changes */
};

struct price_plan {
	struct price_rule rule;
	struct text_list keys;
	uint8_t *records; /* of each: enum price_result or PRICE_MISSING, and bits; NULL: not made yet */
	struct price_line *lines;
	size_t line_count;
	size_t results[PRICE_RESULTS + 1]; /* records of each result; the last cannot be read */
	size_t passing, rising, against, out; /* of those that change */
	size_t not_exact;		   /* prices left out of records that change */
	struct price_outcome shown;	   /* of the record that was asked for last */
	size_t shown_record;
};

enum {
	PRICE_MISSING = PRICE_RESULTS, /* the record cannot be read */
	PRICE_AGAINST = 0x10, /* any price goes against the percentage */
	PRICE_PASSES = 0x20,
	PRICE_ANY_RISES = 0x40,
	PRICE_TAKEN_OUT = 0x80, /* by the user */
	PRICE_RESULT_BITS = 0x0f,
};

/* rule and keys (in byte order) are taken over and are empty afterwards. */
void price_plan_init_take(struct price_plan *plan, struct price_rule *rule, struct text_list *keys);
void price_plan_finish(struct price_plan *plan);

/* All lists are known: values are those of the keys. */
void price_plan_make(struct price_plan *plan, struct field_values *values);

/* How many records the run would change. */
size_t price_plan_changes(const struct price_plan *plan);
bool price_plan_is_out(const struct price_plan *plan, size_t record);
/* Takes the record out, or in again. */
void price_plan_toggle(struct price_plan *plan, size_t record);

/* What becomes of a record that changes. Borrowed until another one is asked for. */
const struct price_outcome *price_plan_outcome(struct price_plan *plan, size_t record,
					       struct field_values *values);

/* The job that does it. NULL with the reason: the disk. The caller frees. */
struct job *price_plan_job(struct price_plan *plan, const struct resource *resource,
			   struct field_values *values, struct error *err);

/* "312 products change, 4 pass another tier, 12 have no price in Wholesale, 3 are so already." */
void price_plan_write_totals(const struct price_plan *plan, const struct resource *resource,
			     FILE *out);
/* A line for each record that is left out, with the reason. */
void price_plan_write_left_out(const struct price_plan *plan, struct field_values *values,
			       FILE *out);

#endif
