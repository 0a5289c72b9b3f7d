/* profiles_switch.h - from one profile to another: nothing that was typed is lost, and nothing of the old
 * one's is sent to the new one's service. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PROFILES_SWITCH_H
#define SCREENS_PROFILES_SWITCH_H
#include <stddef.h>

struct app;

/* Works with that row of app->at from now on; asks first where something is not saved or under way. One
 * that cannot be worked with leaves all as it is, and says why. */
void profiles_switch(struct app *app, size_t row);

#endif
