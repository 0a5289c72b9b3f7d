/* client_values.h - resources whose records are the values of a source (resource->source): listed and
 * counted instead of fetched; for the client_*.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef API_CLIENT_VALUES_H
#define API_CLIENT_VALUES_H
#include "api/client_call.h"

/* As client_list: search text narrows, the key alone can be sorted by. page_size is within its bounds. */
struct client_call *client_list_values(struct client *client, const struct query *query, int page,
				       int page_size, client_page_fn *fn, void *data);
/* As client_get: the record has the number of records with that value too. */
struct client_call *client_get_value(struct client *client, const struct dialect_resource *resource,
				     const char *key, client_record_fn *fn, void *data);

#endif
