/* action_run.h - an action on many records: a few calls at a time, with what failed and why. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_ACTION_RUN_H
#define SCREENS_ACTION_RUN_H

#include "ui/screen.h"

struct action;
struct marks;
struct resource;

/* keys are copied. */
void action_run_open(struct ui *ui, const struct resource *resource, const struct action *action,
		     const struct marks *keys);

extern const struct screen_class action_run_screen;

#endif
