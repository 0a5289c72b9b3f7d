/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "sample_document.h"

#include "base/alloc.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"

char *sample_document(sample_write_fn *write, const struct sample_organization *organization,
		      uint64_t seed, uint64_t i)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	write(organization, seed, i, out);
	fclose(out);
	return text;
}

static void assert_shows_as_written(const struct json *value)
{
	const char *text = json_text(value);

	assert_non_null(text);
	assert_true(text_is_clean(text, strlen(text)));
}

static void check_object(const struct schema *schema, const struct json *object);

static void check_value(const struct field *field, const struct json *value)
{
	struct decimal amount;
	int64_t number;

	if (field->kind == &kind_text)
		assert_shows_as_written(value);
	else if (field->kind == &kind_bool)
		assert_int_equal(json_type(value), JSON_BOOL);
	else if (field->kind == &kind_integer)
		assert_true(json_integer(value, &number));
	else if (field->kind == &kind_decimal)
		assert_true(decimal_from_number(json_text(value), &amount));
	else if (field->kind == &kind_map)
		assert_int_equal(json_type(value), JSON_OBJECT);
	else
		for (const struct json *entry = json_first(value); entry; entry = json_next(entry))
			if (json_type(entry) == JSON_OBJECT) /* images may be plain names (N23) */
				check_object(field->items, entry);
}

static void check_object(const struct schema *schema, const struct json *object)
{
	assert_int_equal(json_type(object), JSON_OBJECT);
	for (const struct json *member = json_first(object); member; member = json_next(member)) {
		const struct field *field = schema_field(schema, json_name(member));
		assert_non_null(field);
		assert_string_equal(field->name,
				    json_name(member)); /* the API reference's spelling */
		check_value(field, member);
	}
	for (size_t i = 0; i < schema->field_count; i++)
		if (schema->fields[i].required)
			assert_non_null(json_member_exact(object, schema->fields[i].name));
}

struct json *sample_tree(sample_write_fn *write, const struct schema *schema,
			 const struct sample_organization *organization, uint64_t seed, uint64_t i)
{
	struct error err = { 0 };
	char *text = sample_document(write, organization, seed, i);
	struct json *tree = json_parse(text, strlen(text), &err);

	if (!tree)
		fail_msg("row %llu: %s", (unsigned long long)i, err.message);
	assert_text_take(json_print(tree), text); /* compact already, and no member twice */
	check_object(schema, tree);
	assert_string_equal(json_member_text(tree, "organizationId"), organization->id);
	assert_int_equal(strlen(json_member_text(tree, "currencyCode")), 3); /* some have their own */
	free(text);
	return tree;
}
