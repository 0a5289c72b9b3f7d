/* SPDX-License-Identifier: ISC */
#include "schema/field.h"

#include "base/text.h"

static bool is_called(const struct field *field, const char *name)
{
	if (text_casecmp(field->name, name) == 0)
		return true;
	for (const char *const *alias = field->aliases; alias && *alias; alias++)
		if (text_casecmp(*alias, name) == 0)
			return true;
	return false;
}

const struct field *schema_field(const struct schema *schema, const char *name)
{
	for (size_t i = 0; i < schema->field_count; i++)
		if (text_casecmp(schema->fields[i].name, name) == 0)
			return &schema->fields[i];
	for (size_t i = 0; i < schema->field_count; i++)
		if (is_called(&schema->fields[i], name))
			return &schema->fields[i];
	return NULL;
}
