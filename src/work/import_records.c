/* SPDX-License-Identifier: ISC */
#include "work/import_records.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/csv.h"
#include "work/import_records_state.h"
#include "work/job_import.h"

bool import_records_can(const struct resource *resource)
{
	return resource->can_create || resource->can_update;
}

/* --- columns -------------------------------------------------------------------------------------- */

/* A field that a cell can hold. */
static bool is_column(const struct field *field)
{
	return !field->derived && csv_can_hold(field) && field->in & (IN_CSV | IN_RECORD);
}

/* "customerAttributes.REGION": the map, and what is behind the point. */
static const struct field *map_of(const struct schema *schema, const char *heading,
				  const char **attribute)
{
	const char *point = strchr(heading, '.');

	if (schema_field(schema, heading) || !point || !point[1])
		return NULL;
	char *name = xstrndup(heading, (size_t)(point - heading));
	const struct field *field = schema_field(schema, name);
	free(name);
	*attribute = point + 1;
	return field && field->kind == &kind_map ? field : NULL;
}

static char *target(const struct import *import, const char *heading)
{
	const struct schema *schema = records_schema(import);
	const char *attribute;
	const struct field *map = map_of(schema, heading, &attribute);

	if (map)
		return xasprintf("%s.%s", map->name, attribute);
	const struct field *field = schema_field(schema, heading);
	for (size_t i = 0; !field && i < schema->field_count; i++)
		if (text_casecmp(_(schema->fields[i].label), heading) == 0)
			field = &schema->fields[i];
	if (!field)
		field = schema_field_meant(schema, heading);
	return field && is_column(field) ? xstrdup(field->name) : NULL;
}

static bool target_at(const struct import *import, size_t i, const char **name, const char **label)
{
	const struct schema *schema = records_schema(import);

	for (size_t at = 0; at < schema->field_count; at++) {
		const struct field *field = &schema->fields[at];

		if (!is_column(field) || field->write == WRITE_NEVER || i-- > 0)
			continue;
		*name = field->name;
		*label = _(field->label);
		return true;
	}
	return false;
}

static struct record_column column_of(const struct import *import, size_t i)
{
	const struct schema *schema = records_schema(import);
	const char *name = import_target(import, i), *attribute = NULL;
	const struct field *map = map_of(schema, name, &attribute);

	if (map)
		return (struct record_column){ map, attribute };
	return (struct record_column){ *name ? schema_field(schema, name) : NULL, NULL };
}

static void forget_columns(struct import *import)
{
	struct records *records = import_state(import);

	free(records->columns);
	records->columns = NULL;
	records->count = 0;
	records->other_titles = 0;
}

static bool begin(struct import *import, struct error *err)
{
	struct records *records = import_state(import);
	const struct field *key = schema_field(records_schema(import), records_schema(import)->key);
	const struct field *id = records_external_id_field(import);
	size_t count = import_column_count(import);
	bool has_key = count == 0;

	forget_columns(import);
	records_check_begin(import);
	records->columns = xcalloc(count + 1, sizeof(*records->columns));
	records->count = count;
	for (size_t i = 0; i < count; i++) {
		records->columns[i] = column_of(import, i);
		has_key = has_key || records->columns[i].field == key ||
			  (id && !key->required && records->columns[i].field == id);
	}
	if (has_key)
		return true;
	if (id && !key->required)
		return error_set(err, ERROR_INPUT,
				 _("%s: no column is %s or %s: one of them says which record is meant"),
				 import_name(import), key->name, id->name);
	return error_set(err, ERROR_INPUT, _("%s: no column is %s: it says which record is meant"),
			 import_name(import), key->name);
}

static void finish(struct import *import)
{
	forget_columns(import);
	records_check_finish(import);
	records_known_finish(import);
}

/* "customers.csv" of "/home/ana/customers.csv". */
static struct job *job_of(const struct import *import)
{
	const char *path = import_path(import), *slash = strrchr(path, '/');

	return job_new_import(import_resource(import), slash ? slash + 1 : path);
}

const struct import_class import_records = {
	.name = "records",
	.state_size = sizeof(struct records),
	.takes_json = true,
	.one_row_a_key = true,
	.target = target,
	.target_at = target_at,
	.begin = begin,
	.prepare = records_prepare,
	.finish = finish,
	.check = records_check,
	.list_row_is_enough = records_list_row_is_enough,
	.external_id = records_external_id,
	.judge = records_judge,
	.note = records_note,
	.job = job_of,
	.add = job_import_add,
};
