/* test_search_fields.c - what a list can be narrowed by where the service has search fields: each once, one of
 * them on its own, the text among them. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"
#include "work/search_fields.h"

static const struct field fields[] = {
	{ .name = "name", .label = "Name", .kind = &kind_text, .in = IN_FILTER },
};
static const struct schema schema = { FIELDS(fields), .key = "name" };

static const struct field criteria_fields[] = {
	{ .name = "email", .label = "E-mail", .kind = &kind_text, .in = IN_FILTER,
	  .ops = 1 << OP_CONTAINS },
	{ .name = "since", .label = "Created since", .kind = &kind_time, .in = IN_FILTER,
	  .ops = 1 << OP_GTE },
	{ .name = "exact", .label = "Whole values only", .kind = &kind_bool, .in = IN_FILTER,
	  .ops = 1 << OP_EQUALS },
	{ .name = "number", .label = "Number", .kind = &kind_text, .in = IN_FILTER,
	  .ops = 1 << OP_EQUALS },
};
static const struct schema criteria = { FIELDS(criteria_fields) };

static const struct resource searched = {
	.name = "things", .schema = &schema, .filter_ops = OPS_ALL, .criteria = &criteria, .alone = "number",
};
static const struct resource filtered = { .name = "things", .schema = &schema, .filter_ops = OPS_ALL };
static const struct resource neither = { .name = "things", .schema = &schema };

static const struct field *field(const char *name)
{
	return schema_field(&criteria, name);
}

static struct query *asks(const char *line)
{
	struct error err = { 0 };
	struct query *query = query_parse(&searched, line, &err);

	assert_string_equal(err.message, "");
	return query;
}

static void the_text_is_the_first_of_them(void **state)
{
	struct query *query = query_new(&searched);
	struct search_fields found;

	(void)state;
	search_fields_init(&found, query);
	assert_int_equal(found.count, 5);
	assert_string_equal(found.items[0].value, SEARCH_TEXT);
	assert_string_equal(found.items[1].value, "email");
	assert_string_equal(found.items[4].label, "Number, on its own");
	search_fields_finish(&found);
	query_free(query);
}

static void without_search_fields_they_are_the_records(void **state)
{
	struct query *query = query_new(&filtered);
	struct search_fields found;

	(void)state;
	assert_true(search_fields_there_are(&filtered));
	assert_false(search_fields_have_text(&filtered));
	assert_false(search_fields_there_are(&neither));
	search_fields_init(&found, query);
	assert_int_equal(found.count, 1);
	assert_string_equal(found.items[0].value, "name");
	search_fields_finish(&found);
	query_free(query);
}

/* The one that is there gives way; of a record's own fields there may be several. */
static void each_is_there_once(void **state)
{
	struct query *query = asks("since:gte:2026-01-31 email:contains:har");
	struct query *several = query_new(&filtered);

	(void)state;
	assert_int_equal(search_fields_present(query, field("email")), 1);
	assert_int_equal(search_fields_present(query, field("exact")), 2);
	assert_true(query_add(several, &fields[0], OP_CONTAINS, "a", NULL));
	assert_int_equal(search_fields_present(several, &fields[0]), 1);
	query_free(several);
	query_free(query);
}

static const struct {
	const char *asked, *field; /* NULL: the text */
	const char *left;	   /* where what is in its way is taken away; NULL: nothing is */
} beside[] = {
	{ "email:contains:har search=x", "exact", NULL },
	{ "email:contains:har search=x", "number", "" },
	{ "search=x", "number", "" },
	{ "number:equals:7", "email", "" },
	{ "number:equals:7", NULL, "" },
	{ "number:equals:7", "number", NULL },
	{ "email:contains:har", NULL, NULL },
	{ "", "number", NULL },
};

static void one_of_them_stands_on_its_own(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(beside); i++) {
		const struct field *wanted = beside[i].field ? field(beside[i].field) : NULL;
		struct query *query = asks(beside[i].asked);
		char *conflict = search_fields_conflict(query, wanted);

		if (beside[i].left)
			assert_string_equal(conflict, "Number is looked up on its own.");
		else
			assert_null(conflict);
		free(conflict);
		search_fields_make_room(query, wanted);
		assert_text_take(query_print(query), beside[i].left ? beside[i].left : beside[i].asked);
		query_free(query);
	}
}

static void one_operator_needs_no_choice(void **state)
{
	struct query *query = query_new(&searched), *several = query_new(&filtered);
	enum filter_op op = OP_CONTAINS;

	(void)state;
	assert_true(search_fields_only_op(query, field("since"), &op));
	assert_int_equal(op, OP_GTE);
	assert_false(search_fields_only_op(several, &fields[0], &op));
	query_free(several);
	query_free(query);
}

static void values_are_shown_as_they_are_written(void **state)
{
	struct query *query = asks("exact:equals:no since:gte:2026-01-31 email:contains:a@b");

	(void)state;
	assert_text_take(search_fields_value(query_at(query, 0)), "no");
	assert_text_take(search_fields_value(query_at(query, 1)), "2026-01-31 00:00");
	assert_text_take(search_fields_typed(query_at(query, 2)), "a@b");
	query_free(query);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_text_is_the_first_of_them),
		cmocka_unit_test(without_search_fields_they_are_the_records),
		cmocka_unit_test(each_is_there_once),
		cmocka_unit_test(one_of_them_stands_on_its_own),
		cmocka_unit_test(one_operator_needs_no_choice),
		cmocka_unit_test(values_are_shown_as_they_are_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
