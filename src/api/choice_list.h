/* choice_list.h - making lists of values to choose from (struct choice_list); for the client_*.c
 * alone. Values are the same when they differ in case alone (N15). */
/* SPDX-License-Identifier: ISC */
#ifndef API_CHOICE_LIST_H
#define API_CHOICE_LIST_H
#include <stdbool.h>
#include <stddef.h>

#include "api/client.h"

/* Appends a value that the list does not have; both texts are copied. False: empty, or there. */
bool choice_list_add(struct choice_list *list, const char *value, const char *label);
/* The same for one that the service did not tell. */
bool choice_list_add_from(struct choice_list *list, const char *value, enum choice_from from);
/* Appends those of other that the list does not have. */
void choice_list_add_all(struct choice_list *list, const struct choice_list *other);

/* Puts value, seen on a record, in its place in a list that is only ever filled so, sorted, of at most max values. */
void choice_list_insert(struct choice_list *list, const char *value, const char *label, size_t max);

#endif
