/* known_tiers.h - names of price tiers that somebody added on the screen: they count like the profile's
 * price-tiers (N28). The configuration is written by people and never by this program, so they are kept
 * beside it: a name a line, in the file price-tiers of the profile's folder (profile_place.h). */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_KNOWN_TIERS_H
#define STORE_KNOWN_TIERS_H
#include <stdbool.h>

#include "base/text_list.h"

struct client;
struct error;
struct profile;

/* Tells the client the names; after client_new. No file is no name. False, with the reason: they could not
 * be read, the client works without them. */
bool known_tiers_tell(struct client *client, struct error *err);

/* Appends those of profile to names, in the order in which they were added. */
bool known_tiers_read(const struct profile *profile, struct text_list *names, struct error *err);

/* Changes of the file, which the client is told. Another program may have changed it meanwhile: it is read
 * again under a lock. Refuses an empty name and one that is there, in any case of letters. */
bool known_tiers_add(struct client *client, const char *name, struct error *err);
/* Refuses one that is not there. */
bool known_tiers_remove(struct client *client, const char *name, struct error *err);

/* Where they are kept; the caller frees. NULL when there is no state folder. */
char *known_tiers_place(const struct profile *profile, struct error *err);

#endif
