/* address.h - the whole address of a call: the profile's base, the path, the record's key, and where in
 * the service it happens. */
/* SPDX-License-Identifier: ISC */
#ifndef API_ADDRESS_H
#define API_ADDRESS_H
#include <stdio.h>

struct profile;

/* What stands in a path for what is known only when a call is sent. */
#define ADDRESS_TENANT "{tenant}"
#define ADDRESS_STORE "{store}"

/* Writes base and path into out; {key} in path becomes key as one percent-encoded segment. key is
 * NULL for paths without. {tenant} and {store} stay: see address_fill. */
void address_write(FILE *out, const struct profile *profile, const char *path, const char *key);

/* The same as a text; the caller frees. */
char *address_of(const struct profile *profile, const char *path, const char *key);

/* The address with {tenant} and {store} as one percent-encoded segment each. Nothing else can look like
 * them: all that was put into an address before is encoded. The caller frees. */
char *address_fill(const char *address, const char *tenant, const char *store);

#endif
