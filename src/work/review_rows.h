/* review_rows.h - the lines of a review: what each field is now and becomes, and where the service has
 * another version by now, what stands there. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_REVIEW_ROWS_H
#define WORK_REVIEW_ROWS_H
#include <stddef.h>

struct clash;
struct clashes;
struct edit;
struct field;
struct record;

struct review_row {
	const struct field *field; /* of the record: the member that is sent */
	char *label;		   /* translated: "Phone", "Billing, 12 Dock Street: City" */
	char *now, *after;	   /* as they came, "" where there is nothing; after is ours */
	char *theirs;		   /* on the server; NULL: this member is no clash */
	struct clash *clash;	   /* of the member, borrowed; NULL: none */
};

struct review_rows {
	struct review_row *rows;
	size_t count;
};

/* theirs is what clashes were found with; NULL: there is no clash. Borrows from clashes alone. */
void review_rows_find(struct review_rows *rows, const struct edit *edit, struct clashes *clashes,
		      const struct record *theirs);

/* What will stand there: ours, or theirs where that was chosen. Borrowed. */
const char *review_row_outcome(const struct review_row *row);

void review_rows_finish(struct review_rows *rows); /* a zeroed one is fine */

#endif
