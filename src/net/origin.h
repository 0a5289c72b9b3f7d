/* origin.h - scheme, host and port: whom credentials may be given to. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_ORIGIN_H
#define NET_ORIGIN_H
#include <stdbool.h>

struct error;

struct origin {
	char *scheme; /* "https" or "http" */
	char *host;   /* lower case; [::1] with its brackets */
	char *port;   /* always there: "443" */
};

/* Reads a URL as libcurl will read it. Refuses what is no http or https URL, names a user, or is
 * plain http to another machine. */
bool origin_parse(struct origin *origin, const char *url, struct error *err);
void origin_finish(struct origin *origin); /* all zeros is fine */

bool origin_equal(const struct origin *a, const struct origin *b);

/* True for localhost and addresses of the loopback net. */
bool origin_is_this_machine(const struct origin *origin);

/* "api.example" or "127.0.0.1:4010": how a sentence names it. The caller frees. */
char *origin_name(const struct origin *origin);

#endif
