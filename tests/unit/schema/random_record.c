/* SPDX-License-Identifier: ISC */
#include "random_record.h"

#include "unit.h"

#include "base/alloc.h"
#include "base/error.h"
#include "model/customers.h"
#include "model/flow_customers.h"
#include "random_json.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/record.h"

enum { MEMBERS = 8 };

/* --- records ------------------------------------------------------------------------------------ */

static void put_object(struct random_json *source, const struct schema *schema);

static void put_list(struct random_json *source, const struct schema *items)
{
	random_put(source, "[");
	for (unsigned i = random_pick(source, 4), first = 1; i > 0; i--, first = 0) {
		if (!first)
			random_put(source, ",");
		if (random_pick(source, 8))
			put_object(source, items);
		else
			random_value(source, 3);
	}
	random_put(source, "]");
}

/* What a field is inside of, with some of its members and others; or anything else. */
static void put_holder(struct random_json *source, const struct schema *schema, const char *inside)
{
	char name[64];

	if (random_pick(source, 8) == 0) {
		random_value(source, 3);
		return;
	}
	random_put(source, "{");
	for (unsigned i = random_pick(source, MEMBERS), first = 1; i > 0; i--) {
		const struct field *field = random_field(source, schema);
		bool other = !field->inside || strcmp(field->inside, inside) != 0;
		if (other && random_pick(source, 8))
			continue;
		random_put(source, first ? "" : ",");
		first = 0;
		snprintf(name, sizeof(name), "\"%s\":", other ? "x" : field_own_name(field));
		random_put(source, name);
		if (field->kind == &kind_bool && !other)
			random_put(source, random_pick(source, 2) ? "true" : "false");
		else
			random_value(source, 3);
	}
	random_put(source, "}");
}

/* The name it has here, or another one that documents use. */
static const char *random_name(struct random_json *source, const struct field *field)
{
	if (field->aliases && !random_pick(source, 4))
		return field->aliases[0];
	if (field->written && random_pick(source, 2))
		return field->written;
	return field->inside && random_pick(source, 8) ? field->inside : field->name;
}

/* Known members and others, in any order, now and then one twice. */
static void put_object(struct random_json *source, const struct schema *schema)
{
	random_put(source, "{");
	for (unsigned i = random_pick(source, MEMBERS), first = 1; i > 0; i--, first = 0) {
		const struct field *field = &schema->fields[random_pick(source, (unsigned)schema->field_count)];
		char name[64];
		if (!first)
			random_put(source, ",");
		const char *called = random_name(source, field);
		snprintf(name, sizeof(name), "\"%s\"", called);
		if (random_pick(source, 3))
			random_put(source, name);
		else
			random_string(source);
		random_put(source, ":");
		if (called == field->inside)
			put_holder(source, schema, called);
		else if (field->items && random_pick(source, 5))
			put_list(source, field->items);
		else if (field->kind == &kind_bool)
			random_put(source, random_pick(source, 2) ? "true" : "false");
		else
			random_value(source, 3);
	}
	random_put(source, "}");
}

const struct schema *random_schema(struct random_json *source)
{
	return random_pick(source, 2) ? &nymble_customer_schema : &flow_customer_schema;
}

struct record *random_customer(struct random_json *source, const struct schema *schema)
{
	char *spaced, *dense;
	size_t len, dense_len;
	struct error err = { 0 };

	source->spaced = xmemstream(&spaced, &len);
	source->dense = xmemstream(&dense, &dense_len);
	put_object(source, schema);
	fclose(source->spaced);
	fclose(source->dense);
	struct record *record = record_parse(schema, spaced, len, &err);
	if (!record)
		fail_msg("%s: %s", spaced, err.message);
	free(spaced);
	free(dense);
	return record;
}

/* --- what people do ----------------------------------------------------------------------------- */

const struct field *random_field(struct random_json *source, const struct schema *schema)
{
	return &schema->fields[random_pick(source, (unsigned)schema->field_count)];
}

const char *random_typed(struct random_json *source)
{
	static const char *const texts[] = { "", "x", "5", "yes", "no", "SE", "a@b.example", "Billing", "COMPANY", "+46 31", "å\\\"" };

	return texts[random_pick(source, CASES(texts))];
}

static struct place random_entry(struct random_json *source, const struct edit *edit, const struct field *list)
{
	size_t count = edit_entry_count(edit, list);

	return (struct place){ list, count ? random_pick(source, (unsigned)count) : 0 };
}

static void change_list(struct random_json *source, struct edit *edit, const struct field *list)
{
	struct place place = random_entry(source, edit, list);

	switch (random_pick(source, 5)) {
	case 0:
		edit_add_entry(edit, list, random_pick(source, 2) ? "Billing" : NULL);
		break;
	case 1:
		edit_remove_entry(edit, place);
		break;
	case 2:
		edit_move_entry(edit, place, random_entry(source, edit, list).entry);
		break;
	case 3:
		edit_make_primary(edit, place);
		break;
	default:
		edit_put_text(edit, place, random_field(source, list->items), random_typed(source), NULL);
	}
}

static void change_map(struct random_json *source, struct edit *edit, const struct field *map)
{
	size_t count = edit_attribute_count(edit, map), i = count ? random_pick(source, (unsigned)count) : 0;

	switch (random_pick(source, 4)) {
	case 0:
		edit_add_attribute(edit, map, random_typed(source), random_typed(source), NULL);
		break;
	case 1:
		edit_rename_attribute(edit, map, i, random_typed(source), NULL);
		break;
	case 2:
		edit_remove_attribute(edit, map, i);
		break;
	default:
		edit_put_attribute(edit, map, i, random_typed(source), NULL);
	}
}

void random_change(struct random_json *source, struct edit *edit, const struct field *field)
{
	if (field->write == WRITE_NEVER)
		return;
	if (field->items)
		change_list(source, edit, field);
	else if (field->kind == &kind_map)
		change_map(source, edit, field);
	else if (random_pick(source, 8))
		edit_put_text(edit, (struct place){ 0 }, field, random_typed(source), NULL);
	else if (edit_can_write(edit, (struct place){ 0 }, field))
		edit_put_take(edit, (struct place){ 0 }, field, NULL);
}
