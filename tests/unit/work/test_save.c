/* Saving an edit: nothing of anybody else's is overwritten, and what is sent is what changed. */
/* SPDX-License-Identifier: ISC */
#include "api/api_fixture.h"

#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/save.h"

#define ONE "/api/customers/HRB-9"
#define ALL "/api/customers"
#define LISTED "/api/customers?"
#define RECORD(name, terms)                                                                        \
	"{\"customerNumber\":\"HRB-9\",\"companyName\":\"" name "\",\"terms\":\"" terms            \
	"\",\"externalId\":\"erp-9\",\"limit\":1e400}"
#define BASE RECORD("Old", "NET30")
#define READ(nth, body) ANSWER("GET", ONE, nth, 200, body)

struct saved {
	struct fixture *fixture;
	int count;
	enum save_outcome outcome;
	char *record; /* NULL: there was none */
	char message[ERROR_MESSAGE_SIZE];
};

static void on_saved(void *data, enum save_outcome outcome, struct record *record,
		     const struct failure *failure)
{
	struct saved *saved = data;

	bool failed = outcome == SAVE_FAILED || outcome == SAVE_UNREAD;

	assert_int_equal(failed, failure != NULL);
	assert_int_equal(failed, record == NULL);
	saved->count++;
	saved->outcome = outcome;
	saved->record = record ? json_print(record_tree(record)) : NULL;
	snprintf(saved->message, sizeof(saved->message), "%s",
		 failure ? failure->error.message : "");
	record_free(record);
	loop_stop(saved->fixture->loop);
}

static void type(struct edit *edit, const char *field, const char *text)
{
	struct error err = { 0 };

	if (text)
		edit_put_text(edit, (struct place){ 0 },
			      schema_field(edit_schema(edit, (struct place){ 0 }), field), text,
			      &err);
	assert_string_equal(err.message, "");
}

static struct save *start_save(struct fixture *fixture, struct saved *saved, struct edit *edit)
{
	*saved = (struct saved){ .fixture = fixture };
	struct save *save =
		save_start(fixture->client, client_resource(fixture->client, "customers"), edit,
			   on_saved, saved);
	assert_int_equal(saved->count, 0); /* never from within */
	edit_free(edit);                   /* it was only read */
	return save;
}

static void wait_saved(struct saved *saved)
{
	while (saved->count == 0)
		loop_run(saved->fixture->loop);
	assert_int_equal(saved->count, 1);
}

/* The first lines of all requests, without what is the same in each, and their bodies. */
static char *what_was_sent(struct fixture *fixture)
{
	char *text, *request;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (int i = 0; (request = fault_proxy_request(fixture->server, i)); i++) {
		const char *body = strstr(request, "\r\n\r\n") + 4;
		fprintf(out, "%s%.*s%s%s", i ? " " : "", (int)strcspn(request, " "), request,
			*body ? " " : "", body);
		free(request);
	}
	fclose(out);
	return text;
}

struct story {
	const char *name;
	const char *company, *terms; /* typed; NULL: left alone */
	struct step steps[6];
	const char *sent;
	enum save_outcome outcome;
	const char *record, *message;
};

static void judge(const struct story *story, struct fixture *fixture, struct saved *saved)
{
	const char *record = saved->record ? saved->record : "";
	char *sent = what_was_sent(fixture);

	if (saved->outcome != story->outcome ||
	    strcmp(record, story->record ? story->record : "") != 0 ||
	    strcmp(saved->message, story->message ? story->message : "") != 0)
		fail_msg("%s: %d %s %s", story->name, saved->outcome, record, saved->message);
	if (strcmp(sent, story->sent) != 0)
		fail_msg("%s: sent %s", story->name, sent);
	free(sent);
	free(saved->record);
}

static size_t count_steps(const struct story *story)
{
	size_t count = 0;

	while (count < CASES(story->steps) && story->steps[count].method)
		count++;
	return count;
}

#define NEW RECORD("New", "NET30")

