/* entry_text.h - an entry of a list in one line: "Billing, primary, 12 Dock Street, Portland". */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_ENTRY_TEXT_H
#define SCHEMA_ENTRY_TEXT_H

struct json;
struct schema;

/* What its schema's summary names; of what is no object, what it says. As it came: clean it before it is
 * shown. The caller frees. */
char *entry_text(const struct schema *items, const struct json *entry);

#endif
