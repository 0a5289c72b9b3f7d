/* upsert.h - which stored record a body is about, and what comes of the two: by key, else by
 * externalId; omitted members stay, lists are replaced (contract README, lifecycle). */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_UPSERT_H
#define SANDBOX_UPSERT_H
#include <stdbool.h>
#include <stdint.h>

struct collection;
struct error;
struct json;
struct store;

/* The record with the body's key (*by_key) and the one with its externalId (*by_external_id); 0:
 * none. */
bool upsert_find(struct store *store, const struct collection *collection, int64_t organization,
		 const struct json *body, int64_t *by_key, int64_t *by_external_id,
		 struct error *err);

/* The stored document as a tree; the caller frees. NULL without err when there is none. */
bool upsert_read(struct store *store, const struct collection *collection, int64_t id,
		 struct json **tree, struct error *err);

/* Puts every member of body into document; what a map or list held before is replaced. */
void upsert_merge(struct json *document, const struct json *body);

#endif
