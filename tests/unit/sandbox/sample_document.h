/* sample_document.h - a row of the sample as text and as a tree. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_SANDBOX_SAMPLE_DOCUMENT_H
#define TESTS_UNIT_SANDBOX_SAMPLE_DOCUMENT_H
#include <stdint.h>
#include <stdio.h>

#include "sandbox/sample_organization.h"

struct json;
struct schema;

typedef void sample_write_fn(const struct sample_organization *organization, uint64_t seed,
			     uint64_t i, FILE *out);

/* The caller frees. */
char *sample_document(sample_write_fn *write, const struct sample_organization *organization,
		      uint64_t seed, uint64_t i);

/* The same, parsed, after a look at what every row must keep: its members are in the schema, of
 * their kind, and nothing in it would be marked when shown. The caller calls json_free. */
struct json *sample_tree(sample_write_fn *write, const struct schema *schema,
			 const struct sample_organization *organization, uint64_t seed, uint64_t i);

/* Fails unless the texts of that member differ in all rows that have it, of the first count ones.
 */
void assert_distinct(sample_write_fn *write, const char *member, uint64_t count);

#endif
