/* loading.h - keeps the keys while something comes that the user asked for and that opens next:
 * "Loading..." on the message row, Esc stops. Nothing is said of what comes at once. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_LOADING_H
#define SCREENS_LOADING_H

#include "ui/screen.h"

struct app;
struct loading; /* opaque: gone when its callback was called */

/* fn is called once, after this left the screen: with typed and what was typed behind it meanwhile (for
 * what opens next; borrowed), or with NULL, because the user stopped. Not from within this call. */
struct loading *loading_open(struct app *app, const char *typed,
			     void (*fn)(void *data, const char *typed), void *data);

/* It came. Where something lies above (a login box), fn waits until that is gone. */
void loading_end(struct loading *loading);

extern const struct screen_class loading_screen;

#endif
