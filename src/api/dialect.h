/* dialect.h - a service as data: where its resources are, what its envelopes call things, how
 * paging, order and filters are written into an address, what an action sends. api/nymble.c has the
 * values; only client and session read them. Code of one dialect is a short function named in its
 * table. */
/* SPDX-License-Identifier: ISC */
#ifndef API_DIALECT_H
#define API_DIALECT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "api/profile.h"

struct json;
struct query;
struct resource;
struct schema;

/* One call. Texts are N_(); their %s is the record's key (lists: none) or, in forbidden, who may
 * not: "Your role (SalesRep)". */
struct endpoint {
	const char *method;
	const char *path; /* "/api/customers/{key}": {key}, {tenant} and {store} are one percent-encoded
			     segment each; NULL: no such call */
	const char *body; /* sent as it is; NULL: none */
	const char *failed;    /* N_("%s was not activated") */
	const char *forbidden; /* N_("%s may not activate customers.") */
	bool once; /* never sent a second time by itself: a POST that creates */
	bool safe; /* a POST that only asks: sent again as a GET is */
	bool personal; /* what is known of a person: the request log keeps no body of it */
};

struct action_calls {
	const char *action; /* its name in the resource's table */
	struct endpoint call;
	const char *argument; /* member of the body that says the action's argument; NULL: it has none */
	/* N24: it has no call of its own: call is the resource's update, sent when the record was read. Its
	 * member is one that forms may change (WRITE_ALWAYS). */
	bool by_update;
	struct endpoint fallback; /* N10: after 404 or 405, if the record exists */
};

/* A search call of its own. With param, filters and sort rest while it answers (N20); without, it answers
 * conditions too, all but resource->alone, in a body (list_body), and in the order that is asked for. */
struct search_call {
	struct endpoint endpoint; /* its path and param give way to the profile's */
	const char *param;
	const char *fallback_field; /* after a 404: contains in this field of the list call */
};

/* A call that replaces a list field of so many records, all or nothing (N21). */
struct lists_call {
	struct endpoint endpoint; /* its method and path give way to the profile's */
	const char *list;	  /* name of the field; NULL: no such call */
	const char *wrapper;	  /* member of the body that holds the records; the profile may want them bare */
	size_t at_once;
};

/* A call that creates, changes and deletes so many records, each of which ends for itself (F9). */
struct batch_call {
	struct endpoint endpoint; /* path NULL: no such call */
	size_t at_once;
	const char *const *lists; /* members of the body and of the answer, in the order of enum batch_op */
	/* Instead of them the answer may have one list, each of whose entries says which one it is of. */
	const char *flat, *operation;
	/* Members of an entry: its place in the list that was sent, how it ended, what was wrong, the record. */
	const char *index;
	const char *const *status;
	const char *error, *record;
};

/* What is found out about a value: how many records have it. One filtered call for a page of one row. */
struct value_count {
	const char *member;		 /* where the number goes: "Customers" */
	const struct resource *resource; /* what is counted, */
	const char *field;		 /* and the field that has the value: "pricing" */
};

struct dialect_resource {
	const struct resource *resource;
	/* Where resource has a source: its rows are that source's values, told by this member (from where, as
	 * client_values.c says), and a single one is counted. No calls of its own. */
	const char *known_from;
	const struct value_count *count;
	struct endpoint list, get; /* a list that is asked for by POST says in a body what is asked (list_body) */
	struct endpoint in_store;  /* get, as the session's store sees it */
	struct endpoint update;	     /* takes the members that changed; where whole, all of them */
	bool whole;		     /* what update leaves out may be lost (N30): it is sent the complete record */
	struct endpoint create;	     /* takes the whole record, and writes over one that is there */
	struct endpoint create_post; /* refuses one that is there (N9); for those who configured it */
	struct search_call search;
	struct lists_call lists;
	struct batch_call batch;
	bool known_only; /* a new record is sent without what the tables do not know */
	const struct action_calls *actions; /* one row for each of the resource's actions */
	size_t action_count;
	const char *const
		*rows; /* names of the member that holds the rows; the first is the reference's */
	const char *const
		*shadowed; /* keys whose path is another call: read through the list. NULL: none */
};

/* Names of an envelope's members, NULL-terminated, the API reference's first; in any case. */
struct envelope {
	const char *const *total;
	const char *const *page;
	const char *const *pages;
	const char *inside; /* the member that has them, if they are not in the envelope itself; NULL: none */
};

/* Where an error's body says in words what was wrong. The first text counts, also one that is an object
 * with a message. */
struct error_words {
	const char *const *texts;
	const char *const *reasons; /* those of them that say more than the status of a 403 does */
	const char *const *lists;   /* members with what is wrong with single fields */
	bool texts_first;	    /* a text says more than the lists do */
};

/* A part of a login, and where it goes. */
struct login_part {
	enum login_value value;
	const char *variable; /* of the environment, that may say it */
	const char *member;   /* of the exchange's body; NULL: not in there */
	bool signs;	      /* it is the token in the exchange's Authorization header */
};

