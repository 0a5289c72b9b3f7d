/* json_scan.h - checks a JSON text and makes it safe for cJSON: every number, and every string with an
 * escape in it, becomes a marked string that carries the token as it was written. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_JSON_SCAN_H
#define SCHEMA_JSON_SCAN_H
#include <stdbool.h>
#include <stddef.h>

struct error;

/* First character of a carried token (no string can begin with it: it would have to be escaped),
 * followed by one of the two kinds. */
enum { JSON_CARRIED = '\x01', JSON_CARRIED_NUMBER = 'n', JSON_CARRIED_STRING = 's' };

/* The protected text, NUL-terminated; the caller frees. NULL on error. */
char *json_scan_protect(const char *text, size_t len, size_t *protected_len, struct error *err);

/* Whether text is a JSON number and nothing else. */
bool json_scan_is_number(const char *text);

/* The value of a string token (quotes included); \u0000 and lone surrogates become U+FFFD. The caller
 * frees. */
char *json_scan_unescape(const char *token);

#endif
