/* trace.h - the last calls, for the request log. Secrets are masked when recorded, so that no later
 * mistake can show them. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_TRACE_H
#define NET_TRACE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct trace;

enum {
	TRACE_CALLS = 200,
	TRACE_BODY_MAX = 8 * 1024,      /* kept of each body */
	TRACE_BODIES_MAX = 512 * 1024,  /* of all together: the oldest lose theirs first */
};

struct trace_body {
	const char *text; /* masked, NUL behind its len bytes, or NULL; may end mid-character */
	size_t len;
	size_t full_len; /* bytes of the whole body, decompressed */
	bool cut;        /* text is less than the whole */
	bool personal;	 /* that is why there is no text */
};

/* One try of one call. */
struct trace_entry {
	unsigned long number; /* 1 for the first since the start: never used again */
	int64_t when_unix_s;
	const char *method;
	const char *url;     /* without secrets in its query, without a user part */
	const char *headers; /* of the request, a line each, masked */
	int status;          /* 0: no answer */
	const char *failure; /* a sentence, or NULL when an answer came */
	int64_t took_ms;
	int64_t bytes_sent, bytes_received; /* of the bodies on the wire, before decompression */
	struct trace_body request, answer;
};

/* keep: how many calls, 0 for TRACE_CALLS. */
struct trace *trace_new(size_t keep);
void trace_free(struct trace *trace); /* NULL is fine */

/* Copies entry: masks, cuts and numbers the copy. Of a body text, len, full_len and personal are looked
 * at; text may be NULL: not to be kept. The oldest entry goes if there is no room. */
void trace_add(struct trace *trace, const struct trace_entry *entry);

size_t trace_count(const struct trace *trace);

/* 0 is the newest. Borrowed until the next trace_add. NULL when there is none. */
const struct trace_entry *trace_at(const struct trace *trace, size_t i);

/* Calls fn after each trace_add; NULL: nobody. */
void trace_on_change(struct trace *trace, void (*fn)(void *data), void *data);

#endif
