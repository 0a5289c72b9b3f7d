/* Fields that lie in an object of the record, go by another name when they are written, or are required of
 * some records only: the customers of Flow Retail have all of these. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "model/flow_customers.h"
#include "record_of.h"
#include "schema/changes.h"
#include "schema/check.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/member_path.h"
#include "schema/start.h"

static const struct place top = { 0 };

static const struct field *named(const char *name)
{
	return schema_field(&flow_customer_schema, name);
}

static struct record *flow_of(const char *text)
{
	return record_of(&flow_customer_schema, text);
}

/* --- reading ------------------------------------------------------------------------------------ */

static const struct {
	const char *text, *normal; /* what is read of it */
} spellings[] = {
	{ "{\"EHF\":{\"Enabled\":true,\"x\":1}}", "{\"ehf\":{\"enabled\":true,\"x\":1}}" },
	/* F12: the old switch counts where the new one is missing */
	{ "{\"ehfEnabled\":true}", "{\"ehf\":{\"enabled\":true}}" },
	{ "{\"ehfenabled\":true,\"ehf\":null}", "{\"ehf\":{\"enabled\":true}}" },
	{ "{\"ehfEnabled\":true,\"ehf\":{\"x\":1}}", "{\"ehf\":{\"x\":1,\"enabled\":true}}" },
	{ "{\"ehfEnabled\":true,\"ehf\":{\"enabled\":false}}", "{\"ehfEnabled\":true,\"ehf\":{\"enabled\":false}}" },
	{ "{\"ehfEnabled\":true,\"ehf\":\"?\"}", "{\"ehfEnabled\":true,\"ehf\":\"?\"}" },
	/* a heading of a file */
	{ "{\"ehf.enabled\":false}", "{\"ehf\":{\"enabled\":false}}" },
	/* F13 */
	{ "{\"customerGroupUids\":[\"a\",\"b\"]}",
	  "{\"customerGroups\":[{\"customerGroupUid\":\"a\"},{\"customerGroupUid\":\"b\"}]}" },
	/* F2 */
	{ "{\"firstName\":\"S\"}", "{\"firstname\":\"S\"}" },
};

static void every_spelling_is_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(spellings); i++) {
		struct record *record = flow_of(spellings[i].text);
		assert_text_take(json_print(record_tree(record)), spellings[i].normal);
		record_free(record);
	}
}

static const struct {
	const char *field, *text, *shown;
} values[] = {
	{ "ehf.enabled", "{\"ehf\":{\"enabled\":true}}", "yes" },
	{ "ehfEnabled", "{\"ehf\":{\"enabled\":false}}", "NO" },
	{ "credit.limit", "{\"credit\":{\"limit\":5000000}}", "5000000" },
	{ "credit.limit", "{\"credit\":null}", "" },
	{ "credit.limit", "{\"credit\":[1]}", "" },
	{ "credit.limitAmount", "{\"credit\":{\"limitAmount\":50000}}", "50000.00" },
	{ "accountManager.displayName", "{\"accountManager\":{\"displayName\":\"Ingrid\"}}", "Ingrid" },
};

static void a_value_is_found_in_its_object(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(values); i++) {
		struct record *record = flow_of(values[i].text);
		assert_text_take(record_text(record, named(values[i].field)), values[i].shown);
		record_free(record);
	}
}

static void what_nobody_knows_is_named_where_it_lies(void **state)
{
	struct record *record =
		flow_of("{\"customerUid\":\"c\",\"ehf\":{\"enabled\":true,\"since\":1,\"till\":2},\"ehfEnabled\":true,"
			"\"credit\":{\"limit\":1,\"limitAmount\":2},\"accountManager\":null,\"x\":[],"
			"\"customerGroups\":[],\"customerGroupUids\":[]}");
	static const char *const expected[] = { "ehf.since", "ehf.till", "x" };
	const struct json *member = NULL;

	(void)state;
	for (size_t i = 0; i < CASES(expected); i++) {
		member = record_next_unknown(record, member);
		assert_non_null(member);
		assert_text_take(record_unknown_name(record, member), expected[i]);
	}
	assert_null(record_next_unknown(record, member));
	record_free(record);
	record = flow_of("{\"credit\":\"none\",\"ehfEnabled\":true,\"ehf\":{\"enabled\":false}}");
	member = record_next_unknown(record, NULL);
	assert_text_take(record_unknown_name(record, member), "credit");
	member = record_next_unknown(record, member); /* it says something else than the other */
	assert_text_take(record_unknown_name(record, member), "ehfEnabled");
	assert_null(record_next_unknown(record, member));
	record_free(record);
}

