/* SPDX-License-Identifier: ISC */
#include "screens/export_settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "schema/query.h"
#include "schema/resource.h"

static const char delimiters[] = ",;\t";
static const char decimals[] = ".,";

/* --- the file ---------------------------------------------------------------------------------------- */

/* "customers-2026-05-18.csv". */
static void name_file(struct export_settings *settings)
{
	char now[CLOCK_RFC3339_SIZE];

	clock_format_rfc3339(clock_unix_s(), now);
	free(settings->path);
	settings->path = xasprintf("%s-%.10s.%s",
				   settings->format == EXPORT_PRICES ? settings->resource->prices
								     : settings->resource->name,
				   now,
				   settings->format == EXPORT_JSON ? "json" : "csv");
	settings->path_is_ours = true;
}

void export_settings_set_path(struct export_settings *settings, const char *path)
{
	xreplace(&settings->path, path);
	settings->path_is_ours = false;
	if (settings->format != EXPORT_PRICES || export_format_of(path) == EXPORT_JSON)
		settings->format = export_format_of(path);
}

void export_settings_init(struct export_settings *settings, const struct resource *resource,
			  struct query *query, int64_t total)
{
	*settings = (struct export_settings){ .resource = resource,
					      .query = query,
					      .total = total,
					      .which = EXPORT_MATCHING };
	export_locale(&settings->delimiter, &settings->decimal);
	name_file(settings);
}

void export_settings_set_prices(struct export_settings *settings, const char *tier)
{
	settings->format = EXPORT_PRICES;
	xreplace(&settings->tier, tier);
	name_file(settings);
}

void export_settings_finish(struct export_settings *settings)
{
	query_free(settings->query);
	text_list_finish(&settings->marked);
	text_list_finish(&settings->one);
	columns_finish(&settings->columns);
	free(settings->tier);
	free(settings->path);
}

/* --- lines --------------------------------------------------------------------------------------------- */

static const char *const labels[EXPORT_LINES] = {
	[EXPORT_LINE_RECORDS] = N_("Records"),
	[EXPORT_LINE_FORMAT] = N_("Format"),
	[EXPORT_LINE_COLUMNS] = N_("Columns"),
	[EXPORT_LINE_DELIMITER] = N_("Between cells"),
	[EXPORT_LINE_DECIMAL] = N_("Decimal point"),
	[EXPORT_LINE_RAW] = N_("Formulas"),
	[EXPORT_LINE_FILE] = N_("File"),
};

const char *export_settings_label(enum export_line line)
{
	return _(labels[line]);
}

bool export_settings_has(const struct export_settings *settings, enum export_line line)
{
	switch (line) {
	case EXPORT_LINE_COLUMNS:
		return settings->format != EXPORT_PRICES;
	case EXPORT_LINE_DELIMITER:
	case EXPORT_LINE_DECIMAL:
	case EXPORT_LINE_RAW:
		return settings->format != EXPORT_JSON;
	case EXPORT_LINE_RECORDS:
	case EXPORT_LINE_FORMAT:
	case EXPORT_LINE_FILE:
	case EXPORT_LINES:
		break;
	}
	return true;
}

static const char *const formats[] = {
	[EXPORT_CSV] = N_("CSV"),
	[EXPORT_JSON] = N_("JSON"),
	[EXPORT_PRICES] = N_("price list as CSV: a line for each tier and quantity"),
};

static char *format_text(const struct export_settings *settings)
{
	if (settings->format == EXPORT_PRICES && settings->tier)
		return xasprintf(_("price list as CSV, of %s alone"), settings->tier);
	return xstrdup(_(formats[settings->format]));
}

static char *records_text(const struct export_settings *settings)
{
	const struct resource *resource = settings->resource;

	if (settings->which == EXPORT_ONE)
		return xstrdup(text_list_at(&settings->one, 0));
	if (settings->which == EXPORT_MATCHING && settings->total < 0)
		return xstrdup(_("all that match"));
	bool marked = settings->which == EXPORT_MARKED;
	char *count = resource_count_text(resource, marked ? (long long)settings->marked.count
							   : (long long)settings->total);
	char *text = xasprintf(marked ? _("%s, marked") : _("%s, all that match"), count);
	free(count);
	return text;
}

