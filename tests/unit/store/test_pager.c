/* A pager answers at once with what is here, fetches what the screen shows, and is not put out by a
 * list that changes under it. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "model/customers.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "script.h"
#include "store/pager.h"

struct list {
	struct script *script;
	struct pager *pager;
	unsigned changes; /* all that was said since the last look */
};

static void note_change(void *data, unsigned what)
{
	((struct list *)data)->changes |= what;
}

static struct list list_of(int64_t rows)
{
	struct list list = { .script = script_new(rows) };
	struct page_source source = script_source(list.script);
	struct query *query = query_new(&nymble_customers);

	list.pager = pager_new(&source, query);
	query_free(query);
	return list;
}

static void finish(struct list *list)
{
	pager_free(list->pager);
	assert_string_equal(script_open(list->script), "");
	assert_null(list->script->fire);
	script_free(list->script);
}

static const char *key(const struct list *list, int64_t i)
{
	const struct pager_row *row = pager_row(list->pager, i);

	return row ? row->key : "...";
}

static const char *cell(const struct list *list, int64_t i, const char *field)
{
	const struct field *found = schema_field(&nymble_customer_schema, field);

	return pager_row(list->pager, i)->cells[found - nymble_customer_schema.fields];
}

static unsigned changes(struct list *list)
{
	unsigned what = list->changes;

	list->changes = 0;
	return what;
}

#define assert_open(list, pages) assert_string_equal(script_open((list).script), pages)

static void the_shown_page_comes_first_then_the_one_ahead(void **state)
{
	struct list list = list_of(120);

	(void)state;
	pager_on_change(list.pager, note_change, &list);
	assert_open(list, "");
	pager_want(list.pager, 0, 20, 0);
	assert_open(list, "1");
	assert_string_equal(key(&list, 0), "...");
	assert_int_equal(pager_total(list.pager), -1);
	assert_int_equal(pager_extent(list.pager), 0);
	assert_true(pager_loading_since_ms(list.pager) > 0);

	script_answer(list.script, 1);
	assert_int_equal(changes(&list), PAGER_ROWS | PAGER_TOTAL | PAGER_STATE);
	assert_string_equal(key(&list, 19), "C-19");
	assert_string_equal(cell(&list, 3, "companyName"), "Harborline 3");
	assert_string_equal(cell(&list, 3, "addresses"), "");
	assert_string_equal(
		pager_row(list.pager, 3)->json,
		"{\"customerNumber\":\"C-3\",\"companyName\":\"Harborline 3\",\"active\":true}");
	assert_int_equal(pager_total(list.pager), 120);
	assert_int_equal(pager_loading_since_ms(list.pager), 0);
	assert_true(pager_read_at_s(list.pager) > 0);

	assert_open(list, "2");
	script_answer(list.script, 2);
	assert_int_equal(changes(&list), 0); /* nothing of it is on the screen */
	assert_open(list, "");
	finish(&list);
}

static void an_empty_list_has_no_rows_and_asks_once(void **state)
{
	struct list list = list_of(0);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer(list.script, 1);
	assert_open(list, "");
	assert_int_equal(pager_total(list.pager), 0);
	assert_string_equal(key(&list, 0), "");
	finish(&list);
}

static void a_screen_across_two_pages_asks_for_both(void **state)
{
	struct list list = list_of(1000);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer_all(list.script);
	pager_want(list.pager, 440, 44, 0);
	assert_open(list, "9 10");
	script_answer(list.script, 10);
	assert_string_equal(key(&list, 440), "...");
	assert_string_equal(key(&list, 460), "C-460");
	assert_true(pager_loading_since_ms(list.pager) > 0);
	script_answer(list.script, 9);
	assert_string_equal(key(&list, 440), "C-440");
	finish(&list);
}

static void the_page_ahead_lies_in_the_direction_of_travel(void **state)
{
	struct list list = list_of(1000);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer_all(list.script);
	pager_want(list.pager, 510, 20, -1);
	script_answer(list.script, 11);
	assert_open(list, "10");
	script_answer(list.script, 10);
	pager_want(list.pager, 511, 20, 1);
	assert_open(list, "12");
	script_answer(list.script, 12);
	pager_want(list.pager, 980, 20, 1); /* the end: nothing lies ahead */
	script_answer(list.script, 20);
	assert_open(list, "");
	finish(&list);
}

