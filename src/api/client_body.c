/* SPDX-License-Identifier: ISC */
#include "api/client_body.h"

#include <string.h>

#include "api/client_call.h"
#include "schema/changes.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

struct json *client_change_body(const struct record *before, const struct record *after)
{
	struct changes changes;

	changes_find(&changes, before, after);
	struct json *body = changes_body(&changes);
	changes_finish(&changes);
	return body;
}

/* Whether name is a member that fields of the schema are written to. */
static bool is_known(const struct schema *schema, const char *name)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const char *member = field->inside ? field->inside : field->name;
		if (field->written)
			member = field->written;
		if (strcmp(member, name) == 0)
			return true;
	}
	return false;
}

struct json *client_new_body(const struct dialect_resource *row, const struct record *record)
{
	const struct schema *schema = record_schema(record);
	struct json *body = changes_whole_body(record);

	for (const struct json *member = json_first(body), *next; member; member = next) {
		next = json_next(member);
		if (row && row->known_only && !is_known(schema, json_name(member)))
			json_remove(body, member);
	}
	return body;
}

struct json *client_hand_over(const struct client *client, const struct dialect_resource *row,
			      const struct json *body, bool fresh)
{
	struct json *copy = json_copy(body);

	if (row && client->dialect->hand_over)
		client->dialect->hand_over(copy, fresh, client->profile, &client->notes);
	return copy;
}

char *client_body_text(const struct client *client, const struct dialect_resource *row,
		       const struct json *body, bool fresh)
{
	struct json *sent = client_hand_over(client, row, body, fresh);
	char *text = json_print(sent);

	json_free(sent);
	return text;
}
