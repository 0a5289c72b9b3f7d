/* SPDX-License-Identifier: ISC */
#include "api/client_batch_read.h"

#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"

enum { STATUS_MIN = 100, STATUS_MAX = 599 };

/* The items that were sent, and the results found for them. */
struct finding {
	const struct batch_call *names;
	const struct batch_place *places;
	size_t count;
	const struct json **results;
	const struct schema *schema; /* has the names of what a result says of its record */
};

/* A whole number, also one written as a text; -1 when there is none. */
static int64_t number(const struct json *value)
{
	int64_t found;
	char *end;
	const char *text = json_text(value);

	if (json_integer(value, &found))
		return found;
	if (!text || *text < '0' || *text > '9')
		return -1;
	found = strtoll(text, &end, 10);
	return *end ? -1 : found;
}

int batch_status(const struct batch_call *names, const struct json *result)
{
	for (const char *const *name = names->status; *name; name++) {
		int64_t status = number(json_member(result, *name));
		if (status >= STATUS_MIN && status <= STATUS_MAX)
			return (int)status;
	}
	return 0;
}

static bool says_another_key(const struct finding *finding, const struct json *result, const char *key)
{
	const char *said = json_member_text(result, finding->schema->key);

	return said && *said && *key && strcmp(said, key) != 0;
}

static void put(struct finding *finding, enum batch_op op, size_t index, const struct json *result)
{
	for (size_t i = 0; i < finding->count; i++) {
		const struct batch_place *place = &finding->places[i];
		if (place->op == op && place->index == index && !finding->results[i] &&
		    !says_another_key(finding, result, place->key))
			finding->results[i] = result;
	}
}

/* The same text, and there is one. */
static bool is_same(const char *a, const char *b)
{
	return a && *a && strcmp(a, b) == 0;
}

/* A result that says which record it is about: that wins over its place. */
static bool put_by_name(struct finding *finding, enum batch_op op, const struct json *result)
{
	const char *key = json_member_text(result, finding->schema->key);
	const char *external_id = finding->schema->external_id
					  ? json_member_text(result, finding->schema->external_id)
					  : NULL;

	for (size_t i = 0; i < finding->count; i++) {
		const struct batch_place *place = &finding->places[i];
		if (place->op == op && !finding->results[i] &&
		    (is_same(key, place->key) || (!*place->key && is_same(external_id, place->external_id)))) {
			finding->results[i] = result;
			return true;
		}
	}
	return false;
}

/* nth: how many results of op stood before it. */
static void take(struct finding *finding, enum batch_op op, size_t nth, const struct json *result)
{
	const struct json *said = json_member(result, finding->names->index);
	int64_t index = number(said);

	if (json_type(result) != JSON_OBJECT || put_by_name(finding, op, result))
		return;
	if (index >= 0)
		put(finding, op, (size_t)index, result);
	else if (json_type(said) == JSON_NULL)
		put(finding, op, nth, result);
}

static void take_grouped(struct finding *finding, const struct json *tree)
{
	for (enum batch_op op = 0; op < BATCH_OPS; op++) {
		const struct json *list = json_member(tree, finding->names->lists[op]);
		size_t nth = 0;
		if (json_type(list) != JSON_ARRAY)
			continue;
		for (const struct json *result = json_first(list); result; result = json_next(result))
			take(finding, op, nth++, result);
	}
}

/* The only operation that was sent, where a result does not say which it is of; BATCH_OPS: there are
 * several. */
static enum batch_op only_op(const struct finding *finding)
{
	for (size_t i = 1; i < finding->count; i++)
		if (finding->places[i].op != finding->places[0].op)
			return BATCH_OPS;
	return finding->places[0].op;
}

static enum batch_op op_of(const struct finding *finding, const struct json *result)
{
	const char *word = json_member_text(result, finding->names->operation);

	for (enum batch_op op = 0; word && op < BATCH_OPS; op++)
		if (text_casecmp(word, finding->names->lists[op]) == 0)
			return op;
	return only_op(finding);
}

static void take_flat(struct finding *finding, const struct json *list)
{
	size_t seen[BATCH_OPS + 1] = { 0 };

	for (const struct json *result = json_first(list); result; result = json_next(result)) {
		enum batch_op op = op_of(finding, result);
		take(finding, op, seen[op]++, result);
	}
}

void batch_find_results(const struct batch_call *names, const struct schema *schema,
			const struct json *tree, const struct batch_place *places, size_t count,
			const struct json **results)
{
	struct finding finding = { names, places, count, results, schema };
	const struct json *flat = json_type(tree) == JSON_ARRAY ? tree : json_member(tree, names->flat);

	for (size_t i = 0; i < count; i++)
		results[i] = NULL;
	take_grouped(&finding, tree);
	if (json_type(flat) == JSON_ARRAY)
		take_flat(&finding, flat);
}
