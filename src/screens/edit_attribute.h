/* edit_attribute.h - asks for the name of an attribute: of a new one, or another one for one that
 * is there. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_ATTRIBUTE_H
#define SCREENS_EDIT_ATTRIBUTE_H
#include <stddef.h>

struct edit_fields;
struct field;

/* Both ask on the message row; a name that cannot be taken is asked for again, with the reason.
 * fields must stay open below. */
void edit_attribute_add(struct edit_fields *fields, const struct field *map);
void edit_attribute_rename(struct edit_fields *fields, const struct field *map, size_t i);

#endif
