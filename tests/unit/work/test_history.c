/* test_history.c - what was saved in this session: kept, cut, told, and turned round. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "model/customers.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/history.h"

static struct record *customer(const char *json)
{
	struct record *record = record_parse(&nymble_customer_schema, json, strlen(json), NULL);

	assert_non_null(record);
	return record;
}

/* A save: what was read, what it was to become, and what the service made of it. */
static void save(struct history *history, const char *base, const char *now, const char *saved)
{
	struct record *records[] = { base ? customer(base) : NULL, customer(now), customer(saved) };

	history_add(history, &nymble_customers, records[0], records[1], records[2]);
	for (size_t i = 0; i < CASES(records); i++)
		record_free(records[i]);
}

#define KEY "\"customerNumber\":\"C-1\",\"companyName\":\"Harbour\""
#define RECORD(members) "{" KEY "," members "}"

static void a_save_keeps_what_changed_and_no_more(void **state)
{
	struct history *history = history_new();

	(void)state;
	save(history, RECORD("\"terms\":\"NET30\",\"companyPhone\":\"1\""),
	     RECORD("\"terms\":\"COD\",\"companyPhone\":\"1\""),
	     RECORD("\"terms\":\"COD\",\"companyPhone\":\"2\"")); /* somebody else's */
	assert_int_equal(history_count(history), 1);
	const struct saved_change *change = history_at(history, 0);
	assert_string_equal(change->key, "C-1");
	assert_string_equal(change->title, "Harbour");
	assert_string_equal(change->before, "{\"terms\":\"NET30\"}");
	assert_string_equal(change->after, "{\"terms\":\"COD\"}");
	assert_string_equal(change->summary, "Terms: NET30 -> COD");
	assert_null(history_at(history, 1));
	history_free(history);
}

/* The service has the last word: what it made of a value is what an undo will look for. */
static void what_the_service_made_of_it_counts(void **state)
{
	struct history *history = history_new();

	(void)state;
	save(history, RECORD("\"companyPhone\":\"1\""), RECORD("\"companyPhone\":\" 2 \""),
	     RECORD("\"companyPhone\":\"2\""));
	assert_string_equal(history_at(history, 0)->after, "{\"companyPhone\":\"2\"}");
	save(history, RECORD("\"terms\":\"COD\""), RECORD("\"terms\":\"X\""),
	     RECORD("\"terms\":\"COD\"")); /* it did not want it */
	assert_int_equal(history_count(history), 1);
	history_free(history);
}

static void the_newest_of_a_record_is_found(void **state)
{
	struct history *history = history_new();

	(void)state;
	save(history, RECORD("\"terms\":\"A\""), RECORD("\"terms\":\"B\""),
	     RECORD("\"terms\":\"B\""));
	save(history, RECORD("\"terms\":\"B\""), RECORD("\"terms\":\"C\""),
	     RECORD("\"terms\":\"C\""));
	const struct saved_change *change = history_last_of(history, &nymble_customers, "C-1");
	assert_string_equal(change->after, "{\"terms\":\"C\"}");
	assert_ptr_equal(change, history_at(history, 0));
	assert_null(history_last_of(history, &nymble_customers, "C-2"));
	history_free(history);
}

static void the_oldest_go_and_that_is_counted(void **state)
{
	struct history *history = history_new();
	char saved[200];

	(void)state;
	for (int i = 0; i < HISTORY_MAX + 3; i++) {
		snprintf(saved, sizeof(saved), RECORD("\"terms\":\"%d\""), i);
		save(history, RECORD("\"terms\":\"old\""), saved, saved);
	}
	assert_int_equal(history_count(history), HISTORY_MAX);
	assert_int_equal(history_dropped(history), 3);
	assert_string_equal(history_at(history, HISTORY_MAX - 1)->after, "{\"terms\":\"3\"}");
	history_free(history);
}

static void long_values_are_cut_off_by_bytes(void **state)
{
	struct history *history = history_new();
	char *text = malloc(HISTORY_BYTES_MAX + 1), *saved;

	(void)state;
	memset(text, 'x', HISTORY_BYTES_MAX);
	text[HISTORY_BYTES_MAX] = '\0';
	assert_true(asprintf(&saved, RECORD("\"terms\":\"%s\""), text) > 0);
	save(history, RECORD("\"terms\":\"A\""), RECORD("\"terms\":\"B\""),
	     RECORD("\"terms\":\"B\""));
	save(history, RECORD("\"terms\":\"B\""), saved, saved);
	assert_int_equal(history_count(history), 1); /* the newest stays, whatever its size */
	assert_int_equal(history_dropped(history), 1);
	save(history, saved, RECORD("\"terms\":\"C\""), RECORD("\"terms\":\"C\""));
	assert_int_equal(history_count(history), 1);
	free(saved);
	free(text);
	history_free(history);
}

/* --- turned round ---------------------------------------------------------- */

/* What is saved is terms NET30 -> COD and a phone where there was none. */
static const struct {
	const char *current, *body, *since;
} turns[] = {
	{ RECORD("\"terms\":\"COD\",\"companyPhone\":\"1\""),
	  "{\"terms\":\"NET30\",\"companyPhone\":\"\"}", "" },
	{ RECORD("\"terms\":\"NET60\",\"companyPhone\":\"1\""),
	  "{\"terms\":\"NET30\",\"companyPhone\":\"\"}", "Terms" },
	{ RECORD("\"terms\":\"NET30\",\"companyPhone\":\"1\""), "{\"companyPhone\":\"\"}", "" },
	{ RECORD("\"terms\":\"NET30\""), NULL, NULL },
};

