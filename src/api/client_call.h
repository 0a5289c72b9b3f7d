/* client_call.h - what all calls of a client have in common; for the client_*.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef API_CLIENT_CALL_H
#define API_CLIENT_CALL_H
#include "api/client.h"
#include "api/dialect.h"
#include "api/failure.h"
#include "api/signed_call.h"
#include "api/wait_sign.h"

struct answer;
struct record;
struct session;
struct source;
struct timer;

/* How far something is that the service is asked once. */
enum asked { ASKED_NEVER, ASKED_NOW, ASKED_ONCE };

struct client {
	struct loop *loop;
	struct profile *profile;
	const struct dialect *dialect;
	struct net *net;
	struct session *session;
	void (*changed)(void *data);
	void *changed_data;
	struct wait_sign sign;
	struct call_desk desk;
	struct client_call *calls; /* the newest first */
	/* Learnt from the service, for as long as the session lasts. */
	const struct field **unsortable; /* refused as order (N13) */
	size_t unsortable_count;
	bool no_search; /* its search call is not there (N20) */
	struct dialect_notes notes;
	bool learning;  /* the organization's name was asked for */
	enum asked organization;
	struct source *sources; /* one for each of the dialect's (client_choices.c) */
	unsigned changes_of_person; /* of the session, when sources were last forgotten */
};

/* Of a write whose answers get lost, each but the first after a look (contract README: 3 tries). */
enum { CLIENT_TRIES_MAX = 3 };

/* What a kind of call adds. */
struct call_class {
	size_t size;                              /* of the struct that begins with client_call */
	void (*finish)(struct client_call *call); /* frees what it holds; may be NULL */
	/* Tells whoever started it. */
	void (*fail)(struct client_call *call, const struct failure *failure);
};

struct client_call {
	const struct call_class *class;
	struct client *client;
	struct client_call *next, **place; /* in the client's list; place is NULL when it is off */
	const struct dialect_resource *resource; /* NULL: none is meant */
	char *key;                               /* NULL: none is meant; "": it has none yet */
	const char *within; /* of a call for many that is about one: see failed_act. NULL otherwise */
	const struct endpoint *endpoint;         /* of the step under way: for the sentences */
	struct signed_call *signed_call;
	struct timer *later; /* tells of error in the next turn */
	struct error error;
	bool stopped; /* the user ended its wait */
};

/* A call of class->size bytes, all zeros behind the common part. key is copied, NULL for none. */
void *client_call_new(struct client *client, const struct call_class *class,
		      const struct dialect_resource *resource, const char *key);

/* Sends one step to url; fn gets the answer, whatever its status. Without a login the call fails by
 * itself. */
void client_call_send(struct client_call *call, const struct endpoint *endpoint, const char *url,
		      signed_call_fn *fn);

/* The same with a body of its own: JSON, copied. */
void client_call_send_body(struct client_call *call, const struct endpoint *endpoint,
			   const char *url, const char *body, signed_call_fn *fn);

/* Takes the call off the client: from here on nobody else ends it. Every ending begins so. */
void client_call_detach(struct client_call *call);
void client_call_free(struct client_call *call);

/* Endings: each tells whoever started the call, then frees it. */
void client_call_fail(struct client_call *call, const struct failure *failure);
void client_call_fail_with(struct client_call *call, const struct error *err);
void client_call_fail_answer(struct client_call *call, const struct answer *answer);
void client_call_fail_unreadable(struct client_call *call, const struct answer *answer,
				 const char *why);
/* In the next turn: for what is found wrong before anything was sent. err is call->error. */
void client_call_fail_later(struct client_call *call);

/* A write whose answer got lost, and nothing could be found out: it may have been applied. */
void client_call_fail_unknown(struct client_call *call);

/* A write that is never sent twice, and whose answer got lost: it was looked, and it was not carried out.
 * there: the record is as it was; else there is none. */
void client_call_fail_not_repeated(struct client_call *call, bool there);

/* "New customer" or the key: what sentences call the record. Borrowed. */
const char *client_call_name(const struct client_call *call);

/* The record in an answer, made one of ours (dialect->take_over). NULL with the reason. */
struct record *client_read_record(struct client *client, const struct schema *schema,
				  const struct answer *answer, struct error *err);
/* page_read, with each row made one of ours. */
bool client_read_page(struct client *client, const struct dialect_resource *row, struct json *tree,
		      int number, int page_size, struct page *page);

/* client_update with an endpoint of its own (NULL: the resource's), which says what did not work. */
struct client_call *client_update_by(struct client *client, const struct resource *resource,
				     const struct endpoint *endpoint, const struct record *base,
				     const struct record *now, client_record_fn *fn, void *data);
/* An action of a row that says by_update. */
struct client_call *client_act_by_update(struct client *client, const struct resource *resource,
					 const struct action *action, const char *key,
					 client_done_fn *fn, void *data);

struct failed_act client_call_act(const struct client_call *call);

/* Remembers what stands in a record, or in a row of a list, for fields with choices (N28). */
void client_see(struct client *client, const struct schema *schema, const struct json *object);
/* After a person's login: what the service told, and what was seen when that is another person. */
void client_forget_choices(struct client *client);
void client_choices_init(struct client *client);
void client_choices_finish(struct client *client);

/* 2xx: whatever the contract lists, any of them is a success. */
bool client_is_success(const struct answer *answer);
/* No answer came, or a gateway answered for the service: it may have been carried out. */
bool client_is_lost(const struct answer *answer);
/* 404: the record is not there, or we may not see it. */
bool client_is_missing(const struct answer *answer);

#endif
