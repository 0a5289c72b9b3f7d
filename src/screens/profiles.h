/* profiles.h - the profiles there are, to work with another one without a new start. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PROFILES_H
#define SCREENS_PROFILES_H
#include "ui/screen.h"

void profiles_open(struct ui *ui);

extern const struct screen_class profiles_screen;

#endif
