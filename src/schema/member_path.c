/* SPDX-License-Identifier: ISC */
#include "schema/member_path.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/record.h"

static const char between[] = ".[]/'\"$";

static const char *skip(const char *text)
{
	return text + strspn(text, between);
}

static size_t part_len(const char *text)
{
	return strcspn(text, between);
}

static bool is_part(const char *text, const char *name)
{
	return strlen(name) == part_len(text) && strncasecmp(text, name, strlen(name)) == 0;
}

/* The field inside the object that text names, by the part behind that ("Ehf.Enabled"), or the first one if
 * the object alone is named. */
static const struct field *read_inside(const struct schema *schema, const char *text, const char **rest)
{
	const char *behind = skip(text + part_len(text));
	const struct field *first = NULL;

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		if (!field->inside || !is_part(text, field->inside))
			continue;
		first = first ? first : field;
		if (is_part(behind, field_own_name(field))) {
			*rest = skip(behind + part_len(behind));
			return field;
		}
	}
	*rest = behind;
	return first;
}

/* The field that the first part of text names; *rest is what is behind it. */
static const struct field *read_field(const struct schema *schema, const char *text, const char **rest)
{
	size_t len = part_len(text);
	char *name = xstrndup(text, len);
	const struct field *field = len ? schema_field(schema, name) : NULL;

	free(name);
	*rest = skip(text + len);
	return field || !len ? field : read_inside(schema, text, rest);
}

static bool read_index(const char *text, size_t *index, const char **rest)
{
	enum { MAX_DIGITS = 9 };
	size_t len = strspn(text, "0123456789");

	if (len == 0 || len > MAX_DIGITS || !strchr(between, text[len]))
		return false;
	*index = strtoul(text, NULL, 10);
	*rest = skip(text + len);
	return true;
}

struct member_path member_path_read(const struct schema *schema, const char *text)
{
	struct member_path path = { .rest = skip(text) };
	const char *rest;
	const struct field *field = read_field(schema, path.rest, &rest), *inner;

	if (!field && *rest) { /* "request.CompanyEmail": what the service calls the body */
		const char *behind = rest;
		field = read_field(schema, behind, &rest);
	}
	if (!field)
		return path;
	path.field = field;
	path.rest = field->kind == &kind_map ? rest : "";
	if (!field->items || !read_index(rest, &path.place.entry, &rest))
		return path;
	path.place.list = field;
	path.rest = rest;
	inner = read_field(field->items, rest, &rest);
	path.field = inner;
	if (inner)
		path.rest = "";
	return path;
}
