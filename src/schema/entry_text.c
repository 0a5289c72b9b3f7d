/* SPDX-License-Identifier: ISC */
#include "schema/entry_text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

static void write_part(FILE *out, const char *separator, const char *text)
{
	if (*text && ftell(out) > 0)
		fputs(separator, out);
	fputs(text, out);
}

/* The fields named in names, blanks between: "firstName lastName". */
static char *named_fields(const struct schema *items, const char *names, const struct json *entry)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	while (*names) {
		size_t name_len = strcspn(names, " ");
		char *name = xstrndup(names, name_len);
		const struct field *field = schema_field(items, name);
		char *value = field ? field_text(field, entry) : xstrdup("");

		write_part(out, " ", value);
		free(value);
		free(name);
		names += name_len;
		names += strspn(names, " ");
	}
	fclose(out);
	return text;
}

static void write_all(FILE *out, const struct schema *items, const struct json *entry)
{
	for (size_t i = 0; i < items->field_count; i++) {
		char *value = items->fields[i].kind->scalar ? field_text(&items->fields[i], entry)
							    : xstrdup("");
		write_part(out, ", ", value);
		free(value);
	}
}

static bool is_primary(const struct schema *items, const struct json *entry)
{
	const struct field *field = items->primary ? schema_field(items, items->primary) : NULL;

	return field && json_is_true(field_value(field, entry));
}

char *entry_identity_text(const struct schema *items, const char *name, const struct json *entry)
{
	const struct field *field = schema_field(items, name);
	char *text = field_text(field, entry);

	if (!*text && field->absent)
		xreplace(&text, field->absent);
	return text;
}

static void write_identity(FILE *out, const struct schema *items, const struct json *entry)
{
	char *first = entry_identity_text(items, items->identity[0], entry);
	char *second = entry_identity_text(items, items->identity[1], entry);

	if (*first)
		fprintf(out, _(items->identity_label), first, second);
	free(first);
	free(second);
}

/* The first two parts of the summary that say something. */
static void write_name(FILE *out, const struct schema *items, const struct json *entry)
{
	const char *const *part = items->summary;

	for (size_t i = 0, said = 0; part && part[i] && said < 2; i++) {
		char *text = named_fields(items, part[i], entry);

		said += *text != 0;
		write_part(out, ", ", text);
		free(text);
	}
}

static void write_entry(FILE *out, const struct schema *items, const struct json *entry)
{
	const char *const *part = items->summary;

	for (size_t i = 0; part && part[i]; i++) {
		char *text = named_fields(items, part[i], entry);

		write_part(out, ", ", text);
		free(text);
		if (i == 0 && is_primary(items, entry))
			write_part(out, ", ", _("primary"));
	}
	if (ftell(out) == 0)
		write_all(out, items, entry);
}

char *entry_text(const struct schema *items, const struct json *entry)
{
	char *text;
	size_t len;

	if (json_type(entry) != JSON_OBJECT)
		return kind_text.format(entry);
	FILE *out = xmemstream(&text, &len);
	write_entry(out, items, entry);
	fclose(out);
	return text;
}

char *entry_name(const struct schema *items, const struct json *entry)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (json_type(entry) == JSON_OBJECT && items->identity)
		write_identity(out, items, entry);
	else if (json_type(entry) == JSON_OBJECT)
		write_name(out, items, entry);
	fclose(out);
	char *clean = text_clean(text, len);
	free(text);
	if (text_width(clean, strlen(clean)) <= ENTRY_NAME_COLS)
		return clean;
	char *cut = text_fit(clean, ENTRY_NAME_COLS, TEXT_LEFT);
	free(clean);
	return cut;
}
