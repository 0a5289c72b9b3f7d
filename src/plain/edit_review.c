/* What would be sent, said line by line, and the save. */
/* SPDX-License-Identifier: ISC */
#include "plain/edit_room.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "plain/plain_state.h"
#include "plain/record.h"
#include "plain/room.h"
#include "plain/say.h"
#include "schema/field.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/action_question.h"
#include "work/history.h"
#include "work/review_rows.h"
#include "work/save.h"
#include "work/save_words.h"
#include "work/trouble.h"

/* The room goes, and the draft: text is the last word about it. */
static void end(struct edit_room *room, const char *text)
{
	struct plain *plain = room->plain;

	edit_room_drop_draft(room);
	edit_free(room->edit);
	room->edit = NULL;
	say(plain, "%s", text);
	room_pop(plain);
}

/* --- what came of a save ---------------------------------------------------------------------- */

static void done(struct edit_room *room, const struct record *record)
{
	struct plain *plain = room->plain;
	bool is_new = edit_is_new(room->edit);
	const struct record *base = edit_base(room->edit), *now = edit_now(room->edit);
	char *text = save_words_done(is_new, change_lines_count(base, now), record_key(record));

	history_add(plain->history, room->resource, is_new ? NULL : base, now, record);
	end(room, text);
	plain_record_replace(plain, record);
	free(text);
}

static void say_complaint(struct edit_room *room, const struct complaint *complaint)
{
	const struct field *list = complaint->place.list;
	char *text = say_value(complaint->text), *entry = NULL;

	if (list)
		entry = edit_line_label(room->edit, &(struct edit_line){ LINE_ENTRY, list,
									 complaint->place.entry });
	say(room->plain, "%s%s%s%s%s", entry ? entry : "", entry && complaint->field ? ", " : "",
	    complaint->field ? _(complaint->field->label) : "",
	    entry || complaint->field ? ": " : "", text);
	free(entry);
	free(text);
}

static void say_complaints(struct edit_room *room, bool warnings)
{
	for (size_t i = 0; i < room->complaints.count; i++)
		if (room->complaints.rows[i].warning == warnings)
			say_complaint(room, &room->complaints.rows[i]);
}

static void failed(struct edit_room *room, const struct failure *failure)
{
	struct error err;

	trouble_of_known(failure, room->resource, room->key, &err);
	say(room->plain, "%s", err.message);
	complaints_clear(&room->complaints);
	for (size_t i = 0; i < failure->message_count; i++)
		complaints_add_message(&room->complaints, room->resource->schema,
				       failure->messages[i].field, failure->messages[i].text);
	say_complaints(room, false);
}

static void clashed(struct edit_room *room, struct record *theirs)
{
	say(room->plain, "%s", _("Somebody has changed this meanwhile: nothing was sent."));
	if (meeting_take(&room->meeting, room->edit, theirs))
		edit_room_changed(room);
	edit_review(room);
}

static void taken(struct edit_room *room, const struct record *theirs)
{
	char *text = save_words_in_the_way(room->edit, theirs);

	say(room->plain, _("%s Nothing was sent."), text);
	free(text);
}

static void saved(void *data, enum save_outcome outcome, struct record *record,
		  const struct failure *failure)
{
	struct edit_room *room = data;

	room->save = NULL;
	wait_end(room->plain);
	switch (outcome) {
	case SAVE_DONE:
		done(room, record);
		break;
	case SAVE_NOTHING:
		end(room, save_words_nothing());
		break;
	case SAVE_CLASH:
		clashed(room, record);
		record = NULL;
		break;
	case SAVE_TAKEN:
		taken(room, record);
		break;
	case SAVE_UNREAD:
	case SAVE_FAILED:
		failed(room, failure);
		break;
	}
	record_free(record);
}

static void stopped(void *data)
{
	struct edit_room *room = data;

	save_cancel(room->save);
	room->save = NULL;
	say(room->plain, "%s",
	    _("It may have been saved all the same; s looks first, then sends."));
}

static void send(struct edit_room *room)
{
	room->save = save_start(room->plain->client, room->resource, room->edit, saved, room);
	wait_begin(room->plain, stopped, room);
}

/* --- the review ----------------------------------------------------------------------------------
 */

static void ask_for_yes(struct edit_room *room);