static const struct {
	const char *path, *field, *rest;
} paths[] = {
	{ "ehf.enabled", "ehf.enabled", "" },
	{ "Customer.Ehf.Enabled", "ehf.enabled", "" },
	{ "/ehf/enabled", "ehf.enabled", "" },
	{ "EhfEnabled", "ehf.enabled", "" },
	{ "ehf", "ehf.enabled", "" },
	{ "accountManager.userCode", "accountManager.userCode", "" },
	{ "customerGroupUids", "customerGroups", "" },
	{ "credit_", NULL, "credit_" },
};

static void a_services_name_finds_its_field(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(paths); i++) {
		struct member_path path = member_path_read(&flow_customer_schema, paths[i].path);
		assert_ptr_equal(path.field, paths[i].field ? named(paths[i].field) : NULL);
		assert_string_equal(path.rest, paths[i].rest);
	}
	struct member_path path = member_path_read(&flow_customer_schema, "customerGroupUids[1]");
	assert_ptr_equal(path.place.list, named("customerGroups"));
	assert_int_equal(path.place.entry, 1);
}

/* --- writing ------------------------------------------------------------------------------------ */

static const struct {
	const char *base, *field, *typed, *now, *body;
} edits[] = {
	{ "{\"customerUid\":\"c\",\"ehf\":{\"enabled\":true,\"x\":1e400},\"z\":0}", "ehf.enabled", "no",
	  "{\"customerUid\":\"c\",\"ehf\":{\"enabled\":false,\"x\":1e400},\"z\":0}",
	  "{\"ehf\":{\"enabled\":false,\"x\":1e400}}" },
	{ "{\"customerUid\":\"c\"}", "ehf.enabled", "yes", "{\"customerUid\":\"c\",\"ehf\":{\"enabled\":true}}",
	  "{\"ehf\":{\"enabled\":true}}" },
	{ "{\"customerUid\":\"c\",\"ehf\":null,\"z\":0}", "ehf.enabled", "yes",
	  "{\"customerUid\":\"c\",\"ehf\":{\"enabled\":true},\"z\":0}", "{\"ehf\":{\"enabled\":true}}" },
	/* the old switch is never sent */
	{ "{\"customerUid\":\"c\",\"ehfEnabled\":true}", "ehf.enabled", "no",
	  "{\"customerUid\":\"c\",\"ehf\":{\"enabled\":false}}", "{\"ehf\":{\"enabled\":false}}" },
	{ "{\"customerUid\":\"c\",\"ehfEnabled\":true,\"ehf\":{\"enabled\":true}}", "ehf.enabled", "no",
	  "{\"customerUid\":\"c\",\"ehf\":{\"enabled\":false}}", "{\"ehf\":{\"enabled\":false}}" },
	/* F4: a private person by any name stays what it was */
	{ "{\"customerUid\":\"c\",\"customerType\":\"PERSON\"}", "customerType", "PRIVATE",
	  "{\"customerUid\":\"c\",\"customerType\":\"PERSON\"}", "{}" },
	{ "{\"customerUid\":\"c\",\"customerType\":\"COMPANY\"}", "customerType", "person",
	  "{\"customerUid\":\"c\",\"customerType\":\"PRIVATE\"}", "{\"customerType\":\"PRIVATE\"}" },
	{ "{\"customerUid\":\"c\",\"customerType\":\"COMPANY\"}", "customerType", "", "{\"customerUid\":\"c\"}",
	  "{\"customerType\":\"PRIVATE\"}" },
	{ "{\"customerUid\":\"c\"}", "customerType", "private person", "{\"customerUid\":\"c\"}", "{}" },
	{ "{\"customerUid\":\"c\"}", "customerType", "company",
	  "{\"customerUid\":\"c\",\"customerType\":\"COMPANY\"}", "{\"customerType\":\"COMPANY\"}" },
};

