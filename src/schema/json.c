/* SPDX-License-Identifier: ISC */
#include "schema/json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/alloc.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/json_scan.h"

/* struct json is cJSON's node under another name. On top of cJSON's own rules:
 *   a number is a cJSON_Raw node with its text,
 *   a string written in an unusual way has one child, a cJSON_Raw node with the token as it came,
 *   a name written in an unusual way is JSON_CARRIED, JSON_CARRIED_STRING and the token. */
static cJSON *node(const struct json *json)
{
	return (cJSON *)(uintptr_t)json;
}

static struct json *own(cJSON *item)
{
	if (!item)
		alloc_exhausted();
	return (struct json *)item;
}

void json_write_string(const char *text, FILE *out)
{
	static const char escaped[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";

	fputc('"', out);
	while (*text) {
		size_t plain = 0;
		while ((unsigned char)text[plain] >= 0x20 && text[plain] != '"' && text[plain] != '\\')
			plain++;
		fwrite(text, 1, plain, out);
		text += plain;
		if (!*text)
			break;
		const char *short_form = strchr(escaped, *text);
		if (short_form)
			fprintf(out, "\\%c", letters[short_form - escaped]);
		else
			fprintf(out, "\\u%04x", (unsigned char)*text);
		text++;
	}
	fputc('"', out);
}

/* Whether text, written our way, is exactly token. */
static bool is_usual_token(const char *text, const char *token)
{
	char *written;
	size_t len;
	FILE *out = xmemstream(&written, &len);

	json_write_string(text, out);
	fclose(out);
	bool same = strcmp(written, token) == 0;
	free(written);
	return same;
}

static void replace_text(char **place, char *text)
{
	cJSON_free(*place);
	*place = text;
}

static bool is_carried(const char *text)
{
	return text && text[0] == JSON_CARRIED;
}

static void unprotect_name(cJSON *item)
{
	if (!is_carried(item->string))
		return;
	char *name = json_scan_unescape(item->string + 2);
	if (!is_carried(name) && is_usual_token(name, item->string + 2))
		replace_text(&item->string, name);
	else
		free(name);
}

static void unprotect(cJSON *item)
{
	for (; item; item = item->next) {
		unprotect_name(item);
		if (item->child)
			unprotect(item->child);
		if (!cJSON_IsString(item) || !is_carried(item->valuestring))
			continue;
		char *token = xstrdup(item->valuestring + 2);
		if (item->valuestring[1] == JSON_CARRIED_NUMBER) {
			item->type = cJSON_Raw;
			replace_text(&item->valuestring, token);
			continue;
		}
		replace_text(&item->valuestring, json_scan_unescape(token));
		if (!is_usual_token(item->valuestring, token))
			item->child = node(own(cJSON_CreateRaw(token)));
		free(token);
	}
}

struct json *json_parse(const char *text, size_t len, struct error *err)
{
	size_t protected_len;
	char *protected = json_scan_protect(text, len, &protected_len, err);

	if (!protected)
		return NULL;
	cJSON *tree = cJSON_ParseWithLength(protected, protected_len);
	free(protected);
	if (!tree) { /* the scan is stricter than cJSON: only memory is left to fail */
		error_set(err, ERROR_INPUT, _("the JSON text cannot be read"));
		return NULL;
	}
	unprotect(tree);
	return own(tree);
}

void json_free(struct json *json)
{
	cJSON_Delete(node(json));
}

struct json *json_copy(const struct json *json)
{
	return own(cJSON_Duplicate(node(json), true));
}

static void write_name(const cJSON *item, FILE *out)
{
	if (is_carried(item->string))
		fputs(item->string + 2, out);
	else
		json_write_string(item->string ? item->string : "", out);
}

static void new_line(FILE *out, int indent)
{
	if (indent >= 0)
		fprintf(out, "\n%*s", indent * 2, "");
}

/* indent < 0: no white space at all. */
static void write_value(const cJSON *item, FILE *out, int indent)
{
	bool object = cJSON_IsObject(item);

	if (cJSON_IsString(item)) {
		if (item->child)
			fputs(item->child->valuestring, out);
		else
			json_write_string(item->valuestring, out);
	} else if (object || cJSON_IsArray(item)) {
		int inner = indent < 0 ? -1 : indent + 1;
		fputc(object ? '{' : '[', out);
		for (const cJSON *child = item->child; child; child = child->next) {
			new_line(out, inner);
			if (object) {
				write_name(child, out);
				fputs(indent < 0 ? ":" : ": ", out);
			}
			write_value(child, out, inner);
			if (child->next)
				fputc(',', out);
		}
		if (item->child)
			new_line(out, indent);
		fputc(object ? '}' : ']', out);
	} else if (cJSON_IsRaw(item)) {
		fputs(item->valuestring, out);
	} else {
		fputs(cJSON_IsTrue(item) ? "true" : cJSON_IsFalse(item) ? "false" : "null", out);
	}
}

void json_write(const struct json *json, FILE *out)
{
	if (json)
		write_value(node(json), out, -1);
	else
		fputs("null", out);
}

static char *print(const struct json *json, int indent)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (json)
		write_value(node(json), out, indent);
	fclose(out);
	return text;
}

char *json_print(const struct json *json)
{
	return print(json, -1);
}

char *json_print_pretty(const struct json *json)
{
	return print(json, 0);
}

enum json_type json_type(const struct json *json)
{
	const cJSON *item = node(json);

	return !item			? JSON_NULL
	       : cJSON_IsBool(item)	? JSON_BOOL
	       : cJSON_IsRaw(item)	? JSON_NUMBER
	       : cJSON_IsString(item)	? JSON_STRING
	       : cJSON_IsArray(item)	? JSON_ARRAY
	       : cJSON_IsObject(item)	? JSON_OBJECT
					: JSON_NULL;
}

