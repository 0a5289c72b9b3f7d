/* mask.h - takes secrets out of what the trace is about to keep. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_MASK_H
#define NET_MASK_H
#include <stddef.h>

/* What stands in the place of a secret. */
#define MASK_TEXT "***"

/* The caller frees what these return. */

/* JSON or anything else, whole or cut anywhere: the values of members whose name ends as a secret's
 * (ClientSecret, access_token, password, ...) become "***", and so does whatever looks like a JSON
 * web token. *out_len is its length; a NUL stands behind it. */
char *mask_body(const char *text, size_t len, size_t *out_len);

/* A URL without user part and with *** for the values of such parameters. */
char *mask_url(const char *url);

/* "Authorization: Bearer ***" */
char *mask_header(const char *line);

#endif
