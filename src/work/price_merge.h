/* price_merge.h - lines of a price list put into the prices that a product has: what they do not
 * name stays, byte for byte. Pure: knows no file and no service. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_MERGE_H
#define WORK_PRICE_MERGE_H
#include <stdbool.h>
#include <stddef.h>

#include "model/price_list.h"

struct choice_list;
struct error;
struct json;
struct price_line;

/* So many lines for one product are enough: each is compared with those before it. */
enum { PRICE_MERGE_LINES_MAX = 2000 };

enum price_fate { PRICE_NEW, PRICE_CHANGED, PRICE_SAME, PRICE_REMOVED, PRICE_WRONG };

struct price_merge {
	const struct json *was; /* the product's entries; NULL: it has none */
	struct price_list live; /* of was */
	struct json *becomes;
	bool differs;                    /* becomes is not what it was */
	const char *currency;            /* of the product; NULL: not known */
	const struct choice_list *tiers; /* NULL, or not complete: the service decides */
	struct price_merge_seen *seen;
	size_t seen_count;
};

/* Everything is borrowed until price_merge_finish. */
void price_merge_begin(struct price_merge *merge, const struct json *entries, const char *currency,
		       const struct choice_list *tiers);
void price_merge_finish(struct price_merge *merge);

/* Puts one line in. number is its line in the file. *sentence (the caller frees) says what changes,
 * or what is wrong: another currency, a tier that is not there, a price that an earlier line has
 * set. NULL where there is nothing to say. What is wrong is left out. */
enum price_fate price_merge_line(struct price_merge *merge, const struct price_line *line,
				 size_t number, char **sentence);

#endif
