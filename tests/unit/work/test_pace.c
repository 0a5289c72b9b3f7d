/* How many calls are under way: halved by a pause, one more after a while without. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "work/pace.h"

static void end_calls(struct pace *pace, int count, unsigned pauses)
{
	for (int i = 0; i < count; i++)
		pace_call_ended(pace, pauses);
}

static const struct {
	int quiet;       /* calls that end before, without a pause */
	unsigned pauses; /* asked for so far, when the next one ends */
	int calls;       /* may be under way then */
} steps[] = {
	{ 100, 3, 4 },                              /* nothing new: as many as there are */
	{ 0, 7, 2 },                                /* four pauses of one moment halve once */
	{ 0, 8, 1 },   { 0, 9, 1 },                 /* never none */
	{ 30, 9, 1 },  { 0, 9, 2 },                 /* the 32nd without a pause */
	{ 31, 9, 3 },  { 31, 9, 4 },  { 31, 9, 4 }, /* no more than that */
	{ 0, 10, 2 },  { 30, 11, 1 }, /* what went well before a pause does not count after it */
	{ 30, 11, 1 },
};

static void follows_the_service(void **state)
{
	struct pace pace;
	unsigned pauses = 3;

	(void)state;
	pace_init(&pace, pauses); /* those of earlier runs say nothing of this one */
	assert_int_equal(pace.calls, PACE_CALLS_MAX);
	for (size_t i = 0; i < CASES(steps); i++) {
		end_calls(&pace, steps[i].quiet, pauses);
		pauses = steps[i].pauses;
		pace_call_ended(&pace, pauses);
		if (pace.calls != steps[i].calls)
			fail_msg("step %zu: %d calls, expected %d", i, pace.calls, steps[i].calls);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(follows_the_service),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
