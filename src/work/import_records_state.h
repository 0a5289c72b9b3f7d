/* import_records_state.h - an import of records from inside; for import_records*.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_IMPORT_RECORDS_STATE_H
#define WORK_IMPORT_RECORDS_STATE_H
#include "base/text_index.h"
#include "schema/field.h"
#include "schema/resource.h"
#include "work/import_class.h"

struct client_call;
struct edit;

struct record_column {
	const struct field *field; /* NULL: the column is left out */
	const char *attribute;	   /* of a map: its name, borrowed from the target */
};

/* What a closed field may be, as the service says (struct choices, source). */
struct known_values {
	const struct field *field;
	struct text_list names, labels; /* as they travel, and as people know them */
	struct text_index folded; /* the same, in one case */
	bool complete;		  /* else there may be others */
};

struct records {
	struct record_column *columns;
	size_t count;
	struct text_index ids;	/* external ids of the file, */
	uint32_t *id_lines;	/* and the line of each */
	size_t id_room;
	struct known_values *known;
	size_t known_count, asked;
	struct client_call *call;
	size_t other_titles; /* rows with another title than their record, where none can be given */
};

static inline const struct schema *records_schema(const struct import *import)
{
	return import_resource(import)->schema;
}

/* The field with another system's key; NULL: there is none. */
static inline const struct field *records_external_id_field(const struct import *import)
{
	const struct schema *schema = records_schema(import);

	return schema->external_id ? schema_field(schema, schema->external_id) : NULL;
}

/* Whether a new record may come without a key: the service gives it one. */
static inline bool records_key_is_given(const struct import *import)
{
	const struct schema *schema = records_schema(import);

	return !schema_field(schema, schema->key)->required;
}

/* import_records_values.c: a row as an object in the schema's spelling, of what it says alone. Cells are
 * strings, whatever their field's kind. NULL: a JSON row that is none (err). The caller frees. */
struct json *records_values(const struct import *import, const struct import_cells *cells,
			    struct error *err);
/* Whether a record says all that of a value already, or differs. */
bool records_say_the_same(const struct field *field, const struct json *value,
			  const struct json *live);
/* Puts values into an edit; the key, and what forms never write, are left out. */
bool records_put(const struct import *import, struct edit *edit, const struct json *values,
		 struct error *err);

/* import_records_check.c: as struct import_class has them. */
bool records_check(struct import *import, const struct import_cells *cells, char **key,
		   struct error *err);
void records_check_begin(struct import *import);
void records_check_finish(struct import *import);

/* import_records_known.c: what closed fields may be. */
void records_prepare(struct import *import);
void records_known_finish(struct import *import);
/* The entries that a cell means: their texts, or what people know them by, CSV_LIST between. NULL with the
 * reason; the caller frees. */
struct json *records_list(const struct import *import, const struct field *list, const char *text,
			  struct error *err);
/* Refuses a value that the service does not know, where that is certain. */
bool records_is_known(const struct import *import, const struct field *field, const struct json *value,
		      struct error *err);

/* import_records_judge.c */
char *records_note(const struct import *import);
bool records_list_row_is_enough(const struct import *import, const struct json *row);
char *records_external_id(struct import *import, const uint32_t *rows, const struct record *live);
void records_judge(struct import *import, const uint32_t *rows, size_t count,
		   const struct import_live *live);

#endif
