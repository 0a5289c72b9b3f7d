/* price_ask.h - what so many of a record cost in a price tier: asks for tier and quantity, answers with
 * the amount and the row of the price list that gives it. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PRICE_ASK_H
#define SCREENS_PRICE_ASK_H

struct app;
struct record;
struct resource;

/* The resource has prices (schema/resource.h). tier is what the question begins with, copied; NULL: the
 * tier that was asked for last, or else the login's own. */

/* The record of that key: read first. */
void price_ask_open(struct app *app, const struct resource *resource, const char *key,
		    const char *tier);
/* The same where the tier is certain: only how many is asked. */
void price_ask_in_tier(struct app *app, const struct resource *resource, const char *key,
		       const char *tier);
/* A record that was read whole, as it stands, changes included (copied). */
void price_ask_record(struct app *app, const struct resource *resource, const struct record *record,
		      const char *tier);

#endif
