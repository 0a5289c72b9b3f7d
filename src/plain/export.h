/* export.h - a list as a file. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_EXPORT_H
#define PLAIN_EXPORT_H

struct plain;
struct plain_export; /* opaque */
struct query;

/* Writes all that match query, copied, to the file of that name, and says so: CSV with all columns, or JSON by
 * its ending. Asks before it writes over one. *place is what is under way, NULL when it has ended. */
void plain_export_start(struct plain *plain, const struct query *query, const char *name,
			struct plain_export **place);
/* Stops it: there is no file. NULL is fine. */
void plain_export_free(struct plain_export *export);

#endif
