/* start.h - what a new record begins with. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_START_H
#define SCHEMA_START_H

struct record;
struct schema;

/* A record in use (schema->state), and nothing else. The caller frees. */
struct record *record_start(const struct schema *schema);

/* One like record: what forms may give to a new one, entries and attributes included, but for what
 * only one record can have (keys, external ids), its own (stock) and what the tables do not know, which may be such
 * a thing. In use, whatever record is. The caller frees. */
struct record *record_start_like(const struct record *record);

/* One that takes over what hit, which may be of another schema, says under the names of schema's fields:
 * whatever a new record may be given but its key, the external id by which it is known again included. The
 * caller frees. */
struct record *record_start_from(const struct schema *schema, const struct record *hit);

#endif
