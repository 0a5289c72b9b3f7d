/* list_reply.h - one page of a collection in the envelope of its service. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_LIST_REPLY_H
#define SANDBOX_LIST_REPLY_H
#include <stddef.h>
#include <stdio.h>

struct faults;
struct list_style;
struct reply;
struct selection;
struct service;

/* Writes a row as this caller may see it; NULL: as it is. */
typedef void list_row_fn(const void *data, const char *row, size_t len, FILE *out);

/* Answers with the page, or with faults when there are any. */
void list_reply(struct service *service, const struct list_style *style,
		const struct selection *selection, const struct faults *faults, list_row_fn *row,
		const void *data, struct reply *reply);

#endif
