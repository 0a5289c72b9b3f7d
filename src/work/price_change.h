/* price_change.h - a change of many cells of a price matrix: worked out whole, to be shown before it is
 * carried out. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_CHANGE_H
#define WORK_PRICE_CHANGE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/decimal.h"

struct json;
struct price_list;

/* Which prices of a list. */
struct price_scope {
	const char *tier;    /* NULL: all */
	int64_t at_quantity; /* 0: all */
};

struct price_change {
	char *tier;
	int64_t at_quantity;
	char *before; /* as it travels; NULL: there is no price */
	char *after;  /* NULL: there will be none */
};

struct price_changes {
	struct price_change *rows; /* only what differs, by tier and quantity */
	size_t count;
	size_t same;     /* that it leaves as they are */
	size_t left_out; /* that cannot be calculated exactly */
};

void price_changes_finish(struct price_changes *changes); /* a zeroed one is fine */

/* The prices of scope become amount; one cell also where it is empty. */
void price_changes_set(struct price_changes *changes, const struct price_list *list,
		       struct price_scope scope, struct decimal amount);
/* They change by percent, rounded to step (decimal_add_percent). */
void price_changes_percent(struct price_changes *changes, const struct price_list *list,
			   struct price_scope scope, struct decimal percent, struct decimal step);
/* The tier to gets the prices of from, and no others, changed by percent and rounded where that is not 0. */
void price_changes_copy(struct price_changes *changes, const struct price_list *list,
			const char *from, const char *to, struct decimal percent, struct decimal step);
/* The prices of scope go. */
void price_changes_remove(struct price_changes *changes, const struct price_list *list,
			  struct price_scope scope);

/* entries and base as in model/price_edit.h. */
void price_changes_apply(const struct price_changes *changes, struct json *entries,
			 const struct json *base);

#endif
