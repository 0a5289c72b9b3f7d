/* SPDX-License-Identifier: ISC */
#include "api/dialect.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/customers.h"
#include "schema/field.h"
#include "schema/json.h"

/* The guide's names that are other words (N4; nymble.openapi.yaml, GuideAddress). All else is the
 * reference's name with a capital. */
static const struct {
	const struct schema *schema;
	const char *name, *guide;
} words[] = {
	{ &nymble_address_schema, "line1", "Address1" },
	{ &nymble_address_schema, "line2", "Address2" },
	{ &nymble_address_schema, "state", "StateProvince" },
	{ &nymble_address_schema, "postalCode", "ZipPostalCode" },
	{ &nymble_address_schema, "isPrimary", "Default" },
};

/* The caller frees. */
static char *guide_name(const struct schema *schema, const char *name)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (words[i].schema == schema && strcmp(words[i].name, name) == 0)
			return xstrdup(words[i].guide);
	char *capital = xstrdup(name);
	*capital = (char)toupper((unsigned char)*capital);
	return capital;
}

static void spell_entries(const struct schema *items, struct json *list)
{
	for (const struct json *entry = json_first(list); entry; entry = json_next(entry))
		if (json_type(entry) == JSON_OBJECT)
			nymble_spell_guide(items, json_edit(list, entry));
}

void nymble_spell_guide(const struct schema *schema, struct json *object)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *member = json_member_exact(object, field->name);
		if (!member)
			continue;
		if (field->items)
			spell_entries(field->items, json_edit(object, member));
		char *name = guide_name(schema, field->name);
		json_rename(object, member, name);
		free(name);
	}
}
