/* SPDX-License-Identifier: ISC */
#include "sandbox/flow_search.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "sandbox/collection.h"
#include "sandbox/problem.h"
#include "sandbox/selection.h"
#include "schema/field.h"
#include "schema/json.h"

/* A text that may be there; NULL when it is not, is empty, or is no text, which is a fault. */
static const char *text_of(const struct json *body, const char *name, struct faults *faults)
{
	const struct json *member = json_member(body, name);

	if (json_type(member) == JSON_STRING)
		return *json_text(member) ? json_text(member) : NULL;
	if (json_type(member) != JSON_NULL)
		faults_add(faults, name, "Must be text.");
	return NULL;
}

/* How texts compare (exactMatch: whole values instead of parts). */
static enum filter_op read_op(const struct json *body, struct faults *faults)
{
	const struct json *exact = json_member(body, "exactMatch");

	if (json_type(exact) != JSON_NULL && json_type(exact) != JSON_BOOL)
		faults_add(faults, "exactMatch", "Must be true or false.");
	return json_is_true(exact) ? OP_EQUALS : OP_CONTAINS;
}

static const struct field *field_of(const struct selection *selection, const char *name)
{
	return schema_field(selection->collection->schema, name);
}

/* ---- Times ---- */

/* Thousandths as digits: those of "...:30.12Z" are "120". */
static void read_thousandths(const char *text, char digits[4])
{
	const char *at = strlen(text) > 20 && text[19] == '.' ? text + 20 : "";

	for (int i = 0; i < 3; i++)
		digits[i] = isdigit((unsigned char)*at) ? *at++ : '0';
	digits[3] = '\0';
}

/* The form that records have, which compares as text does: UTC with thousandths. */
static bool format_time(const char *text, char out[CLOCK_RFC3339_SIZE])
{
	char whole[CLOCK_RFC3339_SIZE], digits[4];
	int64_t unix_s;

	if (!clock_parse_rfc3339(text, &unix_s))
		return false;
	clock_format_rfc3339(unix_s, whole);
	read_thousandths(text, digits);
	snprintf(out, CLOCK_RFC3339_SIZE, "%.19s.%sZ", whole, digits);
	return true;
}

/* F18: records created then or later. */
static void read_created(const struct json *body, struct selection *selection,
			 struct faults *faults)
{
	const char *text = text_of(body, "createdAt", faults);
	char time[CLOCK_RFC3339_SIZE];

	if (!text)
		return;
	if (format_time(text, time))
		selection_add(selection, field_of(selection, "createdAt"), OP_GTE, time);
	else
		faults_add(faults, "createdAt",
			   "Must be a date and time such as 2026-01-01T00:00:00Z.");
}

/* ---- Whole ---- */

void flow_search_read_query(const struct json *body, struct selection *selection,
			    struct faults *faults)
{
	const char *query = text_of(body, "query", faults);

	if (query)
		selection_add(selection, NULL, OP_CONTAINS, query);
}

/* UID */
static bool is_uid(const char *text)
{
	return text[strspn(text,
			   "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")] ==
	       '\0';
}

static void read_store(const struct json *body, struct selection *selection, struct faults *faults)
{
	const char *uid = text_of(body, "storeUid", faults);

	if (uid && is_uid(uid))
		selection_add(selection, field_of(selection, "defaultStoreUid"), OP_EQUALS, uid);
	else if (uid)
		faults_add(faults, "storeUid", "Must be letters, digits, _ and - alone.");
}

void flow_search_read(const struct json *body, struct selection *selection, struct faults *faults)
{
	static const char *const alone[] = { "mobile", "email", "vatNumber" };
	enum filter_op op = read_op(body, faults);
	const char *query = text_of(body, "query", faults);

	if (query)
		selection_add(selection, NULL, op, query);
	for (size_t i = 0; i < sizeof(alone) / sizeof(alone[0]); i++) {
		const char *text = text_of(body, alone[i], faults);
		if (!text)
			continue;
		if (query)
			selection_search_without(selection, field_of(selection, alone[i]));
		selection_add(selection, field_of(selection, alone[i]), op, text);
	}
	read_store(body, selection, faults);
	read_created(body, selection, faults);
}
