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
#include "work/price_block.h"
#include "work/price_items.h"

bool job_prices_add(struct job *job, const char *key, const char *was, const char *becomes,
		    struct error *err)
{
	if (!price_items_add(job, was, becomes, err))
		return false;
	text_list_add(&job->keys, key);
	return true;
}

/* --- its calls ---------------------------------------------------------------------------------- */

static size_t block(const struct job *job, const struct client *client)
{
	return client_lists_at_once(client, job->resource, job->field);
}

static bool goes_with_its_record(const struct job_call *call)
{
	return block(call->job, call->client) == 0;
}

static void start(struct job_call *call)
{
	if (!goes_with_its_record(call)) {
		price_block_start(call);
		return;
	}
	char *was = price_items_text(call->job, call->items[0], PRICES_WAS);
	struct json *list = price_items_list(call->job, call->items[0], PRICES_BECOMES);
	job_save_start(call, was ? was : "", list);
	free(was);
}

static void cancel(struct job_call *call)
{
	if (goes_with_its_record(call))
		job_save_cancel(call);
	else
		price_block_cancel(call);
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

static void write_text(const struct job *job, size_t item, enum price_text which, const char *name,
		       FILE *out)
{
	char *text = price_items_text(job, item, which);

	if (text && *text)
		fprintf(out, ",\"%s\":%s", name, text);
	free(text);
}

static void write_item(const struct job *job, size_t item, FILE *out)
{
	write_text(job, item, PRICES_WAS, "was", out);
	write_text(job, item, PRICES_BECOMES, "becomes", out);
}

static char *member_text(const struct json *line, const char *name)
{
	const struct json *member = json_member(line, name);

	return member ? json_print(member) : xstrdup("");
}

static bool read_item(struct job *job, const struct json *line, struct error *err)
{
	char *was = member_text(line, "was"), *becomes = member_text(line, "becomes");
	bool ok = *becomes ? price_items_add(job, was, becomes, err)
			   : error_set(err, ERROR_INPUT, "%s",
				       _("a line does not say what its record is to become"));

	free(becomes);
	free(was);
	return ok;
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
	struct json *list = price_items_list(job, item, PRICES_BECOMES);

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
	struct json *was = price_items_list(job, item, PRICES_WAS);
	struct json *becomes = price_items_list(job, item, PRICES_BECOMES);
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
	.start = start,
	.cancel = cancel,
	.title = title,
	.write = write_head,
	.read = read_head,
	.write_item = write_item,
	.read_item = read_item,
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
