/* meeting.h - an edit meets the record as the service has it by now: it goes on from there, or
 * clashes, and then each member's side is chosen before anything is sent. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_MEETING_H
#define WORK_MEETING_H
#include <stdbool.h>
#include <stddef.h>

#include "schema/changes.h"

struct edit;
struct record;

/* Of one edit; nothing has met it when zeroed. */
struct meeting {
	struct record *theirs; /* what the service has by now, where that clashes; NULL: no clash */
	struct clashes clashes; /* of the edit with it */
};

void meeting_finish(struct meeting *meeting); /* a zeroed one is fine; it is zeroed again */

/* "Meanwhile changed: Terms EOM -> COD", of what edit leaves as it was; NULL: of that nothing. As it came:
 * clean it before it is shown. The caller frees. */
char *meeting_news(const struct edit *edit, const struct record *theirs);

/* theirs is taken over. Where it does not clash with the edit, the edit goes on from it: true. Else
 * the clashes are set out. */
bool meeting_take(struct meeting *meeting, struct edit *edit, struct record *theirs);
/* How many lines of edit would be sent by what is chosen so far; undecided ones count as ours. */
size_t meeting_change_count(const struct meeting *meeting, const struct edit *edit);
/* Every clash is decided: the edit becomes what was chosen. */
void meeting_settle(struct meeting *meeting, struct edit *edit);

#endif
