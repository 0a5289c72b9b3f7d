/* address.h - the whole address of a call: the profile's base, the path, the record's key. */
/* SPDX-License-Identifier: ISC */
#ifndef API_ADDRESS_H
#define API_ADDRESS_H
#include <stdio.h>

struct profile;

/* Writes base and path into out; {key} in path becomes key as one percent-encoded segment. key is
 * NULL for paths without. */
void address_write(FILE *out, const struct profile *profile, const char *path, const char *key);

/* The same as a text; the caller frees. */
char *address_of(const struct profile *profile, const char *path, const char *key);

#endif
