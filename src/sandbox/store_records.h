/* store_records.h - reading and writing the store's records, organizations and sessions. One
 * thread. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_STORE_RECORDS_H
#define SANDBOX_STORE_RECORDS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sandbox/store.h"

struct error;
struct field;
struct selection;

/* ---- Transactions. Reading needs none of the caller: one is begun by itself and held until the
 * next write or store_rest, which is quicker than one for each request. */

/* Nothing more to read for now: lets go of the file, so that its log can be written back. */
void store_rest(struct store *store);

/* A number that changes whenever anything was written, by other processes too. */
bool store_version(struct store *store, uint64_t *version, struct error *err);

/* A step: what is written, and read for it, between store_begin and store_commit happens whole or
 * not at all. It is there for other processes, and for good, when store_settle has written all
 * steps since the last time, which is quicker than one by one: nobody may be told of a step before.
 */
bool store_begin(struct store *store, struct error *err);
bool store_commit(struct store *store, struct error *err);
void store_rollback(struct store *store); /* nothing after a commit */

/* Whether there is nothing that store_settle would write. */
bool store_is_settled(const struct store *store);
/* On failure none of the steps happened. */
bool store_settle(struct store *store, struct error *err);

/* ---- Records. Keys and texts are found without regard to case. */

/* The id of the record; 0: none. */
bool store_find(struct store *store, const struct collection *collection, int64_t organization,
		const struct field *field, const char *text, int64_t *id, struct error *err);
/* The document of a record; the caller frees. NULL without an error when there is none. */
bool store_read(struct store *store, const struct collection *collection, int64_t id,
		char **document, struct error *err);
/* Writes a document as a new record (*id is 0, and is set) or in place of the one that is there. */
bool store_write(struct store *store, const struct collection *collection, int64_t organization,
		 int64_t *id, const char *document, struct error *err);
bool store_delete(struct store *store, const struct collection *collection, int64_t organization,
		  int64_t id, struct error *err);

/* The rows of one page in order, as JSON text; fn's arguments are borrowed during the call. *total
 * is the number of rows on all pages. */
typedef void store_row_fn(void *data, const char *row, size_t len);
bool store_page(struct store *store, const struct selection *selection, int64_t *total,
		store_row_fn *fn, void *data, struct error *err);

/* ---- Organizations: fixed once the store is filled. */

struct organization {
	int64_t id;
	char *organization_id; /* "org_7d21c0e4" */
	char *identity_id;     /* IdentityOrganizationId; "" if none */
	char *org_code;
	char *image_host; /* "img.northpoint.example" */
	char *currency_code;
	char *document; /* OrganizationDetails */
	char **price_tiers;
	size_t price_tier_count;
};

/* Borrowed: as long as the store. NULL when there is none. */
const struct organization *store_organization(const struct store *store, int64_t id);
const struct organization *store_organization_named(const struct store *store, const char *name);
/* Compares without case (N15). */
bool organization_has_tier(const struct organization *organization, const char *tier);

/* ---- Who may log in. */

struct account {
	int64_t id; /* 0: none */
	int64_t organization;
	enum role role;
	char *client_id, *user_id, *rep_number; /* owned */
	int64_t customer;                       /* its record's id; 0: none */
};
void account_finish(struct account *account);

/* account->id is 0 when the credentials fit nobody. */
bool store_log_in(struct store *store, int64_t organization, const char *client_id,
		  const char *client_secret, struct account *account, struct error *err);
bool store_find_api_key(struct store *store, const char *api_key, struct account *account,
			struct error *err);
bool store_find_user(struct store *store, int64_t organization, const char *user_id,
		     struct account *account, struct error *err);

/* How often the sessions of a customer's users were ended: a token of an earlier session is void.
 */
bool store_sessions_ended(struct store *store, int64_t customer, int64_t *times, struct error *err);
bool store_end_sessions(struct store *store, int64_t customer, struct error *err);

/* Nobody logs in for this customer any more. */
bool store_remove_logins(struct store *store, int64_t customer, struct error *err);

/* A member of a customer as text, "" if absent; the caller frees. */
bool store_customer_text(struct store *store, int64_t customer, const char *member, char **text,
			 struct error *err);

/* Whether a customer or sales representative is there and active. */
bool store_is_active(struct store *store, const struct collection *collection, int64_t id,
		     bool *active, struct error *err);

/* What tokens are signed with; it stays with the file. Borrowed. */
const char *store_signing_key(const struct store *store);

#endif
