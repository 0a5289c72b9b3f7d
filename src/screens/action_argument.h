/* action_argument.h - asks for what an action has to be told (action->argument): a store. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_ACTION_ARGUMENT_H
#define SCREENS_ACTION_ARGUMENT_H

struct action;
struct app;

/* fn is called once, not from within: with the value as it travels and what people know it by ("" where that is
 * the value), both borrowed; or with NULL, because the user left. What its field cannot take is asked for again,
 * with the reason. */
typedef void action_argument_fn(void *data, const char *value, const char *label);
void action_argument_ask(struct app *app, const struct action *action, action_argument_fn *fn, void *data);

#endif
