/* draft_file.h - what stands in the drafts of a story's home: the judge of what was lost. One that
 * cannot be read, and two of one record, fail the test. Programs that write meanwhile are not expected.
 */
/* SPDX-License-Identifier: ISC */
#ifndef E2E_DRAFT_FILE_H
#define E2E_DRAFT_FILE_H
#include <stddef.h>

struct story;

size_t draft_count(const struct story *story);

/* The text that a member has in the draft of that record; NULL when there is no draft of it, or no such
 * text in it. The caller frees. */
char *draft_value(const struct story *story, const char *key, const char *member);

/* The file of that record's draft, which must be there; the caller frees. */
char *draft_path(const struct story *story, const char *key);

/* The name that the service has for that customer; the caller frees. */
char *customer_name(const struct story *story, const char *number);

#endif
