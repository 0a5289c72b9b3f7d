/* lists_call.h - how the call is written that replaces a list field of several records (N21), as the
 * dialect and the profile say. */
/* SPDX-License-Identifier: ISC */
#ifndef API_LISTS_CALL_H
#define API_LISTS_CALL_H
#include <stddef.h>

#include "api/dialect.h"

struct field;
struct list_update;

/* The list field that row has such a call for; NULL: none. row may be NULL. */
const struct field *lists_call_field(const struct dialect_resource *row);

/* Borrows from row and profile. */
struct endpoint lists_call_endpoint(const struct dialect_resource *row,
				    const struct profile *profile);

/* The body; the caller frees. */
char *lists_call_body(const struct dialect_resource *row, const struct profile *profile,
		      const struct list_update *updates, size_t count);

#endif
