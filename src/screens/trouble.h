/* trouble.h - an error on the message row. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_TROUBLE_H
#define SCREENS_TROUBLE_H
#include <stdio.h>

struct error;

/* "! Cannot reach api.example (timed out).": the sign, and a full stop where the sentence has none,
 * so that another can follow. */
void trouble_write(const struct error *err, FILE *out);

#endif
