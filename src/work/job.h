/* job.h - what is to be done to many records: one thing, and the records it is done to. A job class
 * says how a call does it; batch.h runs the calls, journal.h remembers them. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_JOB_H
#define WORK_JOB_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/text_list.h"

struct action;
struct batch_class;
struct client;
struct error;
struct field;
struct job_call;
struct job_class;
struct json;
struct pace;
struct resource;
struct text_file;

/* At most so many items in one call. */
enum { JOB_BLOCK_MAX = 100 };

struct job {
	const struct job_class *class;
	const struct resource *resource;
	const struct action *action; /* of an action */
	char *argument;		     /* what the action asks for (a store); NULL: nothing */
	const struct field *field;   /* of a value to be set, or of lists to be replaced */
	struct json *value;          /* what the field becomes in all of them */
	char *what;                  /* of lists: "Wholesale +3 %" */
	struct text_list keys;       /* of the records, in the order they are done */
	/* What the field was when it was looked at, as JSON text, "" where there was nothing; as
	 * long as keys. Only of a value to be set. */
	struct text_list was;
	struct text_file *texts; /* of what differs from item to item: job_texts.h */
};

/* Does action to records; the caller adds their keys (text_list_add to keys) and frees the job. */
struct job *job_new_action(const struct resource *resource, const struct action *action);
/* Sets field to value, which is taken over; the caller adds keys and was. */
struct job *job_new_set_take(const struct resource *resource, const struct field *field,
			     struct json *value);
void job_free(struct job *job); /* NULL is fine */

/* The key that an item's record has; "" while it has none: it is new, and the service gives it one. Borrowed. */
const char *job_record_key(const struct job *job, size_t item);

/* "Deactivate 38 customers", "Set Price tier to Retail for 38 customers". The caller frees. */
char *job_title(const struct job *job);

/* --- how it ends for one record --------------------------------------------------------------- */

enum job_outcome {
	JOB_DONE,
	JOB_FAILED,      /* refused, or not possible: certainly not done */
	JOB_MAY_BE_DONE, /* the answer got lost, and the record could not be read back */
	JOB_STOPPED, /* the user ended its wait, or gave up the login: not done, and no failure */
};

struct job_result {
	enum job_outcome outcome;
	int status;       /* of HTTP; 0: none */
	const char *text; /* why; a sentence for the user; NULL when it is done */
	bool no_answer;   /* there was nobody to answer: others would fare no better */
};

/* One call under way: it lies in the batch's memory. The class calls ended_one once for each item,
 * then ended, after which the call may be used again. */
struct job_call {
	const struct job *job;
	struct client *client;
	uint32_t items[JOB_BLOCK_MAX]; /* indexes into the job's keys */
	size_t count;
	bool look; /* they may have been sent before: see what became of that first */
	void (*ended_one)(struct job_call *call, size_t i, const struct job_result *result);
	void (*ended)(struct job_call *call);
	bool stop; /* set on the way: what was not sent had better end as JOB_STOPPED */
	/* Of a block: how many calls it may have under way, and whom to tell that one has ended; which of its
	 * items a call of its own is about just now. */
	struct pace *pace;
	bool asked[JOB_BLOCK_MAX];
	void *batch;
	void *state; /* the class's own, while it is under way */
};

/* A kind of job. */
struct job_class {
	const char *name; /* in the journal */
	/* How many items go into one call, at most JOB_BLOCK_MAX; blocks go one after another. NULL: a call
	 * for each. */
	size_t (*block)(const struct job *job, const struct client *client);
	/* How its calls of one item are many in one, where the service takes that (batch_block.h); NULL: they
	 * never are. */
	const struct batch_class *batch;
	void (*start)(struct job_call *call);
	void (*cancel)(struct job_call *call);
	char *(*title)(const struct job *job); /* the caller frees */

	/* What the journal keeps of it besides the resource and the items, and back. */
	void (*write)(const struct job *job, struct json *head);
	bool (*read)(struct job *job, const struct json *head, struct error *err);
	/* What it keeps of an item besides the key: members of its object, each with a comma in front
	 * (,"was":"NET30"), in one line; and back from the whole object, for the key that was added last.
	 * NULL: nothing. */
	void (*write_item)(const struct job *job, size_t item, FILE *out);
	bool (*read_item)(struct job *job, const struct json *line, struct error *err);
	/* Whether an item's key is only a name for people: the service will give it one. NULL: none is. */
	bool (*is_keyless)(const struct job *job, size_t item);
	/* The members that a record has once it is done, so that screens show it at once. NULL:
	 * none that can be shown. The caller frees. */
	struct json *(*changed)(const struct job *job, size_t item);

	/* The columns of a report between the key and the error, each cell with a comma in front: their
	 * names, and the row-th line of an item; false: it has no such line. An item has at least one.
	 * NULL: no columns, and a line an item. */
	void (*report_head)(const struct job *job, FILE *out);
	bool (*report_row)(const struct job *job, size_t item, size_t row, FILE *out);
};

/* By the journal's word; NULL if there is none. */
const struct job_class *job_class_named(const char *name);

/* Writes the job without its items as an object, and reads it back; resource is what the profile's
 * service calls so. The caller frees. */
struct json *job_head(const struct job *job);
struct job *job_from_head(const struct resource *resource, const struct json *head,
			  struct error *err);

#endif