static void a_jump_does_not_wait_for_the_page_ahead(void **state)
{
	struct list list = list_of(1000);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer(list.script, 1);
	assert_open(list, "2");
	pager_want(list.pager, 700, 20, 1);
	assert_open(list, "2 15");
	script_answer(list.script, 15);
	assert_string_equal(key(&list, 719), "C-719");
	assert_open(list, "2");        /* one place stays free for the next jump */
	script_end_pause(list.script); /* page 2 did not come: it is given up */
	assert_open(list, "16");
	finish(&list);
}

static void a_held_key_fetches_the_newest_page_only(void **state)
{
	struct list list = list_of(1000000);

	(void)state;
	pager_want(list.pager, 0, 40, 0);
	script_answer_all(list.script);
	for (int i = 1; i <= 500; i++)
		pager_want(list.pager, i * 50, 40, 1);
	assert_int_equal(list.script->count,
			 4); /* 1, the page ahead, and two that could not keep up */
	assert_open(list, "3 4");
	script_answer(list.script, 3); /* a place is free: the newest takes it */
	assert_open(list, "4 501");
	script_end_pause(list.script); /* what nobody needs is given up */
	assert_open(list, "501");
	script_answer(list.script, 501);
	assert_string_equal(key(&list, 25000), "C-25000");
	finish(&list);
}

static void one_call_is_cancelled_in_a_pause(void **state)
{
	struct list list = list_of(1000000);

	(void)state;
	pager_want(list.pager, 0, 40, 0);
	script_answer_all(list.script);
	pager_want(list.pager, 100 * 50, 40, 0);
	pager_want(list.pager, 200 * 50, 40, 0);
	pager_want(list.pager, 300 * 50, 40, 0);
	assert_open(list, "101 201");
	script_end_pause(list.script);
	assert_open(list, "201 301");
	script_end_pause(list.script);
	assert_open(list, "301");
	assert_null(list.script->fire);
	finish(&list);
}

static void a_long_walk_keeps_what_is_near_only(void **state)
{
	struct list list = list_of(100000);

	(void)state;
	for (int64_t first = 0; first < 100000; first += 44) {
		pager_want(list.pager, first, 44, 1);
		script_answer_all(list.script);
		assert_string_not_equal(key(&list, first), "...");
	}
	assert_string_equal(key(&list, 0), "...");
	assert_string_equal(key(&list, 99999), "C-99999");
	assert_true(pager_find(list.pager, "C-99990") == 99990);
	assert_true(pager_find(list.pager, "C-1") == -1);
	finish(&list);
}

static void a_failure_keeps_the_rows_until_the_next_move(void **state)
{
	struct list list = list_of(1000);

	(void)state;
	pager_on_change(list.pager, note_change, &list);
	pager_want(list.pager, 0, 20, 0);
	script_answer_all(list.script);
	changes(&list);
	pager_want(list.pager, 85, 20, 1);
	assert_open(list, "3");
	script_refuse(list.script, 3, ERROR_NETWORK, "Cannot reach api.example.");
	assert_int_equal(changes(&list), PAGER_STATE);
	assert_string_equal(pager_error(list.pager)->message, "Cannot reach api.example.");
	assert_int_equal(pager_loading_since_ms(list.pager), 0);
	assert_string_equal(key(&list, 99), "C-99");
	pager_want(list.pager, 85, 20, 1); /* a redraw is no move */
	assert_open(list, "");

	pager_want(list.pager, 86, 20, 1);
	assert_open(list, "3");
	assert_non_null(pager_error(list.pager));
	script_answer(list.script, 3);
	assert_null(pager_error(list.pager));
	assert_int_equal(changes(&list), PAGER_ROWS | PAGER_STATE);
	finish(&list);
}

static void a_failure_of_the_page_ahead_is_nobodys_business(void **state)
{
	struct list list = list_of(1000);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer(list.script, 1);
	script_refuse(list.script, 2, ERROR_NETWORK, "Cannot reach api.example.");
	assert_null(pager_error(list.pager));
	assert_open(list, "");
	pager_want(list.pager, 1, 20, 1);
	assert_open(list, "2");
	finish(&list);
}

