/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include <ftw.h>
#include <unistd.h>

#include "api/token_file.h"
#include "base/clock.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"

enum { PATIENCE_MS = 20 * 1000 };

/* --- the service ----------------------------------------------------------------------------- */

static char *answer_text(const struct step *step)
{
	const char *body = step->body ? step->body : "";

	return xasprintf("HTTP/1.1 %d Status\r\nContent-Type: "
			 "application/json\r\n%s%sContent-Length: %zu\r\n\r\n%s",
			 step->status, step->head ? step->head : "", step->head ? "\r\n" : "",
			 strlen(body), body);
}

static void write_script(struct fixture *fixture, const struct step *steps, size_t count)
{
	assert_true(count <= STEPS_MAX);
	fixture->step_count = count;
	for (size_t i = 0; i < count; i++) {
		const struct step *step = &steps[i];
		fixture->answers[i] = step->status ? answer_text(step) : NULL;
		fixture->faults[i] = (struct fault){
			.method = step->method,
			.path = step->path,
			.nth = step->nth,
			.kind = step->status ? FAULT_ANSWER : step->fault,
			.answer = fixture->answers[i],
		};
	}
}

static struct profile *make_profile(const struct fixture *fixture)
{
	struct profile *profile = profile_new("shop");

	profile->url = xasprintf("http://127.0.0.1:%d", fault_proxy_port(fixture->server));
	profile->org_code = xstrdup("harborline");
	profile->client_id = xstrdup("backoffice");
	profile->client_secret = xstrdup("change-me");
	return profile;
}

void fixture_start(struct fixture *fixture, const struct step *steps, size_t count)
{
	fixture_start_before(fixture, 0, steps, count);
}

void fixture_start_before(struct fixture *fixture, int port, const struct step *steps, size_t count)
{
	struct error err = { 0 };

	*fixture = (struct fixture){ .folder = "/tmp/nymble-tui-test.XXXXXX" };
	assert_non_null(mkdtemp(fixture->folder));
	setenv("XDG_RUNTIME_DIR", fixture->folder, 1);
	write_script(fixture, steps, count);
	fixture->server = fault_proxy_start(port, fixture->faults, count);
	assert_non_null(fixture->server);
	fixture->loop = loop_new(&err);
	assert_non_null(fixture->loop);
	fixture->profile = make_profile(fixture);
}

static void on_wait(void *data, const char *text)
{
	struct fixture *fixture = data;

	snprintf(fixture->wait_text, sizeof(fixture->wait_text), "%s", text ? text : "");
	fixture->waits += text != NULL;
	loop_stop(fixture->loop);
}

void fixture_client(struct fixture *fixture)
{
	struct error err = { 0 };

	fixture->client = client_new(fixture->loop, fixture->profile, &err);
	assert_string_equal(err.message, "");
	client_on_wait(fixture->client, on_wait, fixture);
}

void fixture_start_client(struct fixture *fixture, const struct step *steps, size_t count)
{
	fixture_start(fixture, steps, count);
	fixture_client(fixture);
}

void fixture_start_with_token(struct fixture *fixture, const struct step *steps, size_t count)
{
	fixture_start(fixture, steps, count);
	fixture->profile->login = LOGIN_TOKEN;
	profile_set_secret(&fixture->profile->token, "given-1");
	fixture_client(fixture);
}

void fixture_start_flow(struct fixture *fixture, const struct step *steps, size_t count)
{
	fixture_start(fixture, steps, count);
	xreplace(&fixture->profile->api, "flow");
	xreplace(&fixture->profile->tenant, "tnt-1");
	xreplace(&fixture->profile->store, "st-1");
	fixture->profile->login = LOGIN_TOKEN;
	profile_set_secret(&fixture->profile->token, "given-1");
	fixture_client(fixture);
}

static void note_tenants(struct fixture *fixture, const struct login_request *request)
{
	FILE *out = fmemopen(fixture->asked_tenants, sizeof(fixture->asked_tenants), "w");

	assert_true(!request->tenants == !request->tenant_count);
	for (size_t i = 0; i < request->tenant_count; i++)
		fprintf(out, "%s%s %s", i ? ", " : "", request->tenants[i].key,
			request->tenants[i].name);
	fputc('\0', out);
	fclose(out);
}

static void on_login_needed(void *data, const struct login_request *request)
{
	struct fixture *fixture = data;

	fixture->asked++;
	snprintf(fixture->reason, sizeof(fixture->reason), "%s", request->reason);
	snprintf(fixture->asked_client_id, sizeof(fixture->asked_client_id), "%s",
		 request->client_id);
	snprintf(fixture->asked_user_code, sizeof(fixture->asked_user_code), "%s",
		 request->user_code);
	note_tenants(fixture, request);
	loop_stop(fixture->loop);
}

void fixture_person(struct fixture *fixture)
{
	client_on_login_needed(fixture->client, on_login_needed, fixture);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *place)
{
	(void)st;
	(void)type;
	(void)place;
	return remove(path);
}

