/* SPDX-License-Identifier: ISC */
#include "api/lists_call.h"

#include <assert.h>
#include <stdlib.h>

#include "api/client.h"
#include "api/profile.h"
#include "schema/changes.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"

const struct field *lists_call_field(const struct dialect_resource *row)
{
	return row && row->lists.list ? schema_field(row->resource->schema, row->lists.list) : NULL;
}

struct endpoint lists_call_endpoint(const struct dialect_resource *row,
				    const struct profile *profile)
{
	struct endpoint endpoint = row->lists.endpoint;

	if (profile->price_update_path)
		endpoint.path = profile->price_update_path;
	if (profile->price_update_method == PRICE_UPDATE_POST) {
		endpoint.method = "POST";
		endpoint.once = true; /* contract README: which POSTs are sent again */
	}
	return endpoint;
}

/* {"sku":"ROPE-BRD-12","prices":[...]} */
static struct json *record_with_list(const struct schema *schema, const struct field *list,
				     const struct list_update *update)
{
	struct json *object = json_new_object();

	json_put_take(object, schema->key, json_new_string(update->key));
	json_put_take(object, list->name, changes_list_body(list, update->entries));
	return object;
}

char *lists_call_body(const struct dialect_resource *row, const struct profile *profile,
		      const struct list_update *updates, size_t count)
{
	const struct field *list = lists_call_field(row);
	struct json *records = json_new_array(), *body = records;

	assert(list);
	for (size_t i = 0; i < count; i++)
		json_append_take(records,
				 record_with_list(row->resource->schema, list, &updates[i]));
	if (profile->price_update_shape == PRICE_UPDATE_OBJECT) {
		body = json_new_object();
		json_put_take(body, row->lists.wrapper, records);
	}
	char *text = json_print(body);
	json_free(body);
	return text;
}
