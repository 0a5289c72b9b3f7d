/* edit.h - changing a record, or making one: its fields by number or name, a review of what would
 * be sent, the save. Each change is kept as a draft at once; nothing but a saved edit or an
 * explicit discard ends it. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_EDIT_H
#define PLAIN_EDIT_H

struct edit;
struct plain;
struct record;
struct resource;

/* Each says why not, and opens nothing, where nothing may be changed. */

/* A record that was read whole (copied). field is what a person called the first field to change;
 * "": none yet. */
void plain_edit_open_record(struct plain *plain, const struct resource *resource,
			    const struct record *record, const char *field);
void plain_edit_open_new(struct plain *plain, const struct resource *resource);
/* A new record of what resource's hits are taken over as, with what hit, one of its rows, says. */
void plain_edit_take_over(struct plain *plain, const struct resource *resource, const struct record *hit);
/* A draft that was taken (store/draft.h): both are taken over. */
void plain_edit_open_draft(struct plain *plain, const struct resource *resource, struct edit *edit,
			   char *draft_id);
/* Changes that were made elsewhere (an undo): their review, at once. edit is taken over. */
void plain_edit_open_review(struct plain *plain, const struct resource *resource,
			    struct edit *edit);

#endif
