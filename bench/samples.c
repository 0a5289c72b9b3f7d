/* SPDX-License-Identifier: ISC */
#include "samples.h"

#include <stdlib.h>

#include "base/alloc.h"

void samples_add(struct samples *samples, double value)
{
	samples->values =
		xreallocarray(samples->values, samples->count + 1, sizeof(*samples->values));
	samples->values[samples->count++] = value;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double samples_median(struct samples *samples)
{
	if (samples->count == 0)
		return 0;
	qsort(samples->values, samples->count, sizeof(*samples->values), compare);
	return samples->values[samples->count / 2];
}

void samples_finish(struct samples *samples)
{
	free(samples->values);
	*samples = (struct samples){ 0 };
}
