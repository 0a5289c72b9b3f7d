/* What can be said of a row before anybody looks at live data: its key, and that no other row has its
 * external id. Its values are judged beside the record's: what came from the service may be anything, and
 * stays so. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/record.h"
#include "work/import_records_state.h"

void records_check_begin(struct import *import)
{
	struct records *records = import_state(import);

	text_index_finish(&records->ids);
}

void records_check_finish(struct import *import)
{
	struct records *records = import_state(import);

	text_index_finish(&records->ids);
	free(records->id_lines);
}

/* The text of a member, also of a number: keys are opaque. */
static const char *text_of(const struct json *values, const char *name)
{
	const char *text = name ? json_text(json_member_exact(values, name)) : NULL;

	return text ? text : "";
}

static void note_line(struct records *records, uint32_t id, uint32_t line)
{
	if (id >= records->id_room) {
		records->id_room = records->id_room ? 2 * records->id_room : 256;
		records->id_lines = xreallocarray(records->id_lines, records->id_room,
						  sizeof(*records->id_lines));
	}
	records->id_lines[id] = line;
}

static bool check_id(struct import *import, uint32_t line, const char *id, struct error *err)
{
	struct records *records = import_state(import);
	const struct schema *schema = records_schema(import);
	bool is_new;

	if (!*id)
		return true;
	uint32_t number = text_index_add(&records->ids, id, &is_new);
	if (is_new)
		note_line(records, number, line);
	return is_new ||
	       error_set(err, ERROR_INPUT, _("%s: %s is in line %u already"),
			 _(schema_field(schema, schema->external_id)->label), id,
			 (unsigned)records->id_lines[number]);
}

/* What stands for a key that is not given begins like that. */
static bool check_key(const struct import *import, const char *key, struct error *err)
{
	const struct schema *schema = records_schema(import);

	return !*key || (unsigned char)*key >= ' ' ||
	       error_set(err, ERROR_INPUT, _("%s: begins with a control character"),
			 _(schema_field(schema, schema->key)->label));
}

bool records_check(struct import *import, const struct import_cells *cells, char **key,
		   struct error *err)
{
	const struct schema *schema = records_schema(import);
	struct json *values = records_values(import, cells, err);

	if (!values)
		return false;
	const char *id = text_of(values, schema->external_id);
	*key = xstrdup(text_of(values, schema->key));
	bool ok = **key || records_key_is_given(import)
			  ? check_key(import, *key, err) && check_id(import, cells->line, id, err)
			  : error_set(err, ERROR_INPUT, _("%s is missing"),
				      _(schema_field(schema, schema->key)->label));
	if (!**key) { /* of a wrong row, for people */
		free(*key);
		*key = !ok   ? xstrdup(id)
		       : *id ? import_key_of_id(id)
			     : import_key_of_line(cells->line);
	}
	json_free(values);
	return ok;
}