static void assert_turn(const struct saved_change *change, size_t i)
{
	struct record *current = customer(turns[i].current);
	char *since;
	struct edit *edit = saved_change_reverse(change, current, &since);
	struct changes changes;

	record_free(current);
	assert_true(!edit == !turns[i].body);
	if (!edit) {
		assert_null(since);
		return;
	}
	assert_text_take(since, turns[i].since);
	changes_find(&changes, edit_base(edit), edit_now(edit));
	struct json *body = changes_body(&changes);
	assert_text_take(json_print(body), turns[i].body);
	json_free(body);
	changes_finish(&changes);
	edit_free(edit);
}

static void a_change_turned_round_gives_back_what_was(void **state)
{
	struct history *history = history_new();
	const char *after = RECORD("\"terms\":\"COD\",\"companyPhone\":\"1\"");

	(void)state;
	save(history, RECORD("\"terms\":\"NET30\""), after, after);
	for (size_t i = 0; i < CASES(turns); i++)
		assert_turn(history_at(history, 0), i);
	history_free(history);
}

static void a_change_reads_field_by_field(void **state)
{
	struct history *history = history_new();
	const char *after = RECORD("\"terms\":\"COD\",\"companyPhone\":\"1\"");

	(void)state;
	save(history, RECORD("\"terms\":\"NET30\""), after, after);
	char *text = saved_change_text(history_at(history, 0));
	assert_non_null(strstr(text, "C-1 Harbour, saved at "));
	assert_non_null(strstr(text, "Terms\n  before: NET30\n  after:  COD\n"));
	assert_non_null(strstr(text, "Phone\n  before: -\n  after:  1\n"));
	free(text);
	save(history, NULL, after, after);
	assert_true(history_at(history, 0)->created);
	history_free(history);
}

/* --- what is no save ------------------------------------------------------- */

static const struct action *action(const char *name)
{
	const struct action *found = resource_action(&nymble_customers, name);

	assert_non_null(found);
	return found;
}

static const struct {
	const char *action, *summary, *lasting;
} deeds[] = {
	{ "delete", "Harbour is deleted.", "What is deleted cannot be brought back." },
	{ "activate", "Harbour is active again.", "z does not undo this, but x does: Deactivate." },
	{ "deactivate", "Harbour is not active any more.",
	  "z does not undo this, but x does: Activate." },
};

static void actions_are_told_and_not_turned_round(void **state)
{
	struct history *history = history_new();

	(void)state;
	save(history, RECORD("\"terms\":\"A\""), RECORD("\"terms\":\"B\""),
	     RECORD("\"terms\":\"B\""));
	for (size_t i = 0; i < CASES(deeds); i++) {
		history_add_action(history, &nymble_customers, action(deeds[i].action), "C-1",
				   "Harbour");
		const struct saved_change *change = history_at(history, 0);
		assert_string_equal(change->key, "C-1");
		assert_string_equal(change->summary, deeds[i].summary);
		assert_string_equal(change->lasting, deeds[i].lasting);
		char *text = saved_change_text(change);
		assert_non_null(strstr(text, deeds[i].summary));
		assert_non_null(strstr(text, deeds[i].lasting));
		free(text);
	}
	const struct saved_change *saved = history_last_of(history, &nymble_customers, "C-1");
	assert_string_equal(saved->summary, "Terms: A -> B"); /* z passes them by */
	assert_null(saved->lasting);
	history_free(history);
}

static void a_run_is_told_with_how_far_it_came(void **state)
{
	struct history *history = history_new();

	(void)state;
	history_add_run(history, &nymble_customers, action("deactivate"), "Deactivate 38 customers",
			21, 38);
	const struct saved_change *change = history_at(history, 0);
	assert_string_equal(change->summary, "Deactivate 38 customers: 21 of 38 done.");
	assert_string_equal(change->lasting, "z does not undo this, but x does: Activate.");
	history_add_run(history, &nymble_customers, NULL, "Set Terms to COD for 2 customers", 2, 2);
	change = history_at(history, 0);
	assert_string_equal(change->summary, "Set Terms to COD for 2 customers: all done.");
	assert_string_equal(change->lasting,
			    "z does not undo this: change those records anew.");
	struct saved_change *copy = saved_change_copy(change);
	assert_string_equal(copy->lasting, change->lasting);
	saved_change_free(copy);
	history_free(history);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_save_keeps_what_changed_and_no_more),
		cmocka_unit_test(what_the_service_made_of_it_counts),
		cmocka_unit_test(the_newest_of_a_record_is_found),
		cmocka_unit_test(the_oldest_go_and_that_is_counted),
		cmocka_unit_test(long_values_are_cut_off_by_bytes),
		cmocka_unit_test(a_change_turned_round_gives_back_what_was),
		cmocka_unit_test(a_change_reads_field_by_field),
		cmocka_unit_test(actions_are_told_and_not_turned_round),
		cmocka_unit_test(a_run_is_told_with_how_far_it_came),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
