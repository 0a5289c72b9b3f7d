/* pace.h - how many calls may be under way: fewer when the service asks for a pause, more again,
 * slowly, while it does not. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PACE_H
#define WORK_PACE_H

enum {
	PACE_CALLS_MAX = 4,
	PACE_RECOVERY = 32, /* calls without a pause until one more may be under way */
};

struct pace {
	int calls;       /* that may be under way at a time */
	int undisturbed; /* ended since the number changed */
	unsigned pauses; /* asked for so far, as the client counts them */
};

/* pauses is what client_pauses says now. */
void pace_init(struct pace *pace, unsigned pauses);

/* A call has ended. Several pauses at once halve it once: they answer calls of one moment. */
void pace_call_ended(struct pace *pace, unsigned pauses);

#endif
