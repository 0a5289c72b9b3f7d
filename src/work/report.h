/* report.h - what a run did and did not do, as a file that an import can take: the key, the column that
 * was to be set, and the error, which is empty for what is done. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_REPORT_H
#define WORK_REPORT_H
#include <stdbool.h>
#include <stddef.h>

struct batch;
struct error;

enum report_rows {
	REPORT_ALL,
	REPORT_NOT_DONE,
};

/* Writes one line for each of these items. */
bool report_write(const struct batch *batch, enum report_rows rows, const char *path,
		  struct error *err);
size_t report_count(const struct batch *batch, enum report_rows rows);

/* "deactivate-customers-2026-05-18.csv": a name for it. The caller frees. */
char *report_name(const struct batch *batch);

#endif
