/* SPDX-License-Identifier: ISC */
#include "work/pace.h"

void pace_init(struct pace *pace, unsigned pauses)
{
	*pace = (struct pace){ .calls = PACE_CALLS_MAX, .pauses = pauses };
}

void pace_call_ended(struct pace *pace, unsigned pauses)
{
	if (pauses != pace->pauses) {
		pace->pauses = pauses;
		pace->undisturbed = 0;
		pace->calls = pace->calls > 1 ? pace->calls / 2 : 1;
	} else if (pace->calls < PACE_CALLS_MAX && ++pace->undisturbed >= PACE_RECOVERY) {
		pace->undisturbed = 0;
		pace->calls++;
	}
}
