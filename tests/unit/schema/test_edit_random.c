/* Property: whatever record comes and whatever is done to it, what nobody touched stays byte for byte, and
 * what is put back is what it was. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "random_json.h"
#include "random_record.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

enum { ROUNDS = 1500, EDITS = 12 };

static const struct place top = { 0 };

/* --- what must hold ----------------------------------------------------------------------------- */

/* Itself, or something in it. */
static bool is_touched(const struct schema *schema, const bool *touched, const struct json *member)
{
	const char *name = json_name(member);

	for (size_t i = 0; i < schema->field_count; i++) {
		const char *inside = schema->fields[i].inside;
		bool means = (inside && strcmp(inside, name) == 0) ||
			     schema_field(schema, name) == &schema->fields[i];
		if (means && touched[i])
			return true;
	}
	return false;
}

/* The untouched members, as they are written. */
static char *untouched_text(const struct record *record, const bool *touched)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (const struct json *member = json_first(record_tree(record)); member; member = json_next(member)) {
		if (is_touched(record_schema(record), touched, member))
			continue;
		fprintf(out, "%s:", json_name(member));
		json_write(member, out);
		fputc('\n', out);
	}
	fclose(out);
	return text;
}

static void assert_body_is_of_touched(const struct edit *edit, const bool *touched)
{
	struct changes changes;

	changes_find(&changes, edit_base(edit), edit_now(edit));
	for (size_t i = 0; i < changes.count; i++)
		assert_true(touched[changes.rows[i].field - changes.schema->fields]);
	changes_finish(&changes);
}

static char *now_text(const struct edit *edit)
{
	return json_print(record_tree(edit_now(edit)));
}

static void what_is_not_touched_stays(void **state)
{
	struct random_json source = { .seed = 0x9e3779b97f4a7c15u };

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		const struct schema *schema = random_schema(&source);
		struct edit *edit = edit_new_take(random_customer(&source, schema));
		bool touched[64] = { false };
		char *base = json_print(record_tree(edit_base(edit)));
		for (int i = 0; i < EDITS; i++) {
			const struct field *field = random_field(&source, schema);
			touched[field - schema->fields] = true;
			random_change(&source, edit, field);
		}
		char *untouched = untouched_text(edit_base(edit), touched);
		assert_text_take(untouched_text(edit_now(edit), touched), untouched);
		assert_body_is_of_touched(edit, touched);
		for (size_t i = schema->field_count; i-- > 0;)
			edit_revert(edit, top, &schema->fields[i]);
		assert_text_take(now_text(edit), base);
		assert_false(edit_is_changed(edit));
		free(untouched);
		free(base);
		edit_free(edit);
	}
}

/* --- typed over, typed back --------------------------------------------------------------------- */

static void retype(struct random_json *source, struct edit *edit, struct place place)
{
	const struct schema *schema = edit_schema(edit, place);

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		if (!field->kind->scalar || !edit_can_write(edit, place, field))
			continue;
		char *shown = field_text(field, edit_object(edit, place));
		edit_put_text(edit, place, field, random_typed(source), NULL);
		assert_true(edit_put_text(edit, place, field, shown, NULL));
		free(shown);
	}
}

static void retype_attributes(struct random_json *source, struct edit *edit, const struct field *map)
{
	for (size_t i = 0; i < edit_attribute_count(edit, map); i++) {
		char *shown = kind_text.format(edit_attribute(edit, map, i));
		edit_put_attribute(edit, map, i, random_typed(source), NULL);
		assert_true(edit_put_attribute(edit, map, i, shown, NULL));
		free(shown);
	}
}

/* One primary of a group may have been two before: making one of them so is a change that stays. */
static bool has_primary(const struct edit *edit)
{
	char *text = now_text(edit);
	bool found = strstr(text, "\"isPrimary\"") != NULL;

	free(text);
	return found;
}

static void what_is_typed_back_is_what_it_was(void **state)
{
	struct random_json source = { .seed = 0xd1b54a32d192ed03u };
	int checked = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		const struct schema *schema = random_schema(&source);
		struct edit *edit = edit_new_take(random_customer(&source, schema));
		char *base = now_text(edit);
		bool lists = !has_primary(edit);
		for (size_t i = 0; lists && i < schema->field_count; i++) {
			const struct field *field = &schema->fields[i];
			for (size_t j = 0; field->items && j < edit_entry_count(edit, field); j++)
				retype(&source, edit, (struct place){ field, j });
			if (field->kind == &kind_map)
				retype_attributes(&source, edit, field);
			checked += field->items != NULL;
		}
		retype(&source, edit, top);
		assert_text_take(now_text(edit), base);
		assert_false(edit_is_changed(edit));
		free(base);
		edit_free(edit);
	}
	assert_true(checked > ROUNDS / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_touched_stays),
		cmocka_unit_test(what_is_typed_back_is_what_it_was),
	};
	return cmocka_run_group_tests_name("edit, at random", tests, NULL, NULL);
}
