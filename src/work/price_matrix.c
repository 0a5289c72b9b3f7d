/* SPDX-License-Identifier: ISC */
#include "work/price_matrix.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "schema/json.h"

static void add_axes(struct price_axes *axes, const struct price_axes *more)
{
	for (size_t i = 0; i < more->tier_count; i++)
		price_axes_add_tier(axes, more->tiers[i]);
	for (size_t i = 0; i < more->quantity_count; i++)
		price_axes_add_quantity(axes, more->quantities[i]);
}

static void add_entries(struct price_axes *axes, const struct json *entries)
{
	struct price_entry row;

	for (const struct json *entry = json_first(entries); entry; entry = json_next(entry)) {
		if (!price_list_entry(entry, &row))
			continue;
		price_axes_add_tier(axes, row.tier);
		price_axes_add_quantity(axes, row.at_quantity);
	}
}

void price_matrix_read(struct price_matrix *matrix, const struct json *before,
		       const struct json *now, const struct price_axes *axes)
{
	*matrix = (struct price_matrix){ 0 };
	price_list_read(&matrix->before, before);
	price_list_read(&matrix->now, now);
	add_axes(&matrix->axes, axes);
	add_entries(&matrix->axes, before);
	add_entries(&matrix->axes, now);
	if (!matrix->axes.quantity_count)
		price_axes_add_quantity(&matrix->axes, 1);
}

void price_matrix_finish(struct price_matrix *matrix)
{
	price_list_finish(&matrix->before);
	price_list_finish(&matrix->now);
	price_axes_finish(&matrix->axes);
}

size_t price_matrix_column(const struct price_matrix *matrix, const char *tier)
{
	for (size_t i = 0; tier && i < matrix->axes.tier_count; i++)
		if (text_casecmp(matrix->axes.tiers[i], tier) == 0)
			return i;
	return 0;
}

size_t price_matrix_row(const struct price_matrix *matrix, int64_t at_quantity)
{
	size_t row = 0;

	while (row + 1 < matrix->axes.quantity_count &&
	       matrix->axes.quantities[row + 1] <= at_quantity)
		row++;
	return row;
}

static bool are_the_same(const struct price_entry *before, const struct price_entry *now)
{
	if (before->exact && now->exact)
		return decimal_compare(before->price, now->price) == 0;
	return strcmp(before->text, now->text) == 0;
}

static enum price_cell_state state_of(const struct price_entry *before,
				      const struct price_entry *now)
{
	if (!before)
		return now ? PRICE_CELL_NEW : PRICE_CELL_SAME;
	if (!now)
		return PRICE_CELL_REMOVED;
	return are_the_same(before, now) ? PRICE_CELL_SAME : PRICE_CELL_CHANGED;
}

/* What stays as it was passes nobody: the price that was changed does. */
static enum price_warning warning_of(const struct price_matrix *matrix,
				     const struct price_cell *cell)
{
	size_t row = (size_t)(cell->now - matrix->now.rows);
	enum price_warning warning = price_list_warning(&matrix->now, row);

	if (warning == PRICE_FINE && cell->state != PRICE_CELL_SAME &&
	    price_list_passed_at(&matrix->before, &matrix->now, row))
		return PRICE_PASSES;
	return warning;
}

struct price_cell price_matrix_cell(const struct price_matrix *matrix, size_t row, size_t column)
{
	struct price_cell cell = { .tier = matrix->axes.tiers[column],
				   .at_quantity = matrix->axes.quantities[row] };

	cell.before = price_list_at(&matrix->before, cell.tier, cell.at_quantity);
	cell.now = price_list_at(&matrix->now, cell.tier, cell.at_quantity);
	cell.state = state_of(cell.before, cell.now);
	if (cell.now)
		cell.warning = warning_of(matrix, &cell);
	return cell;
}

char *price_cell_text(const struct price_entry *entry)
{
	char text[DECIMAL_TEXT_SIZE];

	if (!entry)
		return xstrdup("-");
	if (entry->exact) {
		decimal_format_places(entry->price, 2, text);
		return xstrdup(text);
	}
	char *clean = text_clean(entry->text, strlen(entry->text)),
	     *marked = xasprintf("~%s", clean);
	free(clean);
	return marked;
}

struct price_summary price_matrix_summary(const struct price_matrix *matrix)
{
	const struct price_list *before = &matrix->before, *now = &matrix->now;
	size_t odd_left = now->odd < before->odd ? now->odd : before->odd;
	struct price_summary summary = { .stored = before->count + before->odd,
					 .kept = odd_left,
					 .removed = before->odd - odd_left };

	for (size_t i = 0; i < before->count; i++) {
		const struct price_entry *was = &before->rows[i];
		const struct price_entry *is = price_list_at(now, was->tier, was->at_quantity);
		if (!is)
			summary.removed++;
		else if (are_the_same(was, is))
			summary.kept++;
		else
			summary.changed++;
	}
	summary.added = now->count - (summary.changed + (summary.kept - odd_left));
	return summary;
}
