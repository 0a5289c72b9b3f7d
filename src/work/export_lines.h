/* export_lines.h - what the formats of an export write: a class each. For export.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_EXPORT_LINES_H
#define WORK_EXPORT_LINES_H
#include "work/export.h"
#include "work/export_row.h"

struct export_lines;
struct json;

struct export_lines_class {
	/* Whether a row of a list says all that is to be written. */
	bool (*is_enough)(const struct export_lines *lines, const struct json *row);
	void (*start)(const struct export_lines *lines);
	void (*record)(struct export_lines *lines, const struct json *object);
	void (*end)(const struct export_lines *lines);
};

struct export_lines {
	const struct export_lines_class *class;
	const struct resource *resource;
	bool whole; /* JSON: not only columns */
	char *tier; /* of a price list; NULL: all */
	struct export_row row;
	FILE *out;
	int64_t written; /* records */
	size_t odd;	 /* prices that were left out */
};

void export_lines_init(struct export_lines *lines, const struct export_order *order);
void export_lines_finish(struct export_lines *lines);

void export_lines_write(struct export_lines *lines, const struct json *object);

#endif
