/* run.h - one run on the screen: what failed and why, what is to go, and what can be done about it.
 */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RUN_H
#define SCREENS_RUN_H

#include "ui/screen.h"

struct run;

/* Shows a run that no other screen shows. Leaving the screen leaves it in the background. */
void run_open(struct ui *ui, struct run *run);

extern const struct screen_class run_screen;

#endif
