/* Writes whose question or answer gets lost between us and a service that keeps what it is sent:
 * what is said about them is so, and nothing is done twice. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "api/client.h"
#include "base/alloc.h"
#include "faults/fault_proxy.h"
#include "net/loop.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "support/http.h"
#include "support/sandbox.h"
#include "support/sandbox_calls.h"
#include "work/save.h"

#define ONE "/api/customers/HRB-1042"

/* A client, a sandbox, and between them somebody who loses things. */
struct shop {
	struct sandbox *sandbox;
	struct fault_proxy *proxy;
	struct loop *loop;
	struct client *client;
	const struct resource *customers;
	char *token;
	struct record *record; /* read, or saved */
	bool done;
	enum save_outcome outcome;
	char message[ERROR_MESSAGE_SIZE];
};

static void open_shop(struct shop *shop, enum create_method method)
{
	struct profile *profile = profile_new("shop");
	struct error err = { 0 };

	*shop = (struct shop){ .sandbox = sandbox_new() };
	sandbox_start(shop->sandbox, SANDBOX_SMALL);
	shop->token = sandbox_log_in(shop->sandbox);
	shop->proxy = fault_proxy_start(sandbox_port(shop->sandbox), NULL, 0);
	shop->loop = loop_new(&err);
	assert_non_null(shop->loop);
	profile->url = xasprintf("http://127.0.0.1:%d", fault_proxy_port(shop->proxy));
	profile->login = LOGIN_TOKEN;
	profile->create_method = method;
	profile_set_secret(&profile->token, shop->token);
	shop->client = client_new(shop->loop, profile, &err);
	assert_string_equal(err.message, "");
	shop->customers = client_resource(shop->client, "customers");
	profile_free(profile);
}

static void close_shop(struct shop *shop)
{
	record_free(shop->record);
	client_free(shop->client);
	loop_free(shop->loop);
	fault_proxy_stop(shop->proxy);
	sandbox_free(shop->sandbox);
	free(shop->token);
}

static void end(struct shop *shop, const struct failure *failure)
{
	shop->done = true;
	snprintf(shop->message, sizeof(shop->message), "%s", failure ? failure->error.message : "");
	loop_stop(shop->loop);
}

static void on_read(void *data, struct record *record, const struct failure *failure)
{
	struct shop *shop = data;

	record_free(shop->record);
	shop->record = record;
	end(shop, failure);
}

static void on_saved(void *data, enum save_outcome outcome, struct record *record,
		     const struct failure *failure)
{
	((struct shop *)data)->outcome = outcome;
	on_read(data, record, failure);
}

static void on_done(void *data, const struct failure *failure)
{
	end(data, failure);
}

static void wait_done(struct shop *shop)
{
	while (!shop->done)
		loop_run(shop->loop);
	shop->done = false;
}

static void type(struct edit *edit, const char *field, const char *text)
{
	edit_put_text(edit, (struct place){ 0 },
		      schema_field(edit_schema(edit, (struct place){ 0 }), field), text, NULL);
}

/* --- what is done ---------------------------------------------------------------------------- */

static void save(struct shop *shop, struct edit *edit)
{
	save_start(shop->client, shop->customers, edit, on_saved, shop);
	edit_free(edit);
	wait_done(shop);
}

static void update(struct shop *shop)
{
	client_get(shop->client, shop->customers, "HRB-1042", on_read, shop);
	wait_done(shop);
	struct edit *edit = edit_new_take(record_copy(shop->record));
	type(edit, "terms", "NET77");
	save(shop, edit);
}

static void create(struct shop *shop)
{
	struct edit *edit = edit_new_create_take(shop->customers->schema, NULL);

	type(edit, "customerNumber", "NEW-1");
	type(edit, "companyName", "New");
	type(edit, "companyEmail", "new@example.com");
	type(edit, "pricing", "Retail");
	save(shop, edit);
}

static void act(struct shop *shop, const char *action)
{
	client_act(shop->client, shop->customers, resource_action(shop->customers, action), NULL,
		   "HRB-1042", on_done, shop);
	wait_done(shop);
}

static void deactivate(struct shop *shop)
{
	act(shop, "deactivate");
}

static void delete (struct shop *shop)
{
	act(shop, "delete");
}

/* --- what is so afterwards ------------------------------------------------------------------- */

static bool is_updated(struct shop *shop)
{
	char *terms = sandbox_member(shop->sandbox, shop->token, ONE, "terms");
	bool so = strcmp(terms, "NET77") == 0;

	free(terms);
	return so;
}

static bool is_there(struct shop *shop, const char *path)
{
	return sandbox_status(shop->sandbox, "GET", path, shop->token, NULL) == 200;
}

