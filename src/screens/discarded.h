/* discarded.h - the edit that was discarded last, kept in memory until another goes, or until its
 * record is saved: z brings it back, for a d too many must not cost what was typed. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_DISCARDED_H
#define SCREENS_DISCARDED_H
#include <stdbool.h>

struct app;
struct edit;
struct resource;

/* edit is of the record of that key, "" for a new one; copied. */
void discarded_keep(struct app *app, const struct resource *resource, const char *key,
		    const struct edit *edit);
/* Opens the form with it again, if it is of that record, or of a new one of resource. False: it is
 * not. */
bool discarded_bring_back(struct app *app, const struct resource *resource, const char *key);
/* That record was saved: what comes back with z is that save. */
void discarded_outdated(struct app *app, const struct resource *resource, const char *key);
void discarded_forget(struct app *app);

#endif