static void reloading_shows_the_old_rows_meanwhile(void **state)
{
	struct list list = list_of(1000);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer_all(list.script);
	list.script->name = "Renamed";
	list.script->rows = 60;
	pager_reload(list.pager);
	assert_open(list, "1");
	assert_string_equal(cell(&list, 0, "companyName"), "Harborline 0");
	assert_true(pager_loading_since_ms(list.pager) > 0);
	script_answer(list.script, 1);
	assert_string_equal(cell(&list, 0, "companyName"), "Renamed 0");
	assert_int_equal(pager_total(list.pager), 60);
	assert_string_equal(cell(&list, 55, "companyName"),
			    "Harborline 55"); /* old, until it comes */
	script_answer(list.script, 2);
	assert_string_equal(cell(&list, 55, "companyName"), "Renamed 55");
	finish(&list);
}

static void an_answer_from_before_the_reload_is_not_believed(void **state)
{
	struct list list = list_of(40);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	pager_reload(list.pager);
	assert_open(list, "1 1");
	script_answer(list.script, 1);
	assert_string_equal(key(&list, 0), "...");
	script_answer(list.script, 1);
	assert_string_equal(key(&list, 0), "C-0");
	finish(&list);
}

static struct query *sorted(const char *by)
{
	struct query *query = query_new(&nymble_customers);

	assert_true(query_set_sort_text(query, by, NULL));
	return query;
}

static void another_query_replaces_the_rows_when_it_answers(void **state)
{
	struct list list = list_of(1000);
	struct query *query = sorted("-companyName");

	(void)state;
	pager_on_change(list.pager, note_change, &list);
	pager_want(list.pager, 500, 20, 0);
	script_answer_all(list.script);
	changes(&list);
	pager_set_query(list.pager, query);
	assert_string_equal(script_last_query(list.script), "sort=-companyName");
	assert_open(list, "1");
	assert_string_equal(key(&list, 500), "C-500");
	assert_false(query_equal(pager_query(list.pager), query));
	script_answer(list.script, 1);
	assert_true(changes(&list) & PAGER_REPLACED);
	assert_true(query_equal(pager_query(list.pager), query));
	assert_string_equal(key(&list, 500), "...");
	assert_string_equal(key(&list, 0), "C-0");
	query_free(query);
	finish(&list);
}

static void a_refused_query_leaves_the_old_one(void **state)
{
	struct list list = list_of(1000);
	struct query *query = sorted("terms");

	(void)state;
	pager_want(list.pager, 500, 20, 0);
	script_answer_all(list.script);
	pager_set_query(list.pager, query);
	script_refuse(list.script, 1, ERROR_INPUT, "Customers cannot be sorted by Terms.");
	assert_string_equal(pager_error(list.pager)->message,
			    "Customers cannot be sorted by Terms.");
	assert_null(query_sort(pager_query(list.pager)));
	assert_string_equal(key(&list, 500), "C-500");
	assert_open(list, "");
	query_free(query);
	finish(&list);
}

static void going_back_to_the_old_query_takes_no_call(void **state)
{
	struct list list = list_of(40);
	struct query *query = sorted("terms"), *old = query_new(&nymble_customers);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer_all(list.script);
	pager_set_query(list.pager, query);
	pager_set_query(list.pager, old);
	assert_int_equal(list.script->count, 2);
	script_answer(list.script, 1); /* comes too late to count */
	assert_null(query_sort(pager_query(list.pager)));
	query_free(old);
	query_free(query);
	finish(&list);
}

static void stopping_gives_up_what_the_screen_waits_for(void **state)
{
	struct list list = list_of(1000);
	struct query *query = sorted("terms");

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer_all(list.script);
	pager_set_query(list.pager, query);
	pager_stop(list.pager);
	assert_open(list, "");
	assert_int_equal(pager_loading_since_ms(list.pager), 0);
	assert_null(pager_error(list.pager));
	assert_null(query_sort(pager_query(list.pager)));
	assert_string_equal(key(&list, 0), "C-0");
	query_free(query);
	finish(&list);
}

