/* The tables keep their own promises: names are unique, keys exist, every field can be shown. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/text.h"
#include "model/customers.h"
#include "model/products.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"

static const struct resource *const resources[] = { &nymble_customers, &nymble_products };

/* What the rules of a list's entries name is there. */
static void check_entries(const struct schema *items)
{
	assert_true(items->entry_label && items->add_label && items->nth_label);
	if (items->primary)
		assert_ptr_equal(schema_field(items, items->primary)->kind, &kind_bool);
	if (items->group)
		assert_non_null(schema_field(items, items->group));
	assert_int_equal(items->wanted_groups != NULL, items->no_group != NULL);
	for (const char *const *group = items->wanted_groups; group && *group; group++)
		assert_non_null(items->group);
}

static void check_choices(const struct field *field)
{
	const struct choices *choices = field->choices;

	if (!choices)
		return;
	assert_true(field->kind->scalar && (choices->source || choices->values));
	for (const char *const *value = choices->values; value && *value; value++) {
		struct json *parsed = field->kind->parse(*value, NULL);
		assert_non_null(parsed);
		json_free(parsed);
	}
}

static void check_fields(const struct schema *schema)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		assert_true(schema_field(schema, field->name) == field);
		assert_true(*field->label);
		if (field->tab)
			assert_true((size_t)field->tab < schema->tab_count);
		if (field->in & IN_LIST)
			assert_true(field->kind->scalar && field->width_cols > 0);
		if (field->in & IN_FILTER)
			assert_true(field->kind->filter_ops != 0);
		assert_int_equal(field->kind == &kind_list, field->items != NULL);
		for (const char *const *alias = field->aliases; alias && *alias; alias++)
			assert_true(schema_field(schema, *alias) == field);
		check_choices(field);
		if (field->items) {
			check_entries(field->items);
			check_fields(field->items);
		}
		assert_text_take(field->kind->format(NULL), "");
	}
}

static void check_action(const struct resource *resource, const struct action *action)
{
	assert_int_equal(action->removes, !action->member);
	assert_int_equal(!action->member, !action->already);
	if (action->member)
		assert_non_null(schema_field(resource->schema, action->member));
	if (action->instead)
		assert_non_null(resource_action(resource, action->instead));
}

static void tables_are_consistent(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(resources); i++) {
		const struct schema *schema = resources[i]->schema;
		check_fields(schema);
		assert_non_null(schema_field(schema, schema->key));
		assert_non_null(schema_field(schema, schema->title));
		assert_non_null(schema_field(schema, schema->external_id));
		assert_true(resources[i]->none_yet && resources[i]->no_match && resources[i]->gone);
		for (size_t j = 0; j < resources[i]->action_count; j++)
			check_action(resources[i], &resources[i]->actions[j]);
	}
}

static const struct {
	const char *record;
	bool activated, deactivated;
} states[] = {
	{ "{\"active\":true}", true, false },   { "{\"active\":false}", false, true },
	{ "{\"active\":null}", false, false },  { "{}", false, false },
	{ "{\"active\":\"?\"}", false, false }, { NULL, false, false },
};

static void an_action_is_done_when_the_record_says_so(void **state)
{
	const struct schema *schema = nymble_customers.schema;

	(void)state;
	for (size_t i = 0; i < CASES(states); i++) {
		const char *text = states[i].record;
		struct record *record = text ? record_parse(schema, text, strlen(text), NULL) : NULL;

		assert_int_equal(action_is_done(resource_action(&nymble_customers, "activate"), record),
				 states[i].activated);
		assert_int_equal(action_is_done(resource_action(&nymble_customers, "deactivate"),
						record),
				 states[i].deactivated);
		record_free(record);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_consistent),
		cmocka_unit_test(an_action_is_done_when_the_record_says_so),
	};
	return cmocka_run_group_tests_name("model", tests, NULL, NULL);
}
