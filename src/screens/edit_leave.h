/* edit_leave.h - Esc in a form with changes: save, discard, or keep editing. Drops nothing by
 * itself. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_LEAVE_H
#define SCREENS_EDIT_LEAVE_H

#include "ui/screen.h"

struct edit_session;

void edit_leave_open(struct edit_session *session);

extern const struct screen_class edit_leave_screen;

#endif
