/* Keys of rows, and what stands for those that are not given: a sign in front that no key has. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/alloc.h"
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
