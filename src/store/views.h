/* views.h - saved views: a list's conditions, order and columns under a name; and, nameless, how each
 * list was left. One readable line each, in a file of the profile's own:
 *
 *	customers "Wholesale in Maine" columns=customerNumber,companyName:30 pricing:equals:Wholesale sort=-companyName
 */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_VIEWS_H
#define STORE_VIEWS_H
#include <stdbool.h>
#include <stddef.h>

struct error;
struct profile;

struct view {
	char *resource; /* "customers" */
	char *name;	/* "": how the list was left */
	char *columns;	/* "customerNumber,companyName:30", widths where they are the user's; "": the table's */
	char *query;	/* one line (schema/query.h); "": everything */
};

struct views {
	struct view *rows; /* in the file's order */
	size_t count;
};

/* Those of profile; no file is no view. A file that cannot be read in full is set aside beside itself and
 * written anew with the lines that could be; that is false, with what was wrong and where it is now, but
 * *views holds them. */
bool views_load(const struct profile *profile, struct views *views, struct error *err);
void views_finish(struct views *views); /* a zeroed one is fine */

/* Ignoring case, as people name things; NULL: there is none. Borrowed. */
const struct view *views_find(const struct views *views, const char *resource, const char *name);

/* Changes of the file. Another program may have changed it meanwhile: it is read again under a lock, and
 * *views is what it says afterwards. On failure the file is as it was. */

/* What a view is to be; as in struct view. */
struct view_text {
	const char *resource, *name, *columns, *query;
};

/* Replaces the view of that resource and name, or adds it. */
bool views_put(const struct profile *profile, struct views *views, const struct view_text *view,
	       struct error *err);
/* Refuses a name that is taken or empty. */
bool views_rename(const struct profile *profile, struct views *views, const char *resource, const char *name,
		  const char *new_name, struct error *err);
bool views_remove(const struct profile *profile, struct views *views, const char *resource, const char *name,
		  struct error *err);

#endif
