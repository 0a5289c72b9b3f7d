/* member.h - members of an object put, taken away and restored so that they stand where another version
 * of it, base, has them: what is put back is byte for byte what it was. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_MEMBER_H
#define SCHEMA_MEMBER_H
#include <stdbool.h>
#include <stddef.h>

struct field;
struct json;
struct schema;

/* In each: schema is object's, base may be NULL. A field's members are all that mean it: an object may
 * have several of its name, or of its other spellings. */

/* Gives the field one value under its own name. */
void member_put_take(const struct schema *schema, const struct field *field, struct json *object,
		     const struct json *base, struct json *value);
void member_remove(const struct schema *schema, const struct field *field, struct json *object);
/* As base has them, none where it has none. */
void member_restore(const struct schema *schema, const struct field *field, struct json *object,
		    const struct json *base);

/* Puts a copy of base's member into object, behind the member that stands before it in base. */
void member_copy_in(struct json *object, const struct json *base, const struct json *member);

#endif
