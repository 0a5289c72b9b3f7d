/* draft_fixture.h - a customer, and drafts of it. What cannot be had fails the test. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_STORE_DRAFT_FIXTURE_H
#define TESTS_UNIT_STORE_DRAFT_FIXTURE_H

struct drafts;
struct edit;
struct resource;

extern const struct resource customers;

/* The drafts of a profile; shop is one at https://api.example. */
struct drafts *drafts_at(const char *name, const char *url);
struct drafts *shop(void);

/* An edit of that record; of HRB-1042 Harborline. */
struct edit *edit_of(const char *json);
struct edit *edit_of_harborline(void);
void type(struct edit *edit, const char *field, const char *text);

/* A draft of Harborline with that name; the caller frees its id. */
char *save_named(struct drafts *drafts, const char *name);
/* The name in a draft of Harborline that nobody has open, which is ours from then on; the caller
 * frees. */
char *take_name(struct drafts *drafts, const char *id);

#endif
