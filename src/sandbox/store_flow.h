/* store_flow.h - the Flow Retail part of a file: its people are there from the start, its records
 * from the first request that wants them, so that nobody else waits for them. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_STORE_FLOW_H
#define SANDBOX_STORE_FLOW_H
#include <stdbool.h>

struct error;
struct store;

/* Fills the records in when they are not there: as many, and of the same seed, as the file was made
 * with. Written down with the steps of the moment (store_settle); another process waits and finds
 * them there. */
bool store_flow_ready(struct store *store, struct error *err);

#endif
