/* What the columns of a file are taken for. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "base/text.h"
#include "schema/resource.h"
#include "work/import_state.h"

/* Reports have it, and files with wrong rows: why a row was not done. */
static bool is_error_column(const char *heading)
{
	return text_casecmp(heading, "error") == 0;
}

static bool is_taken(const struct import *import, size_t column, const char *target)
{
	for (size_t i = 0; *target && i < import->column_count; i++)
		if (i != column && import->columns[i].target &&
		    strcmp(import->columns[i].target, target) == 0)
			return true;
	return false;
}

/* Columns without heading hold nothing that could be asked for. */
static char *guess(const struct import *import, const char *heading)
{
	char *name = text_trimmed(heading);
	char *target = *name ? import->class->target(import, name) : xstrdup("");

	if (!target && is_error_column(name))
		target = xstrdup("");
	free(name);
	return target;
}

void import_columns_set(struct import *import, const char *const *headings, size_t count)
{
	import->columns = xcalloc(count, sizeof(*import->columns));
	import->column_count = count;
	for (size_t i = 0; i < count; i++) {
		struct import_column *column = &import->columns[i];

		column->heading = xstrdup(headings[i]);
		column->target = guess(import, headings[i]);
		if (column->target && is_taken(import, i, column->target)) {
			free(column->target); /* which of the two is meant, only a person knows */
			column->target = NULL;
		}
	}
}

void import_columns_finish(struct import *import)
{
	for (size_t i = 0; i < import->column_count; i++) {
		free(import->columns[i].heading);
		free(import->columns[i].target);
	}
	free(import->columns);
}

size_t import_column_count(const struct import *import)
{
	return import->column_count;
}

const char *import_heading(const struct import *import, size_t column)
{
	return import->columns[column].heading;
}

const char *import_target(const struct import *import, size_t column)
{
	return import->columns[column].target;
}

bool import_target_at(const struct import *import, size_t i, const char **name, const char **label)
{
	return import->class->target_at(import, i, name, label);
}

bool import_map(struct import *import, size_t column, const char *target, struct error *err)
{
	char *name = *target ? import->class->target(import, target) : xstrdup("");

	if (!name)
		return error_set(err, ERROR_INPUT, _("There is no column %s"), target);
	if (is_taken(import, column, name)) {
		free(name);
		return error_set(err, ERROR_INPUT, _("Another column is %s already"), target);
	}
	free(import->columns[column].target);
	import->columns[column].target = name;
	return true;
}

/* The same heading twice, or one that nobody knows. */
static bool refuse(const struct import *import, size_t column, struct error *err)
{
	const char *heading = import->columns[column].heading, *name, *label;
	struct nearest nearest = nearest_to(heading);
	char *known = import->class->target(import, heading);

	if (known) {
		free(known);
		return error_set(err, ERROR_INPUT, _("%s:1: two columns are %s"), import_name(import),
				 heading);
	}
	for (size_t i = 0; import->class->target_at(import, i, &name, &label); i++)
		nearest_offer(&nearest, name);
	char *question = nearest_question(&nearest);
	error_set(err, ERROR_INPUT, _("%s:1: no column of %s is called %s%s"), import_name(import),
		  import_resource(import)->name, heading, question);
	free(question);
	return false;
}

/* The first column that is not known; their number when all are. */
static size_t first_unknown(const struct import *import)
{
	size_t i = 0;

	while (i < import->column_count && import->columns[i].target)
		i++;
	return i;
}

bool import_is_mapped(const struct import *import)
{
	return first_unknown(import) == import->column_count;
}

bool import_columns_are_known(const struct import *import, struct error *err)
{
	size_t unknown = first_unknown(import);

	return unknown == import->column_count || refuse(import, unknown, err);
}
