/* run_report.h - asks where the report of a run is to go, and writes it. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RUN_REPORT_H
#define SCREENS_RUN_REPORT_H

#include "work/report.h"

struct batch;
struct ui;

/* batch must outlive the questions: its screen stays below them. */
void run_report_ask(struct ui *ui, const struct batch *batch, enum report_rows rows);

#endif
