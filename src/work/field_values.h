/* field_values.h - what a field is now in many records: from pages of their list as far as these have it,
 * else record by record, a few calls at a time. Kept on the disk: the price lists of ten thousand products
 * are more than memory is for. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_FIELD_VALUES_H
#define WORK_FIELD_VALUES_H
#include <stdbool.h>
#include <stddef.h>

#include "base/text_list.h"

struct client;
struct error;
struct field;
struct query;

struct field_values; /* opaque */

enum field_value_state {
	VALUE_AWAITED,
	VALUE_KNOWN,
	VALUE_MISSING, /* the record cannot be read: field_values_at says why */
};

/* Reads on until all is known: changed is called as it goes on, never from within start, and
 * maybe after all is known, for what was still under way. keys, in
 * byte order, are borrowed and must outlive it; query is the list that they were marked in
 * (copied). */
struct field_values *field_values_start(struct client *client, const struct query *query,
					const struct field *field, const struct text_list *keys,
					void (*changed)(void *data), void *data);
/* Stops what is under way. NULL is fine. */
void field_values_free(struct field_values *values);

size_t field_values_known(const struct field_values *values); /* not awaited any more */
bool field_values_are_over(const struct field_values *values);
/* Why it ended before all was known; NULL: it did not. */
const struct error *field_values_error(const struct field_values *values);

/* The value as JSON text, "" where there is none; or why it is missing. Borrowed until the next one is
 * asked for. One that cannot be read from the disk any more is missing. */
enum field_value_state field_values_at(struct field_values *values, size_t i, const char **text);

#endif
