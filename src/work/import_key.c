/* Keys of rows, and what stands for those that are not given: a sign in front that no key has. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/import_state.h"

enum { SIGN_ID = '\x1f', SIGN_LINE = '\x1e' };

char *import_key_of_id(const char *external_id)
{
	return xasprintf("%c%s", SIGN_ID, external_id);
}

char *import_key_of_line(uint32_t line)
{
	return xasprintf("%c%u", SIGN_LINE, (unsigned)line);
}

const char *import_key_id(const char *key)
{
	return *key == SIGN_ID ? key + 1 : NULL;
}

bool import_key_is_line(const char *key)
{
	return *key == SIGN_LINE;
}

const char *import_key_text(const char *key)
{
	return import_key_is_line(key) ? "" : *key == SIGN_ID ? key + 1 : key;
}

uint32_t import_key_find_id(const struct import *import, const struct json *row)
{
	const char *name = import->resource->schema->external_id;
	const char *id = name ? json_text(json_member_exact(row, name)) : NULL;
	char *key = id && *id ? import_key_of_id(id) : NULL;
	uint32_t number = key ? text_index_find(&import->keys, key) : TEXT_INDEX_NONE;

	free(key);
	return number;
}
