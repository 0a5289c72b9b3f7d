/* list.h - one list, a page at a time, a line a record. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_LIST_H
#define PLAIN_LIST_H
#include <stdint.h>

struct client_call;
struct json;
struct plain;
struct plain_export;
struct query;
struct resource;

enum { LIST_PAGE_SIZE = 20 };

struct list {
	struct plain *plain;
	const struct resource *resource;
	struct query *query;
	struct query
		*asked; /* other than query while it is not known whether it is answered; or NULL */
	struct json *rows;    /* of the page that was said; NULL: none yet, or it is empty */
	int page, asked_page; /* counted from 1 */
	int64_t total, pages; /* -1: not known */
	struct client_call *call;
	struct plain_export *export; /* under way; NULL */
};

void plain_list_open(struct plain *plain, const struct resource *resource);
/* The one that query (taken over) is of, with what it asks for. */
void plain_list_open_take(struct plain *plain, struct query *query);

/* Asks for a page of query (taken over; NULL: of the same as before) and says it. Where the service
 * refuses, the list stays as it was. */
void plain_list_ask_take(struct list *list, struct query *query, int page);

/* The page that is there, or that there is none (list_say.c). */
void plain_list_say(struct list *list);

/* What narrows and orders the list (list_query.c): argument is what stood behind the command. */
void plain_list_search(struct plain *plain, void *state, const char *argument);
void plain_list_filter(struct plain *plain, void *state, const char *argument);
/* The same by search fields, as questions (list_fields.c). */
void plain_list_ask_fields(struct list *list);
void plain_list_sort(struct plain *plain, void *state, const char *argument);
void plain_list_clear(struct plain *plain, void *state, const char *argument);

#endif