/* A kind of login that a service has. */
struct login_method {
	enum login_kind kind;
	const char *label, *note; /* N_("Credentials"), N_("organization code, client id and secret") */
	const char *secret_label; /* N_("Secret") */
	const struct login_part *parts; /* all of them are needed */
	size_t part_count;
	/* Gives the token for later calls. {tenant} in its path has to be known before. path NULL: none, the
	 * secret is that token. */
	struct endpoint exchange;
	const char *const *token; /* members of its answer */
	const char *const *expires_in;
	const char *user;	/* member of its answer: who we are in which tenant; NULL: not there */
	enum auth_header header; /* that carries the token, whatever the profile says; AUTH_AUTO: as it says (N1) */
	int pace_s;		/* at most one login in so many seconds; 0: as they come */
	int kept_s;		/* a token that does not tell its end is tried again for so long by later runs */
	const char *lacks;	/* N_("Organization code and client id are needed to log in.") */
	const char *refused;	/* N_("The service does not accept these credentials."), to a 401; */
	const char *because;	/* the same with the service's words in the place of %s; NULL: they are not told */
};

/* How a service tells the tenants that a login reaches, and who we are there. */
struct account_call {
	struct endpoint endpoint; /* path NULL: the service has no tenants */
	const char *variable;	  /* of the environment, that says which one */
	const char *tenants;	  /* member of the answer: a list of users, one for each tenant */
	/* Members of such a user. */
	const char *tenant, *name, *role, *permissions, *status, *inactive /* a value of status */;
	const char *default_store, *stores, *store; /* stores: a list of objects with a member store */
};

/* What our own sandbox says of this service (nymble-sandbox(1)), and the profile that --sandbox makes. */
struct sandbox_words {
	const char *profile; /* its name, which keeps its files apart */
	const char *path;    /* behind the address that the sandbox listens on: "/v2", "" */
	const char *line;    /* begins the line of a sample login: "login" */
	enum login_kind kind;
	const char *values[LOGIN_VALUES]; /* the words of that line: "client-secret"; NULL: it has none such */
	const char *tenant;		  /* the same; NULL: the service has no tenants */
};

/* Where the values of fields with choices come from (schema/field.h): a list in the organization's
 * record (N28), a list call of its own, or neither: what was seen in records. */
struct choice_source {
	const char *name; /* as fields have it: "price-tiers" */

	const char *member;       /* of the organization: "PriceTiers"; NULL: not there */
	const char *const *value; /* members of an entry that is an object; the first there is */
	/* What the profile says, for where the service does not; NULL-terminated, may be NULL. */
	char *const *(*configured)(const struct profile *profile);

	bool stores; /* they are the stores that the login reaches */
	const struct dialect_resource *list; /* of records, whose key is the value; NULL: none */
	const char *const *label;            /* members that are a record's name, together */
	const char *active;                  /* yes/no member: those without stand behind the others */
};

/* What hooks of a dialect have learnt from records, for as long as the client lasts. */
struct dialect_notes {
	char *private_type; /* F4: what the service calls a private person; NULL: none seen */
};

struct dialect {
	const char *name;  /* "nymble": the profile's word */
	const char *label; /* "Nymble Commerce" */
	const char *production_url;
	struct sandbox_words sandbox;
	const struct login_method *logins; /* in the order in which they are offered */
	size_t login_count;
	struct account_call account;
	struct envelope envelope;
	struct error_words errors;
	const char *sort_name; /* how a message names the order: "sortOn" */
	struct endpoint organization; /* tells the organization's name; path NULL: the account does */
	const struct choice_source *choice_sources;
	size_t choice_source_count;
	const struct dialect_resource *resources;
	size_t resource_count;
	size_t list_count; /* of them, the first: those with a number key */
	/* Writes what query asks into out: "?pageNumber=1&...", everything percent-encoded. Its
	 * search text becomes "search_field contains text". */
	void (*write_list)(FILE *out, const struct query *query, const char *search_field, int page,
			   int page_size, const struct profile *profile);
	/* The same for a search call: text and page only. */
	void (*write_search)(FILE *out, const char *param, const char *text, int page,
			     int page_size);
	/* The body of a search, or of a list that is asked for by POST. The caller frees. NULL: none has one. */
	struct json *(*list_body)(const struct query *query);
	/* Makes a record that came, or a row, in the schema's spelling, one of ours. NULL: it is. */
	void (*take_over)(const struct schema *schema, struct json *object,
			  const struct profile *profile, struct dialect_notes *notes);
	/* Makes what is about to be sent of a record the service's own; fresh: it may not be there yet. NULL:
	 * it is. */
	void (*hand_over)(struct json *body, bool fresh, const struct profile *profile,
			  const struct dialect_notes *notes);
	/* Respells the members of a record in the guide's way (N3, N4); what schema does not know stays
	 * as it is. */
	void (*spell_guide)(const struct schema *schema, struct json *object);
};

/* Of nymble_dialect. */
void nymble_spell_guide(const struct schema *schema, struct json *object);

/* Of flow_dialect. */
void flow_write_list(FILE *out, const struct query *query, const char *search_field, int page,
		     int page_size, const struct profile *profile);
struct json *flow_list_body(const struct query *query);
void flow_take_over(const struct schema *schema, struct json *object, const struct profile *profile,
		    struct dialect_notes *notes);
void flow_hand_over(struct json *body, bool fresh, const struct profile *profile,
		    const struct dialect_notes *notes);

extern const struct dialect nymble_dialect;
extern const struct dialect flow_dialect;

/* By the profile's word, ignoring case; NULL if there is none. */
const struct dialect *dialect_find(const char *name);
/* The i-th dialect; NULL behind the last. */
const struct dialect *dialect_at(size_t i);

/* The service's row for a kind of login; NULL when it has none such. */
const struct login_method *dialect_login(const struct dialect *dialect, enum login_kind kind);

const struct dialect_resource *dialect_resource(const struct dialect *dialect,
						const struct resource *resource);
const struct action_calls *dialect_action(const struct dialect_resource *resource,
					  const char *action);

#endif
