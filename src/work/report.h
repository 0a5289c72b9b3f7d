/* report.h - what a run did not do, as a file that an import can take: the key, the column that was
 * to be set, and the error. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_REPORT_H
#define WORK_REPORT_H
#include <stdbool.h>
#include <stddef.h>

struct batch;
struct error;

/* Writes one line for each item that is not done. */
bool report_write(const struct batch *batch, const char *path, struct error *err);

/* "deactivate-customers-2026-05-18.csv": a name for it. The caller frees. */
char *report_name(const struct batch *batch);

#endif
