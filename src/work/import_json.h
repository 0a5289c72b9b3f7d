/* import_json.h - a file with an array of objects, read an object at a time. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_IMPORT_JSON_H
#define WORK_IMPORT_JSON_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct error;

struct import_json; /* opaque */

enum { IMPORT_JSON_OBJECT_MAX = 16 << 20 }; /* bytes, as of what the network sends */

/* file is taken over; its first sign is [, maybe behind blanks. */
struct import_json *import_json_new_take(FILE *file);
void import_json_free(struct import_json *json); /* NULL is fine */

enum import_json_got { IMPORT_JSON_OBJECT, IMPORT_JSON_END, IMPORT_JSON_WRONG };

/* The text of the next object, which is not checked otherwise, and the line on which it begins; borrowed
 * until the next one. After IMPORT_JSON_WRONG nothing more can be had; *line is that of the mistake. */
enum import_json_got import_json_next(struct import_json *json, const char **text, size_t *len,
				      size_t *line, struct error *err);

#endif
