/* SPDX-License-Identifier: ISC */
#include "work/export_lines.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/price_line.h"

static void end_nothing(const struct export_lines *lines)
{
	(void)lines;
}

static bool csv_is_enough(const struct export_lines *lines, const struct json *row)
{
	return lines->resource->whole_rows || export_row_is_enough(&lines->row, row);
}

static void csv_start(const struct export_lines *lines)
{
	export_row_write_heading(&lines->row, lines->out);
}

static void csv_record(struct export_lines *lines, const struct json *object)
{
	export_row_write_csv(&lines->row, object, lines->out);
}

/* Of a whole record everything that somebody may have written. */
static bool is_whole(const struct resource *resource, const struct json *row)
{
	const struct schema *schema = resource->schema;

	for (size_t i = 0; !resource->whole_rows && i < schema->field_count; i++)
		if (schema->fields[i].write != WRITE_NEVER && !field_member(&schema->fields[i], row))
			return false;
	return true;
}

static bool json_is_enough(const struct export_lines *lines, const struct json *row)
{
	return lines->whole ? is_whole(lines->resource, row) : csv_is_enough(lines, row);
}

static void json_start(const struct export_lines *lines)
{
	fputc('[', lines->out);
}

/* A line a record here too: tools that work by lines can use it. */
static void json_record(struct export_lines *lines, const struct json *object)
{
	fputs(lines->written ? ",\n" : "\n", lines->out);
	export_row_write_json(&lines->row, object, lines->whole, lines->out);
}

static void json_end(const struct export_lines *lines)
{
	fputs("\n]\n", lines->out);
}

static bool prices_are_enough(const struct export_lines *lines, const struct json *row)
{
	return json_member_exact(row, lines->resource->prices) != NULL;
}

static void prices_start(const struct export_lines *lines)
{
	price_line_write_heading(lines->resource, &lines->row.style, lines->out);
}

static void prices_record(struct export_lines *lines, const struct json *object)
{
	lines->odd += price_line_write_product(lines->resource, object, lines->tier,
						&lines->row.style, lines->out);
}

static const struct export_lines_class classes[] = {
	[EXPORT_CSV] = { csv_is_enough, csv_start, csv_record, end_nothing },
	[EXPORT_JSON] = { json_is_enough, json_start, json_record, json_end },
	[EXPORT_PRICES] = { prices_are_enough, prices_start, prices_record, end_nothing },
};

void export_lines_write(struct export_lines *lines, const struct json *object)
{
	lines->class->record(lines, object);
	lines->written++;
}

void export_lines_init(struct export_lines *lines, const struct export_order *order)
{
	lines->class = &classes[order->format];
	lines->resource = order->resource;
	lines->whole = order->format == EXPORT_JSON && !order->columns;
	xreplace(&lines->tier, order->tier);
	export_row_init(&lines->row, order->resource->schema, order->columns,
			order->format == EXPORT_CSV);
	lines->row.style = (struct csv_style){ order->delimiter, order->decimal, order->raw,
					       order->is_terminal };
}

void export_lines_finish(struct export_lines *lines)
{
	export_row_finish(&lines->row);
	free(lines->tier);
}
