/* SPDX-License-Identifier: ISC */
#include "work/price_tiers.h"

#include <string.h>

#include "api/client.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"

const struct resource *price_tiers_priced(const struct client *client)
{
	const struct resource *resource;
	size_t i = 0;

	while ((resource = client_resource_at(client, i++)))
		if (resource->prices)
			return resource;
	return NULL;
}

const struct resource *price_tiers_resource(const struct client *client)
{
	const struct resource *resource;
	size_t i = 0;

	while ((resource = client_resource_at(client, i++)))
		if (resource->source && strcmp(resource->source, PRICE_TIERS) == 0)
			return resource;
	return NULL;
}

const struct field *price_tiers_field(const struct resource *resource)
{
	for (size_t i = 0; i < resource->schema->field_count; i++) {
		const struct field *field = &resource->schema->fields[i];

		if (!field->items && field->choices && field->choices->source &&
		    strcmp(field->choices->source, PRICE_TIERS) == 0)
			return field;
	}
	return NULL;
}

const struct json *price_tiers_prices(const struct resource *resource, const struct json *object)
{
	const struct json *prices = json_member_exact(object, resource->prices);

	return json_type(prices) == JSON_ARRAY ? prices : NULL;
}
