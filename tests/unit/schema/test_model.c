/* The tables keep their own promises: names are unique, keys exist, every field can be shown. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/text.h"
#include "model/customers.h"
#include "model/products.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"

static const struct resource *const resources[] = { &nymble_customers, &nymble_products };

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
		if (field->items)
			check_fields(field->items);
		assert_text_take(field->kind->format(NULL), "");
	}
}

static void tables_are_consistent(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(resources); i++) {
		const struct schema *schema = resources[i]->schema;
		check_fields(schema);
		assert_non_null(schema_field(schema, schema->key));
		assert_non_null(schema_field(schema, schema->title));
		assert_true(resources[i]->none_yet && resources[i]->no_match && resources[i]->gone);
		for (size_t j = 0; j < resources[i]->action_count; j++)
			assert_non_null(schema_field(schema, resources[i]->actions[j].member));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_consistent),
	};
	return cmocka_run_group_tests_name("model", tests, NULL, NULL);
}
