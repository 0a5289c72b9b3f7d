/* totals.h - how many rows a selection has: counted once, corrected by each write from then on. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_TOTALS_H
#define SANDBOX_TOTALS_H
#include <stdbool.h>
#include <stdint.h>

struct row;
struct selection;
struct totals;

struct totals *totals_new(void);
void totals_free(struct totals *totals); /* NULL is fine */
void totals_clear(struct totals *totals);

/* False when this selection has not been counted, or that was long ago. */
bool totals_find(struct totals *totals, const struct selection *selection, int64_t *total);
void totals_remember(struct totals *totals, const struct selection *selection, int64_t total);

/* A row came (old is NULL), changed or went (new is NULL). */
void totals_correct(struct totals *totals, int64_t organization, const struct row *old,
		    const struct row *new);

#endif
