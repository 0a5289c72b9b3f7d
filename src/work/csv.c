/* SPDX-License-Identifier: ISC */
#include "work/csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

static bool looks_like_formula(const char *text)
{
	text += strspn(text, "'");
	return *text && strchr("=+-@\t", *text);
}

char *csv_protect(const char *text)
{
	return xasprintf("%s%s", looks_like_formula(text) ? "'" : "", text);
}

bool csv_is_protected(const char *text)
{
	return *text == '\'' && looks_like_formula(text);
}

char *csv_text(const struct json *value)
{
	switch (json_type(value)) {
	case JSON_NULL:
		return xstrdup("");
	case JSON_STRING:
		return csv_protect(json_text(value));
	case JSON_BOOL:
	case JSON_NUMBER:
	case JSON_ARRAY:
	case JSON_OBJECT:
		break;
	}
	return json_print(value);
}

bool csv_can_hold(const struct field *field)
{
	return field->kind->scalar || (field->items && field->items->sent_as && field->in & IN_CSV);
}

char *csv_list_text(const struct field *field, const struct json *value)
{
	char *text;
	size_t len;

	if (!field->items)
		return NULL;
	FILE *out = xmemstream(&text, &len);
	for (const struct json *entry = json_first(value); entry; entry = json_next(entry)) {
		const char *sent = json_member_text(entry, field->items->sent_as);

		fprintf(out, "%s%s", entry == json_first(value) ? "" : (const char[]){ CSV_LIST, '\0' },
			sent ? sent : "");
	}
	fclose(out);
	return text;
}

char *csv_field_text(const struct field *field, const struct json *object)
{
	char *list = csv_list_text(field, field_value(field, object));

	if (!list)
		return csv_text(field_value(field, object));
	char *text = csv_protect(list);
	free(list);
	return text;
}

static void put_quoted(FILE *out, const char *text)
{
	fputc('"', out);
	for (; *text; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

void csv_put_between(FILE *out, const char *text, char delimiter)
{
	if (strpbrk(text, (const char[]){ '"', '\r', '\n', delimiter, '\0' }))
		put_quoted(out, text);
	else
		fputs(text, out);
}

void csv_put(FILE *out, const char *text)
{
	csv_put_between(out, text, ',');
}
