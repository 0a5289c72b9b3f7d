/* SPDX-License-Identifier: ISC */
#include "work/price_export.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "work/price_line.h"
#include "work/price_tier_check.h"
#include "work/price_tiers.h"
#include "work/record_walk.h"

struct price_export {
	struct client *client;
	struct price_export_of of;
	FILE *out;
	struct price_export_listener listener;
	struct client_call *tiers_call;
	struct record_walk *walk;
	size_t lines, odd;
};

/* Rows of a list may lack the prices (N17). */
static bool has_prices(void *data, const struct json *row)
{
	const struct price_export *export = data;

	return json_member_exact(row, export->of.resource->prices) != NULL;
}

static bool write_product(void *data, const struct json *product)
{
	struct price_export *export = data;

	export->odd += price_line_write_product(export->of.resource, product, export->of.tier,
						export->out, &export->lines);
	return !ferror(export->out);
}

static void moved(void *data)
{
	const struct price_export *export = data;

	if (export->listener.moved)
		export->listener.moved(export->listener.data);
}

static void ended(void *data, const struct error *err)
{
	const struct price_export *export = data;

	export->listener.ended(export->listener.data, err);
}

/* By the key, where the service can: pages of another order may move under the walk. */
static struct record_walk *walk_all(struct price_export *export,
				    const struct record_walk_listener *listener)
{
	const struct schema *schema = export->of.resource->schema;
	const struct field *key = schema_field(schema, schema->key);
	struct query *query =
		export->of.query ? query_copy(export->of.query) : query_new(export->of.resource);
	struct record_walk *walk;

	if (!export->of.query && client_can_sort(export->client, export->of.resource, key))
		query_set_sort(query, key, false, NULL);
	walk = record_walk_list(export->client, query, listener);
	query_free(query);
	return walk;
}

static void begin(struct price_export *export)
{
	const struct record_walk_listener listener = { .is_enough = has_prices,
						       .record = write_product,
						       .moved = moved,
						       .ended = ended,
						       .data = export };

	price_line_write_heading(export->of.resource, export->out);
	export->walk = export->of.keys ? record_walk_keys(export->client, export->of.resource,
							  export->of.keys, &listener)
				       : walk_all(export, &listener);
}

static void on_tiers(void *data, const struct choice_list *tiers, const struct failure *failure)
{
	struct price_export *export = data;
	char *mistake = price_tier_unknown(tiers, export->of.tier);
	struct error err;

	(void)failure; /* what is known is in the list all the same */
	export->tiers_call = NULL;
	if (!mistake) {
		begin(export);
		return;
	}
	error_set(&err, ERROR_INPUT, "%s", mistake);
	free(mistake);
	export->listener.ended(export->listener.data, &err);
}

struct price_export *price_export_start(struct client *client, const struct price_export_of *of,
					FILE *out, const struct price_export_listener *listener)
{
	struct price_export *export = xcalloc(1, sizeof(*export));

	export->client = client;
	export->of = *of;
	export->out = out;
	export->listener = *listener;
	if (of->tier)
		export->tiers_call = client_choices(client, PRICE_TIERS, on_tiers, export);
	else
		begin(export);
	return export;
}

void price_export_free(struct price_export *export)
{
	if (!export)
		return;
	client_cancel(export->tiers_call);
	record_walk_free(export->walk);
	free(export);
}

void price_export_progress(const struct price_export *export, int64_t *done, int64_t *total)
{
	*done = 0;
	*total = -1;
	if (export->walk)
		record_walk_progress(export->walk, done, total);
}

size_t price_export_lines(const struct price_export *export)
{
	return export->lines;
}

char *price_export_left_out(const struct price_export *export)
{
	size_t gone = export->walk ? record_walk_gone(export->walk) : 0;

	if (gone)
		return xasprintf(ngettext("%zu product is gone meanwhile and was left out",
					  "%zu products are gone meanwhile and were left out",
					  gone),
				 gone);
	if (export->odd)
		return xasprintf(
			ngettext("%zu price without tier, quantity or amount was left out",
				 "%zu prices without tier, quantity or amount were left out",
				 export->odd),
			export->odd);
	return NULL;
}
