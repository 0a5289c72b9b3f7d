/* sample_random.h - chance that comes out the same every time: each row has its own stream, so any
 * row can be made without those before it. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_RANDOM_H
#define SANDBOX_SAMPLE_RANDOM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sample_random {
	uint64_t state;
};

/* The stream of row i of a kind of row; different kinds and seeds share nothing. */
struct sample_random sample_random_at(uint64_t seed, unsigned kind, uint64_t i);

/* 0 to limit - 1; limit is at least 1. */
uint32_t sample_random_below(struct sample_random *random, uint32_t limit);

/* True in percent of 100 cases. */
bool sample_random_percent(struct sample_random *random, unsigned percent);

/* The place of i when 0 to count - 1 are dealt in an order that the seed decides: each place once,
 * and neighbours far apart. i is taken modulo count. */
uint64_t sample_random_deal(uint64_t seed, uint64_t i, uint64_t count);

enum { SAMPLE_PATTERN_SIZE = 128 };

/* pattern with # as any digit, % as one from 1 to 9 and @ as a capital letter. */
void sample_random_pattern(struct sample_random *random, const char *pattern,
			   char out[SAMPLE_PATTERN_SIZE]);

#endif
