/* sandbox_calls.h - calls to a sandbox of one's own, each on a connection of its own. */
/* SPDX-License-Identifier: ISC */
#ifndef SUPPORT_SANDBOX_CALLS_H
#define SUPPORT_SANDBOX_CALLS_H

struct sandbox;

/* What most such tests start with: enough to look at, and quick to fill. */
#define SANDBOX_SMALL SANDBOX_ARGS("--customers", "40", "--products", "20")

/* A token of the first organization's Admin; the caller frees. */
char *sandbox_log_in(struct sandbox *sandbox);

/* The status alone; token and body may be NULL. */
int sandbox_status(struct sandbox *sandbox, const char *method, const char *path, const char *token,
		   const char *body);

/* The text of a member of what GET path answers, which must be 200; the caller frees. */
char *sandbox_member(struct sandbox *sandbox, const char *token, const char *path,
		     const char *member);

/* Fails unless the first organization has that many customers. */
void sandbox_assert_customers(struct sandbox *sandbox, const char *total);

#endif
