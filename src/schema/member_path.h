/* member_path.h - what a service means when it names a member of a record: "Addresses[1].Country",
 * "$.addresses[0].city", "/addresses/0/city", "CustomerAttributes.colour". Any case, every alias. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_MEMBER_PATH_H
#define SCHEMA_MEMBER_PATH_H
#include "schema/edit.h"

struct member_path {
	struct place place;
	const struct field *field; /* NULL: the record, or the entry, as a whole */
	const char *rest;	   /* what names nothing we know; "" when all of it does. Borrowed from text */
};

struct member_path member_path_read(const struct schema *schema, const char *text);

#endif
