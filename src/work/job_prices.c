/* SPDX-License-Identifier: ISC */
#include "work/job_prices.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "model/price_list.h"
#include "model/price_walk.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/csv.h"
#include "work/job_class.h"
#include "work/job_texts.h"
#include "work/price_block.h"

bool job_prices_add(struct job *job, const char *key, const char *was, const char *becomes,
		    struct error *err)
{
	return job_texts_add(job, key, was, becomes, err);
}

/* --- its calls ---------------------------------------------------------------------------------- */

static size_t block(const struct job *job, const struct client *client)
{
	return client_lists_at_once(client, job->resource, job->field);
}

/* --- in words and in the journal ---------------------------------------------------------------- */

static char *title(const struct job *job)
{
	char *count = resource_count_text(job->resource, (long long)job->keys.count);
	/* TRANSLATORS: "Wholesale +3 % for 312 products" */
	char *text = xasprintf(_("%s for %s"), job->what, count);

	free(count);
	return text;
}

static void write_head(const struct job *job, struct json *head)
{
	json_put_take(head, "field", json_new_string(job->field->name));
	json_put_take(head, "what", json_new_string(job->what));
}

static bool read_head(struct job *job, const struct json *head, struct error *err)
{
	const char *name = json_member_text(head, "field");
	const char *what = json_member_text(head, "what");

	job->field = name ? schema_field(job->resource->schema, name) : NULL;
	job->what = xstrdup(what ? what : "?");
	return job->field || error_set(err, ERROR_INPUT, _("%s: no such field"), name ? name : "?");
}

/* --- what is told of it ------------------------------------------------------------------------- */

/* What only the service writes was said of the old prices. */
static void drop_what_is_told(const struct field *list, struct json *entry)
{
	for (size_t i = 0; i < list->items->field_count; i++) {
		const struct field *field = &list->items->fields[i];
		const struct json *member = json_member(entry, field->name);

		if (field->write == WRITE_NEVER && member)
			json_remove(entry, member);
	}
}

static struct json *changed(const struct job *job, size_t item)
{
	struct json *members = json_new_object();
	struct json *list = job_texts_json(job, item, JOB_BECOMES);

	if (!list)
		list = json_new_array();
	for (const struct json *entry = json_first(list); entry; entry = json_next(entry))
		drop_what_is_told(job->field, json_edit(list, entry));
	json_put_take(members, job->field->name, list);
	return members;
}

/* As an import of prices takes it: a line for each price that was to be another one, an empty one where it
 * was to go. */
static void report_head(const struct job *job, FILE *out)
{
	(void)job;
	fputs(",tier,atQuantity,price,currency", out);
}

static void write_difference(const struct price_difference *difference, FILE *out)
{
	const struct price_entry *place = difference->after ? difference->after : difference->before;
	char *tier = csv_protect(place->tier);

	fputc(',', out);
	csv_put(out, tier);
	fprintf(out, ",%lld,", (long long)place->at_quantity);
	if (difference->after)
		csv_put(out, difference->after->text);
	fputc(',', out); /* the currency is the product's */
	free(tier);
}

static bool report_row(const struct job *job, size_t item, size_t row, FILE *out)
{
	struct json *was = job_texts_json(job, item, JOB_WAS);
	struct json *becomes = job_texts_json(job, item, JOB_BECOMES);
	struct price_difference difference;
	struct price_list before, after;
	bool found = true;

	price_list_read(&before, was);
	price_list_read(&after, becomes);
	struct price_walk walk = { .before = &before, .after = &after };
	for (size_t i = 0; i <= row && found; i++)
		found = price_walk_next(&walk, &difference);
	if (found)
		write_difference(&difference, out);
	else if (row == 0)
		fputs(",,,,", out);
	price_list_finish(&after);
	price_list_finish(&before);
	json_free(becomes);
	json_free(was);
	return found || row == 0;
}

const struct job_class job_prices = {
	.name = "prices",
	.block = block,
	.start = price_block_start,
	.cancel = price_block_cancel,
	.title = title,
	.write = write_head,
	.read = read_head,
	.write_item = job_texts_write,
	.read_item = job_texts_read,
	.changed = changed,
	.report_head = report_head,
	.report_row = report_row,
};

struct job *job_new_prices(const struct resource *resource, const struct field *list,
			   const char *what)
{
	struct job *job = job_new(&job_prices, resource);

	job->field = list;
	job->what = xstrdup(what);
	return job;
}
