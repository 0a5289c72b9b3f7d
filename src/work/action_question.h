/* action_question.h - what is asked before an action: to whom it is done, where, and what it means.
 */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_ACTION_QUESTION_H
#define WORK_ACTION_QUESTION_H
#include <stdbool.h>

struct action;
struct client;
struct marks;
struct pager;
struct record;
struct resource;

/* What an action is done to. */
struct action_subject {
	const struct resource *resource;
	const struct record *record; /* the only one; NULL: several */
	const struct marks *keys;
	const struct pager *rows; /* of the list they were marked in; NULL: not known */
	/* What the action was told (action->argument), and what people know it by; NULL: nothing. */
	const char *argument, *argument_label;
};

/* Whether record, which may be NULL, is known to be as the action would leave it, whatever the action was told:
 * what one store has been given, another may still be. */
bool action_is_needless(const struct action *action, const struct record *record);

/* "HRB-1043 Harbour Lights AB", or "38 customers"; clean. The caller frees. */
char *action_whom(const struct action_subject *subject);

/* The same for one of several, by its key: its name is known where its row is here. */
char *action_name(const struct action_subject *subject, const char *key);

/* "PROD northpoint, Northpoint Trade Supply": where it will be done; clean. The caller frees. */
char *action_place(const struct client *client);

/* "Deactivate 38 customers in PROD northpoint, Northpoint Trade Supply?", the consequence, and of
 * several the first: a line each. The caller frees. */
char *action_question(const struct client *client, const struct action *action,
		      const struct action_subject *subject);

#endif
