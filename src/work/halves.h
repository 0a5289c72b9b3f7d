/* halves.h - items that are sent together, all or nothing, of which some may be wrong: which to send next,
 * until each wrong one stands alone. Sends nothing itself. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_HALVES_H
#define WORK_HALVES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HALVES_MAX = 100 };

struct halves {
	uint8_t items[HALVES_MAX]; /* parts of it, one behind the other */
	uint8_t counts[HALVES_MAX]; /* of each part */
	size_t item_count, part_count;
};

/* count items, 0 at least, in one part. */
void halves_init(struct halves *halves, const uint8_t *items, size_t count);

/* The part to send next: *count items, borrowed until it is said how that went. NULL: all is over. */
const uint8_t *halves_next(const struct halves *halves, size_t *count);
/* The part is over: it was accepted, or failed as a whole. */
void halves_over(struct halves *halves);
/* Of the part, only the items that are not over stay: over is told by the items' own numbers. Without any
 * the part is over. */
void halves_reduce(struct halves *halves, const bool *over);
/* The part was found wrong. blamed[i] says that the refusal named the i-th of its items: these go alone,
 * behind the others together; where it named none, the part is cut in two. A part of one may not be
 * split. */
void halves_split(struct halves *halves, const bool *blamed);

#endif
