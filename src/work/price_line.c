/* SPDX-License-Identifier: ISC */
#include "work/price_line.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/price_list.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/csv_style.h"
#include "work/price_input.h"

/* --- columns ---------------------------------------------------------------------------------- */

/* Names of the fields of a price; NULL: it is a field of the product. "currency" is what the file
 * calls the product's. */
static const struct {
	const char *name, *of_price;
	bool needed;
} columns[PRICE_COLUMNS] = {
	[PRICE_KEY] = { .needed = true },
	[PRICE_TIER] = { "tier", "tier", .needed = true },
	[PRICE_QUANTITY] = { "atQuantity", "atQuantity" },
	[PRICE_AMOUNT] = { "price", "price", .needed = true },
	[PRICE_CURRENCY] = { "currency" },
};

static const struct schema *price_schema(const struct resource *resource)
{
	return schema_field(resource->schema, resource->prices)->items;
}

static const struct field *field_of(const struct resource *resource, enum price_column column)
{
	if (columns[column].of_price)
		return schema_field(price_schema(resource), columns[column].of_price);
	return schema_field(resource->schema,
			    column == PRICE_KEY ? resource->schema->key : resource->currency);
}

const char *price_column_name(const struct resource *resource, enum price_column column)
{
	return column == PRICE_KEY ? resource->schema->key : columns[column].name;
}

const char *price_column_label(const struct resource *resource, enum price_column column)
{
	return _(field_of(resource, column)->label);
}

bool price_column_is_needed(enum price_column column)
{
	return columns[column].needed;
}

/* "Price tier " as words of a label are looked for: "Pricetier". */
static char *without_blanks(const char *text)
{
	char *copy = xstrdup(text), *to = copy;

	for (const char *at = text; *at; at++)
		if (*at != ' ' && *at != '\t')
			*to++ = *at;
	*to = '\0';
	return copy;
}

static bool names(const struct resource *resource, enum price_column column, const char *word)
{
	const struct field *field = field_of(resource, column);

	return text_casecmp(word, price_column_name(resource, column)) == 0 ||
	       field == (columns[column].of_price ? schema_field_meant(price_schema(resource), word)
						  : schema_field_meant(resource->schema, word));
}

bool price_column_of(const struct resource *resource, const char *heading,
		     enum price_column *column)
{
	char *word = without_blanks(heading);
	int i = 0;

	while (i < PRICE_COLUMNS && !names(resource, (enum price_column)i, word))
		i++;
	free(word);
	if (i < PRICE_COLUMNS)
		*column = (enum price_column)i;
	return i < PRICE_COLUMNS;
}

bool price_line_is_heading(const struct resource *resource, const char *const *headings,
			   size_t count)
{
	bool seen[PRICE_COLUMNS] = { false };
	enum price_column column;

	if (!resource->prices)
		return false;
	for (size_t i = 0; i < count; i++)
		if (price_column_of(resource, headings[i], &column))
			seen[column] = true;
	for (int i = 0; i < PRICE_COLUMNS; i++)
		if (columns[i].needed && !seen[i])
			return false;
	return true;
}

/* --- reading ---------------------------------------------------------------------------------- */

static const char digits[] = "0123456789";

/* A JSON number that is not negative: what an export has written, exponents included. */
static bool is_json_number(const char *text)
{
	size_t whole = strspn(text, digits);

	if (whole == 0 || (whole > 1 && *text == '0'))
		return false;
	text += whole;
	if (*text == '.') {
		size_t parts = strspn(text + 1, digits);

		if (parts == 0)
			return false;
		text += parts + 1;
	}
	if (*text == 'e' || *text == 'E') {
		text += 1 + (text[1] == '+' || text[1] == '-');
		if (!strspn(text, digits))
			return false;
		text += strspn(text, digits);
	}
	return *text == '\0';
}

/* "012,5" as JSON says it: "12.5"; ",5" and "5," lack a digit, which is 0. */
static char *number_of(const char *text)
{
	const char *mark = strpbrk(text, ".,"), *whole = text;
	int len;

	while (whole[0] == '0' && whole[1] >= '0' && whole[1] <= '9')
		whole++;
	len = (int)(mark ? (size_t)(mark - whole) : strlen(whole));
	return xasprintf("%s%.*s%s%s", len > 0 ? "" : "0", len, whole, mark && mark[1] ? "." : "",
			 mark ? mark + 1 : "");
}

/* Digits with at most one point or comma among them, in front or behind. */
static bool is_plain(const char *text)
{
	size_t whole = strspn(text, digits);
	size_t mark = text[whole] == '.' || text[whole] == ',';
	size_t parts = strspn(text + whole + mark, digits);

	return whole + parts > 0 && !text[whole + mark + parts];
}

static bool may_be_grouped(const char *text)
{
	return strchr(text, ',') && price_input_is_doubtful(text) && text[strspn(text, "0")] != ',';
}

/* Why text, which is no amount, is none. */
static bool refuse_amount(const char *text, struct error *err)
{
	/* Blanks, also those that do not break, and apostrophes of both kinds, byte by byte. */
	static const char grouped[] = "0123456789., '\xc2\xa0\xe2\x80\xaf\x99";

	if (*text == '-')
		return error_set(err, ERROR_INPUT, _("A price cannot be less than 0"));
	if (strpbrk(text, digits) && !text[strspn(text, grouped)])
		return error_set(err, ERROR_INPUT,
				 _("Thousands cannot be grouped: enter 1000.00, or 1000,00"));
	return error_set(err, ERROR_INPUT, _("Enter an amount such as 12.50"));
}

