/* samples.h - many measurements of one thing, and the one in the middle. */
/* SPDX-License-Identifier: ISC */
#ifndef BENCH_SAMPLES_H
#define BENCH_SAMPLES_H
#include <stddef.h>

struct samples {
	double *values;
	size_t count;
};

void samples_add(struct samples *samples, double value);
/* The median; 0 when there are none. Sorts the values. */
double samples_median(struct samples *samples);
void samples_finish(struct samples *samples);

#endif
