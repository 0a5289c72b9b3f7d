/* draft.h - a record being edited, kept in a file until the service has it: what a dropped line would
 * otherwise lose. One file a record and process, mode 0600, written atomically; a lock that the living
 * process holds tells whose draft is in use. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct edit;
struct error;
struct profile;
struct resource;

struct drafts; /* those of one profile, seen by this process; opaque */

/* Where profile's drafts are kept: by its name and address, so that another server's are never taken
 * for its own. NULL with the reason when there is no folder for them. */
struct drafts *drafts_open(const struct profile *profile, struct error *err);
/* Lets go of the lock; the files stay. NULL is fine. */
/* Whether they are of the organization, or tenant, that the profile works in by now. */
bool drafts_are_of(const struct drafts *drafts, const struct profile *profile);
void drafts_close(struct drafts *drafts);

/* What one file says, without the records. */
struct draft_info {
	char *id;	    /* of the file, for the functions below */
	char *resource;	    /* "customers" */
	char *key, *title;  /* of the record; key is "" for a new one without a number */
	bool is_new;
	size_t change_count;
	int64_t saved_at_s; /* Unix time */
	bool live;	    /* another process has it open: named, never offered */
	bool ours;	    /* this process has it open */
	char *trouble;	    /* it cannot be read: why; the file stays. NULL: it can */
};

struct draft_list {
	struct draft_info *rows; /* the newest first */
	size_t count;
};

/* Whether it is a draft of that record; key "": of a new one. */
bool draft_info_is_of(const struct draft_info *info, const struct resource *resource,
		      const char *key);

void drafts_list(struct drafts *drafts, struct draft_list *list);
void draft_list_finish(struct draft_list *list); /* a zeroed one is fine */
/* How many drafts are there that nobody has open. Cheap: no file is read. */
size_t drafts_count(const struct drafts *drafts);

/* Writes or replaces this process's draft of edit. id is the draft that it continues, NULL: a new
 * one; *id is set (yours to free). */
bool draft_save(struct drafts *drafts, const struct resource *resource, const struct edit *edit,
		char **id, struct error *err);

/* Reads one and makes it this process's own: the edit is the caller's, and so is the id that *id
 * becomes. NULL with the reason (it is open, it cannot be read): file and id stay. */
struct edit *draft_take(struct drafts *drafts, const struct resource *resource, char **id,
			struct error *err);

/* The edit is closed and its file stays: anybody may take it from now on. */
void draft_release(struct drafts *drafts, const char *id);

/* After the service's yes, or an explicit discard. */
bool draft_remove(struct drafts *drafts, const char *id, struct error *err);

#endif
