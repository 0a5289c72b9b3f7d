/* list_run.h - a program that shows a list, taken through the same moves as every other. */
/* SPDX-License-Identifier: ISC */
#ifndef BENCH_LIST_RUN_H
#define BENCH_LIST_RUN_H
#include <stdbool.h>

#include "samples.h"

enum list_figure {
	FIRST_BYTE_MS, /* from before fork */
	FIRST_DATA_MS,
	STEP_MS, /* the cursor moves inside the page: from the key to the last byte */
	STEP_BYTES,
	STEP_CPU_US,
	SCROLL_MS, /* it moves, and the rows with it by one */
	SCROLL_BYTES,
	SCROLL_CPU_US,
	PAGE_MS, /* Page Down, rows at hand */
	PAGE_BYTES,
	PAGE_CPU_US,
	DRAIN_MS,     /* 500 steps 5 ms apart: the last byte after the last key */
	END_MS,       /* to the end of the list, rows not at hand */
	IDLE_WAKEUPS, /* in LIST_IDLE_S seconds */
	IDLE_BYTES,
	PRIVATE_DIRTY_KB, /* after walking the whole list */
	RESIDENT_KB,
	LIST_FIGURES
};

enum { LIST_IDLE_S = 10 };

struct list_run {
	const char *const *argv;
	long rows;
	const char *end_key; /* goes to the end of the list; NULL: it has none */
	struct samples figures[LIST_FIGURES];
};

/* Starts the program, moves about in it for some seconds, ends it. False with a message on standard
 * error when it shows no data. */
bool list_run_moves(struct list_run *run);
/* Starts it, leaves it alone. */
bool list_run_idle(struct list_run *run);
/* Starts it, walks to the end page by page, looks at its memory. */
bool list_run_walk(struct list_run *run);

double list_run_median(struct list_run *run, enum list_figure figure);
void list_run_finish(struct list_run *run);

#endif
