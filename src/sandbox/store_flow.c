/* SPDX-License-Identifier: ISC */
#include "sandbox/store_flow.h"

#include "base/error.h"
#include "base/i18n.h"
#include "sandbox/collection.h"
#include "sandbox/flow_people.h"
#include "sandbox/store_internal.h"

/* In meta: what of it is there, in which layout of the tables. Change it with them. */
static const char people_mark[] = "flow_people", records_mark[] = "flow_records";
enum { LAYOUT = 2 };

static bool is_there(struct store *store, const char *mark, bool *there, struct error *err)
{
	int64_t layout;

	if (!store_meta_number(store, mark, &layout, err))
		return false;
	*there = layout != 0;
	return layout == 0 || layout == LAYOUT ||
	       error_set(err, ERROR_INPUT,
			 _("The database was made by another version; --reset makes it anew"));
}

static bool fill_people(struct store *store, struct error *err)
{
	return sql_run(store->sql, flow_people_tables, err) && store->flow->people(store, err);
}

static bool fill_records(struct store *store, struct error *err)
{
	struct store_size size;

	if (!store_meta_number(store, "customers", &size.customers, err) ||
	    !store_meta_number(store, "products", &size.products, err) ||
	    !store_meta_number(store, "seed", &size.seed, err) ||
	    !store_create_collections(store, flow_collections, err))
		return false;
	store->filling = true;
	bool ok = store->flow->records(store, &size, err);
	store->filling = false;
	return ok && store_index_collections(store, flow_collections, err);
}

/* One step: between the look before it and its beginning another process may have been quicker. */
static bool fill(struct store *store, const char *mark,
		 bool (*fill_part)(struct store *store, struct error *err), struct error *err)
{
	bool there;

	if (!store_begin(store, err))
		return false;
	if (is_there(store, mark, &there, err) &&
	    (there || (fill_part(store, err) && store_put_meta_number(store, mark, LAYOUT, err))))
		return store_commit(store, err);
	store_rollback(store);
	return false;
}

bool store_open_flow(struct store *store, struct error *err)
{
	bool there;

	if (!store->flow)
		return true;
	return is_there(store, records_mark, &there, err) &&
	       is_there(store, people_mark, &there, err) &&
	       (there || (fill(store, people_mark, fill_people, err) && store_settle(store, err)));
}

bool store_flow_ready(struct store *store, struct error *err)
{
	bool there;

	if (store->flow_ready)
		return true;
	if (!store_reading(store, err) || !is_there(store, records_mark, &there, err))
		return false;
	store->flow_ready = there || fill(store, records_mark, fill_records, err);
	return store->flow_ready;
}
