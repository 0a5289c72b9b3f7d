/* job_prices.h - a job that replaces the price lists of many records, or any list that the service takes
 * in a call of its own (client_lists_at_once): for changes of many prices at once, and for their import.
 *
 * Records go in blocks. Each is read again just before its block. One whose list is by now neither what it
 * was when its change was looked at nor what it is to become is left out, and that is said; one that is so
 * already is done. A block that the service finds wrong (400, 422) or too large (413) is halved until the
 * wrong record stands alone. After a lost answer the records are read and compared. Where the service has
 * no such call, each record is saved by itself. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_JOB_PRICES_H
#define WORK_JOB_PRICES_H
#include <stdbool.h>

struct error;
struct field;
struct job;
struct resource;

/* what says it in a few words: "Wholesale +3 %", "Import of prices.csv"; the run's title is made of it and
 * the number of records. The caller adds the records. */
struct job *job_new_prices(const struct resource *resource, const struct field *list,
			   const char *what);

/* Adds a record. was is its list when the change was looked at, "" for none; becomes all that it is to have,
 * "[]" for none: arrays as JSON text (json_print, which is one line). Both are kept on the disk. False when that is
 * full. Two lists of prices are the same when tiers, quantities and amounts are (price_list_same): what a
 * service adds to entries, and their order, do not count. */
bool job_prices_add(struct job *job, const char *key, const char *was, const char *becomes,
		    struct error *err);

#endif
