/* random_record.h - customers as no service sends them, and what somebody might do to one. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_SCHEMA_RANDOM_RECORD_H
#define TESTS_UNIT_SCHEMA_RANDOM_RECORD_H

struct edit;
struct field;
struct random_json;
struct record;
struct schema;

/* Of one service's customers, or of the other's. */
const struct schema *random_schema(struct random_json *source);
/* Known members and others, in any order, of any type, now and then one twice. The caller frees. */
struct record *random_customer(struct random_json *source, const struct schema *schema);

const struct field *random_field(struct random_json *source, const struct schema *schema);
/* What is typed into some field; many refuse it. */
const char *random_typed(struct random_json *source);

/* Does something to the field, as far as that is possible. */
void random_change(struct random_json *source, struct edit *edit, const struct field *field);

#endif
