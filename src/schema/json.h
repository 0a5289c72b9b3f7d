/* json.h - JSON as a tree that loses nothing: numbers are kept as their text, unusual strings as they
 * came, members in their order, duplicates included. The one door to cJSON, which alone would turn
 * 9007199254740993 into 9.00719925474099e+15, 1e400 into null and cut a string at \u0000. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_JSON_H
#define SCHEMA_JSON_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct error;
struct json; /* a value with all that is in it; opaque */

enum json_type { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

/* Ceilings for what the network sends: 16 MiB of the smallest values would take a gigabyte here. */
enum { JSON_MAX_DEPTH = 64, JSON_MAX_VALUES = 1000 * 1000 };

/* Reads one value (RFC 8259, strictly: UTF-8, no NUL, nothing behind it, at most JSON_MAX_DEPTH levels and
 * JSON_MAX_VALUES values). NULL on error, which names the line and column. The caller calls json_free. */
struct json *json_parse(const char *text, size_t len, struct error *err);
void json_free(struct json *json); /* NULL is fine */
struct json *json_copy(const struct json *json);

/* Writes without white space; what json_parse read and nobody changed comes out byte for byte, white
 * space between tokens apart. json_print's text is the caller's to free. */
void json_write(const struct json *json, FILE *out);
char *json_print(const struct json *json);
/* The same with line ends and indentation of two, for people. */
char *json_print_pretty(const struct json *json);
/* Writes text as a JSON string, quotes included. text must be UTF-8. */
void json_write_string(const char *text, FILE *out);

/* NULL counts as JSON_NULL in every function here: a missing member needs no test of its own. */
enum json_type json_type(const struct json *json);
bool json_is_true(const struct json *json);
/* The text of a string, or the number as it was written; NULL for all else. Borrowed. In a string,
 * \u0000 and lone surrogates read as U+FFFD; what is written stays what came. */
const char *json_text(const struct json *json);
/* An integer, also one written as 12.0; false when it is none or out of range. */
bool json_integer(const struct json *json, int64_t *out);

/* Children of an array or object, in order. Borrowed: valid until the parent changes. */
size_t json_size(const struct json *json);
const struct json *json_first(const struct json *json);
const struct json *json_next(const struct json *json);
const struct json *json_at(const struct json *json, size_t i);
/* The member's name; NULL for what is no member. */
const char *json_name(const struct json *json);

/* The first member of that name; json_member ignores ASCII case, json_member_exact does not. */
const struct json *json_member(const struct json *object, const char *name);
const struct json *json_member_exact(const struct json *object, const char *name);
/* What is member of members in object, another version of them: of one name twice, the first is the
 * first. NULL: object has none. */
const struct json *json_counterpart(const struct json *object, const struct json *member,
				    const struct json *members);
/* json_text of a member, ignoring case. */
const char *json_member_text(const struct json *object, const char *name);

/* New values, yours until put somewhere. json_new_number takes valid JSON number text. */
struct json *json_new_bool(bool value);
struct json *json_new_number(const char *number);
struct json *json_new_integer(int64_t value);
struct json *json_new_string(const char *text);
struct json *json_new_array(void);
struct json *json_new_object(void);

/* Changing a tree; what is given is taken over. json_put replaces the exact name in its place, or
 * appends; json_rename changes the name of a member in its place. */
void json_put_take(struct json *object, const char *name, struct json *value);
/* Puts a copy of a member of another object, its name written as it came. */
void json_put_copy(struct json *object, const struct json *member);
void json_append_take(struct json *array, struct json *value);
void json_insert_take(struct json *parent, size_t i, struct json *value);
void json_rename(struct json *object, const struct json *member, const char *name);
/* Puts value in the place of child, under the name that it has, byte for byte. */
void json_replace_take(struct json *parent, const struct json *child, struct json *value);
/* Gives member the name of other, byte for byte. */
void json_rename_like(struct json *object, const struct json *member, const struct json *other);
/* Takes a child out; the caller owns it. json_insert_take puts a member back under its name. */
struct json *json_detach(struct json *parent, const struct json *child);
void json_remove(struct json *parent, const struct json *child);
/* The children of a tree that is one's own, to change them. */
struct json *json_edit(struct json *parent, const struct json *child);

/* The same value: members in any order, those of one name in theirs; numbers by value where they can be
 * read exactly. */
bool json_equal(const struct json *a, const struct json *b);
/* The same bytes when written; absent and null are not. */
bool json_same(const struct json *a, const struct json *b);

#endif
