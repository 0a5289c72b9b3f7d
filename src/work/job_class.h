/* job_class.h - the classes of jobs, and what those of one record a call have in common; for
 * job_*.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_JOB_CLASS_H
#define WORK_JOB_CLASS_H
#include "api/client.h"
#include "work/batch_block.h"
#include "work/job.h"

struct edit;

extern const struct job_class job_action; /* an action of the resource's table */
extern const struct job_class job_import; /* the rows of an import */
extern const struct job_class job_prices; /* a list is replaced, many records a call */
extern const struct job_class job_set;    /* a field is given a value */

/* Without items. The caller frees. */
struct job *job_new(const struct job_class *class, const struct resource *resource);

/* The key of the call's only item. Borrowed. */
const char *job_call_key(const struct job_call *call);

/* What failure means for the i-th item of the call. err is the caller's: the result's text is in it. */
struct job_result job_call_failure(const struct job_call *call, size_t i,
				   const struct failure *failure, struct error *err);

/* How the call ended for its only item. The call may be another one afterwards. */
void job_call_end(struct job_call *call, const struct job_result *result);
void job_call_succeed(struct job_call *call);
void job_call_fail(struct job_call *call, const struct failure *failure);
/* It may have been sent before, and cannot be looked at: it may be done. */
void job_call_fail_look(struct job_call *call, const struct failure *failure);
/* The same of a record that is to be changed: one that is gone was looked at. */
void job_call_fail_read(struct job_call *call, const struct failure *failure);
struct job_result job_call_look_failure(const struct job_call *call, size_t i,
					const struct failure *failure, struct error *err);

/* In a call for many: what is left to do of edit beside the record as it is now. PLAN_FAIL: somebody else
 * changed the same; the text is the caller's to say. */
void job_plan_change(const struct edit *edit, const struct record *theirs, struct batch_plan *plan);
/* There is no such record any more. */
void job_plan_gone(const struct job *job, size_t item, struct batch_plan *plan);

#endif