static bool parse_amount(const char *text, char **amount, struct error *err)
{
	if (is_json_number(text)) {
		*amount = xstrdup(text);
		return true;
	}
	if (!is_plain(text))
		return refuse_amount(text, err);
	if (may_be_grouped(text))
		return error_set(
			err, ERROR_INPUT,
			_("%s may be meant for thousands: write it with a point, or with two "
			  "or four decimals"),
			text);
	*amount = number_of(text);
	return true;
}

static bool parse_quantity(const char *text, int64_t *out, struct error *err)
{
	*out = 1;
	return *text == '\0' || price_input_quantity(text, out, err);
}

static char *cell(const char *const cells[PRICE_COLUMNS], enum price_column column)
{
	return text_trimmed(cells[column] ? cells[column] : "");
}

static bool need(const char *text, struct error *err)
{
	return *text || error_set(err, ERROR_INPUT, _("this is missing"));
}

/* The amount, where there is one. A line that ends before it is no wish to remove a price. */
static bool take_amount(const char *const cells[PRICE_COLUMNS], char **amount, struct error *err)
{
	char *text = cell(cells, PRICE_AMOUNT);
	bool ok = true;

	if (!cells[PRICE_AMOUNT])
		ok = error_set(err, ERROR_INPUT, _("the line ends before it"));
	else if (*text)
		ok = parse_amount(text, amount, err);
	free(text);
	return ok;
}

bool price_line_parse(const struct resource *resource, const char *const cells[PRICE_COLUMNS],
		      struct price_line *line, struct error *err)
{
	char *quantity = cell(cells, PRICE_QUANTITY);
	enum price_column at = PRICE_KEY;
	bool ok;

	*line = (struct price_line){ .key = cell(cells, PRICE_KEY),
				     .tier = cell(cells, PRICE_TIER),
				     .currency = cell(cells, PRICE_CURRENCY) };
	ok = need(line->key, err);
	if (ok) {
		at = PRICE_TIER;
		ok = need(line->tier, err);
	}
	if (ok) {
		at = PRICE_QUANTITY;
		ok = parse_quantity(quantity, &line->at_quantity, err);
	}
	if (ok) {
		at = PRICE_AMOUNT;
		ok = take_amount(cells, &line->amount, err);
	}
	free(quantity);
	if (ok)
		return true;
	price_line_finish(line);
	return error_prefix(err, "%s", price_column_label(resource, at));
}

void price_line_finish(struct price_line *line)
{
	free(line->key);
	free(line->tier);
	free(line->currency);
	free(line->amount);
	*line = (struct price_line){ 0 };
}

/* --- writing ---------------------------------------------------------------------------------- */

void price_line_write_heading(const struct resource *resource, const struct csv_style *style,
			      FILE *out)
{
	for (int i = 0; i < PRICE_COLUMNS; i++) {
		if (i)
			fputc(style->delimiter, out);
		csv_style_put_plain(style, price_column_name(resource, (enum price_column)i), out);
	}
	fputc('\n', out);
}

/* With a comma and three decimals it might be meant for thousands: then one zero more. 1.5e2 is nothing a
 * spreadsheet of any locale reads otherwise. */
static void put_amount(const struct csv_style *style, const char *amount, FILE *out)
{
	const char *point = strchr(amount, '.');
	bool comma = point && style->decimal == ',' && !strpbrk(point, "eE");
	char *text = xasprintf("%s%s", amount, comma && strlen(point) == 4 ? "0" : "");

	if (comma)
		text[point - amount] = ',';
	csv_style_put_plain(style, text, out);
	free(text);
}

static int in_the_order_they_came(const void *a, const void *b)
{
	const struct price_entry *one = a, *other = b;

	return (one->index > other->index) - (one->index < other->index);
}

static void write_price(const char *key, const struct price_entry *price, const char *currency,
			const struct csv_style *style, FILE *out)
{
	csv_style_put_text(style, key ? key : "", out);
	fputc(style->delimiter, out);
	csv_style_put_text(style, price->tier, out);
	fprintf(out, "%c%" PRId64 "%c", style->delimiter, price->at_quantity, style->delimiter);
	put_amount(style, price->text, out);
	fputc(style->delimiter, out);
	csv_style_put_text(style, currency ? currency : "", out);
	fputc('\n', out);
}

size_t price_line_write_product(const struct resource *resource, const struct json *product,
				const char *tier, const struct csv_style *style, FILE *out)
{
	const char *key = json_member_text(product, resource->schema->key);
	const char *currency = json_member_text(product, resource->currency);
	struct price_list list;
	size_t odd;

	price_list_read(&list, json_member(product, resource->prices));
	odd = list.odd;
	if (list.count)
		qsort(list.rows, list.count, sizeof(*list.rows), in_the_order_they_came);
	for (size_t i = 0; i < list.count; i++)
		if (!tier || text_casecmp(list.rows[i].tier, tier) == 0)
			write_price(key, &list.rows[i], currency, style, out);
	price_list_finish(&list);
	return odd;
}