bool json_is_true(const struct json *json)
{
	return cJSON_IsTrue(node(json));
}

const char *json_text(const struct json *json)
{
	enum json_type type = json_type(json);

	return type == JSON_STRING || type == JSON_NUMBER ? node(json)->valuestring : NULL;
}

bool json_integer(const struct json *json, int64_t *out)
{
	struct decimal value;

	if (json_type(json) != JSON_NUMBER)
		return false;
	if (!strpbrk(json_text(json), ".eE")) {
		char *end;
		int64_t number = strtoll(json_text(json), &end, 10);
		if (number == INT64_MAX || number == INT64_MIN)
			return false;
		*out = number;
		return true;
	}
	if (!decimal_from_number(json_text(json), &value) || value.value % DECIMAL_ONE)
		return false;
	*out = value.value / DECIMAL_ONE;
	return true;
}

static bool has_children(const struct json *json)
{
	enum json_type type = json_type(json);

	return type == JSON_ARRAY || type == JSON_OBJECT;
}

const struct json *json_first(const struct json *json)
{
	return has_children(json) ? (const struct json *)node(json)->child : NULL;
}

const struct json *json_next(const struct json *json)
{
	return json ? (const struct json *)node(json)->next : NULL;
}

size_t json_size(const struct json *json)
{
	size_t count = 0;

	for (const struct json *child = json_first(json); child; child = json_next(child))
		count++;
	return count;
}

const struct json *json_at(const struct json *json, size_t i)
{
	const struct json *child = json_first(json);

	while (child && i--)
		child = json_next(child);
	return child;
}

const char *json_name(const struct json *json)
{
	const char *name = json ? node(json)->string : NULL;

	return is_carried(name) ? name + 2 : name;
}

static const struct json *find(const struct json *object, const char *name,
			       int (*compare)(const char *a, const char *b))
{
	if (json_type(object) != JSON_OBJECT)
		return NULL;
	for (const struct json *child = json_first(object); child; child = json_next(child))
		if (compare(json_name(child), name) == 0)
			return child;
	return NULL;
}

const struct json *json_member(const struct json *object, const char *name)
{
	return find(object, name, text_casecmp);
}

const struct json *json_member_exact(const struct json *object, const char *name)
{
	return find(object, name, strcmp);
}

const struct json *json_counterpart(const struct json *object, const struct json *member,
				    const struct json *members)
{
	const char *name = json_name(member);
	size_t before = 0;

	for (const struct json *each = json_first(members); each != member; each = json_next(each))
		before += strcmp(json_name(each), name) == 0;
	for (const struct json *each = json_first(object); each; each = json_next(each))
		if (json_name(each) && strcmp(json_name(each), name) == 0 && before-- == 0)
			return each;
	return NULL;
}

const char *json_member_text(const struct json *object, const char *name)
{
	return json_text(json_member(object, name));
}

struct json *json_new_bool(bool value)
{
	return own(cJSON_CreateBool(value));
}

struct json *json_new_number(const char *number)
{
	return own(cJSON_CreateRaw(number));
}

struct json *json_new_integer(int64_t value)
{
	char text[32];

	snprintf(text, sizeof(text), "%" PRId64, value);
	return json_new_number(text);
}

struct json *json_new_string(const char *text)
{
	return own(cJSON_CreateString(text));
}

struct json *json_new_array(void)
{
	return own(cJSON_CreateArray());
}

struct json *json_new_object(void)
{
	return own(cJSON_CreateObject());
}

void json_put_take(struct json *object, const char *name, struct json *value)
{
	const struct json *old = json_member_exact(object, name);

	if (old)
		json_replace_take(object, old, value);
	else
		cJSON_AddItemToObject(node(object), name, node(value));
}

void json_put_copy(struct json *object, const struct json *member)
{
	cJSON *old = node(json_member_exact(object, json_name(member)));

	if (old)
		cJSON_ReplaceItemViaPointer(node(object), old, node(json_copy(member)));
	else
		cJSON_AddItemToArray(node(object), node(json_copy(member))); /* a name of its own would be lost */
}

void json_append_take(struct json *array, struct json *value)
{
	cJSON_AddItemToArray(node(array), node(value));
}

/* Debian 12's cJSON_InsertItemInArray refuses (and leaks) what is not put first: those behind the place
 * are appended anew instead. */
void json_insert_take(struct json *parent, size_t i, struct json *value)
{
	const struct json *behind = json_at(parent, i);

	cJSON_AddItemToArray(node(parent), node(value));
	while (behind && behind != value) {
		const struct json *next = json_next(behind);
		cJSON_AddItemToArray(node(parent), node(json_detach(parent, behind)));
		behind = next;
	}
}

void json_replace_take(struct json *parent, const struct json *child, struct json *value)
{
	const char *name = node(child)->string;

	replace_text(&node(value)->string, name ? xstrdup(name) : NULL);
	cJSON_ReplaceItemViaPointer(node(parent), node(child), node(value));
}

void json_rename_like(struct json *object, const struct json *member, const struct json *other)
{
	(void)object;
	replace_text(&node(member)->string, xstrdup(node(other)->string));
}

void json_rename(struct json *object, const struct json *member, const char *name)
{
	(void)object;
	replace_text(&node(member)->string, xstrdup(name));
}

struct json *json_detach(struct json *parent, const struct json *child)
{
	return (struct json *)cJSON_DetachItemViaPointer(node(parent), node(child));
}

void json_remove(struct json *parent, const struct json *child)
{
	json_free(json_detach(parent, child));
}

struct json *json_edit(struct json *parent, const struct json *child)
{
	(void)parent;
	return (struct json *)node(child);
}
