/* take_over.h - a hit that is no record yet (resource->taken_over_as) becomes the beginning of one. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_TAKE_OVER_H
#define SCREENS_TAKE_OVER_H

struct app;
struct record;
struct resource;

/* Opens the form of a new record with what hit, one of resource's rows, says; or says why not. That somebody
 * has its external id already is said there, as of any new record (taken.h). */
void take_over_open(struct app *app, const struct resource *resource, const struct record *hit);

#endif
