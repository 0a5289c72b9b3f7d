/* batch_block.h - one call of a job whose items each end for themselves: up to 100 records in a call of the
 * service's for many (client_batch). Each is read again first where its class wants that. What did not go well
 * for a cause that passes, and what nobody knows the end of (F9), is done again by itself, which looks first;
 * a call that was refused as a whole is cut in two until what is wrong stands alone. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_BATCH_BLOCK_H
#define WORK_BATCH_BLOCK_H
#include <stdbool.h>
#include <stddef.h>

#include "api/client.h"

struct job;
struct job_call;
struct record;

/* What is done about one item. */
struct batch_plan {
	enum batch_step {
		PLAN_SEND,  /* as op, base and now say */
		PLAN_READ,  /* its record is read first, */
		PLAN_FIND,  /* or whoever has the key or the external id that it is to have, */
		PLAN_ALONE, /* or it is no matter for a call with others */
		PLAN_DONE,  /* nothing is left to be done */
		PLAN_FAIL,  /* for the reason in text */
	} step;
	enum batch_op op;
	struct record *base, *now; /* as struct batch_item has them */
	char *key, *external_id;   /* of PLAN_FIND; NULL: it has none */
	char *text;
	/* Once it was sent and nobody knows what became of it, there is nothing to look it up by. */
	bool untraceable;
};

/* What a kind of job does in such calls. Items are those of the job. A plan is zeroed at first; what it holds
 * is freed by whoever asked. */
struct batch_class {
	/* NULL: all such jobs are. */
	bool (*can)(const struct job *job);
	/* What to begin with; look: it may have been sent before. */
	void (*begin)(const struct job *job, size_t item, bool look, struct batch_plan *plan);
	/* After PLAN_READ or PLAN_FIND; record: what was found, NULL: nothing. Neither of these again. */
	void (*go_on)(const struct job *job, size_t item, bool look, const struct record *record,
		      struct batch_plan *plan);
};

/* How many records of the job go into one call; 0: the service has none for many, or the job is not for it. */
size_t batch_block_size(const struct job *job, const struct client *client);

void batch_block_start(struct job_call *call);
void batch_block_cancel(struct job_call *call);

#endif
