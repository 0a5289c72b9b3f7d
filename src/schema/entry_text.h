/* entry_text.h - an entry of a list in one line: "Billing, primary, 12 Dock Street, Portland". */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_ENTRY_TEXT_H
#define SCHEMA_ENTRY_TEXT_H

struct json;
struct schema;

/* What its schema's summary names, or all that it says where that is nothing; of what is no object, what it says. As it came: clean it before it is
 * shown. The caller frees. */
char *entry_text(const struct schema *items, const struct json *entry);

/* What a field of the schema's identity says, or means by not being there. The caller frees. */
char *entry_identity_text(const struct schema *items, const char *name, const struct json *entry);

/* What tells it from the others, in at most ENTRY_NAME_COLS columns: "Billing, 12 Dock Street", "Wholesale
 * from 24" where its schema has an identity, "" where it says nothing. Clean; the caller frees. */
enum { ENTRY_NAME_COLS = 40 };
char *entry_name(const struct schema *items, const struct json *entry);

#endif
