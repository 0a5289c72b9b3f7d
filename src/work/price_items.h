/* price_items.h - how a record's list stands to what a job that replaces lists keeps of it (job_texts.h); for
 * price_block.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_ITEMS_H
#define WORK_PRICE_ITEMS_H
#include <stddef.h>

struct job;
struct json;

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
