/* SPDX-License-Identifier: ISC */
#include "work/tier_price.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/price_list.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "work/price_matrix.h"

/* The tier's first row; its others follow. */
static size_t first_row(const struct price_list *list, const char *tier)
{
	size_t i = 0;

	while (i < list->count && text_casecmp(list->rows[i].tier, tier) != 0)
		i++;
	return i;
}

static bool is_of_tier(const struct price_list *list, size_t row, const char *tier)
{
	return row < list->count && text_casecmp(list->rows[row].tier, tier) == 0;
}

static void write_breaks(FILE *out, const struct price_list *list, size_t row, const char *tier)
{
	const char *comma = "";

	for (; is_of_tier(list, row, tier); row++) {
		char *amount = price_cell_text(&list->rows[row]);

		fprintf(out, "%s%" PRId64 ": %s", comma, list->rows[row].at_quantity, amount);
		comma = ", ";
		free(amount);
	}
}

static char *text_for_one(const struct price_list *list, const struct price_entry *one, size_t row,
			  const char *tier)
{
	if (one)
		return price_cell_text(one);
	if (is_of_tier(list, row, tier))
		return xasprintf(_("from %" PRId64), list->rows[row].at_quantity);
	return xstrdup(_("no price"));
}

void tier_price_read(struct tier_price *price, const struct price_list *list, const char *tier)
{
	const struct price_entry *one = price_list_for(list, tier, 1);
	size_t row = first_row(list, tier), len;
	FILE *out;

	*price = (struct tier_price){ .text = text_for_one(list, one, row, tier) };
	if (one) {
		price->exact = one->exact;
		price->price = one->price;
		row = (size_t)(one - list->rows) + 1;
	}
	out = xmemstream(&price->breaks, &len);
	write_breaks(out, list, row, tier);
	fclose(out);
}

void tier_price_read_base(struct tier_price *price, const struct json *value)
{
	const char *number = json_type(value) == JSON_NUMBER ? json_text(value) : NULL;

	*price = (struct tier_price){ .breaks = xstrdup("") };
	if (json_type(value) == JSON_NULL)
		price->text = xstrdup(_("no price"));
	else
		price->text = kind_decimal.format(value);
	price->exact = number && decimal_from_number(number, &price->price);
}

void tier_price_finish(struct tier_price *price)
{
	free(price->text);
	free(price->breaks);
	*price = (struct tier_price){ 0 };
}

char *tier_price_difference(const struct tier_price *from, const struct tier_price *price)
{
	static const struct decimal tenth = { DECIMAL_ONE / 10 };
	struct decimal percent;
	char text[DECIMAL_TEXT_SIZE];

	if (!from->exact || !price->exact ||
	    !decimal_percent_between(from->price, price->price, tenth, &percent))
		return xstrdup("");
	decimal_format_places(percent, 1, text);
	return xasprintf("%s%s%%", percent.value > 0 ? "+" : "", text);
}
