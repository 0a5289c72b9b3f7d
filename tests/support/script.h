/* script.h - a service on loopback that answers from a table, and keeps what it was asked. */
/* SPDX-License-Identifier: ISC */
#ifndef SUPPORT_SCRIPT_H
#define SUPPORT_SCRIPT_H
#include <stdbool.h>
#include <stddef.h>

#include "faults/fault_proxy.h"

/* One answer: to the nth request (0: each) with this method (NULL: any) and this text in its target
 * (NULL: any). The first row that fits is taken; what fits none gets 404. */
struct script_row {
	const char *method, *path;
	const char *status; /* "200 OK"; NULL: "200 OK" */
	const char *body;   /* NULL: "{}" */
	size_t body_len;    /* 0: up to its NUL */
	const char *head;   /* further lines, each ending in CR LF; NULL: Content-Type: application/json */
	int nth;
	enum fault_kind fault; /* FAULT_NONE: as it stands */
	long amount;           /* of the fault */
};

struct script;

/* The caller frees with script_free; rows may go once this returns. */
struct script *script_new(const struct script_row *rows, size_t count);
void script_free(struct script *script); /* NULL is fine */

/* Other rows from the next request on. */
void script_set(struct script *script, const struct script_row *rows, size_t count);

int script_port(const struct script *script);

/* How many requests came, and whether one of them had text in it. */
int script_requests(const struct script *script);
bool script_was_sent(const struct script *script, const char *text);

#endif
