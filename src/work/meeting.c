/* SPDX-License-Identifier: ISC */
#include "work/meeting.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
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

static const char *shown(const char *text)
{
	return *text ? text : "-";
}

static void write_news(FILE *out, const struct edit *edit, const struct record *theirs)
{
	struct changes changes;
	struct change_lines lines;

	changes_find(&changes, edit_base(edit), theirs);
	change_lines_find(&lines, &changes);
	for (size_t i = 0; i < lines.count; i++) {
		const struct change_line *line = &lines.rows[i];

		if (!edit_field_is_changed(edit, (struct place){ 0 }, line->field))
			fprintf(out, "%s%s %s -> %s", ftell(out) > 0 ? "; " : "", line->label,
				shown(line->before), shown(line->after));
	}
	change_lines_finish(&lines);
	changes_finish(&changes);
}

char *meeting_news(const struct edit *edit, const struct record *theirs)
{
	char *lines, *text = NULL;
	size_t len;
	FILE *out = xmemstream(&lines, &len);

	write_news(out, edit, theirs);
	fclose(out);
	if (*lines)
		text = xasprintf(_("Meanwhile changed: %s"), lines);
	free(lines);
	return text;
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
