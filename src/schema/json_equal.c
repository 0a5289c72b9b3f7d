/* SPDX-License-Identifier: ISC */
#include "schema/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"

static bool equal_numbers(const char *a, const char *b)
{
	struct decimal x, y;

	if (strcmp(a, b) == 0)
		return true;
	return decimal_from_number(a, &x) && decimal_from_number(b, &y) && x.value == y.value;
}

static bool equal_arrays(const struct json *a, const struct json *b)
{
	const struct json *x = json_first(a), *y = json_first(b);

	for (; x && y; x = json_next(x), y = json_next(y))
		if (!json_equal(x, y))
			return false;
	return !x && !y;
}

/* Two versions of a record mostly have their members in the same order: then no search is needed. */
static bool equal_objects(const struct json *a, const struct json *b)
{
	if (json_size(a) != json_size(b))
		return false;
	const struct json *beside = json_first(b);
	for (const struct json *x = json_first(a); x; x = json_next(x)) {
		bool in_step = beside && strcmp(json_name(x), json_name(beside)) == 0;
		const struct json *y = in_step ? beside : json_counterpart(b, x, a);
		if (!y || !json_equal(x, y))
			return false;
		beside = in_step ? json_next(beside) : NULL;
	}
	return true;
}

bool json_equal(const struct json *a, const struct json *b)
{
	if (json_type(a) != json_type(b))
		return false;
	switch (json_type(a)) {
	case JSON_NULL:
		return true;
	case JSON_BOOL:
		return json_is_true(a) == json_is_true(b);
	case JSON_NUMBER:
		return equal_numbers(json_text(a), json_text(b));
	case JSON_STRING:
		return strcmp(json_text(a), json_text(b)) == 0;
	case JSON_ARRAY:
		return equal_arrays(a, b);
	case JSON_OBJECT:
		return equal_objects(a, b);
	}
	return false;
}

bool json_same(const struct json *a, const struct json *b)
{
	char *x = json_print(a), *y = json_print(b);
	bool same = strcmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}
