/* announce.h - what the sandbox says at its start: the logins of the sample, of both services. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_ANNOUNCE_H
#define SANDBOX_ANNOUNCE_H
#include <stdbool.h>
#include <stdio.h>

struct error;
struct store;

/* A line for each: "nymble-sandbox: login" with org-code, client-id and so on; "nymble-sandbox:
 * flow-login" with tenant and what the user has of integration-token, auth-token, device-token,
 * user-code and password (nymble-sandbox(1)). Programs log in with the first of either. */
bool announce_logins(struct store *store, FILE *out, struct error *err);

#endif