static bool is_created(struct shop *shop)
{
	return is_there(shop, "/api/customers/NEW-1");
}

static bool is_deactivated(struct shop *shop)
{
	struct http_answer answer;

	http_ask(sandbox_port(shop->sandbox),
		 &(struct http_request){ "GET", ONE, shop->token, NULL }, &answer);
	bool so = strstr(answer.body, "\"active\":false") != NULL;
	http_answer_finish(&answer);
	return so;
}

static bool is_deleted(struct shop *shop)
{
	return !is_there(shop, ONE);
}

static const struct act {
	const char *name, *method;
	enum create_method create;
	void (*run)(struct shop *shop);
	bool (*is_so)(struct shop *shop);
	const char *unsure; /* said after three losses before the service */
	bool once;          /* not sent again */
} acts[] = {
	{ "update", "PUT", CREATE_PUT, update, is_updated,
	  "No answer came: it may have been applied to HRB-1042. Reload to see.", false },
	{ "create", "PUT", CREATE_PUT, create, is_created,
	  "No answer came: it may have been applied to NEW-1. Reload to see.", false },
	{ "create by POST", "POST", CREATE_POST, create, is_created,
	  "No answer came, and NEW-1 is not there. It was not sent a second time.", true },
	{ "deactivate", "POST", CREATE_PUT, deactivate, is_deactivated,
	  "No answer came: it may have been applied to HRB-1042. Reload to see.", false },
	{ "delete", "DELETE", CREATE_PUT, delete, is_deleted,
	  "No answer came: it may have been applied to HRB-1042. Reload to see.", false },
};

/* How often the act's method was sent. */
static int count_writes(struct shop *shop, const char *method)
{
	char *request;
	int count = 0;

	for (int i = 0; (request = fault_proxy_request(shop->proxy, i)); i++) {
		count += strncmp(request, method, strlen(method)) == 0 &&
			 request[strlen(method)] == ' ';
		free(request);
	}
	return count;
}

static void play(const struct act *act, enum fault_kind kind, int nth, const char *message,
		 bool is_so, int writes)
{
	const struct fault fault = {
		.method = act->method, .path = "/api/customers", .nth = nth, .kind = kind
	};
	struct shop shop;

	open_shop(&shop, act->create);
	fault_proxy_set(shop.proxy, &fault, 1);
	act->run(&shop);
	if (strcmp(shop.message, message) != 0 || act->is_so(&shop) != is_so ||
	    count_writes(&shop, act->method) != writes)
		fail_msg("%s: %s, %d writes", act->name, shop.message,
			 count_writes(&shop, act->method));
	close_shop(&shop);
}

static void what_was_done_is_known_though_the_answer_is_lost(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(acts); i++) {
		play(&acts[i], FAULT_DROP_AFTER, 1, "", true, 1);
		play(&acts[i], FAULT_CUT, 1, "", true, 1);
	}
}

static void what_never_arrived_is_sent_again_or_said(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(acts); i++)
		if (acts[i].once)
			play(&acts[i], FAULT_DROP_BEFORE, 1, acts[i].unsure, false, 1);
		else
			play(&acts[i], FAULT_DROP_BEFORE, 1, "", true, 2);
}

static void what_never_arrives_is_never_called_done(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(acts); i++)
		play(&acts[i], FAULT_DROP_BEFORE, 0, acts[i].unsure, false, acts[i].once ? 1 : 3);
}

static void a_number_that_is_taken_is_not_written_over(void **state)
{
	struct shop shop;

	(void)state;
	open_shop(&shop, CREATE_PUT);
	struct edit *edit = edit_new_create_take(shop.customers->schema, NULL);
	type(edit, "customerNumber", "HRB-1042");
	type(edit, "companyName", "New");
	save(&shop, edit);
	assert_int_equal(shop.outcome, SAVE_TAKEN);
	assert_string_equal(record_title(shop.record), "Harborline Marine Supply");
	/* the id of that one, with another number: it would be renumbered */
	edit = edit_new_create_take(shop.customers->schema, NULL);
	type(edit, "customerNumber", "NEW-1");
	type(edit, "externalId", "erp-cust-5521");
	save(&shop, edit);
	assert_int_equal(shop.outcome, SAVE_TAKEN);
	assert_string_equal(record_key(shop.record), "HRB-1042");
	assert_int_equal(count_writes(&shop, "PUT"), 0);
	close_shop(&shop);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_done_is_known_though_the_answer_is_lost),
		cmocka_unit_test(what_never_arrived_is_sent_again_or_said),
		cmocka_unit_test(what_never_arrives_is_never_called_done),
		cmocka_unit_test(a_number_that_is_taken_is_not_written_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
