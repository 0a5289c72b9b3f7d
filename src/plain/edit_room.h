/* edit_room.h - one record being edited, as the parts that do it share it: its fields (edit), a
 * value (edit_value), entries of a list (edit_entry), the review and the save (edit_review). */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_EDIT_ROOM_H
#define PLAIN_EDIT_ROOM_H
#include <stdbool.h>
#include <stddef.h>

#include "api/client.h"
#include "plain/edit_lines.h"
#include "schema/check.h"
#include "schema/edit.h"
#include "work/meeting.h"

struct countries;
struct plain;
struct record;
struct resource;
struct room_class;
struct save;

struct edit_room {
	struct plain *plain;
	const struct resource *resource;
	char *key; /* of the record at the service; "" for a new one */
	struct edit *edit;
	struct complaints complaints;
	struct meeting meeting; /* with what the service has by now */
	char *draft_id;         /* NULL: there is no file */
	bool draft_failed;      /* and that was said */
	bool drops;             /* nobody has asked for its fields: leaving the review drops it */

	struct client_call *call; /* of the record, or of a list to choose from */
	struct save *save;
	struct countries *countries; /* NULL: not needed yet */
	struct choice_list listed;   /* that the value asked about is chosen from */
	struct edit_line line;       /* what is being asked about */
	struct place place;          /* where that is */
};

/* How one begins. edit and draft_id are taken over. */
struct edit_argument {
	const struct resource *resource;
	struct edit *edit;
	char *draft_id;
	const char *field; /* what is asked about at once; NULL: nothing */
	bool review;
};

extern const struct room_class plain_edit_room; /* argument: struct edit_argument */

/* All that can be changed, numbered. */
void edit_room_say(struct edit_room *room);

/* Reads the record again: a draft goes on from what the service has by now. */
void edit_room_compare(struct edit_room *room);

/* The edit was changed: complaints of an earlier check are out of date, the draft is written. */
void edit_room_changed(struct edit_room *room);
/* The service has it, or the user does not want it any more. */
void edit_room_drop_draft(struct edit_room *room);

/* Asks for the value of a line, or does what it stands for: opens an entry, adds one. */
void edit_value_ask(struct edit_room *room, struct place place, const struct edit_line *line);
/* Another name for an attribute. */
void edit_value_rename(struct edit_room *room, const struct edit_line *line);

/* The form of an entry, in a room above. */
void plain_edit_entry_open(struct edit_room *room, struct place place, bool is_new);

/* Checks, says what would be sent, and asks. */
void edit_review(struct edit_room *room);

#endif
