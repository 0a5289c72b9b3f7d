/* list_memory.h - what is remembered of lists from one start to the next: the order and columns in which
 * each was left, and the saved views (store/views.h). Of the profile that is connected. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_LIST_MEMORY_H
#define SCREENS_LIST_MEMORY_H
#include <stdbool.h>

#include "store/views.h"

struct app;
struct columns;
struct list;
struct query;
struct resource;
struct timer;

/* In struct app; zeroed at start. */
struct list_memory {
	struct views views;
	bool loaded;
	struct timer *writing; /* what was changed is written when keys rest */
};

/* Those that are known; reads the file the first time and says so when it was broken. Borrowed until the
 * next change: what waits to be written is written before, so that no timer takes them away. */
const struct views *list_memory_views(struct app *app);

/* How the list of resource was left: its columns, and a query with its order (the caller frees). */
struct query *list_recall(struct app *app, const struct resource *resource, struct columns *columns);

/* Order or columns of the list are others now: written in a moment. */
void list_remember(struct list *list);

/* Writes what is to be written now and forgets the rest: before the client goes. */
void list_memory_forget(struct app *app);

#endif