static void a_save_sends_the_object_that_changed(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(edits); i++) {
		struct edit *edit = edit_new_take(flow_of(edits[i].base));
		const struct field *field = named(edits[i].field);
		struct changes changes;
		char *base = json_print(record_tree(edit_base(edit)));
		char *shown = record_text(edit_base(edit), field);
		assert_true(edit_put_text(edit, top, field, edits[i].typed, NULL));
		assert_text_take(json_print(record_tree(edit_now(edit))), edits[i].now);
		edit_find_changes(edit, &changes);
		struct json *body = changes_body(&changes);
		assert_text_take(json_print(body), edits[i].body);
		assert_true(changes_are_in(body, edit_now(edit)));
		assert_int_equal(changes_are_in(body, edit_base(edit)), changes.count == 0);
		assert_true(edit_put_text(edit, top, field, shown, NULL));
		assert_text_take(json_print(record_tree(edit_now(edit))), base);
		json_free(body);
		changes_finish(&changes);
		free(shown);
		free(base);
		edit_free(edit);
	}
}

static void what_is_no_object_is_left_alone(void **state)
{
	struct edit *edit = edit_new_take(flow_of("{\"customerUid\":\"c\",\"ehf\":\"on\"}"));

	(void)state;
	assert_false(edit_can_write(edit, top, named("ehf.enabled")));
	assert_false(edit_put_text(edit, top, named("ehf.enabled"), "yes", NULL));
	assert_false(edit_can_write(edit, top, named("credit.limit"))); /* the service's own */
	edit_free(edit);
}

static void groups_are_sent_as_their_uids(void **state)
{
	struct edit *edit = edit_new_take(
		flow_of("{\"customerUid\":\"c\",\"customerGroups\":[{\"customerGroupUid\":\"cg-a\",\"name\":\"A\"}]}"));
	const struct field *groups = named("customerGroups"), *uid = schema_field(groups->items, "customerGroupUid");
	struct changes changes;

	(void)state;
	size_t added = edit_add_entry(edit, groups, NULL);
	edit_put_text(edit, (struct place){ groups, added }, uid, "cg-b", NULL);
	edit_find_changes(edit, &changes);
	struct json *body = changes_body(&changes), *whole = changes_whole_body(edit_now(edit));
	assert_text_take(json_print(body), "{\"customerGroupUids\":[\"cg-a\",\"cg-b\"]}");
	assert_text_take(json_print(whole), "{\"customerUid\":\"c\",\"customerGroupUids\":[\"cg-a\",\"cg-b\"]}");
	struct record *saved = flow_of("{\"customerGroups\":[{\"customerGroupUid\":\"cg-a\"},"
				       "{\"customerGroupUid\":\"cg-b\",\"name\":\"B\"}]}");
	assert_true(changes_are_in(body, saved));
	assert_false(changes_are_in(body, edit_base(edit)));
	struct record *turned = flow_of("{\"customerGroups\":[{\"customerGroupUid\":\"cg-b\",\"name\":\"B\"},"
					"{\"customerGroupUid\":\"cg-a\"}]}");
	assert_true(changes_are_in(body, turned)); /* they are a set */
	assert_false(field_values_differ(groups, record_value(saved, groups), record_value(turned, groups)));
	assert_true(field_values_differ(groups, record_value(saved, groups), record_value(edit_base(edit), groups)));
	assert_true(field_values_differ(groups, record_value(edit_base(edit), groups), record_value(saved, groups)));
	record_free(turned);
	record_free(saved);
	json_free(body);
	json_free(whole);
	changes_finish(&changes);

	/* taken out and put in again: the service calls it the same */
	edit_remove_entry(edit, (struct place){ groups, 1 });
	edit_remove_entry(edit, (struct place){ groups, 0 });
	added = edit_add_entry(edit, groups, NULL);
	edit_put_text(edit, (struct place){ groups, added }, uid, "cg-a", NULL);
	assert_false(edit_is_changed(edit));
	edit_free(edit);
}

static void what_is_ours_or_the_services_stays_here(void **state)
{
	struct record *record = flow_of("{\"customerUid\":\"c\",\"displayName\":\"N\",\"city\":\"B\",\"ehf\":{\"enabled\":true,\"x\":1},"
					"\"credit\":{\"limit\":1,\"limitAmount\":0.01},\"extensions\":[{}]}");
	struct json *given = schema_given(&flow_customer_schema, record_tree(record));
	struct json *whole = changes_whole_body(record);
	struct record *like = record_start_like(record);

	(void)state;
	assert_text_take(json_print(given), "{\"customerUid\":\"c\",\"displayName\":\"N\",\"city\":\"B\",\"ehf\":{\"enabled\":true,\"x\":1},"
					    "\"credit\":{\"limit\":1},\"extensions\":[{}]}");
	assert_text_take(json_print(whole), "{\"customerUid\":\"c\",\"city\":\"B\",\"ehf\":{\"enabled\":true,\"x\":1}}");
	assert_text_take(json_print(record_tree(like)), "{\"city\":\"B\",\"ehf\":{\"enabled\":true}}");
	json_free(given);
	json_free(whole);
	record_free(like);
	record_free(record);
}

