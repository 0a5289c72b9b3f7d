/* SPDX-License-Identifier: ISC */
#include "api/wait_list.h"

#include <stddef.h>

void wait_list_add(struct wait_list *list, struct waiter *waiter)
{
	struct waiter **end = &list->first;

	while (*end)
		end = &(*end)->next;
	*end = waiter;
	waiter->next = NULL;
	waiter->waiting = true;
}

void wait_list_remove(struct wait_list *list, struct waiter *waiter)
{
	struct waiter **place = &list->first;

	if (!waiter->waiting)
		return;
	while (*place != waiter)
		place = &(*place)->next;
	*place = waiter->next;
	waiter->waiting = false;
}

void wait_list_tell(struct wait_list *list, const struct error *err)
{
	size_t count = 0;

	for (const struct waiter *waiter = list->first; waiter; waiter = waiter->next)
		count++;
	while (count-- > 0 && list->first) { /* who is told may take others off */
		struct waiter *waiter = list->first;
		wait_list_remove(list, waiter);
		waiter->fn(waiter->data, err);
	}
}
