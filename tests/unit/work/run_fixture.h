/* run_fixture.h - a batch against a service that answers from a script, and what was heard of it. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_WORK_RUN_FIXTURE_H
#define TESTS_UNIT_WORK_RUN_FIXTURE_H
#include "api/api_fixture.h"

#include "work/batch.h"

struct run {
	struct fixture fixture;
	struct batch *batch;
	size_t most_under_way, items_done;
	bool stop_at_once;    /* with the first that is done, */
	bool abandon_at_once; /* or all is left as a kill leaves it */
};

/* The service alone. What no step answers is done: 200. */
void prepare(struct run *run, const struct step *steps, size_t step_count);
/* The same with the other service, in tenant tnt-1: its customers go many in a call. */
void prepare_many(struct run *run, const struct step *steps, size_t step_count);
/* job is taken over. */
void begin(struct run *run, struct job *job);
struct batch_listener listener_of(struct run *run);
/* Until it stands still, or is abandoned; the test fails when that takes 20 seconds. */
void wait_end(struct run *run);
void finish(struct run *run);
/* Ends as a kill would, and takes the run up again, as another program would; it stands still. */
void take_up_again(struct run *run);

void assert_counts(const struct run *run, size_t done, size_t failed, size_t may_be, size_t waiting);
void assert_reason(const struct run *run, size_t item, const char *expected);
/* How many journals there are. */
size_t journals(const struct run *run);

#endif
