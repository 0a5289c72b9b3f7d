/* sample_rows.h - one row of the sample after the other, none kept: a million of them are never in
 * memory together. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_ROWS_H
#define SANDBOX_SAMPLE_ROWS_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct error;
struct store;

struct sample_rows {
	const void *source; /* what they are rows of */
	uint64_t seed;
};

/* Writes row i as compact JSON. */
typedef void sample_write_fn(const void *source, uint64_t seed, uint64_t i, FILE *out);
typedef bool sample_insert_fn(struct store *store, int64_t organization, const char *document,
			      struct error *err);

bool sample_rows_fill(struct store *store, int64_t organization, const struct sample_rows *rows,
		      uint64_t count, sample_write_fn *write, sample_insert_fn *insert,
		      struct error *err);

#endif
