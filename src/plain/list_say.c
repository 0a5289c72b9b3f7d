/* A page of a list, a line a record. */
/* SPDX-License-Identifier: ISC */
#include "plain/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "plain/say.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"

enum { ROW_COLS = 80 }; /* as many columns as a screen of that width has: more takes long to hear */

static void write_cell(FILE *out, const struct schema *schema, const struct field *field,
		       const struct json *row)
{
	bool names =
		strcmp(field->name, schema->key) == 0 || strcmp(field->name, schema->title) == 0;
	char *text = field_text(field, row), *value = say_value(text);

	if (names)
		fprintf(out, " %s", value);
	else if (*text)
		fprintf(out, ", %s %s", _(field->label), value);
	free(value);
	free(text);
}

/* "1. HRB-1042 Harborline Marine Supply, Price tier Wholesale, Terms NET30" */
static void say_row(struct list *list, size_t number, const struct json *row)
{
	const struct schema *schema = list->resource->schema;
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);
	int cols = 0;

	fprintf(out, "%zu.", number);
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];

		if (!(field->in & IN_LIST) || !field->kind->scalar)
			continue;
		cols += field->width_cols + 2;
		if (cols <= ROW_COLS)
			write_cell(out, schema, field, row);
	}
	fclose(out);
	say(list->plain, "%s", text);
	free(text);
}

static void say_nothing_there(struct list *list)
{
	char *filter = query_filter_text(list->query);

	if (list->resource->needs_search && !*filter)
		say(list->plain, "%s",
		    _("/ and a text says what to look for: without it, nothing is asked."));
	else if (*filter)
		say(list->plain, _(list->resource->no_match), filter);
	else
		say(list->plain, "%s", _(list->resource->none_yet));
	free(filter);
}

/* "Customers, companyName:contains:har sort=-companyName, 52 customers, page 1 of 3." */
static void say_heading(struct list *list)
{
	char *query = query_readable(list->query);

	if (*query)
		say(list->plain, "%s, %s", _(list->resource->label), query);
	else
		say(list->plain, "%s", _(list->resource->label));
	if (list->total >= 0) {
		char *count = resource_count_text(list->resource, (long long)list->total);

		say(list->plain, "%s", count);
		free(count);
	}
	free(query);
}

void plain_list_say(struct list *list)
{
	size_t number = 0;

	if (!json_size(list->rows)) {
		say_nothing_there(list);
		return;
	}
	say_heading(list);
	for (const struct json *row = json_first(list->rows); row; row = json_next(row))
		say_row(list, ++number, row);
}