/* --- several fields in one object ----------------------------------------------------------------- */

static const struct field shop_fields[] = {
	{ .name = "id", .label = "Id", .kind = &kind_text, .write = WRITE_NEW },
	{ .name = "desk.name", .inside = "desk", .label = "Name", .kind = &kind_text },
	{ .name = "desk.seats", .inside = "desk", .label = "Seats", .kind = &kind_integer },
	{ .name = "desk.made", .inside = "desk", .label = "Made", .kind = &kind_text, .write = WRITE_NEVER },
	{ .name = "desk.sum", .inside = "desk", .label = "Sum", .kind = &kind_integer, .write = WRITE_NEVER,
	  .derived = true },
};
static const struct schema shop = { FIELDS(shop_fields), .key = "id", .title = "id" };
enum { DESK_NAME = 1, DESK_SEATS };

static const struct {
	const char *base, *name, *seats, *body; /* what is typed into each; NULL: it is left alone */
	const char *half;			/* when the name is put back, the seats are not */
} desks[] = {
	{ "{\"id\":\"1\",\"desk\":{\"made\":\"a\",\"x\":1e400,\"name\":\"n\",\"seats\":2.0,\"sum\":3},\"z\":0}", "m", "4",
	  "{\"desk\":{\"x\":1e400,\"name\":\"m\",\"seats\":4}}",
	  "{\"id\":\"1\",\"desk\":{\"made\":\"a\",\"x\":1e400,\"name\":\"n\",\"seats\":4,\"sum\":3},\"z\":0}" },
	{ "{\"id\":\"1\",\"desk\":null,\"z\":0}", "m", "4", "{\"desk\":{\"name\":\"m\",\"seats\":4}}",
	  "{\"id\":\"1\",\"desk\":{\"seats\":4},\"z\":0}" },
	{ "{\"id\":\"1\"}", "m", "4", "{\"desk\":{\"name\":\"m\",\"seats\":4}}", "{\"id\":\"1\",\"desk\":{\"seats\":4}}" },
	/* what is not changed goes along, but no null; what went away is said */
	{ "{\"id\":\"1\",\"desk\":{\"name\":\"n\",\"seats\":null}}", "", NULL, "{\"desk\":{\"name\":\"\"}}",
	  "{\"id\":\"1\",\"desk\":{\"name\":\"n\",\"seats\":null}}" },
	{ "{\"id\":\"1\",\"desk\":{\"name\":\"n\",\"seats\":2}}", "m", NULL, "{\"desk\":{\"name\":\"m\",\"seats\":2}}",
	  "{\"id\":\"1\",\"desk\":{\"name\":\"n\",\"seats\":2}}" },
};

static void fields_of_one_object_go_and_come_back_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(desks); i++) {
		struct edit *edit = edit_new_take(record_of(&shop, desks[i].base));
		struct changes changes;
		assert_true(edit_put_text(edit, top, &shop_fields[DESK_NAME], desks[i].name, NULL));
		if (desks[i].seats)
			assert_true(edit_put_text(edit, top, &shop_fields[DESK_SEATS], desks[i].seats, NULL));
		edit_find_changes(edit, &changes);
		struct json *body = changes_body(&changes);
		assert_text_take(json_print(body), desks[i].body);
		json_free(body);
		changes_finish(&changes);
		edit_revert(edit, top, &shop_fields[DESK_NAME]);
		assert_text_take(json_print(record_tree(edit_now(edit))), desks[i].half);
		edit_revert(edit, top, &shop_fields[DESK_SEATS]);
		assert_text_take(json_print(record_tree(edit_now(edit))), desks[i].base);
		edit_free(edit);
	}
}

/* --- two at once -------------------------------------------------------------------------------- */

