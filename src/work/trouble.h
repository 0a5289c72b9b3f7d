/* trouble.h - an error on the message row. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_TROUBLE_H
#define WORK_TROUBLE_H
#include <stdio.h>

struct error;
struct failure;
struct resource;

/* "! Cannot reach api.example (timed out).": the sign, and a full stop where the sentence has none,
 * so that another can follow. */
void trouble_write(const struct error *err, FILE *out);

/* Why an act on a record that was here before did not work: one that is missing now is gone. */
void trouble_of_known(const struct failure *failure, const struct resource *resource,
		      const char *key, struct error *err);

#endif