static void a_patched_row_shows_what_was_done_to_it(void **state)
{
	struct list list = list_of(40);
	const char text[] = "{\"active\":false,\"terms\":\"COD\",\"addresses\":[{}]}";
	struct json *saved = json_parse(text, strlen(text), NULL);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer_all(list.script);
	pager_reload(list.pager);
	assert_true(pager_patch(list.pager, "C-7", saved));
	assert_string_equal(cell(&list, 7, "terms"), "COD");
	assert_null(strstr(pager_row(list.pager, 7)->json, "addresses")); /* rows stay small */
	assert_string_equal(cell(&list, 7, "active"), "NO");
	assert_string_equal(cell(&list, 8, "active"), "yes");
	script_answer(list.script, 1); /* was asked for before */
	assert_string_equal(cell(&list, 7, "active"), "NO");
	script_answer(list.script, 1);
	assert_string_equal(cell(&list, 7, "active"), "yes");
	assert_false(pager_patch(list.pager, "C-99", saved));
	json_free(saved);
	finish(&list);
}

static void a_removed_row_leaves_its_page_and_the_total(void **state)
{
	struct list list = list_of(60);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer_all(list.script);
	assert_true(pager_remove(list.pager, "C-7"));
	assert_int_equal(pager_find(list.pager, "C-7"), -1);
	assert_int_equal(pager_find(list.pager, "C-8"), 7);
	assert_int_equal(pager_total(list.pager), 59);
	assert_string_equal(pager_row(list.pager, 49)->key, ""); /* until the page is read again */
	assert_false(pager_remove(list.pager, "C-7"));
	assert_int_equal(pager_total(list.pager), 59);
	finish(&list);
}

static void a_total_beyond_all_pages_has_an_end(void **state)
{
	struct list list = list_of(50);
	const int64_t total = INT64_C(1) << 40;

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer_with(list.script, 1, "[{\"customerNumber\":\"C-0\"}]", total);
	assert_int_equal(pager_total(list.pager), total);
	pager_want(list.pager, total - 20, 20, 1);
	script_end_pause(list.script);
	assert_non_null(strstr(script_open(list.script), "2147483646"));
	script_answer_with(list.script, 2147483646, "[]", 1);
	assert_int_equal(pager_total(list.pager), 1);
	finish(&list);
}

static void without_a_total_the_list_grows_until_a_page_is_short(void **state)
{
	struct list list = list_of(120);

	(void)state;
	list.script->says_total = false;
	pager_want(list.pager, 0, 20, 0);
	script_answer(list.script, 1);
	assert_int_equal(pager_total(list.pager), -1);
	assert_int_equal(pager_extent(list.pager), 100);
	pager_want(list.pager, 60, 20, 1);
	script_answer_all(list.script);
	assert_int_equal(pager_extent(list.pager), 120);
	assert_string_equal(key(&list, 119), "C-119");
	assert_string_equal(key(&list, 120), "");
	finish(&list);
}

static void a_list_that_ends_with_a_full_page_ends_there(void **state)
{
	struct list list = list_of(100);

	(void)state;
	list.script->says_total = false;
	pager_want(list.pager, 0, 20, 1);
	script_answer_all(list.script);
	pager_want(list.pager, 90, 20, 1);
	script_answer_all(list.script);
	assert_int_equal(pager_extent(list.pager), 100);
	assert_open(list, "");
	finish(&list);
}

static void a_shrinking_list_ends_earlier(void **state)
{
	struct list list = list_of(1000);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer_all(list.script);
	list.script->rows = 120;
	pager_want(list.pager, 980, 20, 1);
	script_answer(list.script, 20);
	assert_int_equal(pager_extent(list.pager), 120);
	assert_string_equal(key(&list, 980), "...");
	assert_open(list, "3"); /* the last there is */
	finish(&list);
}

static void a_row_may_vanish_or_come_twice(void **state)
{
	struct list list = list_of(40);

	(void)state;
	pager_want(list.pager, 0, 20, 0);
	script_answer_with(list.script, 1,
			   "[{\"customerNumber\":\"A\"},{\"customerNumber\":\"B\"},{"
			   "\"customerNumber\":\"A\"},7]",
			   40);
	assert_int_equal(pager_find(list.pager, "A"), 0);
	assert_int_equal(pager_find(list.pager, ""), -1);
	assert_string_equal(key(&list, 2), "A");
	assert_string_equal(key(&list, 3), "");
	assert_string_equal(key(&list, 4), "");
	assert_string_equal(cell(&list, 4, "companyName"), "");
	assert_open(list, "");
	finish(&list);
}