static const struct story updates[] = {
	{ "nobody else was there",
	  "New",
	  NULL,
	  { READ(0, BASE), ANSWER("PUT", ONE, 0, 200, NEW) },
	  "GET PUT {\"companyName\":\"New\"}",
	  SAVE_DONE,
	  NEW,
	  NULL },
	{ "the answer has no body",
	  "New",
	  NULL,
	  { READ(1, BASE), ANSWER("PUT", ONE, 0, 204, NULL), READ(0, NEW) },
	  "GET PUT {\"companyName\":\"New\"} GET",
	  SAVE_DONE,
	  NEW,
	  NULL },
	{ "somebody changed something else",
	  "New",
	  NULL,
	  { READ(0, RECORD("Old", "NET90")), ANSWER("PUT", ONE, 0, 200, RECORD("New", "NET90")) },
	  "GET PUT {\"companyName\":\"New\"}",
	  SAVE_DONE,
	  RECORD("New", "NET90"),
	  NULL },
	{ "somebody changed a part in the same way",
	  "New",
	  "NET60",
	  { READ(0, NEW), ANSWER("PUT", ONE, 0, 200, RECORD("New", "NET60")) },
	  "GET PUT {\"terms\":\"NET60\"}",
	  SAVE_DONE,
	  RECORD("New", "NET60"),
	  NULL },
	{ "somebody changed it all in the same way",
	  "New",
	  NULL,
	  { READ(0, NEW) },
	  "GET",
	  SAVE_NOTHING,
	  NEW,
	  NULL },
	{ "somebody changed it to something else",
	  "New",
	  "NET60",
	  { READ(0, RECORD("Theirs", "NET30")) },
	  "GET",
	  SAVE_CLASH,
	  RECORD("Theirs", "NET30"),
	  NULL },
	{ "it is gone",
	  "New",
	  NULL,
	  { ANSWER("GET", ONE, 0, 404, NULL) },
	  "GET",
	  SAVE_UNREAD,
	  NULL,
	  "There is no customer HRB-9, or your login may not see it." },
	{ "it is refused",
	  "New",
	  NULL,
	  { READ(0, BASE), ANSWER("PUT", ONE, 0, 400, "{\"errors\":{\"CompanyName\":[\"No.\"]}}") },
	  "GET PUT {\"companyName\":\"New\"}",
	  SAVE_FAILED,
	  NULL,
	  "HRB-9 was not saved: CompanyName: No. (400)" },
	{ "the answer is lost, and somebody else was faster",
	  "New",
	  NULL,
	  { READ(1, BASE), FAULT("PUT", ONE, 0, FAULT_DROP_AFTER),
	    READ(0, RECORD("Theirs", "NET30")) },
	  "GET PUT {\"companyName\":\"New\"} GET GET",
	  SAVE_CLASH,
	  RECORD("Theirs", "NET30"),
	  NULL },
	{ "it is lost, and half of it was put back meanwhile",
	  "New",
	  "NET60",
	  { READ(1, BASE), FAULT("PUT", ONE, 1, FAULT_DROP_AFTER), READ(0, NEW),
	    ANSWER("PUT", ONE, 0, 200, RECORD("New", "NET60")) },
	  "GET PUT {\"companyName\":\"New\",\"terms\":\"NET60\"} GET GET PUT {\"terms\":\"NET60\"}",
	  SAVE_DONE,
	  RECORD("New", "NET60"),
	  NULL },
	{ "it is lost, and nothing can be known",
	  "New",
	  NULL,
	  { READ(1, BASE), FAULT("PUT", ONE, 0, FAULT_DROP_AFTER),
	    ANSWER("GET", ONE, 0, 403, NULL) },
	  "GET PUT {\"companyName\":\"New\"} GET",
	  SAVE_FAILED,
	  NULL,
	  "No answer came: it may have been applied to HRB-9. Reload to see." },
};

static void an_edit_is_saved_against_what_is_there_now(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(updates); i++) {
		const struct story *story = &updates[i];
		struct fixture fixture;
		struct saved saved;
		fixture_start_with_token(&fixture, story->steps, count_steps(story));
		const struct schema *schema = client_resource(fixture.client, "customers")->schema;
		struct edit *edit = edit_new_take(record_parse(schema, BASE, strlen(BASE), NULL));
		type(edit, "companyName", story->company);
		type(edit, "terms", story->terms);
		start_save(&fixture, &saved, edit);
		wait_saved(&saved);
		judge(story, &fixture, &saved);
		fixture_stop(&fixture);
	}
}

