/* row.h - one row of a list as it is kept: key, cell texts and JSON text in one block of memory. A
 * tree of the same row takes five times as much. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_ROW_H
#define STORE_ROW_H
#include <stddef.h>

#include "store/pager.h"

struct json;
struct schema;

/* From an object in the schema's spelling; what is no object gives a row of empty texts. The caller
 * calls row_free. */
struct pager_row *row_new(const struct schema *schema, const struct json *object);
void row_free(struct pager_row *row); /* NULL is fine */

/* The memory it takes. */
size_t row_bytes(const struct pager_row *row);

#endif
