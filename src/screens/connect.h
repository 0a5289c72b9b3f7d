/* connect.h - from what was said at start to a service that answers: client, login screen, sandbox.
 */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_CONNECT_H
#define SCREENS_CONNECT_H
#include <stdbool.h>
#include <stddef.h>

struct app;
struct error;
struct profile;

/* Opens the first screen: the lists where something is known to connect to, else the login screen.
 */
void connect_begin(struct app *app);

/* Talks to another service from now on (profile is copied). No screen that uses the client may be
 * open. */
bool connect_profile(struct app *app, const struct profile *profile, struct error *err);

/* Leaves the profile in use for another row of app->at: all screens close, and its first one opens. False
 * with the reason when it cannot be: nothing has changed then. */
bool connect_switch(struct app *app, size_t row, struct error *err);

/* Starts our own sandbox and connects to it; done (err NULL: it is there) is called later. There is
 * no client until then. */
bool connect_sandbox(struct app *app, void (*done)(struct app *app, const struct error *err),
		     struct error *err);
/* Ends it; done is not called any more. */
void connect_stop_sandbox(struct app *app);

void connect_finish(struct app *app);

#endif
