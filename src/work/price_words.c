/* SPDX-License-Identifier: ISC */
#include "work/price_words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "work/price_matrix.h"

static char *clean(const char *text)
{
	return text_clean(text, strlen(text));
}

char *price_words_summary(struct price_summary summary)
{
	if (!summary.stored)
		return xasprintf(ngettext("Saving stores %zu price", "Saving stores %zu prices",
					  summary.added),
				 summary.added);
	char *kept = xasprintf(ngettext("%zu kept", "%zu kept", summary.kept), summary.kept);
	char *changed =
		xasprintf(ngettext("%zu changed", "%zu changed", summary.changed), summary.changed);
	char *added = xasprintf(ngettext("%zu new", "%zu new", summary.added), summary.added);
	char *removed =
		xasprintf(ngettext("%zu removed", "%zu removed", summary.removed), summary.removed);
	char *text = xasprintf(ngettext("Saving replaces the %zu stored price: %s, %s, %s, %s",
					"Saving replaces all %zu stored prices: %s, %s, %s, %s",
					summary.stored),
			       summary.stored, kept, changed, added, removed);

	free(kept);
	free(changed);
	free(added);
	free(removed);
	return text;
}

char *price_words_scope(const char *tier, int64_t at_quantity)
{
	char *name = tier ? clean(tier) : NULL, *words;

	if (name && at_quantity)
		words = xasprintf(_("%s from %" PRId64), name, at_quantity);
	else if (name)
		words = xstrdup(name);
	else if (at_quantity)
		words = xasprintf(_("from %" PRId64 " in all tiers"), at_quantity);
	else
		words = xstrdup(_("all prices"));
	free(name);
	return words;
}

char *price_words_place(const struct price_cell *cell)
{
	char *tier = clean(cell->tier),
	     *place = xasprintf(_("%s from %" PRId64), tier, cell->at_quantity);

	free(tier);
	return place;
}

char *price_words_cell(const struct price_cell *cell)
{
	char *is = price_cell_text(cell->now), *was = price_cell_text(cell->before);
	char *place = price_words_place(cell), *text;

	if (cell->state == PRICE_CELL_CHANGED)
		text = xasprintf(_("%s: %s, was %s"), place, is, was);
	else if (cell->state == PRICE_CELL_NEW)
		text = xasprintf(_("%s: %s, new"), place, is);
	else if (cell->state == PRICE_CELL_REMOVED)
		text = xasprintf(_("%s: no price any more, was %s"), place, was);
	else if (!cell->now)
		text = xasprintf(_("%s: no price"), place);
	else if (cell->now->exact)
		text = xasprintf(_("%s: %s"), place, is);
	else
		text = xasprintf(_("%s: %s, kept as it is until another is typed"), place, is);
	free(place);
	free(is);
	free(was);
	return text;
}

static char *rises(const struct price_list *list, size_t row)
{
	const struct price_entry *cheaper = price_list_cheaper(list, row);
	char *price = price_cell_text(cheaper);
	char *text =
		xasprintf(_("! dearer than from %" PRId64 " (%s)"), cheaper->at_quantity, price);

	free(price);
	return text;
}

static char *crosses(const struct price_list *list, size_t row)
{
	const struct price_entry *entry = &list->rows[row];
	const char *other = price_list_crossed(list, row);
	const struct price_entry *theirs = price_list_for(list, other, entry->at_quantity);
	bool dearer = decimal_compare(entry->price, theirs->price) > 0;
	char *tier = clean(other);
	char *text = xasprintf(dearer ? _("? dearer than %s, for fewer it is cheaper")
				      : _("? cheaper than %s, for fewer it is dearer"),
			       tier);

	free(tier);
	return text;
}

static char *passes(const struct price_matrix *matrix, size_t row)
{
	char *tier = clean(price_list_passed_at(&matrix->before, &matrix->now, row));
	char *text = xasprintf(_("? passes %s"), tier);

	free(tier);
	return text;
}

char *price_words_warning(const struct price_matrix *matrix, const struct price_cell *cell)
{
	const struct price_list *list = &matrix->now;

	switch (cell->warning) {
	case PRICE_RISES:
		return rises(list, (size_t)(cell->now - list->rows));
	case PRICE_CROSSES:
		return crosses(list, (size_t)(cell->now - list->rows));
	case PRICE_PASSES:
		return passes(matrix, (size_t)(cell->now - list->rows));
	case PRICE_FINE:
		break;
	}
	return xstrdup("");
}

/* --- what so many cost --------------------------------------------------------------------------
 */

/* "726.00"; NULL where that cannot be held. */
static char *money(const struct price_entry *row, int64_t times)
{
	struct decimal amount;
	char text[DECIMAL_TEXT_SIZE];

	if (!row->exact || __builtin_mul_overflow(row->price.value, times, &amount.value))
		return NULL;
	decimal_format_places(amount, 2, text);
	return xstrdup(text);
}

static char *found_answer(const struct price_entry *row, const char *what, int64_t quantity,
			  const char *currency)
{
	char *shown = price_cell_text(row), *all = money(row, quantity), *text;
	char *each = xasprintf(*currency ? "%s %s" : "%s", shown, currency);

	if (all)
		text = xasprintf(_("%s: %s each, %s in all, by the row from %" PRId64 "."), what,
				 each, all, row->at_quantity);
	else if (row->exact)
		text = xasprintf(_("%s: %s each, by the row from %" PRId64
				   "; all of it is too much to be calculated."),
				 what, each, row->at_quantity);
	else
		text = xasprintf(_("%s: %s each, by the row from %" PRId64
				   "; that cannot be calculated with exactly."),
				 what, each, row->at_quantity);
	free(shown);
	free(each);
	free(all);
	return text;
}

/* The smallest quantity that the tier has a price for; NULL: it has none. */
static const struct price_entry *first_of(const struct price_list *list, const char *tier)
{
	for (size_t i = 0; i < list->count; i++)
		if (text_casecmp(list->rows[i].tier, tier) == 0)
			return &list->rows[i];
	return NULL;
}

char *price_words_answer(const struct price_list *list, const char *key, const char *tier,
			 int64_t quantity, const char *currency)
{
	const struct price_entry *row = price_list_for(list, tier, quantity);
	const struct price_entry *first = first_of(list, tier);
	char *name = clean(key), *level = clean(first ? first->tier : tier),
	     *unit = clean(currency), *text;
	char *what = xasprintf(_("%" PRId64 " x %s in %s"), quantity, name, level);

	if (row)
		text = found_answer(row, what, quantity, unit);
	else if (first)
		text = xasprintf(_("%s: no price for so few, the first one is from %" PRId64 "."),
				 what, first->at_quantity);
	else
		text = xasprintf(_("%s: %s has no price in this tier."), what, name);
	free(what);
	free(unit);
	free(level);
	free(name);
	return text;
}