static void answered(void *data, const char *line)
{
	struct edit_room *room = data;

	if (!line)
		return;
	if (text_casecmp(line, "s") == 0)
		send(room);
	else if (*line)
		ask_for_yes(room);
	else if (room->drops)
		end(room, save_words_cancelled());
	else
		say(room->plain, "%s", _("Nothing was sent yet."));
}

static void ask_for_yes(struct edit_room *room)
{
	ask_line(room->plain,
		 room->drops ? _("s sends, an empty line drops it")
			     : _("s sends, an empty line goes back to the fields"),
		 answered, room);
}

static void say_row(struct plain *plain, const struct review_row *row)
{
	char *label = say_value(row->label), *now = say_value(row->now);
	char *after = say_value(row->after), *theirs = row->theirs ? say_value(row->theirs) : NULL;

	if (theirs)
		say(plain, _("%s: %s -> %s, on the server %s"), label, now, after, theirs);
	else
		say(plain, "%s: %s -> %s", label, now, after);
	free(theirs);
	free(after);
	free(now);
	free(label);
}

/* Of one clash, or all of them. */
static void say_rows(struct edit_room *room, const struct clash *of)
{
	struct review_rows rows;

	review_rows_find(&rows, room->edit, &room->meeting.clashes, room->meeting.theirs);
	for (size_t i = 0; i < rows.count; i++)
		if (!of || rows.rows[i].clash == of)
			say_row(room->plain, &rows.rows[i]);
	review_rows_finish(&rows);
}

/* They are replaced, all of them: what that means for those that were not shown. */
static void say_prices(const struct edit_room *room)
{
	char *text = save_words_prices(room->resource, room->edit);

	if (text)
		say(room->plain, "%s.", text);
	free(text);
}

static void ask_to_send(struct edit_room *room)
{
	if (!edit_is_changed(room->edit)) {
		end(room, _("Nothing of yours is left to send: it stays as it is there."));
		return;
	}
	char *place = action_place(room->plain->client);
	bool whole = !edit_is_new(room->edit) &&
		     client_sends_whole(room->plain->client, room->resource);
	say(room->plain, whole ? _("Only this changes at %s:") : _("Only this is sent to %s:"), place);
	free(place);
	say_rows(room, NULL);
	say_prices(room);
	say_complaints(room, true);
	ask_for_yes(room);
}

/* --- mine or theirs
 * -------------------------------------------------------------------------------- */

static void ask_sides(struct edit_room *room);

static struct clash *undecided(struct clashes *clashes)
{
	for (size_t i = 0; i < clashes->count; i++)
		if (clashes->rows[i].side == SIDE_NONE)
			return &clashes->rows[i];
	return NULL;
}

static void side_answered(void *data, const char *line)
{
	struct edit_room *room = data;
	struct clash *clash = undecided(&room->meeting.clashes);

	if (!line)
		return;
	if (!*line) {
		say(room->plain, "%s", _("Nothing was sent yet."));
		return;
	}
	if (text_casecmp(line, "m") == 0)
		clash->side = SIDE_MINE;
	else if (text_casecmp(line, "t") == 0)
		clash->side = SIDE_THEIRS;
	ask_sides(room);
}

/* One member after the other; none is decided by itself. */
static void ask_sides(struct edit_room *room)
{
	const struct clash *clash = undecided(&room->meeting.clashes);

	if (clash) {
		say_rows(room, clash);
		ask_line(room->plain, _("m takes mine, t theirs"), side_answered, room);
		return;
	}
	meeting_settle(&room->meeting, room->edit);
	edit_room_changed(room);
	ask_to_send(room);
}

static bool is_right(struct edit_room *room)
{
	complaints_clear(&room->complaints);
	check_edit(&room->complaints, room->edit);
	size_t wrong = complaints_count_wrong(&room->complaints);
	if (!wrong)
		return true;
	char *text = save_words_wrong(wrong);
	say(room->plain, "%s", text);
	say_complaints(room, false);
	free(text);
	return false;
}

void edit_review(struct edit_room *room)
{
	if (!edit_is_changed(room->edit))
		say(room->plain, "%s", save_words_unchanged());
	else if (!is_right(room))
		return;
	else if (room->meeting.theirs)
		ask_sides(room);
	else
		ask_to_send(room);
}
