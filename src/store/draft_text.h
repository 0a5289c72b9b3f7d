/* draft_text.h - what the file of a draft says: one JSON object, laid out for people, with both
 * versions of the record as they are. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_DRAFT_TEXT_H
#define STORE_DRAFT_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct error;
struct json;

enum { DRAFT_VERSION = 1 };

/* Which service's, and as whom: all of it has to match. NULL counts as "". */
struct draft_place {
	const char *profile, *url, *org_code;
};

struct draft_text {
	char *resource, *key, *title;
	bool is_new;
	size_t change_count;
	int64_t saved_at_s;	  /* Unix time */
	struct json *base, *now; /* objects */
};

void draft_text_finish(struct draft_text *draft); /* a zeroed one is fine */

/* The caller frees. What base and now lack in white space is all that differs from them. */
char *draft_text_write(const struct draft_place *place, const struct draft_text *draft);

/* False with the reason: it is no draft, of a version that is not known here, of another service. */
bool draft_text_read(const struct draft_place *place, const char *text, size_t len,
		     struct draft_text *out, struct error *err);

#endif
