/* wait.h - the service is asked, and nothing else goes on: "Loading..." where it lasts, Ctrl-C
 * stops. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_WAIT_H
#define PLAIN_WAIT_H
#include <stdbool.h>

struct plain;
struct timer;

struct wait {
	void (*stop)(void *data); /* NULL: nothing is waited for */
	void *data;
	struct timer *timer;
	bool said; /* that it lasts */
};

/* No room is asked for a command until wait_end. stop is called when the user does not want to wait
 * any longer, after wait_end; it cancels what is under way. */
void wait_begin(struct plain *plain, void (*stop)(void *data), void *data);
void wait_end(struct plain *plain);

bool wait_is_on(const struct plain *plain);
/* The user does not want to wait any longer. */
void wait_stop(struct plain *plain);

#endif
