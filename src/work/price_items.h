/* price_items.h - the items of a job that replaces lists: what each was and becomes, kept on the disk, and
 * how a record stands to both; for job_prices.c and price_block.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_ITEMS_H
#define WORK_PRICE_ITEMS_H
#include <stdbool.h>
#include <stddef.h>

struct error;
struct job;
struct json;

enum price_text { PRICES_WAS, PRICES_BECOMES };

/* For the key that is added next. */
bool price_items_add(struct job *job, const char *was, const char *becomes, struct error *err);
/* One of the two, "" for none; NULL when it cannot be read. The caller frees. */
char *price_items_text(const struct job *job, size_t item, enum price_text which);
/* The same as JSON; NULL: none, or it cannot be read. */
struct json *price_items_list(const struct job *job, size_t item, enum price_text which);

enum price_state {
	PRICES_AS_BEFORE, /* what they were */
	PRICES_THERE,     /* what they become */
	PRICES_MOVED,     /* neither: somebody changed them since the preview */
	PRICES_LOST,      /* what they become cannot be read any more */
};

/* How now, a record's list, stands to an item; becomes (NULL is fine) is that of the item, NULL for
 * PRICES_LOST; the caller frees it. */
enum price_state price_items_state(const struct job *job, size_t item, const struct json *now,
				   struct json **becomes);

/* "Wholesale from 24 is 33.00 by now: changed since the preview.": of PRICES_MOVED. The caller frees. */
char *price_items_moved(const struct job *job, size_t item, const struct json *now);

#endif
