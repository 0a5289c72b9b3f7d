/* runs_list.h - the runs there are: those of this program, and what earlier ones have not finished.
 */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RUNS_LIST_H
#define SCREENS_RUNS_LIST_H

#include "ui/screen.h"

void runs_list_open(struct ui *ui);

extern const struct screen_class runs_screen;

#endif
