/* store_internal.h - what the store_*.c files share. Nobody else includes it. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_STORE_INTERNAL_H
#define SANDBOX_STORE_INTERNAL_H
#include <stdbool.h>
#include <stdint.h>

#include "sandbox/sql.h"
#include "sandbox/store_records.h"

struct anchors;
struct flow_people;
struct totals;

struct store {
	struct sql *sql;
	bool reading;         /* a read transaction is open */
	bool writing;         /* a write transaction is open */
	bool in_step;         /* between store_begin and its end */
	bool filling;         /* no indexes yet, nothing remembered */
	int64_t data_version; /* changes when another process writes (PRAGMA data_version) */
	uint64_t version;     /* of what can be read: ours and theirs */
	struct totals *totals;
	struct anchors *anchors;
	struct organization *organizations;
	size_t organization_count;
	char *signing_key;
	const struct store_flow *flow; /* what a new Flow part is filled with */
	struct flow_people *people;    /* NULL: not read yet */
	bool flow_ready;               /* its records are there */
};

/* Begins a read transaction unless one is open. */
bool store_reading(struct store *store, struct error *err);

/* Ids carry their organization, so that a range of them is one organization's (full text search
 * knows ids alone). */
enum { STORE_ID_BITS = 40 };
int64_t store_first_id(int64_t organization);
int64_t store_last_id(int64_t organization);

bool store_load_organizations(struct store *store, struct error *err);
void store_free_organizations(struct store *store);

/* Tables before the fill, indexes after it: those of /api. */
bool store_create_tables(struct store *store, struct error *err);
bool store_create_indexes(struct store *store, struct error *err);
/* The same for any collections, NULL-terminated. */
bool store_create_collections(struct store *store, const struct collection *const *list,
			      struct error *err);
bool store_index_collections(struct store *store, const struct collection *const *list,
			     struct error *err);

/* What the file remembers of itself. 0 for a name that is not there. */
bool store_meta_number(struct store *store, const char *name, int64_t *number, struct error *err);
bool store_put_meta_number(struct store *store, const char *name, int64_t number,
			   struct error *err);

/* The tenants and their users, unless they are there. */
bool store_open_flow(struct store *store, struct error *err);

#endif
