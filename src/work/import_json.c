/* SPDX-License-Identifier: ISC */
#include "work/import_json.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"

struct import_json {
	FILE *file;
	size_t line;
	size_t objects;
	bool begun, over;
	char *text;
	size_t len, room;
};

struct import_json *import_json_new_take(FILE *file)
{
	struct import_json *json = xcalloc(1, sizeof(*json));

	json->file = file;
	json->line = 1;
	return json;
}

void import_json_free(struct import_json *json)
{
	if (!json)
		return;
	fclose(json->file);
	free(json->text);
	free(json);
}

static int next_byte(struct import_json *json)
{
	int c = getc_unlocked(json->file);

	json->line += c == '\n';
	return c;
}

static int next_sign(struct import_json *json)
{
	int c;

	do
		c = next_byte(json);
	while (c == ' ' || c == '\t' || c == '\r' || c == '\n');
	return c;
}

static void keep(struct import_json *json, int c)
{
	if (json->len + 1 >= json->room) {
		json->room = json->room ? 2 * json->room : 4096;
		json->text = xreallocarray(json->text, json->room, 1);
	}
	json->text[json->len++] = (char)c;
	json->text[json->len] = '\0';
}

/* From { to its }: brackets count where they are in no string. */
static bool read_object(struct import_json *json, struct error *err)
{
	bool in_string = false, escaped = false;
	int depth = 1, c;

	json->len = 0;
	keep(json, '{');
	while (depth > 0 && (c = next_byte(json)) != EOF) {
		keep(json, c);
		if (json->len >= IMPORT_JSON_OBJECT_MAX)
			return error_set(err, ERROR_INPUT, _("An object is larger than %d bytes"),
					 IMPORT_JSON_OBJECT_MAX);
		if (in_string) {
			in_string = escaped || c != '"';
			escaped = !escaped && c == '\\';
		} else if (c == '"') {
			in_string = true;
		} else {
			depth += (c == '{' || c == '[') - (c == '}' || c == ']');
		}
	}
	return depth == 0 || error_set(err, ERROR_INPUT, _("The file ends within an object"));
}

static enum import_json_got wrong(struct import_json *json, size_t *line, struct error *err,
				  const char *expected)
{
	*line = json->line;
	if (ferror(json->file))
		error_set_errno(err, errno, "%s", _("Cannot read the file"));
	else
		error_set(err, ERROR_INPUT, "%s", expected);
	return IMPORT_JSON_WRONG;
}

static bool is_only_blank_now(struct import_json *json)
{
	return next_sign(json) == EOF && !ferror(json->file);
}

enum import_json_got import_json_next(struct import_json *json, const char **text, size_t *len,
				      size_t *line, struct error *err)
{
	int c;

	if (json->over)
		return IMPORT_JSON_END;
	if (!json->begun && next_sign(json) != '[')
		return wrong(json, line, err, _("Expected [ and objects: an array of records"));
	json->begun = true;
	c = next_sign(json);
	if (c == ']') {
		json->over = true;
		return is_only_blank_now(json) ? IMPORT_JSON_END
					       : wrong(json, line, err, _("Expected nothing behind ]"));
	}
	if (json->objects > 0 && c == ',')
		c = next_sign(json);
	else if (json->objects > 0)
		return wrong(json, line, err, _("Expected , or ] behind the object"));
	if (c != '{')
		return wrong(json, line, err, _("Expected { and the members of a record"));
	*line = json->line;
	if (!read_object(json, err)) {
		*line = json->line;
		return IMPORT_JSON_WRONG;
	}
	json->objects++;
	*text = json->text;
	*len = json->len;
	return IMPORT_JSON_OBJECT;
}
