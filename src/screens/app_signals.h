/* app_signals.h - the terminal's size, stops and ends, as signals tell them. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_APP_SIGNALS_H
#define SCREENS_APP_SIGNALS_H

struct app;

/* From when app->loop and app->ui are there; the loop forgets the listeners when it goes. */
void app_listen_to_signals(struct app *app);

#endif
