/* flow_people.h - the tenants of the sandbox's Flow Retail, their users, and all tokens there are
 * for them. Fixed once the store is filled, and small: read whole at the first request. Part of the
 * store. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_FLOW_PEOPLE_H
#define SANDBOX_FLOW_PEOPLE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct error;
struct store;

struct flow_tenant {
	int64_t id;      /* what the collections call their organization */
	const char *uid; /* "tnt-nordlys" */
	const char *name;
	const char *organization_uid; /* "org-nordlys": whose an extension of a customer is (F7) */
	bool external_search;         /* has EXTERNAL_CUSTOMER_SEARCH */
};

/* ORed; each user has some. */
enum flow_permission { FLOW_ACCESS = 1 << 0, FLOW_BACKOFFICE = 1 << 1 };

/* A user of one tenant. Who works for several tenants is a user of each, with one auth token. */
struct flow_user {
	int64_t id;
	int64_t tenant;
	const char *uid;               /* "tu-118" */
	const char *code;              /* "118"; unique in the tenant */
	const char *password;          /* "": cannot log in */
	const char *auth_token;        /* "": none; the same for all users that one person is */
	const char *integration_token; /* "": none */
	bool active;
	unsigned permissions;
	const char *document; /* TenantUser, as it is answered */
};

/* A registered device, which lets the users of its tenant log in. */
struct flow_device {
	int64_t tenant;
	const char *token;
	const char *store_uid; /* where it stands */
};

/* Where the tenant sells. */
struct flow_store {
	int64_t tenant;
	const char *uid;      /* "store-bergen" */
	const char *document; /* an object: what its view of a customer has more */
};

struct flow_people {
	struct flow_tenant *tenants;
	struct flow_user *users;
	struct flow_device *devices;
	struct flow_store *stores;
	size_t tenant_count, user_count, device_count, store_count;
	char **texts; /* all of theirs */
	size_t text_count;
};

/* Borrowed: as long as the store. NULL on error. */
const struct flow_people *flow_people(struct store *store, struct error *err);

/* All of these NULL when there is none. */
const struct flow_tenant *flow_tenant(const struct flow_people *people, int64_t id);
const struct flow_tenant *flow_tenant_named(const struct flow_people *people, const char *uid);
const struct flow_user *flow_user_named(const struct flow_people *people, const char *uid);
/* The first user, or the one behind user, that has this auth token. */
const struct flow_user *flow_user_of_auth(const struct flow_people *people,
					  const struct flow_user *user, const char *token);
const struct flow_user *flow_user_of_integration(const struct flow_people *people,
						 const char *token);
const struct flow_user *flow_user_logging_in(const struct flow_people *people, int64_t tenant,
					     const char *code, const char *password);
const struct flow_device *flow_device_of(const struct flow_people *people, const char *token);
const struct flow_store *flow_store_named(const struct flow_people *people, int64_t tenant,
					  const char *uid);

void flow_people_free(struct flow_people *people); /* NULL is fine */

/* ---- Filling: the tables in SQL, and their rows. NULL is no text. */
extern const char flow_people_tables[];
bool flow_insert_tenant(struct store *store, const struct flow_tenant *tenant, int64_t *id,
			struct error *err);
bool flow_insert_user(struct store *store, const struct flow_user *user, struct error *err);
bool flow_insert_device(struct store *store, const struct flow_device *device, struct error *err);
bool flow_insert_store(struct store *store, const struct flow_store *place, struct error *err);

#endif