static void a_clash_is_of_the_field_not_of_its_object(void **state)
{
	struct record *before = flow_of("{\"customerUid\":\"c\",\"ehf\":{\"enabled\":true,\"x\":1}}");
	struct record *mine = flow_of("{\"customerUid\":\"c\",\"ehf\":{\"enabled\":false,\"x\":1}}");
	struct record *theirs = flow_of("{\"customerUid\":\"c\",\"ehf\":{\"enabled\":true,\"x\":2}}");
	struct clashes clashes;

	(void)state;
	clashes_find(&clashes, before, mine, theirs);
	assert_int_equal(clashes.count, 0);
	struct record *merged = clashes_merge(&clashes, before, mine, theirs);
	assert_text_take(json_print(record_tree(merged)), "{\"customerUid\":\"c\",\"ehf\":{\"enabled\":false,\"x\":2}}");
	clashes_finish(&clashes);
	record_free(before);
	record_free(mine);
	record_free(theirs);
	record_free(merged);
}

/* --- what has to be there ----------------------------------------------------------------------- */

static const struct {
	const char *base, *now; /* base NULL: a new record */
	const char *wrong;	/* the fields that are complained about */
} required[] = {
	{ NULL, "{}", "firstname lastname " },
	{ NULL, "{\"firstname\":\"S\",\"lastname\":\"D\"}", "" },
	{ NULL, "{\"customerType\":\"COMPANY\"}", "companyName " },
	{ NULL, "{\"customerType\":\"COMPANY\",\"companyName\":\"F\"}", "" },
	/* what came like that may stay */
	{ "{\"customerUid\":\"c\",\"lastname\":\"\"}", "{\"customerUid\":\"c\",\"lastname\":\"\",\"city\":\"B\"}", "" },
	/* but not when it becomes another kind of customer */
	{ "{\"customerUid\":\"c\",\"customerType\":\"COMPANY\",\"companyName\":\"F\",\"firstname\":\"L\",\"lastname\":\"\"}",
	  "{\"customerUid\":\"c\",\"customerType\":\"PRIVATE\",\"companyName\":\"F\",\"firstname\":\"L\",\"lastname\":\"\"}",
	  "lastname " },
	{ "{\"customerUid\":\"c\",\"firstname\":\"S\",\"lastname\":\"D\"}",
	  "{\"customerUid\":\"c\",\"firstname\":\"S\",\"lastname\":\"D\",\"customerType\":\"COMPANY\"}", "companyName " },
	{ "{\"customerUid\":\"c\",\"firstname\":\"S\",\"lastname\":\"D\"}",
	  "{\"customerUid\":\"c\",\"firstname\":\"S\",\"lastname\":\"\"}", "lastname " },
	/* no text, but not to be emptied either */
	{ "{\"customerUid\":\"c\",\"countryCode\":\"NO\"}", "{\"customerUid\":\"c\",\"countryCode\":\"\"}", "countryCode " },
	{ "{\"customerUid\":\"c\",\"pricelistUid\":\"p\"}", "{\"customerUid\":\"c\",\"pricelistUid\":\"\"}", "" },
	{ "{\"customerUid\":\"c\"}", "{\"customerUid\":\"c\",\"paymentTerms\":-1,\"customerType\":\"company\"}",
	  "paymentTerms " },
};

static void what_is_required_depends_on_the_kind_of_customer(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(required); i++) {
		bool is_new = !required[i].base;
		struct edit *edit = edit_new_draft_take(flow_of(is_new ? "{}" : required[i].base),
							flow_of(required[i].now), is_new);
		struct complaints complaints = { 0 };
		char wrong[256] = "";
		check_edit(&complaints, edit);
		for (size_t j = 0; j < complaints.count; j++) {
			strcat(wrong, complaints.rows[j].field->name);
			strcat(wrong, " ");
		}
		assert_string_equal(wrong, required[i].wrong);
		complaints_finish(&complaints);
		edit_free(edit);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_spelling_is_read),
		cmocka_unit_test(a_value_is_found_in_its_object),
		cmocka_unit_test(what_nobody_knows_is_named_where_it_lies),
		cmocka_unit_test(a_services_name_finds_its_field),
		cmocka_unit_test(a_save_sends_the_object_that_changed),
		cmocka_unit_test(what_is_no_object_is_left_alone),
		cmocka_unit_test(groups_are_sent_as_their_uids),
		cmocka_unit_test(what_is_ours_or_the_services_stays_here),
		cmocka_unit_test(fields_of_one_object_go_and_come_back_alone),
		cmocka_unit_test(a_clash_is_of_the_field_not_of_its_object),
		cmocka_unit_test(what_is_required_depends_on_the_kind_of_customer),
	};
	return cmocka_run_group_tests_name("nested", tests, NULL, NULL);
}
