/* SPDX-License-Identifier: ISC */
#include "sandbox/collection.h"

#include <string.h>

#include "model/customers.h"
#include "model/flow_customer_groups.h"
#include "model/flow_customers.h"
#include "model/products.h"
#include "model/sales_reps.h"
#include "schema/field.h"
#include "schema/kind.h"

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

const struct collection customers_collection = {
	.table = "customers",
	.schema = &nymble_customer_schema,
	/* The documented row, no more (nymble.openapi.yaml, listCustomers; N17). */
	.row_members = NAMES("customerNumber", "companyName", "companyEmail", "companyPhone",
			     "pricing", "active", "repNumber", "terms", "currencyCode"),
	.searched = NAMES("companyName"),
	.default_sort = "companyName",
};

const struct collection products_collection = {
	.table = "products",
	.schema = &nymble_product_schema,
	.searched = NAMES("sku", "name", "description", "upc"),
	.default_sort = "sku",
};

const struct collection sales_reps_collection = {
	.table = "sales_reps",
	.schema = &nymble_sales_rep_schema,
	.default_sort = "repNumber",
};

const struct collection *const collections[] = { &customers_collection, &products_collection,
						 &sales_reps_collection, NULL };

/* The eight members that a search looks at (flow.openapi.yaml, searchCustomers); lists answer with
 * complete records. */
const struct collection flow_customers_collection = {
	.table = "flow_customers",
	.schema = &flow_customer_schema,
	.apart = true,
	.searched = NAMES("firstname", "lastname", "city", "postalCode", "companyName", "mobile",
			  "email", "vatNumber"),
	.default_sort = "displayName",
};

const struct collection flow_groups_collection = {
	.table = "flow_groups",
	.schema = &flow_customer_group_schema,
	.default_sort = "name",
};

const struct collection flow_external_collection = {
	.table = "flow_external",
	.schema = &flow_external_schema,
	.searched = NAMES("firstname", "lastname", "city", "postalCode", "companyName", "mobile",
			  "email", "vatNumber"),
	.default_sort = "externalId",
};

const struct collection *const flow_collections[] = { &flow_customers_collection,
						      &flow_groups_collection,
						      &flow_external_collection, NULL };

/* Clients show them as they came (F16), they are numbers all the same. */
static bool is_amount(const struct field *field)
{
	return field->inside && (strcmp(field->name, "credit.limit") == 0 ||
				 strcmp(field->name, "credit.balance") == 0);
}

enum column_type column_type(const struct field *field)
{
	if (!field->kind->scalar || field->derived)
		return COLUMN_NONE;
	if (field->kind == &kind_bool)
		return COLUMN_BOOL;
	return field->kind == &kind_decimal || field->kind == &kind_integer || is_amount(field)
		       ? COLUMN_NUMBER
		       : COLUMN_TEXT;
}

const struct field *collection_key(const struct collection *collection)
{
	return schema_field(collection->schema, collection->schema->key);
}

static bool has_name(const char *const *names, const char *name, size_t len)
{
	for (; names && *names; names++)
		if (strlen(*names) == len && memcmp(*names, name, len) == 0)
			return true;
	return false;
}

bool collection_is_searched(const struct collection *collection, const struct field *field)
{
	return has_name(collection->searched, field->name, strlen(field->name));
}

bool collection_row_has(const struct collection *collection, const char *member, size_t len)
{
	return !collection->apart &&
	       (!collection->row_members || has_name(collection->row_members, member, len));
}
