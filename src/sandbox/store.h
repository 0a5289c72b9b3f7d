/* store.h - what the sandbox remembers, in one SQLite file: organizations, their customers,
 * products and sales representatives as JSON documents, and who may log in. Documents come out as
 * they went in; columns for what can be filtered and sorted are derived from them here. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_STORE_H
#define SANDBOX_STORE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct collection;
struct error;
struct store;

/* What a new file is filled with. An old one must have been made with the same. */
struct store_size {
	int64_t customers;
	int64_t products;
	int64_t seed;
};

/* Fills a new store through the store_insert functions; called inside one transaction, indexes are
 * made afterwards. */
typedef bool store_fill_fn(struct store *store, const struct store_size *size, struct error *err);

/* The other service, Flow Retail. People (tenants, users, tokens: a few rows) are there whenever the
 * file is open; records, as many as size says, come with the first request that wants them
 * (store_flow.h). Each is called inside one transaction, and never again for the same file. */
struct store_flow {
	bool (*people)(struct store *store, struct error *err);
	store_fill_fn *records;
};

struct store_options {
	const char *path; /* ":memory:" keeps nothing */
	struct store_size
		size; /* a negative number: whatever the file has; the defaults for a new one */
	bool reset;   /* makes the file anew, whatever is in it */
	store_fill_fn *fill;
	const struct store_flow *flow; /* NULL: there is no such part */
};

enum { STORE_DEFAULT_CUSTOMERS = 2000, STORE_DEFAULT_PRODUCTS = 1000, STORE_DEFAULT_SEED = 1 };

/* Opens or makes the file. NULL when it cannot be opened, belongs to another program, was made with
 * other sizes (both figures are in the message), or is to be reset while another sandbox uses it.
 * Several processes may have the same file open. */
struct store *store_open(const struct store_options *options, struct error *err);
void store_close(struct store *store); /* NULL is fine */

/* ---- Filling. document is compact JSON of one object in the contract's spelling, well-formed,
 * exactly what a GET of the record answers (organizationId, currencyCode, priceFormatted and so on
 * included); it is copied. */

/* document: OrganizationDetails (Organization, Subscriptions, Features). PriceTiers,
 * OrganizationId, IdentityOrganizationId and Website are read from it. *organization is what the
 * other functions want. */
bool store_insert_organization(struct store *store, const char *org_code, const char *currency_code,
			       const char *document, int64_t *organization, struct error *err);
/* Customer. Fastest in the order of customerNumber. */
bool store_insert_customer(struct store *store, int64_t organization, const char *document,
			   struct error *err);
/* Product. Fastest in the order of sku. */
bool store_insert_product(struct store *store, int64_t organization, const char *document,
			  struct error *err);
/* SalesRep. */
bool store_insert_sales_rep(struct store *store, int64_t organization, const char *document,
			    struct error *err);
/* CustomerResponse, CustomerGroup and CustomerExternal of a tenant (flow.openapi.yaml). */
bool store_insert_flow_customer(struct store *store, int64_t tenant, const char *document,
				struct error *err);
bool store_insert_flow_group(struct store *store, int64_t tenant, const char *document,
			     struct error *err);
bool store_insert_flow_entry(struct store *store, int64_t tenant, const char *document,
			     struct error *err);

enum role {
	ROLE_ADMIN = 1 << 0,
	ROLE_SALES_REP = 1 << 1,
	ROLE_CUSTOMER = 1 << 2,
	ROLE_ANY = ROLE_ADMIN | ROLE_SALES_REP | ROLE_CUSTOMER,
};

/* "Admin", "SalesRep", "Customer": the word in the token (nymble.openapi.yaml, bearerToken). */
const char *role_name(enum role role);

/* Credentials of the sample; the first one inserted is the one that --sandbox logs in with. All
 * text is borrowed during the call. */
struct store_login {
	const char *org_code;  /* reading only: follows from the organization */
	const char *client_id; /* unique within the organization */
	const char *client_secret;
	const char *api_key; /* static key, unique; NULL: none */
	const char *user_id; /* "usr_51b8" */
	enum role role;
	const char *rep_number;      /* ROLE_SALES_REP */
	const char *customer_number; /* ROLE_CUSTOMER: a customer inserted before */
};

bool store_insert_login(struct store *store, int64_t organization, const struct store_login *login,
			struct error *err);

/* All logins in the order they were inserted; fn's argument is borrowed during the call. */
typedef void store_login_fn(void *data, const struct store_login *login);
bool store_each_login(struct store *store, store_login_fn *fn, void *data, struct error *err);

#endif
