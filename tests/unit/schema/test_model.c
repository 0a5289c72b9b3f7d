/* The tables keep their own promises: names are unique, keys exist, every field can be shown. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/text.h"
#include "model/customers.h"
#include "model/flow_customer_groups.h"
#include "model/flow_customers.h"
#include "model/products.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"

static const struct resource *const resources[] = { &nymble_customers, &nymble_products, &flow_customers,
						    &flow_external_customers, &flow_customer_groups };

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

static void check_nested(const struct schema *schema, const struct field *field)
{
	size_t len = field->inside ? strlen(field->inside) : 0;

	if (field->inside)
		assert_true(memcmp(field->name, field->inside, len) == 0 && field->name[len] == '.');
	if (field->written)
		assert_true(schema_field(schema, field->written) == field);
	if (field->required_when)
		assert_non_null(schema_field(schema, field->required_when->field));
	if (field->derived)
		assert_true(field->write == WRITE_NEVER && !(field->in & IN_CSV));
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
		if (field->kind != &kind_customer_type) /* F4: absent is a private person */
			assert_text_take(field->kind->format(NULL), "");
		check_nested(schema, field);
	}
}

static void check_action(const struct resource *resource, const struct action *action)
{
	bool sets = action->member || action->list;

	assert_int_equal(action->removes || action->file_name, !sets);
	assert_int_equal(!sets, !action->already);
	if (action->list) {
		const struct field *list = schema_field(resource->schema, action->list);
		assert_non_null(schema_field(list->items, action->entry_member));
		assert_non_null(action->entry_value);
	}
	if (action->member)
		assert_non_null(schema_field(resource->schema, action->member));
	if (action->instead)
		assert_non_null(resource_action(resource, action->instead));
}

static void check_criteria(const struct resource *resource)
{
	if (!resource->criteria)
		return;
	check_fields(resource->criteria);
	if (resource->alone)
		assert_non_null(schema_field(resource->criteria, resource->alone));
}

static void tables_are_consistent(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(resources); i++) {
		const struct schema *schema = resources[i]->schema;
		check_fields(schema);
		assert_non_null(schema_field(schema, schema->key));
		assert_non_null(schema_field(schema, schema->title));
		if (schema->external_id)
			assert_non_null(schema_field(schema, schema->external_id));
		check_criteria(resources[i]);
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

static const struct {
	const char *record;
	bool added, removed;
} extended[] = {
	{ "{\"extensions\":[{\"extensionCode\":\"OTHER\"},{\"extensionCode\":\"TWO_INVOICE\"}]}", true, false },
	{ "{\"extensions\":[{\"extensionCode\":\"OTHER\"},{},1]}", false, true },
	{ "{\"extensions\":[]}", false, true },
	{ "{\"extensions\":null}", false, false },
	{ "{}", false, false },
	{ NULL, false, false },
};

static void an_action_is_done_when_the_list_says_so(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(extended); i++) {
		const char *text = extended[i].record;
		struct record *record =
			text ? record_parse(flow_customers.schema, text, strlen(text), NULL) : NULL;

		assert_int_equal(action_is_done(resource_action(&flow_customers, "add-two-invoice"), record),
				 extended[i].added);
		assert_int_equal(action_is_done(resource_action(&flow_customers, "remove-two-invoice"), record),
				 extended[i].removed);
		assert_false(action_is_done(resource_action(&flow_customers, "delete"), record));
		record_free(record);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_consistent),
		cmocka_unit_test(an_action_is_done_when_the_record_says_so),
		cmocka_unit_test(an_action_is_done_when_the_list_says_so),
	};
	return cmocka_run_group_tests_name("model", tests, NULL, NULL);
}