static const char *columns_text(const struct export_settings *settings)
{
	if (!settings->all_columns)
		return _("those of the list");
	return settings->format == EXPORT_JSON ? _("all: whole records")
					       : _("all, with a column for each attribute");
}

static const char *delimiter_text(char delimiter)
{
	return delimiter == ',' ? _(", comma") : delimiter == ';' ? _("; semicolon") : _("tab");
}

char *export_settings_text(const struct export_settings *settings, enum export_line line)
{
	switch (line) {
	case EXPORT_LINE_RECORDS:
		return records_text(settings);
	case EXPORT_LINE_FORMAT:
		return format_text(settings);
	case EXPORT_LINE_COLUMNS:
		return xstrdup(columns_text(settings));
	case EXPORT_LINE_DELIMITER:
		return xstrdup(delimiter_text(settings->delimiter));
	case EXPORT_LINE_DECIMAL:
		return xstrdup(settings->decimal == '.' ? _(". as in 12.50") : _(", as in 12,50"));
	case EXPORT_LINE_RAW:
		return xstrdup(settings->raw ? _("as they are: a spreadsheet runs them")
					     : _("with an apostrophe in front, which import takes off"));
	case EXPORT_LINE_FILE:
		return xstrdup(settings->path);
	case EXPORT_LINES:
		break;
	}
	return xstrdup("");
}

/* --- changing them --------------------------------------------------------------------------------------- */

static bool is_there(const struct export_settings *settings, enum export_which which)
{
	return which == EXPORT_MATCHING || (which == EXPORT_MARKED && settings->marked.count) ||
	       (which == EXPORT_ONE && settings->one.count);
}

static void turn_records(struct export_settings *settings)
{
	do
		settings->which = (settings->which + 1) % EXPORT_WHICH;
	while (!is_there(settings, settings->which));
}

/* The sign behind current in signs, or the first. */
static char next_sign(const char *signs, char current)
{
	const char *at = strchr(signs, current);

	return at && at[1] ? at[1] : signs[0];
}

static void turn_format(struct export_settings *settings)
{
	do
		settings->format = (settings->format + 1) % EXPORT_FORMATS;
	while (settings->format == EXPORT_PRICES && !settings->resource->prices);
	if (settings->path_is_ours)
		name_file(settings);
}

void export_settings_turn(struct export_settings *settings, enum export_line line)
{
	switch (line) {
	case EXPORT_LINE_RECORDS:
		turn_records(settings);
		break;
	case EXPORT_LINE_FORMAT:
		turn_format(settings);
		break;
	case EXPORT_LINE_COLUMNS:
		settings->all_columns = !settings->all_columns;
		break;
	case EXPORT_LINE_DELIMITER:
		settings->delimiter = next_sign(delimiters, settings->delimiter);
		break;
	case EXPORT_LINE_DECIMAL:
		settings->decimal = next_sign(decimals, settings->decimal);
		break;
	case EXPORT_LINE_RAW:
		settings->raw = !settings->raw;
		break;
	case EXPORT_LINE_FILE:
	case EXPORT_LINES:
		break;
	}
}

struct export_order export_settings_order(const struct export_settings *settings)
{
	const struct text_list *keys = settings->which == EXPORT_MARKED ? &settings->marked
				       : settings->which == EXPORT_ONE ? &settings->one
								       : NULL;

	return (struct export_order){ .query = settings->query,
				      .keys = keys,
				      .resource = settings->resource,
				      .format = settings->format,
				      .tier = settings->tier,
				      .columns = settings->all_columns ? NULL : &settings->columns,
				      .delimiter = settings->delimiter,
				      .decimal = settings->decimal,
				      .raw = settings->raw,
				      .path = settings->path };
}
