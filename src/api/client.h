/* client.h - the service as the program sees it: lists, records and actions, each one asynchronous
 * call. Logging in, trying again and reading back after a lost answer happen inside; whoever calls
 * gets a result or a whole sentence. No callback runs before the function that started the call has
 * returned, none after client_cancel. */
/* SPDX-License-Identifier: ISC */
#ifndef API_CLIENT_H
#define API_CLIENT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/profile.h"
#include "base/error.h"

struct action;
struct field;
struct json;
struct loop;
struct query;
struct record;
struct resource;
struct trace;

struct client;      /* opaque */
struct client_call; /* opaque: gone when its callback was called, or by client_cancel */

/* Connects to nothing yet. The profile is copied, secrets included. */
struct client *client_new(struct loop *loop, const struct profile *profile, struct error *err);
/* Cancels every call. Not from within a callback of the client. NULL is fine. */
void client_free(struct client *client);

/* Its tenant is the one in use as soon as one is known, whoever said it. */
const struct profile *client_profile(const struct client *client);

/* --- what there is --------------------------------------------------------------------------- */

/* The service's resources that have a number key, in their order; NULL behind the last. */
const struct resource *client_resource_at(const struct client *client, size_t i);
/* Any of them by name ("customers", "sales-reps"); NULL when the service has none of that name. */
const struct resource *client_resource(const struct client *client, const char *name);

/* False for a list field of many values, and after the service refused to sort by it (N13). */
bool client_can_sort(const struct client *client, const struct resource *resource,
		     const struct field *field);

/* True when search text is answered by a call of its own, in which filters and sort rest (N20). */
bool client_search_rests_filters(const struct client *client, const struct resource *resource);

/* --- how calls end --------------------------------------------------------------------------- */

/* What the service said about one field; texts as they came: clean them before drawing. */
struct field_message {
	char *field; /* as the service spells it, index included: "Addresses[0].Country" */
	char *text;
};

/* Why a call failed. Borrowed during the callback. */
struct failure {
	struct error error;  /* a whole sentence for the user */
	int status;          /* of HTTP; 0: there was no answer, or we refused ourselves */
	bool may_be_applied; /* a write whose answer was lost and that could not be read back */
	bool changed_meanwhile; /* a lost write that was not sent again: the record is neither as it
				   was nor as it was to become, somebody else wrote it */
	struct field_message *messages; /* of a 400, in the service's order */
	size_t message_count;
};

/* One page of a list. Borrowed during the callback. */
struct page {
	const struct json *rows; /* an array of objects in the schema's spelling; NULL if empty */
	size_t row_count;        /* maybe less than was asked for */
	int number;    /* counted from 1: the page asked for, or the last when that is behind it */
	int64_t total; /* of all rows that match, never less than was seen; -1: not known */
	int64_t pages; /* derived where the service did not say; -1: not known */
	bool partial;  /* the service would not list them: these are known otherwise (N28) */
};

/* Exactly one of the two is NULL. */
typedef void client_page_fn(void *data, const struct page *page, const struct failure *failure);
/* The record is the callback's to free. */
typedef void client_record_fn(void *data, struct record *record, const struct failure *failure);
/* failure is NULL: it is done. */
typedef void client_done_fn(void *data, const struct failure *failure);

/* --- calls ----------------------------------------------------------------------------------- */

/* One page, counted from 1, of page_size rows (at most CLIENT_PAGE_SIZE_MAX). Without the search text that a
 * resource needs (needs_search), nothing is asked: no rows. */
enum { CLIENT_PAGE_SIZE_MAX = 100 };
struct client_call *client_list(struct client *client, const struct query *query, int page,
				int page_size, client_page_fn *fn, void *data);

/* One record. A record that is not there is ERROR_MISSING and the resource's "missing" sentence. */
struct client_call *client_get(struct client *client, const struct resource *resource,
			       const char *key, client_record_fn *fn, void *data);

/* The same as the profile's store sees it (resource->in_store): maybe other values, and members that
 * nobody knows. Fails where the profile has no store. */
struct client_call *client_get_in_store(struct client *client, const struct resource *resource,
					const char *key, client_record_fn *fn, void *data);

/* What client_get would send, for people: its address, and its headers, a line each, secrets masked
 * (net/mask.h). False: the service shows no single records of that kind. The caller frees both. */
bool client_get_request(const struct client *client, const struct resource *resource, const char *key,
			char **url, char **headers);

/* An action of the resource's table, deletion (action->removes) included, but none that makes a file. Tried
 * in the ways the dialect knows (N10); an answer that got lost is read back. argument is what action->argument
 * asks for, NULL where it asks for nothing. Refused in read-only mode. */
struct client_call *client_act(struct client *client, const struct resource *resource,
			       const struct action *action, const char *argument, const char *key,
			       client_done_fn *fn, void *data);

/* An action that makes a file (action->file_name): the answer byte for byte, borrowed during the callback.
 * Exactly one of bytes and failure is NULL. Not refused in read-only mode: nothing is written there. */
