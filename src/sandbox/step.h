/* step.h - what a request writes, whole or not at all. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_STEP_H
#define SANDBOX_STEP_H
#include <stdbool.h>

struct error;
struct reply;
struct store;

/* Writes and replies; false when the store fails. */
typedef bool step_fn(const void *data, struct reply *reply, struct error *err);

/* Calls write with data inside a step of the store (store_begin). What was written stays where the
 * reply says success; a failure of the store is answered with 500. */
void step_run(struct store *store, step_fn *write, const void *data, struct reply *reply);

#endif
