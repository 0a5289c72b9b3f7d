/* record_of.h - records of a test, from their JSON. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_SCHEMA_RECORD_OF_H
#define TESTS_UNIT_SCHEMA_RECORD_OF_H
#include "unit.h"

#include "base/error.h"
#include "model/customers.h"
#include "schema/record.h"

static inline struct record *record_of(const struct schema *schema, const char *text)
{
	struct error err = { 0 };
	struct record *record = record_parse(schema, text, strlen(text), &err);

	if (!record)
		fail_msg("%s: %s", text, err.message);
	return record;
}

static inline struct record *customer_of(const char *text)
{
	return record_of(&nymble_customer_schema, text);
}

#endif