typedef void client_bytes_fn(void *data, const char *bytes, size_t len, const struct failure *failure);
struct client_call *client_fetch(struct client *client, const struct resource *resource,
				 const struct action *action, const char *key, client_bytes_fn *fn,
				 void *data);

/* Saves that now differs from base, both only read during this call: sends the members that do, or the
 * complete record where the service wants that (N30); a list with a call of its own (client_lists_at_once)
 * goes by that one when nothing else differs. The callback's
 * record is the service's own version afterwards: from the answer, or read again where it does not hold
 * the whole record (N29). A lost answer is read back: carried out is a success; untouched is sent
 * again; anything else fails with changed_meanwhile. Refused in read-only mode, and when nothing
 * differs. */
struct client_call *client_update(struct client *client, const struct resource *resource,
				  const struct record *base, const struct record *now,
				  client_record_fn *fn, void *data);

/* Whether a save sends the complete record: what differs is then what changes, not what is sent. */
bool client_sends_whole(const struct client *client, const struct resource *resource);

/* A record and all the entries that a list field of it is to have. */
struct list_update {
	const char *key;
	const struct json *entries; /* an array in the schema's spelling; NULL: none */
};

/* How many records' lists the service replaces in one call (N21: prices); 0: it has no such call, the
 * list travels with its record. */
size_t client_lists_at_once(const struct client *client, const struct resource *resource,
			    const struct field *list);

/* Replaces that list field of so many records, in one call that is all or nothing. updates is only read
 * during this call. A lost answer is may_be_applied: whoever has the records looks. What the service says
 * of one record names it by its index (failure->messages: "products[3].prices[0].tier"). Refused in
 * read-only mode. */
struct client_call *client_replace_lists(struct client *client, const struct resource *resource,
					 const struct field *list, const struct list_update *updates,
					 size_t count, client_done_fn *fn, void *data);

/* --- many records in one call, each of which ends for itself ------------------------------------ */

enum batch_op { BATCH_CREATE, BATCH_UPDATE, BATCH_DELETE, BATCH_UPSERT, BATCH_OPS };

/* What is done to one record. */
struct batch_item {
	enum batch_op op;
	const char *key;	   /* of update and delete; NULL where there is none yet */
	const struct record *base; /* of update: as it was; NULL: all members of now are sent */
	const struct record *now;  /* NULL for delete */
};

/* How it ended. */
struct batch_answer {
	int status;	  /* as of HTTP: 200 to 299 is done; 0: the service did not say, look at the record */
	const char *key;  /* of the record, where it was said; NULL else */
	const char *text; /* why not: a sentence; NULL when it is done */
	const struct field_message *messages; /* what was said of fields */
	size_t message_count;
};

/* How many records go into one call (at most 100); 0: the service has none for many. */
size_t client_batch_at_once(const struct client *client, const struct resource *resource);

/* answers are in the order of the items, as many as they; exactly one of answers and failure is NULL.
 * failure->may_be_applied: the answer got lost, each of them may be done. Where the service's results
 * cannot be read, all have status 0 (F9). items is only read during the call of client_batch. Never sent a
 * second time by itself. Refused in read-only mode. */
typedef void client_batch_fn(void *data, const struct batch_answer *answers, size_t count,
			     const struct failure *failure);
struct client_call *client_batch(struct client *client, const struct resource *resource,
				 const struct batch_item *items, size_t count, client_batch_fn *fn,
				 void *data);

/* Creates a record as the profile's create-method and key-style say (N3, N9). It does not look first:
 * client_find_taken does. A lost answer is read back as above; a POST is never sent twice. */
struct client_call *client_create(struct client *client, const struct resource *resource,
				  const struct record *record, client_record_fn *fn, void *data);

/* Which records have that key, or that external id, already (N9): found by key, and by a filter whose
 * hits are compared exactly on our side. Empty or NULL texts are not looked up. Either record may be
 * NULL: nobody has it; both are the callback's to free. */
typedef void client_taken_fn(void *data, struct record *by_key, struct record *by_external_id,
			     const struct failure *failure);
struct client_call *client_find_taken(struct client *client, const struct resource *resource,
				      const char *key, const char *external_id,
				      client_taken_fn *fn, void *data);

/* Who says that there is such a value. */
enum choice_from {
	CHOICE_SERVICE,
	CHOICE_PROFILE, /* the service does not know it, or would not say */
	CHOICE_RECORDS, /* seen on records */
};

/* One value of a field to choose. */
struct choice {
	char *value; /* as it travels */
	char *label; /* what people know it by: "Teodor Lindqvist"; "" when it is the value */
	enum choice_from from;
};

struct choice_list {
	struct choice *rows;
	size_t count;
	bool complete; /* false: the service would not say, these were seen or configured (N28) */
};

void choice_list_finish(struct choice_list *list); /* a zeroed one is fine */

