/* SPDX-License-Identifier: ISC */
#include "work/import_prices.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/csv_read.h"
#include "work/import_class.h"
#include "work/job_prices.h"
#include "work/price_line.h"
#include "work/price_merge.h"
#include "work/price_tiers.h"

/* What an import of prices knows besides its rows. */
struct prices {
	size_t columns[PRICE_COLUMNS]; /* where each is in the file; SIZE_MAX: it is not there */
	struct client_call *call;
	struct choice_list tiers; /* a copy */
};

bool import_prices_can(const struct resource *resource)
{
	return resource->prices != NULL;
}

bool import_prices_is_list(const struct resource *resource, const char *path)
{
	struct csv_reader *reader = csv_reader_open(path, NULL, NULL);
	const struct csv_row *heading = reader ? csv_reader_heading(reader) : NULL;
	bool is = heading && price_line_is_heading(resource, (const char *const *)heading->cells,
						   heading->count);

	csv_reader_close(reader);
	return is;
}

/* --- columns ---------------------------------------------------------------------------------- */

/* What people keep beside a price, to know what they read, is passed over. */
static char *target(const struct import *import, const char *heading)
{
	const struct resource *resource = import_resource(import);
	enum price_column column;

	if (price_column_of(resource, heading, &column))
		return xstrdup(price_column_name(resource, column));
	return schema_field_meant(resource->schema, heading) ? xstrdup("") : NULL;
}

static bool target_at(const struct import *import, size_t i, const char **name, const char **label)
{
	const struct resource *resource = import_resource(import);

	if (i >= PRICE_COLUMNS)
		return false;
	*name = price_column_name(resource, (enum price_column)i);
	*label = price_column_label(resource, (enum price_column)i);
	return true;
}

static size_t place_of(const struct import *import, enum price_column column)
{
	const char *name = price_column_name(import_resource(import), column);

	for (size_t i = 0; i < import_column_count(import); i++)
		if (import_target(import, i) && strcmp(import_target(import, i), name) == 0)
			return i;
	return SIZE_MAX;
}

static bool begin(struct import *import, struct error *err)
{
	const struct resource *resource = import_resource(import);
	struct prices *prices = import_state(import);

	for (int i = 0; i < PRICE_COLUMNS; i++) {
		enum price_column column = (enum price_column)i;

		prices->columns[i] = place_of(import, column);
		if (prices->columns[i] == SIZE_MAX && price_column_is_needed(column))
			return error_set(err, ERROR_INPUT, _("%s: there is no column %s (%s)"),
					 import_name(import), price_column_name(resource, column),
					 price_column_label(resource, column));
	}
	return true;
}

/* --- the tiers there are
 * -------------------------------------------------------------------------- */

static void forget_tiers(struct prices *prices)
{
	client_cancel(prices->call);
	prices->call = NULL;
	choice_list_finish(&prices->tiers);
	prices->tiers = (struct choice_list){ 0 };
}

static void on_tiers(void *data, const struct choice_list *list, const struct failure *failure)
{
	struct import *import = data;
	struct prices *prices = import_state(import);

	prices->call = NULL;
	if (failure && failure->error.code == ERROR_LOGIN) {
		import_prepared(import, &failure->error);
		return;
	}
	/* Any other failure leaves a list that is not complete: then the service decides. */
	prices->tiers.rows = xcalloc(list->count + 1, sizeof(*prices->tiers.rows));
	prices->tiers.complete = list->complete;
	for (; prices->tiers.count < list->count; prices->tiers.count++)
		prices->tiers.rows[prices->tiers.count] =
			(struct choice){ .value = xstrdup(list->rows[prices->tiers.count].value),
					 .label = xstrdup("") };
	import_prepared(import, NULL);
}

static void prepare(struct import *import)
{
	struct prices *prices = import_state(import);

	forget_tiers(prices);
	prices->call = client_choices(import_client(import), PRICE_TIERS, on_tiers, import);
}

static void finish(struct import *import)
{
	forget_tiers(import_state(import));
}

/* --- rows
 * ----------------------------------------------------------------------------------------- */

/* NULL: the file has no such column, or the line ends before it. */
static const char *cell_of(const struct import *import, const struct import_cells *cells,
			   enum price_column column)
{
	size_t place = ((const struct prices *)import_state(import))->columns[column];

	return place < cells->given ? cells->texts[place] : NULL;
}

static bool parse(const struct import *import, const struct import_cells *cells,
		  struct price_line *line, struct error *err)
{
	const char *texts[PRICE_COLUMNS];

	for (int i = 0; i < PRICE_COLUMNS; i++)
		texts[i] = cell_of(import, cells, (enum price_column)i);
	return price_line_parse(import_resource(import), texts, line, err);
}

