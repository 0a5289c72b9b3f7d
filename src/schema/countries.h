/* countries.h - the countries of ISO 3166-1 by their names in the user's language (iso-codes and its
 * translations). Where iso-codes is not installed, the codes alone. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_COUNTRIES_H
#define SCHEMA_COUNTRIES_H
#include <stddef.h>

struct country {
	char code[3];	  /* "SE" */
	const char *name; /* "Sweden", UTF-8; "" where names are not known */
};

struct countries; /* opaque; some 50 kB once read */

/* Reads the file of iso-codes (iso_3166-1.json; NULL: where it was installed when this was built), in some
 * ms: for when somebody first wants to see one. Never NULL. */
struct countries *countries_read(const char *path);
void countries_free(struct countries *countries); /* NULL is fine */

size_t countries_count(const struct countries *countries);
/* In the order of their names, as the user's language has it. Borrowed until countries_free. */
const struct country *countries_at(const struct countries *countries, size_t i);
/* The name of a code in any case; NULL when it is no country's or has no name. Borrowed likewise. */
const char *countries_name(const struct countries *countries, const char *code);

#endif
