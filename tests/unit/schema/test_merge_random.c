/* Property: of two who change one record, none loses what the other did not touch. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "random_json.h"
#include "random_record.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

enum { ROUNDS = 1500, EDITS = 5 };

static struct edit *changed_edit(struct random_json *source, const struct record *base)
{
	struct edit *edit = edit_new_take(record_copy(base));

	for (unsigned i = random_pick(source, EDITS); i > 0; i--)
		random_change(source, edit, random_field(source, record_schema(base)));
	return edit;
}

static void choose_at_random(struct random_json *source, struct clashes *clashes)
{
	for (size_t i = 0; i < clashes->count; i++)
		clashes->rows[i].side = random_pick(source, 2) ? SIDE_THEIRS : SIDE_MINE;
}

static bool they_win(const struct clashes *clashes, const struct field *field)
{
	for (size_t i = 0; i < clashes->count; i++)
		if (clashes->rows[i].field == field)
			return clashes->rows[i].side == SIDE_THEIRS;
	return false;
}

static void assert_same(const struct json *value, const struct json *expected)
{
	char *text = json_print(value);

	assert_text_take(json_print(expected), text);
	free(text);
}

/* Another spelling of a field goes when the field gets a value. */
static const struct json *next_unknown(const struct record *record, const struct json *member)
{
	do
		member = record_next_unknown(record, member);
	while (member && schema_field(record_schema(record), json_name(member)));
	return member;
}

/* What the tables do not know is theirs, whatever we chose. */
static void assert_unknown_are_theirs(const struct record *merged, const struct record *theirs)
{
	const struct json *member = NULL, *their = NULL;

	do {
		member = next_unknown(merged, member);
		their = next_unknown(theirs, their);
		assert_same(member, their);
	} while (member && their);
}

static void assert_merged(const struct clashes *clashes, const struct record *base,
			  const struct record *mine, const struct record *theirs)
{
	struct record *merged = clashes_merge(clashes, base, mine, theirs);
	const struct schema *schema = record_schema(base);

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *my = record_value(mine, field), *their = record_value(theirs, field);
		bool kept = field_values_differ(field, record_value(base, field), my) &&
			    field_values_differ(field, my, their) && !they_win(clashes, field);
		assert_same(record_value(merged, field), kept ? my : their);
	}
	assert_unknown_are_theirs(merged, theirs);
	record_free(merged);
}

static void nobody_loses_what_only_they_changed(void **state)
{
	struct random_json source = { .seed = 0xbf58476d1ce4e5b9u };
	size_t met = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct record *base = random_customer(&source, random_schema(&source));
		struct edit *mine = changed_edit(&source, base), *theirs = changed_edit(&source, base);
		struct clashes clashes;
		clashes_find(&clashes, base, edit_now(mine), edit_now(theirs));
		met += clashes.count;
		choose_at_random(&source, &clashes);
		assert_merged(&clashes, base, edit_now(mine), edit_now(theirs));
		struct record *unchanged = clashes_merge(&clashes, base, base, edit_now(theirs));
		assert_same(record_tree(unchanged), record_tree(edit_now(theirs)));
		record_free(unchanged);
		clashes_finish(&clashes);
		edit_free(mine);
		edit_free(theirs);
		record_free(base);
	}
	assert_true(met > 0);
}

/* A lost answer is judged by what the record says then: never «saved» where nothing was. */
static void a_body_is_in_what_it_makes_and_in_nothing_else(void **state)
{
	struct random_json source = { .seed = 0x94d049bb133111ebu };

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct record *base = random_customer(&source, random_schema(&source));
		struct edit *edit = changed_edit(&source, base);
		struct changes changes;
		changes_find(&changes, base, edit_now(edit));
		struct json *body = changes_body(&changes);
		assert_true(changes_are_in(body, edit_now(edit)));
		assert_int_equal(changes_are_in(body, base), json_size(body) == 0);
		json_free(body);
		changes_finish(&changes);
		edit_free(edit);
		record_free(base);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_loses_what_only_they_changed),
		cmocka_unit_test(a_body_is_in_what_it_makes_and_in_nothing_else),
	};
	return cmocka_run_group_tests_name("merge, at random", tests, NULL, NULL);
}
