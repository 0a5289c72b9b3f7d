/* url.h - parts of web addresses, written so that they stay parts. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_URL_H
#define BASE_URL_H
#include <stdio.h>

/* Writes text percent-encoded: all but letters, digits and - . _ ~ (RFC 3986, unreserved), so that
 * it stays one path segment, one name or one value whatever it holds. "." and "..", which a path
 * would swallow, are encoded too. */
void url_write_encoded(FILE *out, const char *text);

/* The text with its %XX read, for people: what is not encoded rightly, or is %00, stays as it is.
 * The caller frees. */
char *url_decoded(const char *text);

#endif
