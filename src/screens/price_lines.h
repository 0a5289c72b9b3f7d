/* price_lines.h - the prices that a change of many would change, as lines of a table. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PRICE_LINES_H
#define SCREENS_PRICE_LINES_H
#include "screens/known_names.h"
#include "ui/table.h"
#include "work/price_plan.h"

struct field_values;
struct resource;

struct price_lines {
	struct price_plan plan;
	struct known_names names;    /* of its keys: whoever knows puts them here */
	struct field_values *values; /* their lists: whoever reads them puts them here */
	struct table table;
	int cols; /* the width that the columns were chosen for */

	/* Of the line that was asked for last. */
	char *texts[5]; /* from quantity, now, after, difference, passes */
	const char *cells[7];
};

/* rule and keys are taken over, as by price_plan_init_take. */
void price_lines_init_take(struct price_lines *lines, struct price_rule *rule,
			   struct text_list *keys);
void price_lines_finish(struct price_lines *lines); /* stops what is being read, too */

void price_lines_choose_columns(struct price_lines *lines, const struct resource *resource,
				int cols);

/* The record at the cursor; there is a line. */
size_t price_lines_record(const struct price_lines *lines);
/* What becomes of it, in full; the caller frees. */
char *price_lines_detail(struct price_lines *lines);

#endif
