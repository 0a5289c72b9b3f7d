/* edit_run.h - nymble-tui's forms and runs: what a typed letter, a save and ten thousand changes cost. */
/* SPDX-License-Identifier: ISC */
#ifndef BENCH_EDIT_RUN_H
#define BENCH_EDIT_RUN_H
#include <stdbool.h>

#include "samples.h"

struct service;

enum edit_figure {
	LETTER_MS, /* in a field: from the key to the last byte */
	LETTER_BYTES,
	LETTER_CPU_US,
	PALETTE_BYTES, /* a letter in the palette: in the middle, and at most */
	PALETTE_BYTES_MOST,
	PALETTE_CPU_US,
	FILTER_BYTES, /* a letter of a filter that is typed as a line */
	FILTER_BYTES_MOST,
	FILTER_CPU_US,
	FILTER_REQUESTS, /* for such a line at ten letters a second, until its matches are counted */
	SAVE_MS,       /* from s in the review to "Saved" */
	SAVE_REQUESTS, /* that the service got for it */
	RUN_S,	       /* EDIT_RUN_RECORDS deactivated */
	RUN_PRIVATE_DIRTY_KB,
	RUN_RESIDENT_KB,
	EDIT_FIGURES
};

enum { EDIT_RUN_RECORDS = 10000, EDIT_LATENCY_MS = 100 };

struct edit_run {
	const char *const *argv;
	struct samples figures[EDIT_FIGURES];
};

/* Types into a field of a customer of the service that the environment names. False with a message on
 * standard error. */
bool edit_run_letters(struct edit_run *run);
/* Types into the palette and into a filter, over the list; service as in edit_run_saves. */
bool edit_run_narrowing(struct edit_run *run, const struct service *service);
/* Saves a few changes to it, one after the other; service is the one that the environment names, and
 * writes a log. */
bool edit_run_saves(struct edit_run *run, const struct service *service);
/* Deactivates all its EDIT_RUN_RECORDS customers. */
bool edit_run_many(struct edit_run *run);

double edit_run_median(struct edit_run *run, enum edit_figure figure);
void edit_run_finish(struct edit_run *run);

#endif
