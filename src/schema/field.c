/* SPDX-License-Identifier: ISC */
#include "schema/field.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/json.h"
#include "schema/kind.h"

static bool is_called(const struct field *field, const char *name)
{
	if (text_casecmp(field->name, name) == 0 ||
	    (field->written && text_casecmp(field->written, name) == 0))
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

/* "E-mail" as "Email", "Price tier" as "Pricetier": what is left when only letters are typed. */
static bool is_labelled(const struct field *field, const char *word)
{
	char *bare = xstrdup(_(field->label)), *to = bare;

	for (const char *from = bare; *from; from++)
		if (!isascii((unsigned char)*from) || isalnum((unsigned char)*from))
			*to++ = *from;
	*to = '\0';
	bool same = text_casecmp(bare, word) == 0;
	free(bare);
	return same;
}

static bool has_word(const struct field *field, const char *word)
{
	char *label = xstrdup(_(field->label)), *rest = NULL;
	bool found = false;

	for (char *at = strtok_r(label, " ", &rest); at; at = strtok_r(NULL, " ", &rest))
		found = found || text_casecmp(at, word) == 0;
	free(label);
	return found;
}

/* The only field that fits; NULL when there is none or several. */
static const struct field *only_one(const struct schema *schema, const char *word,
				    bool (*fits)(const struct field *field, const char *word))
{
	const struct field *found = NULL;
	size_t count = 0;

	for (size_t i = 0; i < schema->field_count; i++)
		if (fits(&schema->fields[i], word)) {
			found = &schema->fields[i];
			count++;
		}
	return count == 1 ? found : NULL;
}

const struct field *schema_field_meant(const struct schema *schema, const char *word)
{
	const struct field *field = schema_field(schema, word);

	if (!field)
		field = only_one(schema, word, is_labelled);
	return field ? field : only_one(schema, word, has_word);
}

bool schema_holds(const struct schema *schema, const char *name)
{
	for (size_t i = 0; i < schema->field_count; i++)
		if (schema->fields[i].inside && strcmp(schema->fields[i].inside, name) == 0)
			return true;
	return false;
}

bool field_is_required(const struct field *field, const struct json *object)
{
	const struct when *when = field->required_when;

	if (!when || !object)
		return field->required || when;
	const char *text = json_text(json_member_exact(object, when->field));
	return (text && strcmp(text, when->value) == 0) != when->otherwise;
}

bool field_can_be_emptied(const struct field *field, const struct json *object)
{
	return field->kind->is_text && !field->never_empty && !field_is_required(field, object);
}
