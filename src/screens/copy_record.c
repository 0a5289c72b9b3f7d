/* SPDX-License-Identifier: ISC */
#include "screens/copy_record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/copy.h"
#include "screens/list.h"
#include "store/pager.h"
#include "work/csv.h"
#include "work/curl_line.h"
#include "work/record_page.h"

/* --- the forms ------------------------------------------------------------- */

/* text is taken over. */
static struct copy_offer offer_value(const char *label, char *text)
{
	struct copy_offer offer = { .label = label, .text = text, .note = text };

	if (!*text) {
		free(text);
		offer.text = NULL;
		offer.note = _("nothing stands there");
	}
	return offer;
}

static struct copy_offer offer_json(const char *label, const struct json *object)
{
	return (struct copy_offer){ .label = label, .text = json_print_pretty(object) };
}

static struct copy_offer offer_curl(struct app *app, const struct resource *resource,
				    const char *key)
{
	struct copy_offer offer = { .label = _("Request for curl") };
	struct curl_call call = { .method = "GET" };
	char *url, *headers;

	if (!resource || !client_get_request(app->client, resource, key, &url, &headers)) {
		offer.note = _("this cannot be asked for by itself");
		return offer;
	}
	call.url = url;
	call.headers = headers;
	offer.text = curl_line(&call);
	free(url);
	free(headers);
	return offer;
}

/* --- rows of a file -------------------------------------------------------- */

static void put_cell(FILE *out, const struct field *field, const struct json *object)
{
	char *text = csv_text(field_value(field, object));

	if (ftell(out) > 0)
		fputc(',', out);
	csv_put(out, text);
	free(text);
}

/* The columns of the list, in their order. */
static char *csv_of_columns(const struct columns *columns, const struct json *object)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < columns->count; i++)
		if (columns->rows[i].shown)
			put_cell(out, columns->rows[i].field, object);
	fclose(out);
	return text;
}

/* All that a file has room for; of entries every field with one value. */
static char *csv_of_fields(const struct schema *schema, const struct json *object)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < schema->field_count; i++)
		if (schema->fields[i].kind->scalar &&
		    (!schema->key || schema->fields[i].in & IN_CSV))
			put_cell(out, &schema->fields[i], object);
	fclose(out);
	return text;
}

static char *line_text(const struct page_line *line)
{
	return line->cells ? record_entry_text(line) : xstrdup(line->text);
}

static struct copy_offer offer_line(const struct page_line *line)
{
	if (!line)
		return offer_value(_("Value"), xstrdup(""));
	return offer_value(*line->label || !line->field ? line->label : _(line->field->label),
			   line_text(line));
}

/* What a list knows is less than the record (N17): the rest is read first. */
static struct copy_offer offer_whole(const struct resource *resource, const char *key)
{
	return (struct copy_offer){ .label = _("Record as JSON"),
				    .resource = resource,
				    .key = key };
}

/* --- where the cursor may be ----------------------------------------------- */

void copy_row(struct list *list)
{
	const struct pager_row *row = list_row_to_use(list);
	const struct schema *schema = list->resource->schema;
	struct record *record =
		row ? record_parse(schema, row->json, strlen(row->json), NULL) : NULL;

	if (!record)
		return;
	const struct copy_offer offers[COPY_FORMS] = {
		[COPY_VALUE] =
			offer_value(_(schema_field(schema, schema->key)->label), xstrdup(row->key)),
		[COPY_CSV] = { .label = _("Row as CSV"),
			       .text = csv_of_columns(&list->columns, record_tree(record)) },
		[COPY_JSON] = resource_has_records(list->resource)
				      ? offer_whole(list->resource, row->key)
				      : offer_json(_("Row as JSON"), record_tree(record)),
		[COPY_CURL] = offer_curl(list->app, list->resource, row->key),
	};
	copy_menu(list->app, offers);
	record_free(record);
}

void copy_record(struct app *app, const struct copy_source *source)
{
	const struct json *tree = record_tree(source->record);
	const struct copy_offer offers[COPY_FORMS] = {
		[COPY_VALUE] = offer_line(source->line),
		[COPY_CSV] = { .label = _("Record as CSV"),
			       .text = csv_of_fields(source->resource->schema, tree) },
		[COPY_JSON] = source->sparse ? offer_whole(source->resource, source->key)
					     : offer_json(_("Record as JSON"), tree),
		[COPY_CURL] = offer_curl(app, source->resource, source->key),
	};
	copy_menu(app, offers);
}

void copy_entry(struct app *app, const struct schema *items, const struct json *object,
		const struct resource *resource, const struct record *record,
		const struct page_line *line)
{
	const struct copy_offer offers[COPY_FORMS] = {
		[COPY_VALUE] = offer_line(line),
		[COPY_CSV] = { .label = _("Entry as CSV"),
			       .text = items ? csv_of_fields(items, object) : NULL,
			       .note = items ? NULL : _("it has no columns") },
		[COPY_JSON] = offer_json(_("Entry as JSON"), object),
		[COPY_CURL] =
			offer_curl(app, record ? resource : NULL, record ? record_key(record) : ""),
	};
	copy_menu(app, offers);
}
