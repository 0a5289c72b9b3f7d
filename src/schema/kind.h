/* kind.h - the kinds of value a field can have. Each is one kind_*.c that ends in its ops table. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_KIND_H
#define SCHEMA_KIND_H
#include <stdbool.h>

#include "base/text.h"

struct error;
struct field;
struct json;

struct kind {
	const char *name;
	enum text_align align;
	unsigned filter_ops; /* 1 << enum filter_op for each that makes sense; 0: not filterable */
	bool scalar;	     /* one cell; lists and maps have tabs instead */
	bool is_text;	     /* its values are strings: an empty one clears it */
	bool checked;	     /* what it is compared with in a condition has to be one of its values */
	bool amount;	     /* "more than" is said of it, not "after" */

	/* What is shown of a value (never NULL; "" when there is none), as raw UTF-8: whoever shows it
	 * cleans it. The caller frees. */
	char *(*format)(const struct json *value);
	/* The value that a person's text stands for; NULL with the reason. The caller frees. */
	struct json *(*parse)(const char *text, struct error *err);
	/* How a part of a value that a person looks for is written in values, for conditions that do not compare
	 * with whole ones; NULL: as it was typed. The caller frees. */
	char *(*part)(const char *text);
	/* Whether two values (NULL: absent, or null) say the same, where that is not their being equal; NULL:
	 * it is. */
	bool (*same)(const struct json *a, const struct json *b);
};

extern const struct kind kind_text;
extern const struct kind kind_bool;
extern const struct kind kind_decimal; /* amounts, weights: exact, else the server's text behind ~ */
extern const struct kind kind_integer;
extern const struct kind kind_list; /* entries with a schema of their own */
extern const struct kind kind_map;  /* attributes: free names and values */

/* Texts that are checked when typed, without the blanks around them; what came may be anything. */
extern const struct kind kind_email;
extern const struct kind kind_phone;
extern const struct kind kind_country; /* two letters (ISO 3166-1), written large */
extern const struct kind kind_digits;  /* leading zeros count */
extern const struct kind kind_mobile;  /* digits behind a +; the blanks and hyphens of people are dropped */
extern const struct kind kind_uid;     /* an identifier: letters, digits, - and _ (F10) */

/* RFC 3339, shown as local date and time; typed like that, or as a day alone: its beginning. */
extern const struct kind kind_time;

/* kind_text's, for the kinds that are shown as the text they are. */
char *kind_text_format(const struct json *value);

#endif