#define SENT "{\"customerNumber\":\"HRB-9\",\"companyName\":\"New\",\"externalId\":\"erp-9\"}"
#define NOBODY ANSWER("GET", ONE, 0, 404, NULL)
#define NO_ID ANSWER("GET", LISTED, 0, 200, "[]")
#define HIT "{\"customerNumber\":\"HRB-7\",\"externalId\":\"erp-9\"}"

static const struct story creations[] = {
	{ "nobody has number or id",
	  NULL,
	  NULL,
	  { NOBODY, NO_ID, ANSWER("PUT", ALL, 0, 201, NEW) },
	  "GET GET PUT " SENT,
	  SAVE_DONE,
	  NEW,
	  NULL },
	{ "the number is taken",
	  NULL,
	  NULL,
	  { READ(0, BASE), NO_ID },
	  "GET GET",
	  SAVE_TAKEN,
	  BASE,
	  NULL },
	{ "the external id is taken",
	  NULL,
	  NULL,
	  { NOBODY, ANSWER("GET", LISTED, 0, 200, "[" HIT "]"),
	    ANSWER("GET", "/api/customers/HRB-7", 0, 200, HIT) },
	  "GET GET GET",
	  SAVE_TAKEN,
	  HIT,
	  NULL },
	{ "nobody can tell",
	  NULL,
	  NULL,
	  { ANSWER("GET", ONE, 0, 403, NULL) },
	  "GET",
	  SAVE_UNREAD,
	  NULL,
	  "This login may not read customers." },
	{ "somebody else was faster",
	  NULL,
	  NULL,
	  { ANSWER("GET", ONE, 1, 404, NULL), NO_ID, ANSWER("PUT", ALL, 0, 409, NULL),
	    READ(0, RECORD("Theirs", "NET30")) },
	  "GET GET PUT " SENT " GET GET",
	  SAVE_TAKEN,
	  RECORD("Theirs", "NET30"),
	  NULL },
	{ "the answer is lost, and it is there",
	  NULL,
	  NULL,
	  { ANSWER("GET", ONE, 1, 404, NULL), NO_ID, FAULT("PUT", ALL, 0, FAULT_DROP_AFTER),
	    READ(0, NEW) },
	  "GET GET PUT " SENT " GET",
	  SAVE_DONE,
	  NEW,
	  NULL },
	{ "the answer is lost, and somebody else was faster",
	  NULL,
	  NULL,
	  { ANSWER("GET", ONE, 1, 404, NULL), NO_ID, FAULT("PUT", ALL, 0, FAULT_DROP_AFTER),
	    READ(0, RECORD("Theirs", "NET30")) },
	  "GET GET PUT " SENT " GET GET GET",
	  SAVE_TAKEN,
	  RECORD("Theirs", "NET30"),
	  NULL },
};

static void a_new_record_takes_nobodys_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(creations); i++) {
		const struct story *story = &creations[i];
		struct fixture fixture;
		struct saved saved;
		fixture_start_with_token(&fixture, story->steps, count_steps(story));
		struct edit *edit = edit_new_create_take(
			client_resource(fixture.client, "customers")->schema, NULL);
		type(edit, "customerNumber", "HRB-9");
		type(edit, "companyName", "New");
		type(edit, "externalId", "erp-9");
		start_save(&fixture, &saved, edit);
		wait_saved(&saved);
		judge(story, &fixture, &saved);
		fixture_stop(&fixture);
	}
}

static void a_cancelled_save_is_not_heard_of_again(void **state)
{
	static const struct step steps[] = { FAULT("GET", ONE, 0, FAULT_HANG), PAGE };
	struct fixture fixture;
	struct saved saved;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	const struct schema *schema = client_resource(fixture.client, "customers")->schema;
	struct edit *edit = edit_new_take(record_parse(schema, BASE, strlen(BASE), NULL));
	type(edit, "companyName", "New");
	struct save *save = start_save(&fixture, &saved, edit);
	wait_requests(&fixture, 1);
	save_cancel(save);
	list_one(&fixture);
	assert_int_equal(saved.count, 0);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_edit_is_saved_against_what_is_there_now),
		cmocka_unit_test(a_new_record_takes_nobodys_place),
		cmocka_unit_test(a_cancelled_save_is_not_heard_of_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
