/* Rows beside the records they are about. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/changes.h"
#include "schema/check.h"
#include "schema/edit.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "schema/start.h"
#include "work/import_records_state.h"

static struct json *values_of(struct import *import, uint32_t row)
{
	return records_values(import, import_cells(import, row), NULL);
}

/* Lists hold less than records: enough is what says all that columns ask for. Of a JSON file anything may
 * be asked. */
bool records_list_row_is_enough(const struct import *import, const struct json *row)
{
	const struct records *records = import_state(import);

	if (import_resource(import)->whole_rows)
		return true;
	for (size_t i = 0; i < records->count; i++) {
		const struct field *field = records->columns[i].field;

		if (field && field->write != WRITE_NEVER && !field_member(field, row))
			return false;
	}
	return records->count > 0;
}

/* Whether the file says anything of it; of a JSON file each row may. */
static bool has_external_id(const struct import *import)
{
	const struct records *records = import_state(import);
	const struct field *field = records_external_id_field(import);

	for (size_t i = 0; field && i < records->count; i++)
		if (records->columns[i].field == field)
			return true;
	return field && records->count == 0;
}

char *records_external_id(struct import *import, const uint32_t *rows, const struct record *live)
{
	if (!has_external_id(import))
		return NULL;
	const struct field *field = records_external_id_field(import);
	struct json *values = values_of(import, rows[0]);
	const char *text = values ? json_text(field_value(field, values)) : NULL;
	const char *own = live ? json_text(record_value(live, field)) : NULL;
	char *id = text && *text && !(own && strcmp(own, text) == 0) ? xstrdup(text) : NULL;

	json_free(values);
	return id;
}

static void judge_wrong(struct import *import, uint32_t row, const struct error *err)
{
	import_judge(import, row, IMPORT_WRONG, err->message, NULL, NULL);
}

/* --- what an action does (enum field_write) --------------------------------------------------------- */

static bool has_action(const struct resource *resource, const struct field *field, bool value)
{
	for (size_t i = 0; i < resource->action_count; i++)
		if (resource->actions[i].member && resource->actions[i].value == value &&
		    strcmp(resource->actions[i].member, field->name) == 0)
			return true;
	return false;
}

/* Adds the member that an action is to set, and says so. */
static bool find_act(const struct resource *resource, const struct field *field, const struct json *value,
		     const struct record *live, struct json *becomes, FILE *sentence, struct error *err)
{
	const struct json *own = record_value(live, field);
	struct json *parsed = json_type(value) == JSON_STRING
				      ? field->kind->parse(json_text(value), err)
				      : json_copy(value);

	if (!parsed)
		return error_prefix(err, "%s", _(field->label));
	if (!json_equal(parsed, own)) {
		if (!has_action(resource, field, json_is_true(parsed))) {
			json_free(parsed);
			return error_set(err, ERROR_REFUSED, _("%s cannot be changed here"),
					 _(field->label));
		}
		char *before = field->kind->format(own), *after = field->kind->format(parsed);
		fprintf(sentence, "%s: %s -> %s", _(field->label), *before ? before : "-", after);
		free(before);
		free(after);
		field_put_take(field, becomes, json_copy(parsed));
	}
	json_free(parsed);
	return true;
}

static bool find_acts(const struct resource *resource, const struct json *values,
		      const struct record *live, struct json *becomes, FILE *sentence,
		      struct error *err)
{
	const struct schema *schema = resource->schema;

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *value = field_member(field, values);

		if (value && field->write == WRITE_NEW_OR_ACTION &&
		    !find_act(resource, field, value, live, becomes, sentence, err))
			return false;
	}
	return true;
}

/* --- what would be sent -------------------------------------------------------------------------------- */

/* The first thing that is wrong with it; warnings are the form's. */
static bool check(const struct import *import, const struct edit *edit, struct error *err)
{
	struct complaints complaints = { 0 };
	struct changes changes;
	bool ok = true;

	check_edit(&complaints, edit);
	for (size_t i = 0; ok && i < complaints.count; i++) {
		const struct complaint *complaint = &complaints.rows[i];

		if (!complaint->warning && complaint->field)
			ok = error_set(err, ERROR_INPUT, "%s: %s", _(complaint->field->label),
				       complaint->text);
		else if (!complaint->warning)
			ok = error_set(err, ERROR_INPUT, "%s", complaint->text);
	}
	complaints_finish(&complaints);
	edit_find_changes(edit, &changes);
	for (size_t i = 0; ok && i < changes.count; i++)
		ok = records_is_known(import, changes.rows[i].field, changes.rows[i].after, err);
	changes_finish(&changes);
	return ok;
}

