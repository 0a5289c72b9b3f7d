/* action_argument.h - asks for what an action has to be told (action->argument): a store. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_ACTION_ARGUMENT_H
#define PLAIN_ACTION_ARGUMENT_H

struct action;
struct field;
struct plain;

/* fn is called once, not from within: with the value as it travels and what people know it by ("" where that is
 * the value), both borrowed; or with NULL: the user left. */
typedef void action_argument_fn(void *data, const char *value, const char *label);
/* The same for a field by itself, whose values are texts. */
void plain_field_ask(struct plain *plain, const struct field *field, action_argument_fn *fn, void *data);
void plain_action_argument_ask(struct plain *plain, const struct action *action, action_argument_fn *fn,
			       void *data);

#endif
