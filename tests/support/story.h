/* story.h - what a story of tests/e2e needs: a home of its own, a sandbox with a database of its
 * own, and the real nymble-tui in a terminal. What cannot be had fails the test. */
/* SPDX-License-Identifier: ISC */
#ifndef SUPPORT_STORY_H
#define SUPPORT_STORY_H
#include <stdbool.h>
#include <stddef.h>

#include "faults/fault_proxy.h"
#include "support/sandbox.h"
#include "support/story_calls.h"
#include "support/terminal.h"

/* Sample logins of the sandbox: it prints them at start. */
#define STORY_ORG "harborline"
#define STORY_CLIENT "backoffice-terminal"
#define STORY_SECRET "sandbox-secret"
#define STORY_KEY "sandbox-key-northpoint-admin"

struct story {
	char home[64];
	struct sandbox *sandbox;
	char url[64]; /* what the program is told, once it runs */
	struct fault_proxy *proxy; /* between the two; NULL: none */
	long mark;		   /* in the sandbox's log: story_calls.h */
};

/* For cmocka: *state becomes a story whose home is empty; the teardown ends and removes all of it.
 */
int story_setup(void **state);
int story_teardown(void **state);
#define STORY(test) cmocka_unit_test_setup_teardown(test, story_setup, story_teardown)

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Starts a sandbox with 200 customers and 100 products. options: further ones (WORDS) or NULL. */
void story_sandbox(struct story *story, const char *const *options);
/* Ends it and starts another at the same address, which knows nothing of what the first one gave
 * out. */
void story_replace_sandbox(struct story *story);
/* Ends what runs and removes what was left, as if the story began here: for a table of them. */
void story_begin_anew(struct story *story);
/* Ends it: nobody listens there any more. */
void story_end_sandbox(struct story *story);
/* Puts a proxy with these faults between the program, connected from now on, and the sandbox, which
 * runs; or gives the proxy that is there other faults. Borrowed until the story ends. */
void story_through(struct story *story, const struct fault *faults, size_t count);
#define STORY_THROUGH(story, ...)                                                                  \
	do {                                                                                       \
		static const struct fault faults_through[] = { __VA_ARGS__ };                      \
		story_through(story, faults_through,                                               \
			      sizeof(faults_through) / sizeof(faults_through[0]));                 \
	} while (0)
/* An answer for FAULT_ANSWER without a body, such as "401 Unauthorized". */
#define STORY_ANSWER(status) "HTTP/1.1 " status "\r\nContent-Length: 0\r\n\r\n"

/* One request with an administrator's rights, behind the client's back; returns the status. */
int story_request(const struct story *story, const char *method, const char *path,
		  const char *body);

/* What is different from an 80x24 terminal with colours and UTF-8; all may be 0. */
struct story_terminal {
	int rows, cols;
	const char *type, *locale;
	const char *env[8]; /* further NAME=value */
};

/* nymble-tui with these arguments (WORDS or NULL), and nothing else said. */
struct terminal *story_start(const struct story_terminal *terminal, const char *const *arguments);
/* nymble-tui on the story's sandbox, with all that a login needs in the environment if with_secret.
 */
struct terminal *story_connect(const struct story *story, const struct story_terminal *terminal,
			       bool with_secret, const char *const *arguments);

/* The same as another of the organization's sample logins, whose secret is the same. */
struct terminal *story_connect_as(const struct story *story, const char *client_id,
				  const struct story_terminal *terminal, const char *const *arguments);

/* Organization code, client id and secret into the fields that stand there. */
void story_log_in(struct terminal *term, const char *secret);

/* The usual openings: a sandbox with these options, and the program at its first list: by a login
 * that needs no typing, or by hand, so that the session asks again when its token ends. */
struct terminal *story_open(struct story *story, const char *const *sandbox_options,
			    const char *const *arguments);
struct terminal *story_open_by_hand(struct story *story, const char *const *sandbox_options);
/* A customer's record, from any list. */
void story_open_customer(struct terminal *term, const char *number);

/* Q, then all must be as it was found. */
void story_quit(struct terminal *term);

#endif