static void put_changes(const struct changes *changes, struct json *was, struct json *becomes)
{
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->rows[i];

		if (change->before)
			field_put_take(change->field, was, json_copy(change->before));
		field_put_take(change->field, becomes,
			       change->after ? json_copy(change->after) : json_new_string(""));
	}
}

/* "Price tier: Retail -> Wholesale, Phone: - -> 555 0100". */
static void say_changes(const struct changes *changes, FILE *out)
{
	struct change_lines lines;

	change_lines_find(&lines, changes);
	for (size_t i = 0; i < lines.count; i++)
		fprintf(out, "%s%s: %s -> %s", i ? ", " : "", lines.rows[i].label,
			*lines.rows[i].before ? lines.rows[i].before : "-",
			*lines.rows[i].after ? lines.rows[i].after : "-");
	change_lines_finish(&lines);
}

static bool find_all(struct import *import, struct edit *edit, const struct json *values,
		     struct json *was, struct json *becomes, FILE *sentence, struct error *err)
{
	struct changes changes;

	if (!find_acts(import_resource(import), values, edit_base(edit), becomes, sentence, err) ||
	    !records_put(import, edit, values, err) || !check(import, edit, err))
		return false;
	edit_find_changes(edit, &changes);
	if (json_size(becomes) > 0 && changes.count > 0)
		fputs(", ", sentence);
	put_changes(&changes, was, becomes);
	say_changes(&changes, sentence);
	changes_finish(&changes);
	return true;
}

/* --- verdicts -------------------------------------------------------------------------------------------- */

static bool is_same(const struct import *import, const struct json *values, const struct record *live)
{
	const struct schema *schema = records_schema(import);

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *value = field_member(field, values);

		if (value && field->write != WRITE_NEVER && strcmp(field->name, schema->key) != 0 &&
		    !records_say_the_same(field, value, record_value(live, field)))
			return false;
	}
	return true;
}

/* By the service's rule (N9) the row would give another record the row's key. */
static void judge_rename(struct import *import, uint32_t row, const struct json *values,
			 const struct record *holder, const struct json *becomes)
{
	const struct schema *schema = records_schema(import);
	const char *key = json_member_text(values, schema->key);
	struct json *was = json_new_object();
	char *text = xasprintf(_("renames %s to %s"), record_key(holder), key);

	json_put_take(was, schema->key, json_new_string(record_key(holder)));
	json_put_take(was, schema->external_id,
		      json_new_string(json_member_text(record_tree(holder), schema->external_id)));
	import_judge(import, row, IMPORT_RENAMES, text, was, becomes);
	free(text);
	json_free(was);
}

/* The key of a record whose row has none. */
static const char *found_key(const struct json *values, const struct record *live)
{
	const char *own = json_member_text(values, record_schema(live)->key);

	return own && *own ? NULL : record_key(live);
}

/* What a row changes in live; renames: the record that would have another key by it. */
static void judge_change(struct import *import, uint32_t row, const struct json *values,
			 const struct record *live, bool renames)
{
	struct edit *edit = edit_new_take(record_copy(live));
	struct json *was = json_new_object(), *becomes = json_new_object();
	struct error err = { 0 };
	char *text;
	size_t len;
	FILE *sentence = xmemstream(&text, &len);
	bool ok = find_all(import, edit, values, was, becomes, sentence, &err);

	fclose(sentence);
	if (!ok)
		judge_wrong(import, row, &err);
	else if (renames)
		judge_rename(import, row, values, live, becomes);
	else if (json_size(becomes) == 0)
		import_judge(import, row, IMPORT_SAME, NULL, NULL, NULL);
	else if (!import_resource(import)->can_update)
		import_judge(import, row, IMPORT_WRONG, _("The service cannot change such a record"), NULL,
			     NULL);
	else
		import_judge_found(import, row, IMPORT_CHANGED, found_key(values, live), text, was, becomes);
	free(text);
	json_free(was);
	json_free(becomes);
	edit_free(edit);
}

