/* SPDX-License-Identifier: ISC */
#include "cli/writer.h"

#include <string.h>

static const struct writer_class *const classes[] = { &writer_table, &writer_csv, &writer_json };

const struct writer_class *writer_find(const char *name)
{
	for (size_t i = 0; name && i < sizeof(classes) / sizeof(classes[0]); i++)
		if (strcmp(classes[i]->name, name) == 0)
			return classes[i];
	return classes[0];
}

void writer_begin(struct writer *writer)
{
	writer->rows = 0;
	writer->class->begin(writer);
}

void writer_row(struct writer *writer, const struct json *row)
{
	writer->class->row(writer, row);
	writer->rows++;
}

void writer_end(struct writer *writer)
{
	writer->class->end(writer);
}
