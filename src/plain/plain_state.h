/* plain_state.h - what all rooms share: the loop, the lines in and out, the service. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_PLAIN_STATE_H
#define PLAIN_PLAIN_STATE_H
#include <stdbool.h>

#include "base/output.h"
#include "plain/ask.h"
#include "plain/wait.h"
#include "work/profile_list.h"

struct client;
struct drafts;
struct history;
struct input;
struct login;
struct loop;
struct plain_options;
struct room;
struct sandbox_process;
struct timer;

struct plain {
	const struct plain_options *options;
	struct profile_list profiles;
	size_t profile_at;	    /* in use */
	struct history **histories; /* of the others, a profile each; NULL: nothing was done there */
	struct loop *loop;
	struct input *input;
	struct output output;
	bool echo; /* answers are written behind their questions: no terminal does */

	struct room *room;        /* the innermost; NULL: none yet, or all were left */
	struct question question; /* waits for an answer; asked of the room when there is none */
	struct wait wait;         /* for the service */
	bool begun;               /* there was a room */

	struct client *client; /* NULL until it is known what to connect to */
	struct sandbox_process *sandbox;
	struct login *login;     /* being asked; NULL: nobody is */
	bool waiting_said;       /* that a call is tried again later */
	struct drafts *drafts;   /* NULL: there is no folder for them */
	struct history *history; /* what was saved */
};

#endif