static struct edit *new_edit(const struct import *import, const struct json *values)
{
	const struct schema *schema = records_schema(import);
	struct edit *edit = edit_new_create_take(schema, record_start(schema));
	const char *key = json_text(json_member_exact(values, schema->key));

	if (key)
		edit_put_text(edit, (struct place){ 0 }, schema_field(schema, schema->key), key, NULL);
	return edit;
}

/* What people know it by: its title, or what there is of the fields that it has to have, where the service
 * makes the title. The caller frees. */
static char *name_of_new(const struct record *record)
{
	const struct schema *schema = record_schema(record);
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fputs(record_title(record), out);
	for (size_t i = 0; !*record_title(record) && i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		char *value = field_is_required(field, record_tree(record)) ? record_text(record, field)
									     : xstrdup("");

		fprintf(out, "%s%s", *value && ftell(out) > 0 ? " " : "", value);
		free(value);
	}
	fclose(out);
	return text;
}

static void judge_new(struct import *import, uint32_t row, const struct json *values)
{
	struct edit *edit = new_edit(import, values);
	struct error err = { 0 };
	char *name = NULL;

	if (!import_resource(import)->can_create)
		import_judge(import, row, IMPORT_WRONG, _("There is no such record, and none can be added"),
			     NULL, NULL);
	else if (!records_put(import, edit, values, &err) || !check(import, edit, &err))
		judge_wrong(import, row, &err);
	else
		import_judge(import, row, IMPORT_NEW, name = name_of_new(edit_now(edit)), NULL,
			     record_tree(edit_now(edit)));
	free(name);
	edit_free(edit);
}

static void judge_taken(struct import *import, uint32_t row, const struct record *holder)
{
	const char *id = json_member_text(record_tree(holder), records_schema(import)->external_id);
	char *text = xasprintf(_("External id: %s belongs to %s"), id ? id : "", record_key(holder));

	import_judge(import, row, IMPORT_WRONG, text, NULL, NULL);
	free(text);
}

/* --- what is passed over ------------------------------------------------------------------------------- */

/* The title, where the service makes it: NULL elsewhere. */
static const struct field *made_title(const struct import *import)
{
	const struct field *title = schema_field(records_schema(import), records_schema(import)->title);

	return title->write == WRITE_NEVER ? title : NULL;
}

/* Somebody may have meant to give the record another name by it. */
static void note_title(struct import *import, const struct json *values, const struct record *live)
{
	const struct field *title = made_title(import);
	const struct json *value = title && live ? field_value(title, values) : NULL;

	if (value && !records_say_the_same(title, value, record_value(live, title)))
		((struct records *)import_state(import))->other_titles++;
}

char *records_note(const struct import *import)
{
	size_t count = ((const struct records *)import_state(import))->other_titles;
	const struct field *title = made_title(import);

	if (count == 0)
		return NULL;
	return xasprintf(ngettext("%zu row has another %s (%s), which cannot be imported.",
				  "%zu rows have another %s (%s), which cannot be imported.", count),
			 count, _(title->label), title->name);
}

void records_judge(struct import *import, const uint32_t *rows, size_t count,
		   const struct import_live *live)
{
	struct json *values = values_of(import, rows[0]);

	(void)count; /* one: one_row_a_key */
	if (values)
		note_title(import, values, live->record);
	if (!values)
		import_judge(import, rows[0], IMPORT_WRONG, _("Cannot read the temporary file"), NULL, NULL);
	else if (live->holder && (live->record || records_key_is_given(import)))
		judge_taken(import, rows[0], live->holder);
	else if (live->holder)
		judge_change(import, rows[0], values, live->holder, true);
	else if (!live->record)
		judge_new(import, rows[0], values);
	else if (is_same(import, values, live->record))
		import_judge(import, rows[0], IMPORT_SAME, NULL, NULL, NULL);
	else
		judge_change(import, rows[0], values, live->record, false);
	json_free(values);
}
