/* document.h - walks the members of a stored document without building a tree. Stored documents are
 * compact, well-formed JSON objects of our own writing; this is no parser for what strangers send.
 */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_DOCUMENT_H
#define SANDBOX_DOCUMENT_H
#include <stdbool.h>
#include <stddef.h>

/* Part of a text, not NUL-terminated. */
struct slice {
	const char *text;
	size_t len;
};

/* The next member behind *at (first call: *at is the document), its name without quotes and its
 * value as written. False at the end. */
bool document_next(const char **at, struct slice *name, struct slice *value);

/* A member as text, "" if absent; the caller frees. */
char *document_text(const char *document, const char *member);

bool slice_is(struct slice slice, const char *text);

/* The value of a string token, or any other token as written; "" for null. The caller frees. */
char *token_text(struct slice token);

#endif
