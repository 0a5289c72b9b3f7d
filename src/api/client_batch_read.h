/* client_batch_read.h - what the answer to a call for many says of each record, however it is laid out (F9);
 * for client_batch.c. */
/* SPDX-License-Identifier: ISC */
#ifndef API_CLIENT_BATCH_READ_H
#define API_CLIENT_BATCH_READ_H
#include <stddef.h>

#include "api/client.h"

struct batch_call;
struct json;
struct schema;

/* Which item a result may be about. */
struct batch_place {
	enum batch_op op;
	size_t index;	 /* in the list of op that was sent */
	char *key, *external_id; /* "" when it had none */
};

/* Finds for each place the result in tree, borrowed; NULL where there is none: by the key or external id that
 * a result says (schema has their names), else by its index, else by its place. results has room for count,
 * which is more than 0. */
void batch_find_results(const struct batch_call *names, const struct schema *schema,
			const struct json *tree, const struct batch_place *places, size_t count,
			const struct json **results);

/* The status that a result tells; 0 when it tells none. */
int batch_status(const struct batch_call *names, const struct json *result);

#endif
