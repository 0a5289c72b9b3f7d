/* SPDX-License-Identifier: ISC */
#include "work/meeting.h"

#include "schema/edit.h"
#include "schema/record.h"

void meeting_finish(struct meeting *meeting)
{
	clashes_finish(&meeting->clashes); /* borrows from both */
	record_free(meeting->theirs);
	*meeting = (struct meeting){ 0 };
}

bool meeting_take(struct meeting *meeting, struct edit *edit, struct record *theirs)
{
	const struct record *base = edit_base(edit), *now = edit_now(edit);

	meeting_finish(meeting);
	clashes_find(&meeting->clashes, base, now, theirs);
	if (meeting->clashes.count) {
		meeting->theirs = theirs;
		return false;
	}
	struct record *merged = clashes_merge(&meeting->clashes, base, now, theirs);
	meeting_finish(meeting);
	edit_replace_take(edit, theirs, merged);
	return true;
}

static struct record *merge(const struct meeting *meeting, const struct edit *edit)
{
	return clashes_merge(&meeting->clashes, edit_base(edit), edit_now(edit), meeting->theirs);
}

size_t meeting_change_count(const struct meeting *meeting, const struct edit *edit)
{
	if (!meeting->theirs)
		return edit_change_count(edit);
	struct record *merged = merge(meeting, edit);
	size_t count = change_lines_count(meeting->theirs, merged);
	record_free(merged);
	return count;
}

void meeting_settle(struct meeting *meeting, struct edit *edit)
{
	struct record *theirs = record_copy(meeting->theirs);
	struct record *merged = merge(meeting, edit);

	meeting_finish(meeting);
	edit_replace_take(edit, theirs, merged);
}
