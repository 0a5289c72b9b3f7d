/* profile_list.h - the profiles a person may work with: those of the configuration, what was said at start,
 * a login typed by hand, our own sandbox.
 *
 * What options and environment say is said of the profile that was chosen at start and of no other: a token
 * or a secret never goes to the service of another profile. Only --read-only holds for all. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PROFILE_LIST_H
#define WORK_PROFILE_LIST_H
#include <stdbool.h>
#include <stddef.h>

struct config;
struct error;
struct profile;

struct profile_row {
	struct profile *profile;
	bool is_sandbox; /* ours, to be started first */
	bool is_by_hand; /* of a service, and whose it is, the login tells */
};

struct profile_list {
	struct profile_row *rows; /* never empty */
	size_t count;
	size_t start; /* the row chosen at start */
};

/* What was said at start: the profile in the end (config_choose_profile), which may be one of config. */
struct profile_start {
	const struct profile *profile;
	bool sandbox;   /* --sandbox */
	bool read_only; /* --read-only */
};

/* Copies all of it. */
void profile_list_init(struct profile_list *list, const struct config *config,
		       const struct profile_start *start);
/* Wipes the secrets; an empty one is fine. */
void profile_list_finish(struct profile_list *list);

/* The row of our sandbox for that api. */
size_t profile_list_sandbox(const struct profile_list *list, const char *api);

/* Whether it is known whom to talk to, and as whom; else a person is asked, or the sandbox started. */
bool profile_row_is_ready(const struct profile_row *row);
/* What a call would find out, said before another profile is left for it. */
bool profile_row_check(const struct profile_row *row, struct error *err);

/* Texts of a row, translated; the caller frees. */
char *profile_row_name(const struct profile_row *row);    /* "shop", "another login" */
char *profile_row_service(const struct profile_row *row); /* "Nymble Commerce" */
/* What is known of where it works before anybody is logged in: the organization's code, the tenant; "" for
 * nothing. Borrowed. */
const char *profile_row_organization(const struct profile_row *row);
char *profile_row_address(const struct profile_row *row);
/* "PROD", "test", "read-only"; the first two are never missing. */
char *profile_row_kind(const struct profile_row *row);

#endif
