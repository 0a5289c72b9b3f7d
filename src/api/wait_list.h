/* wait_list.h - those who wait for one event, in the order they came. */
/* SPDX-License-Identifier: ISC */
#ifndef API_WAIT_LIST_H
#define API_WAIT_LIST_H
#include <stdbool.h>

struct error;

/* Part of the struct of whoever waits. fn is called once: err is NULL when what was waited for has
 * come, else says why it will not. */
struct waiter {
	void (*fn)(void *data, const struct error *err);
	void *data;
	struct waiter *next; /* the list's, as is waiting */
	bool waiting;
};

struct wait_list {
	struct waiter *first; /* NULL: nobody waits */
};

void wait_list_add(struct wait_list *list, struct waiter *waiter);
/* Fine when it does not wait. */
void wait_list_remove(struct wait_list *list, struct waiter *waiter);

/* Takes everybody off the list and tells them. Who begins to wait meanwhile is not meant. */
void wait_list_tell(struct wait_list *list, const struct error *err);

#endif
