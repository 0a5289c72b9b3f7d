/* connect.h - from what was said at start to a service that answers, and the first rooms. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_CONNECT_H
#define PLAIN_CONNECT_H
#include <stdbool.h>

struct error;
struct plain;
struct profile;

/* Starts the sandbox, asks how to log in, or opens the lists: whatever the profile in use wants. */
void plain_connect_begin(struct plain *plain);
/* Closes all rooms and leaves the service: another profile begins. */
void plain_connect_leave(struct plain *plain);
void plain_connect_finish(struct plain *plain);

/* Talks to that service from now on (profile is copied). No room may be open. */
bool plain_connect_profile(struct plain *plain, const struct profile *profile, struct error *err);
/* Starts our own sandbox and goes on with it. */
void plain_connect_sandbox(struct plain *plain);
/* There is a client: the lists, and what was not saved the last time. */
void plain_connect_enter(struct plain *plain);

#endif