static bool check(struct import *import, const struct import_cells *cells, char **key,
		  struct error *err)
{
	const char *text = cell_of(import, cells, PRICE_KEY);
	struct price_line line;

	*key = text_trimmed(text ? text : "");
	if (!parse(import, cells, &line, err))
		return false;
	price_line_finish(&line);
	return true;
}

static bool list_row_is_enough(const struct import *import, const struct json *row)
{
	return json_member_exact(row, import_resource(import)->prices) != NULL;
}

/* --- a product
 * ------------------------------------------------------------------------------------ */

static enum import_verdict verdict_of(enum price_fate fate)
{
	static const enum import_verdict verdicts[] = {
		[PRICE_NEW] = IMPORT_NEW,     [PRICE_CHANGED] = IMPORT_CHANGED,
		[PRICE_SAME] = IMPORT_SAME,   [PRICE_REMOVED] = IMPORT_REMOVED,
		[PRICE_WRONG] = IMPORT_WRONG,
	};

	return verdicts[fate];
}

/* What became of one row. */
struct judged {
	enum price_fate fate;
	char *sentence;
};

static void merge_row(struct import *import, uint32_t row, struct price_merge *merge,
		      struct judged *judged)
{
	struct price_line line;
	struct error err = { 0 };

	if (parse(import, import_cells(import, row), &line, &err)) {
		judged->fate =
			price_merge_line(merge, &line, import_line(import, row), &judged->sentence);
		price_line_finish(&line);
		return;
	}
	judged->fate = PRICE_WRONG; /* its texts cannot be read any more */
	judged->sentence = xstrdup(err.message);
}

/* One call replaces all prices of a product: the first row that changes any stands for it. */
static void judge_rows(struct import *import, const uint32_t *rows, size_t count,
		       const struct price_merge *merge, struct judged *judged)
{
	struct json *none = json_new_array();
	bool sent = !merge->differs;

	for (size_t i = 0; i < count; i++) {
		enum import_verdict verdict = verdict_of(judged[i].fate);
		bool sends = !sent && verdict != IMPORT_SAME && verdict != IMPORT_WRONG;

		import_judge(import, rows[i], verdict, judged[i].sentence,
			     !sends       ? NULL
			     : merge->was ? merge->was
					  : none,
			     sends ? merge->becomes : NULL);
		sent = sent || sends;
		free(judged[i].sentence);
	}
	json_free(none);
}

static void refuse_all(struct import *import, const uint32_t *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct price_line line = { 0 };
		struct error err = { 0 };
		char *text = parse(import, import_cells(import, rows[i]), &line, &err)
				     ? xasprintf(_(import_resource(import)->missing), line.key)
				     : xstrdup(err.message);

		import_judge(import, rows[i], IMPORT_WRONG, text, NULL, NULL);
		price_line_finish(&line);
		free(text);
	}
}

static void judge(struct import *import, const uint32_t *rows, size_t count,
		  const struct import_live *live)
{
	const struct resource *resource = import_resource(import);
	const struct prices *prices = import_state(import);
	const struct json *product = live->record ? record_tree(live->record) : NULL;
	struct judged *judged;
	struct price_merge merge;

	if (!product) {
		refuse_all(import, rows, count);
		return;
	}
	judged = xcalloc(count, sizeof(*judged));
	price_merge_begin(&merge, json_member_exact(product, resource->prices),
			  json_member_text(product, resource->currency), &prices->tiers);
	for (size_t i = 0; i < count; i++)
		merge_row(import, rows[i], &merge, &judged[i]);
	judge_rows(import, rows, count, &merge, judged);
	price_merge_finish(&merge);
	free(judged);
}

/* --- sending
 * -------------------------------------------------------------------------------------- */

static struct job *job_of(const struct import *import)
{
	const struct resource *resource = import_resource(import);
	const char *path = import_path(import), *slash = strrchr(path, '/');
	char *what = xasprintf(_("Import of %s"), slash ? slash + 1 : path);
	struct job *job =
		job_new_prices(resource, schema_field(resource->schema, resource->prices), what);

	free(what);
	return job;
}

const struct import_class import_prices = {
	.name = "prices",
	.state_size = sizeof(struct prices),
	.has_removals = true,
	.lacking = "?", /* an empty price would be removed */
	.target = target,
	.target_at = target_at,
	.begin = begin,
	.prepare = prepare,
	.finish = finish,
	.check = check,
	.list_row_is_enough = list_row_is_enough,
	.judge = judge,
	.job = job_of,
	.add = job_prices_add,
};
