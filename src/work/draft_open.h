/* draft_open.h - a draft that somebody wants to go on with, taken if it can be. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_DRAFT_OPEN_H
#define WORK_DRAFT_OPEN_H

struct client;
struct draft_info;
struct drafts;
struct edit;
struct error;
struct resource;

/* What was taken: edit and id, of the draft that is now ours, are the caller's. */
struct draft_taken {
	const struct resource *resource;
	struct edit *edit; /* NULL: it was not taken */
	char *id;
};

/* What nobody could edit is not taken: it would be nobody's to offer while we live. Says why not:
 * it cannot be read, it is open, the service has no such records or lets nobody change them. */
struct draft_taken draft_open(const struct client *client, struct drafts *drafts,
			      const struct draft_info *info, struct error *err);

#endif
