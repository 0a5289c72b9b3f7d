/* action_one.h - an action on one record: sent, and said what came of it. The keys work meanwhile.
 */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_ACTION_ONE_H
#define SCREENS_ACTION_ONE_H

struct action;
struct app;
struct record;
struct resource;

/* argument is what action->argument asks for, NULL where it asks for nothing; both are copied from. What is
 * done is told to all who watch records. */
void action_one_start(struct app *app, const struct resource *resource, const struct action *action,
		      const char *argument, const struct record *record);

/* Forgets those still under way: before the client goes. */
void action_one_cancel_all(struct app *app);

/* Tells everybody who watches that action was done to the record of that key. */
void action_tell(struct app *app, const struct resource *resource, const struct action *action,
		 const char *key);

#endif
