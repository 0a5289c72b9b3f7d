/* SPDX-License-Identifier: ISC */
#include "sandbox/upsert.h"

#include <stdlib.h>
#include <string.h>

#include "sandbox/collection.h"
#include "sandbox/store_records.h"
#include "schema/field.h"
#include "schema/json.h"

bool upsert_find(struct store *store, const struct collection *collection, int64_t organization,
		 const struct json *body, int64_t *by_key, int64_t *by_external_id,
		 struct error *err)
{
	const char *key = json_text(json_member_exact(body, collection->schema->key));
	const char *external_id = json_text(json_member_exact(body, "externalId"));

	*by_key = *by_external_id = 0;
	if (key && !store_find(store, collection, organization, collection_key(collection), key,
			       by_key, err))
		return false;
	return !external_id || !*external_id ||
	       store_find(store, collection, organization,
			  schema_field(collection->schema, "externalId"), external_id,
			  by_external_id, err);
}

bool upsert_read(struct store *store, const struct collection *collection, int64_t id,
		 struct json **tree, struct error *err)
{
	char *document;

	*tree = NULL;
	if (!store_read(store, collection, id, &document, err))
		return false;
	if (!document)
		return true;
	*tree = json_parse(document, strlen(document), err);
	free(document);
	return *tree;
}

void upsert_merge(struct json *document, const struct json *body)
{
	for (const struct json *member = json_first(body); member; member = json_next(member))
		json_put_copy(document, member);
}
