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
#include "work/csv.h"
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
		text_list_add(&known->labels, list->rows[i].label ? list->rows[i].label : "");
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

/* What the entries of a list are sent as: cells may have what people know these by. NULL: the file has no such
 * column, or they are chosen from nothing. */
static const struct field *entry_to_be_asked(const struct records *records, const struct field *list)
{
	const struct field *field =
		list->items && list->items->sent_as ? schema_field(list->items, list->items->sent_as) : NULL;

	for (size_t i = 0; field && field->choices && field->choices->source && i < records->count; i++)
		if (records->columns[i].field == list)
			return field;
	return NULL;
}

void records_prepare(struct import *import)
{
	struct records *records = import_state(import);
	const struct schema *schema = records_schema(import);

	records_known_finish(import);
	records->known = xcalloc(schema->field_count, sizeof(*records->known));
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct field *asked =
			is_to_be_asked(field) ? field : entry_to_be_asked(records, field);

		if (asked)
			records->known[records->known_count++].field = asked;
	}
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
		text_list_finish(&records->known[i].labels);
	}
	free(records->known);
	records->known = NULL;
	records->known_count = records->asked = 0;
}

/* In the words behind the field's label. */
static bool refuse(const struct known_values *known, const char *text, struct error *err)
{
	struct nearest nearest = nearest_to(text);

	for (size_t i = 0; i < known->names.count; i++)
		nearest_offer(&nearest, text_list_at(&known->names, i));
	char *question = nearest_question(&nearest);
	error_set(err, ERROR_INPUT, _("the service does not know %s%s"), text, question);
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
			return refuse(&records->known[i], text, err) ||
			       error_prefix(err, "%s", _(field->label));
	return true;
}

/* --- lists in one cell -------------------------------------------------------------------------------- */

static const struct known_values *known_of(const struct import *import, const struct field *field)
{
	const struct records *records = import_state(import);

	for (size_t i = 0; i < records->known_count; i++)
		if (records->known[i].field == field)
			return &records->known[i];
	return NULL;
}

/* The value that people know by text; NULL: none, or several. */
static const char *value_labelled(const struct known_values *known, const char *text)
{
	const char *value = NULL;

	for (size_t i = 0; i < known->labels.count; i++) {
		if (text_casecmp(text_list_at(&known->labels, i), text) != 0)
			continue;
		if (value)
			return NULL;
		value = text_list_at(&known->names, i);
	}
	return value;
}

/* One entry, taken as what it is sent as, or as what people know that by. */
static bool add_entry(const struct known_values *known, const struct field *sent, const char *text,
		      struct json *entries, struct error *err)
{
	bool is_value = known && find(known, text) != TEXT_INDEX_NONE;
	const char *value = known && !is_value ? value_labelled(known, text) : NULL;
	struct json *parsed = sent->kind->parse(value ? value : text, err);

	if (!parsed)
		return error_prefix(err, "%s", text);
	if (known && known->complete && !is_value && !value && known->names.count) {
		json_free(parsed);
		return refuse(known, text, err);
	}
	struct json *entry = json_new_object();
	json_put_take(entry, sent->name, parsed);
	json_append_take(entries, entry);
	return true;
}

struct json *records_list(const struct import *import, const struct field *list, const char *text,
			  struct error *err)
{
	const struct field *sent = schema_field(list->items, list->items->sent_as);
	const struct known_values *known = known_of(import, sent);
	const char between[] = { CSV_LIST, '\0' };
	struct json *entries = json_new_array();
	char *copy = xstrdup(text), *rest = copy, *part;
	bool ok = true;

	while (ok && (part = strsep(&rest, between))) {
		part += strspn(part, " ");
		for (size_t len = strlen(part); len && part[len - 1] == ' '; len--)
			part[len - 1] = '\0';
		ok = !*part || add_entry(known, sent, part, entries, err);
	}
	free(copy);
	if (ok)
		return entries;
	json_free(entries);
	return NULL;
}
