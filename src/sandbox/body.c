/* SPDX-License-Identifier: ISC */
#include "sandbox/body.h"

#include <string.h>

#include "base/error.h"
#include "sandbox/exchange.h"
#include "sandbox/problem.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

/* Members are put into documents one by one; real records have twenty or so. */
enum { MAX_MEMBERS = 500 };

struct json *body_parse(const struct request *request, struct reply *reply)
{
	struct error err;

	if (request->body_len == 0) {
		problem_reply_fault(reply, "body", "A JSON body is needed.");
		return NULL;
	}
	struct json *tree = json_parse(request->body, request->body_len, &err);
	if (!tree)
		problem_reply_fault(reply, "body", err.message);
	return tree;
}

struct json *body_parse_object(const struct request *request, struct reply *reply)
{
	struct json *tree = body_parse(request, reply);
	bool object = json_type(tree) == JSON_OBJECT;

	if (!tree || (object && json_size(tree) <= MAX_MEMBERS))
		return tree;
	json_free(tree);
	problem_reply_fault(reply, "body",
			    object ? "The object has too many members."
				   : "The body must be a JSON object.");
	return NULL;
}

bool body_is_overridden(const struct json *member)
{
	for (const struct json *later = json_next(member); later; later = json_next(later))
		if (strcmp(json_name(later), json_name(member)) == 0)
			return true;
	return false;
}

/* A field that is there twice, in one spelling or two, or one of the service's own. */
static bool is_superfluous(const struct schema *schema, const struct json *member)
{
	const struct field *field = schema_field(schema, json_name(member));

	return field && (field->write == WRITE_NEVER ||
			 strcmp(field->name, json_name(member)) != 0 || body_is_overridden(member));
}

static void remove_superfluous(const struct schema *schema, struct json *object)
{
	const struct json *next;

	for (const struct json *member = json_first(object); member; member = next) {
		next = json_next(member);
		const struct field *field = schema_field(schema, json_name(member));
		if (is_superfluous(schema, member)) {
			json_remove(object, member);
			continue;
		}
		for (const struct json *entry = field && field->items ? json_first(member) : NULL;
		     entry; entry = json_next(entry))
			if (json_type(entry) == JSON_OBJECT)
				remove_superfluous(field->items, json_edit(object, entry));
	}
}

void body_normalise(const struct schema *schema, struct json *object)
{
	schema_normalise(schema, object);
	remove_superfluous(schema, object);
}

struct json *body_parse_record(const struct request *request, const struct schema *schema,
			       struct reply *reply)
{
	struct json *tree = body_parse_object(request, reply);

	if (tree)
		body_normalise(schema, tree);
	return tree;
}

const char *body_needed_text(const struct json *body, const char *name, struct faults *faults)
{
	const struct json *member = json_member(body, name);

	if (json_type(member) == JSON_STRING && *json_text(member))
		return json_text(member);
	faults_add(faults, name, member ? "Must be text that is not empty." : "Is needed.");
	return NULL;
}