/* The values of a source (schema/field.h): "price-tiers" from the organization, behind them the profile's
 * price-tiers and those of client_know_choices; where the organization tells none, also those seen on records
 * (N28). "customer-groups" with names; "stores" the profile's, then those of the account in this tenant; else
 * those seen.
 * "sales-reps" with names, those who are not active behind the others, else those seen. Kept until
 * somebody else logs in: the second time the callback comes in the next turn. list is borrowed and never
 * NULL. A service that refuses (403) is no failure; where there is one, the list has what is known all the
 * same, and the next call asks again. */
typedef void client_choices_fn(void *data, const struct choice_list *list,
			       const struct failure *failure);
struct client_call *client_choices(struct client *client, const char *source, client_choices_fn *fn,
				   void *data);

/* Says that the profile has these values of source too; NULL-terminated, copied, in the place of what was
 * said before. */
void client_know_choices(struct client *client, const char *source, const char *const *values);

/* The callback is not called any more. Never blocks. NULL is fine. */
void client_cancel(struct client_call *call);

/* --- logging in ------------------------------------------------------------------------------ */

enum client_state {
	CLIENT_NEW,          /* no token and no call yet */
	CLIENT_LOGGING_IN,   /* a login is on its way */
	CLIENT_LOGGED_IN,    /* a token or key is there; if it is any good, the next call tells */
	CLIENT_LOGIN_NEEDED, /* a person has to say the secret */
};

/* What is known about who we are, for the header line only: the server decides what is allowed.
 * Texts are as the service sent them, "" when unknown, borrowed until the next change. */
struct client_info {
	enum client_state state;
	const char *organization; /* its name, else its code */
	const char *role;         /* "Admin", "SalesRep", "Customer" */
	const char *price_tier;
	const char *currency;
	int64_t expires_at; /* seconds since 1970; 0: not known, or never */
	const char *tenant; /* its key; organization then is its name, else that key */
	const char *store;  /* the profile's: no other is asked for; "stores" (client_choices) are the user's */
};

struct client_info client_info(const struct client *client);

/* Asks the service once for the organization's name; without the right to know it, in vain. */
void client_learn_organization(struct client *client);

/* Called when client_info would say something else; also from within calls of the client. */
void client_on_change(struct client *client, void (*fn)(void *data), void *data);

/* One of the tenants that a login reaches. */
struct tenant {
	const char *key, *name; /* name is "" when it was not said */
};

/* Calls wait for a person: what is known is given, so that only the secret is asked for. Where tenants is
 * not NULL, the login worked so far and rests until one of them is chosen (client_choose_tenant); a client_login
 * under way has not ended then, and ends after the choice. client_login_abandon gives the login up. */
struct login_request {
	enum login_kind login;
	const struct tenant *tenants; /* as long as the callback lasts */
	size_t tenant_count;
	const char *user_code; /* "" when unknown */
	const char *org_code;  /* "" when unknown */
	const char *client_id; /* "" when unknown */
	const char *reason;    /* a sentence: "The service does not accept this token any more." */
};

/* fn opens the login screen; it is called once until client_login or client_login_abandon, and once more where
 * a tenant is to be chosen. Without fn, calls that need a login fail with ERROR_LOGIN, which lists the tenants
 * that there are. */
void client_on_login_needed(struct client *client,
			    void (*fn)(void *data, const struct login_request *request),
			    void *data);

/* The kinds of login the service has, in the order they are offered: the i-th; false behind the last. */
bool client_login_kind_at(const struct client *client, size_t i, enum login_kind *kind);

/* What the person typed. Copied; the secrets are wiped after the exchange. */
struct credentials {
	enum login_kind login;
	const char *org_code, *client_id; /* for LOGIN_CREDENTIALS */
	const char *user_code;		  /* for LOGIN_DEVICE */
	const char *device_token;	  /* for LOGIN_DEVICE: NULL or "": the profile's */
	const char *secret;               /* the client secret, the token, the key or the password */
};

/* Logs in; then the waiting calls go on. A failure leaves them waiting. At most one login in 6 s is
 * sent: an earlier one waits its turn and counts down. */
struct client_call *client_login(struct client *client, const struct credentials *credentials,
				 client_done_fn *fn, void *data);

/* Goes on with one of login_request's tenants: waiting calls are sent. Copied. */
void client_choose_tenant(struct client *client, const char *key);

/* The person gave up: waiting calls end with ERROR_CANCELLED. */
void client_login_abandon(struct client *client);

/* --- what is going on ------------------------------------------------------------------------ */

/* A call waits before it is tried again, or a login for its turn: text is the sentence to show
 * ("Cannot reach api.example. Trying again in 4 s."), renewed each second; NULL when the wait is
 * over. Which key stops it, the screen adds. */
void client_on_wait(struct client *client, void (*fn)(void *data, const char *text), void *data);
/* Ends what waits: those calls fail with ERROR_CANCELLED and what stood in their way. */
void client_stop_waiting(struct client *client);

/* How often the service has asked for a pause (429) so far: who sees it grow sends less at a time. */
unsigned client_pauses(const struct client *client);

/* The last calls, secrets masked. Borrowed. */
struct trace *client_trace(struct client *client);

#endif