void fixture_stop(struct fixture *fixture)
{
	client_free(fixture->client);
	loop_free(fixture->loop);
	fault_proxy_stop(fixture->server);
	profile_free(fixture->profile);
	for (size_t i = 0; i < fixture->step_count; i++)
		free(fixture->answers[i]);
	nftw(fixture->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static struct token_key key_of(const struct fixture *fixture)
{
	const struct profile *profile = fixture->profile;

	return (struct token_key){ profile->name, profile->url, profile->org_code,
				   profile->client_id };
}

void fixture_keep_token(struct fixture *fixture, const char *text, int left_s)
{
	char *token = xstrdup(text);
	struct token_key key = key_of(fixture);
	struct stored_token stored = { .token = token, .expires_at = clock_unix_s() + left_s,
				       .lifetime_s = 86400, .header_known = true };

	assert_true(token_file_write(&key, &stored, NULL));
	free(token);
}

void fixture_start_with_kept(struct fixture *fixture, const struct step *steps, size_t count,
			     int left_s)
{
	fixture_start(fixture, steps, count);
	fixture_keep_token(fixture, "token-1", left_s);
	fixture_client(fixture);
}

char *fixture_kept_token(struct fixture *fixture)
{
	struct token_key key = key_of(fixture);
	struct stored_token stored;

	if (!token_file_read(&key, &stored))
		return xstrdup("");
	char *token = xstrdup(stored.token);
	token_finish(&stored);
	return token;
}

/* --- calls ----------------------------------------------------------------------------------- */

void ending_take(struct ending *ending, const struct failure *failure)
{
	ending->count++;
	ending->ok = !failure;
	if (failure) {
		ending->code = failure->error.code;
		ending->status = failure->status;
		ending->may_be_applied = failure->may_be_applied;
		ending->changed_meanwhile = failure->changed_meanwhile;
		ending->messages = failure->message_count;
		if (failure->message_count > 0)
			snprintf(ending->named, sizeof(ending->named), "%s",
				 failure->messages[0].field);
		snprintf(ending->message, sizeof(ending->message), "%s", failure->error.message);
	}
	loop_stop(ending->fixture->loop);
}

static void on_page(void *data, const struct page *page, const struct failure *failure)
{
	struct ending *ending = data;

	assert_true(!page == !!failure);
	if (page) {
		ending->text = json_print(page->rows);
		ending->total = page->total;
	}
	ending_take(ending, failure);
}

void ending_take_record(void *data, struct record *record, const struct failure *failure)
{
	struct ending *ending = data;

	assert_true(!record == !!failure);
	if (record)
		ending->text = json_print(record_tree(record));
	record_free(record);
	ending_take(ending, failure);
}

static void on_done(void *data, const struct failure *failure)
{
	ending_take(data, failure);
}

struct client_call *start_list(struct fixture *fixture, struct ending *ending, const char *resource,
			       const char *line)
{
	struct error err = { 0 };
	struct query *query = query_parse(client_resource(fixture->client, resource), line, &err);

	assert_string_equal(err.message, "");
	*ending = (struct ending){ .fixture = fixture };
	struct client_call *call = client_list(fixture->client, query, 1, 25, on_page, ending);
	assert_int_equal(ending->count, 0); /* never from within */
	query_free(query);
	return call;
}

struct client_call *start_get(struct fixture *fixture, struct ending *ending, const char *resource,
			      const char *key)
{
	*ending = (struct ending){ .fixture = fixture };
	struct client_call *call =
		client_get(fixture->client, client_resource(fixture->client, resource), key,
			   ending_take_record, ending);
	assert_int_equal(ending->count, 0);
	return call;
}

static const struct resource *written(const struct fixture *fixture)
{
	return client_resource(fixture->client, fixture->resource ? fixture->resource : "customers");
}

struct client_call *start_act(struct fixture *fixture, struct ending *ending, const char *action,
			      const char *key)
{
	const struct resource *resource = written(fixture);

	*ending = (struct ending){ .fixture = fixture };
	struct client_call *call =
		client_act(fixture->client, resource, resource_action(resource, action),
			   fixture->argument, key,
			   on_done, ending);
	assert_int_equal(ending->count, 0);
	return call;
}

static struct record *record_of(struct fixture *fixture, const char *json)
{
	struct error err = { 0 };
	struct record *record =
		record_parse(written(fixture)->schema, json, strlen(json), &err);

	assert_string_equal(err.message, "");
	return record;
}

struct client_call *start_update(struct fixture *fixture, struct ending *ending, const char *base,
				 const char *now)
{
	struct record *before = record_of(fixture, base), *after = record_of(fixture, now);

	*ending = (struct ending){ .fixture = fixture };
	struct client_call *call =
		client_update(fixture->client, written(fixture), before, after, ending_take_record, ending);
	assert_int_equal(ending->count, 0);
	record_free(before);
	record_free(after);
	return call;
}

struct client_call *start_create(struct fixture *fixture, struct ending *ending,
				 const char *record)
{
	struct record *wanted = record_of(fixture, record);

	*ending = (struct ending){ .fixture = fixture };
	struct client_call *call =
		client_create(fixture->client, written(fixture), wanted, ending_take_record, ending);
	assert_int_equal(ending->count, 0);
	record_free(wanted);
	return call;
}

struct client_call *start_replace(struct fixture *fixture, struct ending *ending, const char *list,
				  const char *const (*records)[2], size_t count)
{
	const struct resource *resource = written(fixture);
	struct list_update updates[2];
	struct json *entries[CASES(updates)];

	assert_true(count <= CASES(updates));
	for (size_t i = 0; i < count; i++) {
		entries[i] = json_parse(records[i][1], strlen(records[i][1]), NULL);
		updates[i] = (struct list_update){ records[i][0], entries[i] };
	}
	*ending = (struct ending){ .fixture = fixture };
	struct client_call *call = client_replace_lists(
		fixture->client, resource, schema_field(resource->schema, list), updates, count,
		on_done, ending);
	assert_int_equal(ending->count, 0);
	for (size_t i = 0; i < count; i++)
		json_free(entries[i]);
	return call;
}

struct client_call *start_login(struct fixture *fixture, struct ending *ending,
				const struct credentials *credentials)
{
	*ending = (struct ending){ .fixture = fixture };
	struct client_call *call = client_login(fixture->client, credentials, on_done, ending);
	assert_int_equal(ending->count, 0);
	return call;
}

void run_list(struct fixture *fixture, struct ending *ending, const char *resource,
	      const char *query)
{
	start_list(fixture, ending, resource, query);
	wait_ending(ending);
}

void run_get(struct fixture *fixture, struct ending *ending, const char *resource, const char *key)
{
	start_get(fixture, ending, resource, key);
	wait_ending(ending);
}

void run_act(struct fixture *fixture, struct ending *ending, const char *action, const char *key)
{
	start_act(fixture, ending, action, key);
	wait_ending(ending);
}

void run_update(struct fixture *fixture, struct ending *ending, const char *base, const char *now)
{
	start_update(fixture, ending, base, now);
	wait_ending(ending);
}

void run_replace(struct fixture *fixture, struct ending *ending, const char *list,
		 const char *const (*records)[2], size_t count)
{
	start_replace(fixture, ending, list, records, count);
	wait_ending(ending);
}

void run_create(struct fixture *fixture, struct ending *ending, const char *record)
{
	start_create(fixture, ending, record);
	wait_ending(ending);
}

void list_one(struct fixture *fixture)
{
	struct ending ending;

	run_list(fixture, &ending, "customers", "");
	assert_string_equal(ending.message, "");
	assert_int_equal(ending.total, 1);
	ending_finish(&ending);
}

void ending_finish(struct ending *ending)
{
	free(ending->text);
	ending->text = NULL;
}

/* --- waiting --------------------------------------------------------------------------------- */

static void out_of_patience(void *data)
{
	(void)data;
	fail_msg("waited in vain");
}

/* One run of the loop: until something that a fixture sees has happened. */
static void run(struct fixture *fixture)
{
	struct timer *patience = loop_after(fixture->loop, PATIENCE_MS, out_of_patience, fixture);

	loop_run(fixture->loop);
	timer_cancel(patience);
}

void wait_ending(struct ending *ending)
{
	while (ending->count == 0)
		run(ending->fixture);
	assert_int_equal(ending->count, 1);
}

void wait_asked(struct fixture *fixture, int times)
{
	while (fixture->asked < times)
		run(fixture);
}

void wait_text(struct fixture *fixture)
{
	while (!*fixture->wait_text)
		run(fixture);
}

static void look_again(void *data)
{
	loop_stop(data);
}

void wait_requests(struct fixture *fixture, int count)
{
	int64_t start_ms = clock_now_ms();

	while (fault_proxy_requests(fixture->server) < count) {
		assert_true(clock_now_ms() - start_ms < PATIENCE_MS);
		loop_after(fixture->loop, 5, look_again, fixture->loop);
		loop_run(fixture->loop);
	}
}

int count_sent(struct fixture *fixture, const char *start)
{
	int count = 0;
	char *request;

	for (int i = 0; (request = fault_proxy_request(fixture->server, i)); i++) {
		count += strncmp(request, start, strlen(start)) == 0;
		free(request);
	}
	return count;
}

void assert_sent(struct fixture *fixture, int i, const char *text)
{
	char *request = fault_proxy_request(fixture->server, i);

	if (!request || !strstr(request, text))
		fail_msg("request %d: expected %s, got %s", i, text, request ? request : "nothing");
	free(request);
}

void assert_body(struct fixture *fixture, int i, const char *body)
{
	char *request = fault_proxy_request(fixture->server, i);
	char *length = xasprintf("\r\nContent-Length: %zu\r\n", strlen(body));

	assert_non_null(request);
	char *start = strstr(request, "\r\n\r\n");
	assert_non_null(start);
	assert_string_equal(start + 4, body);
	assert_non_null(strstr(request, length));
	free(length);
	free(request);
}
