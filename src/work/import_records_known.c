/* What closed fields may be: asked once, before rows are compared. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "base/text.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "work/import_records_state.h"

static void ask_next(struct import *import);

/* Tiers are compared without case (N15). */
static uint32_t find(const struct known_values *known, const char *text)
{
	char *folded = text_fold(text, strlen(text));
	uint32_t found = text_index_find(&known->folded, folded);

	free(folded);
	return found;
}

static void note(struct known_values *known, const struct choice_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		char *folded = text_fold(list->rows[i].value, strlen(list->rows[i].value));

		text_index_add(&known->folded, folded, NULL);
		text_list_add(&known->names, list->rows[i].value);
		free(folded);
	}
	known->complete = list->complete;
}

static void came(void *data, const struct choice_list *list, const struct failure *failure)
{
	struct import *import = data;
	struct records *records = import_state(import);

	records->call = NULL;
	if (failure) {
		import_prepared(import, &failure->error);
		return;
	}
	note(&records->known[records->asked++], list);
	ask_next(import);
}

static void ask_next(struct import *import)
{
	struct records *records = import_state(import);

	if (records->asked == records->known_count) {
		import_prepared(import, NULL);
		return;
	}
	const struct field *field = records->known[records->asked].field;
	records->call = client_choices(import_client(import), field->choices->source, came, import);
}

/* Countries are what their kind takes. */
static bool is_to_be_asked(const struct field *field)
{
	return field->choices && field->choices->source && !field->choices->open &&
	       field->kind == &kind_text;
}

void records_prepare(struct import *import)
{
	struct records *records = import_state(import);
	const struct schema *schema = records_schema(import);

	records_known_finish(import);
	records->known = xcalloc(schema->field_count, sizeof(*records->known));
	for (size_t i = 0; i < schema->field_count; i++)
		if (is_to_be_asked(&schema->fields[i]))
			records->known[records->known_count++].field = &schema->fields[i];
	ask_next(import);
}

void records_known_finish(struct import *import)
{
	struct records *records = import_state(import);

	client_cancel(records->call);
	records->call = NULL;
	for (size_t i = 0; i < records->known_count; i++) {
		text_index_finish(&records->known[i].folded);
		text_list_finish(&records->known[i].names);
	}
	free(records->known);
	records->known = NULL;
	records->known_count = records->asked = 0;
}

static bool refuse(const struct known_values *known, const char *text, struct error *err)
{
	struct nearest nearest = nearest_to(text);

	for (size_t i = 0; i < known->names.count; i++)
		nearest_offer(&nearest, text_list_at(&known->names, i));
	char *question = nearest_question(&nearest);
	error_set(err, ERROR_INPUT, _("%s: the service does not know %s%s"), _(known->field->label), text,
		  question);
	free(question);
	return false;
}

bool records_is_known(const struct import *import, const struct field *field, const struct json *value,
		      struct error *err)
{
	const struct records *records = import_state(import);
	const char *text = json_text(value);

	for (size_t i = 0; text && *text && i < records->known_count; i++)
		if (records->known[i].field == field && records->known[i].complete &&
		    find(&records->known[i], text) == TEXT_INDEX_NONE)
			return refuse(&records->known[i], text, err);
	return true;
}