static void a_service_may_have_its_own_page_size(void **state)
{
	struct list list = list_of(1000);

	(void)state;
	list.script->page_max = 20;
	pager_want(list.pager, 0, 40, 0);
	script_answer(list.script, 1);
	assert_open(list, "2");
	script_answer(list.script, 2);
	assert_string_equal(key(&list, 20), "C-20");
	pager_want(list.pager, 960, 40, 1);
	script_answer_all(list.script);
	assert_string_equal(key(&list, 999), "C-999");
	finish(&list);
}

static void a_service_may_know_no_pages(void **state)
{
	struct list list = list_of(0);
	char rows[16 * 130] = "[";

	(void)state;
	for (int i = 0; i < 120; i++)
		sprintf(rows + strlen(rows), "%s{}", i ? "," : "");
	strcat(rows, "]");
	pager_want(list.pager, 0, 20, 0);
	script_answer_with(list.script, 1, rows, 120);
	pager_want(list.pager, 100, 20, 1);
	assert_open(list, "");
	assert_non_null(pager_row(list.pager, 119));
	assert_int_equal(pager_extent(list.pager), 120);
	finish(&list);
}

static void a_page_beyond_all_measure_is_refused(void **state)
{
	struct list list = list_of(0);
	size_t len = (size_t)(PAGER_PAGE_ROWS_MAX + 1) * 3;
	char *rows = malloc(len + 2);

	(void)state;
	for (size_t i = 0; i < len; i += 3)
		memcpy(rows + i, ",{}", 3);
	rows[0] = '[';
	memcpy(rows + len, "]", 2);
	pager_want(list.pager, 0, 20, 0);
	script_answer_with(list.script, 1, rows, -1);
	assert_non_null(strstr(pager_error(list.pager)->message, "10001"));
	assert_int_equal(pager_extent(list.pager), 0);
	free(rows);
	finish(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shown_page_comes_first_then_the_one_ahead),
		cmocka_unit_test(an_empty_list_has_no_rows_and_asks_once),
		cmocka_unit_test(a_screen_across_two_pages_asks_for_both),
		cmocka_unit_test(the_page_ahead_lies_in_the_direction_of_travel),
		cmocka_unit_test(a_jump_does_not_wait_for_the_page_ahead),
		cmocka_unit_test(a_held_key_fetches_the_newest_page_only),
		cmocka_unit_test(one_call_is_cancelled_in_a_pause),
		cmocka_unit_test(a_long_walk_keeps_what_is_near_only),
		cmocka_unit_test(a_failure_keeps_the_rows_until_the_next_move),
		cmocka_unit_test(a_failure_of_the_page_ahead_is_nobodys_business),
		cmocka_unit_test(reloading_shows_the_old_rows_meanwhile),
		cmocka_unit_test(an_answer_from_before_the_reload_is_not_believed),
		cmocka_unit_test(another_query_replaces_the_rows_when_it_answers),
		cmocka_unit_test(a_refused_query_leaves_the_old_one),
		cmocka_unit_test(going_back_to_the_old_query_takes_no_call),
		cmocka_unit_test(stopping_gives_up_what_the_screen_waits_for),
		cmocka_unit_test(a_patched_row_shows_what_was_done_to_it),
		cmocka_unit_test(a_removed_row_leaves_its_page_and_the_total),
		cmocka_unit_test(a_total_beyond_all_pages_has_an_end),
		cmocka_unit_test(without_a_total_the_list_grows_until_a_page_is_short),
		cmocka_unit_test(a_list_that_ends_with_a_full_page_ends_there),
		cmocka_unit_test(a_shrinking_list_ends_earlier),
		cmocka_unit_test(a_row_may_vanish_or_come_twice),
		cmocka_unit_test(a_service_may_have_its_own_page_size),
		cmocka_unit_test(a_service_may_know_no_pages),
		cmocka_unit_test(a_page_beyond_all_measure_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
