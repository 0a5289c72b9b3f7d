/* SPDX-License-Identifier: ISC */
#include "sandbox/flow_rules.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/text.h"
#include "model/flow_customers.h"
#include "sandbox/body.h"
#include "sandbox/problem.h"
#include "sandbox/rules.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"

/* ---- What may be written ---- */

/* What a body calls the field: its own name, or that of the object that has it. */
static const char *body_name(const struct field *field)
{
	return field->written ? field->written : field->inside ? field->inside : field->name;
}

/* Other spellings of a value that is inside an object now (ehfEnabled, F12). */
static bool is_old_name(const struct field *field, const char *name)
{
	return field->inside && field->aliases && strcmp(field->aliases[0], name) == 0;
}

static const struct field *written_field(const char *name)
{
	const struct schema *schema = &flow_customer_schema;

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		if (field->write != WRITE_NEVER &&
		    (strcmp(body_name(field), name) == 0 || is_old_name(field, name)))
			return field;
	}
	return NULL;
}

void flow_rules_reduce(struct json *body)
{
	const struct json *next;

	for (const struct json *member = json_first(body); member; member = next) {
		next = json_next(member);
		if (!written_field(json_name(member)) || body_is_overridden(member))
			json_remove(body, member);
	}
}

/* ---- Members by themselves: NULL when they are right ---- */

static const struct {
	const struct kind *kind;
	const char *message;
} texts[] = {
	{ &kind_uid, "Must be letters, digits, - and _ alone." },
	{ &kind_digits, "Must be digits." },
	{ &kind_mobile, "Must be digits, with or without a + before them." },
	{ &kind_email, "Must be an address such as name@example.com." },
	{ &kind_country, "Must be a code of two letters." },
};

/* What a form would correct is wrong here. */
static bool is_clean(const struct kind *kind, const char *text)
{
	struct error err;
	struct json *value = kind->parse(text, &err);
	const char *parsed = json_text(value);
	bool clean = parsed && text_casecmp(parsed, text) == 0;

	json_free(value);
	return clean;
}

static const char *wrong_text(const struct field *field, const char *text)
{
	if (!*text)
		return field->never_empty || field->write == WRITE_NEW ||
				       field->kind == &kind_customer_type
			       ? "Must not be empty."
			       : NULL;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (texts[i].kind == field->kind && !is_clean(field->kind, text))
			return texts[i].message;
	return NULL;
}

static const char *wrong_number(const struct field *field, const struct json *value)
{
	int64_t number;

	return field->least && json_integer(value, &number) &&
			       number < strtoll(field->least, NULL, 10)
		       ? "Must not be negative."
		       : NULL;
}

/* A list is written as the Uids of its entries (F13). */
static const char *wrong_uids(const struct json *list)
{
	for (const struct json *uid = json_first(list); uid; uid = json_next(uid))
		if (json_type(uid) != JSON_STRING || !*json_text(uid) ||
		    !is_clean(&kind_uid, json_text(uid)))
			return "Must be a list of Uids: texts of letters, digits, - and _ alone.";
	return NULL;
}

static const char *wrong_value(const struct field *field, const struct json *value)
{
	const char *message = rules_wrong_kind(field, value);

	if (message)
		return message;
	if (field->kind == &kind_list)
		return wrong_uids(value);
	return json_type(value) == JSON_STRING ? wrong_text(field, json_text(value))
					       : wrong_number(field, value);
}

/* An object with the field in it; its other members are not ours to judge. */
static void check_object(const struct field *field, const struct json *object,
			 struct faults *faults)
{
	const char *member = field->name + strlen(field->inside) + 1;
	const struct json *value = json_member_exact(object, member);

	if (json_type(object) == JSON_NULL)
		return; /* Ehf is nullable */
	const char *message = json_type(object) != JSON_OBJECT ? "Must be an object."
			      : value                          ? wrong_value(field, value)
							       : NULL;
	if (message)
		faults_add(faults, json_type(object) == JSON_OBJECT ? field->name : field->inside,
			   message);
}

void flow_rules_check_members(const struct json *body, struct faults *faults)
{
	for (const struct json *member = json_first(body); member; member = json_next(member)) {
		const struct field *field = written_field(json_name(member));
		const char *message = NULL;
		if (field->inside && !is_old_name(field, json_name(member)))
			check_object(field, member, faults);
		else
			message = wrong_value(field, member);
		if (message)
			faults_add(faults, json_name(member), message);
	}
}

const char *flow_rules_uid(const struct json *object, const char *member, struct faults *faults)
{
	const struct json *value = json_member_exact(object, member);
	const char *text = json_type(value) == JSON_STRING ? json_text(value) : NULL;

	if (!value)
		faults_add(faults, member, "Is needed.");
	else if (!text)
		faults_add(faults, member, "Must be text.");
	else if (!*text || !is_clean(&kind_uid, text))
		faults_add(faults, member, texts[0].message);
	else
		return text;
	return NULL;
}

/* ---- Members together ---- */

static bool is_blank(const struct json *customer, const char *name)
{
	const char *text = json_text(json_member_exact(customer, name));

	return !text || !text[strspn(text, " \t\n\r")];
}

/* A record that came without a name may keep it so; a change that is about it may not. */
static void check_names(const struct json *customer, const struct json *body, struct faults *faults)
{
	const struct schema *schema = &flow_customer_schema;

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		if (field->required_when && field_is_required(field, customer) &&
		    is_blank(customer, field->name) &&
		    (json_member_exact(body, field->name) ||
		     json_member_exact(body, field->required_when->field)))
			faults_add(faults, field->name, "Is needed.");
	}
}

/* The vendor checks postal codes per country (flow.openapi.yaml, CustomerFields). */
static const struct {
	const char *country;
	size_t digits;
} postal_codes[] = { { "NO", 4 }, { "SE", 5 }, { "DK", 4 }, { "FI", 5 } };

/* People write Swedish ones with a blank. */
static bool has_digits(const char *text, size_t wanted)
{
	size_t digits = 0;

	for (; *text; text++)
		if (*text >= '0' && *text <= '9')
			digits++;
		else if (*text != ' ')
			return false;
	return digits == wanted;
}

static void check_postal_code(const struct json *customer, struct faults *faults)
{
	const char *code = json_text(json_member_exact(customer, "postalCode"));
	const char *country = json_text(json_member_exact(customer, "countryCode"));

	for (size_t i = 0;
	     code && *code && country && i < sizeof(postal_codes) / sizeof(postal_codes[0]); i++) {
		size_t digits = postal_codes[i].digits;
		if (text_casecmp(country, postal_codes[i].country) != 0 || has_digits(code, digits))
			continue;
		char *message =
			xasprintf("Must have %zu digits in %s.", digits, postal_codes[i].country);
		faults_add(faults, "postalCode", message);
		free(message);
	}
}

void flow_rules_check_whole(const struct json *customer, const struct json *body,
			    struct faults *faults)
{
	check_names(customer, body, faults);
	if (json_member_exact(body, "postalCode") || json_member_exact(body, "countryCode"))
		check_postal_code(customer, faults);
}
