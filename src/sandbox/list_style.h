/* list_style.h - how a service spells lists: what asks for an order, what an answer calls its
 * parts. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_LIST_STYLE_H
#define SANDBOX_LIST_STYLE_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct selection;

struct list_style {
	const char *sort; /* the parameter with the column's name */
	const char *ascending, *descending;
	bool exact_case; /* of those two */
	const char *items;
	/* What stands behind the items: ,"totalRecords":... */
	void (*write_rest)(const struct selection *selection, int64_t total, FILE *out);
};

/* sortOn, asc and desc in any case (F11); data, totalRecords, currentPage, totalPages. */
extern const struct list_style nymble_lists;
/* sortBy, ASC and DESC; items, paging (flow.openapi.yaml, SortDirection, Paging). */
extern const struct list_style flow_lists;

#endif
