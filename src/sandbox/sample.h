/* sample.h - the data that a new sandbox begins with: two organizations that never see each other,
 * with customers, products, sales representatives and logins. The same size and seed give the same
 * bytes, on any machine; row i does not depend on how many rows there are. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_H
#define SANDBOX_SAMPLE_H
#include <stdbool.h>

struct error;
struct store;
struct store_size;

/* A store_fill_fn. The first organization gets size->customers and size->products; the second an
 * eighth of each, rounded up, at most SAMPLE_SECOND_MAX. Without customers there is no login for
 * one. */
bool sample_fill(struct store *store, const struct store_size *size, struct error *err);

enum { SAMPLE_SECOND_MAX = 1000 };

#endif
