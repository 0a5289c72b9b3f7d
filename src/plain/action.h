/* action.h - what else can be done to a record: the question of its table, then the call. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_ACTION_H
#define PLAIN_ACTION_H

struct plain;
struct record;
struct resource;

/* name is an action's ("deactivate"); "": it is chosen from a list. record is copied. */
void action_ask(struct plain *plain, const struct resource *resource, const struct record *record,
		const char *name);

#endif
