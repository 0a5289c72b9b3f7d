/* SPDX-License-Identifier: ISC */
#include "screens/price_lines.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/resource.h"
#include "work/field_values.h"

enum { TEXT_FROM, TEXT_NOW, TEXT_AFTER, TEXT_BY, TEXT_PASSES, TEXTS };
enum { CELL_NAME = TEXTS, CELL_KEY };
enum { FROM_COLS = 8, AMOUNT_COLS = 10, BY_COLS = 9 };

/* --- one line --------------------------------------------------------------------------------- */

/* With two decimals at least; one that is not exact as it came. */
static char *amount_text(const char *amount)
{
	char text[DECIMAL_TEXT_SIZE];
	struct decimal value;

	if (!amount)
		return xstrdup("-");
	if (!decimal_from_number(amount, &value))
		return xstrdup(amount);
	decimal_format_places(value, 2, text);
	return xstrdup(text);
}

/* "+0.99"; "" where there was no price, or one that is not exact. */
static char *difference_text(const struct price_change *change)
{
	char text[DECIMAL_TEXT_SIZE];
	struct decimal before, after;

	if (!change->before || !change->after ||
	    !decimal_from_number(change->before, &before) ||
	    !decimal_from_number(change->after, &after))
		return xstrdup("");
	decimal_format_places((struct decimal){ after.value - before.value }, 2, text);
	return xasprintf("%s%s", after.value > before.value ? "+" : "", text);
}

static void show(struct price_lines *lines, const struct price_change *change, bool out)
{
	const struct price_outcome *outcome = &lines->plan.shown;

	for (size_t i = 0; i < TEXTS; i++)
		free(lines->texts[i]);
	lines->texts[TEXT_FROM] = xasprintf("%lld", (long long)change->at_quantity);
	lines->texts[TEXT_NOW] = amount_text(change->before);
	lines->texts[TEXT_AFTER] = out ? xstrdup(_("stays")) : amount_text(change->after);
	lines->texts[TEXT_BY] = out ? xstrdup("") : difference_text(change);
	lines->texts[TEXT_PASSES] = xstrdup(outcome->passed && !out ? outcome->passed : "");
	for (size_t i = 0; i < TEXTS; i++)
		lines->cells[i] = lines->texts[i];
}

static size_t line_count(void *data)
{
	return ((struct price_lines *)data)->plan.line_count;
}

static const char *const *line_cells(void *data, size_t row)
{
	struct price_lines *lines = data;
	struct price_line line = lines->plan.lines[row];
	const struct price_outcome *outcome =
		price_plan_outcome(&lines->plan, line.record, lines->values);

	if (line.change >= outcome->changes.count) /* gone from the disk */
		return NULL;
	show(lines, &outcome->changes.rows[line.change],
	     price_plan_is_out(&lines->plan, line.record));
	lines->cells[CELL_KEY] = text_list_at(&lines->plan.keys, line.record);
	lines->cells[CELL_NAME] = known_names_at(&lines->names, line.record);
	return lines->cells;
}

static bool wants_a_look(const struct price_lines *lines, const struct price_outcome *outcome,
			 size_t change)
{
	return outcome->rises[change] ||
	       price_rule_is_against(&lines->plan.rule, &outcome->changes.rows[change]);
}

static char line_sign(void *data, size_t row)
{
	struct price_lines *lines = data;
	struct price_line line = lines->plan.lines[row];
	const struct price_outcome *outcome =
		price_plan_outcome(&lines->plan, line.record, lines->values);

	if (price_plan_is_out(&lines->plan, line.record))
		return '-';
	if (line.change < outcome->changes.count && wants_a_look(lines, outcome, line.change))
		return '!';
	return outcome->passed ? '?' : '~';
}

static const struct table_source source = {
	.count = line_count,
	.cells = line_cells,
	.sign = line_sign,
};

/* --- columns ---------------------------------------------------------------------------------- */

static struct table_column right(const char *label, int width_cols, size_t cell)
{
	return (struct table_column){
		.label = label, .width_cols = width_cols, .align = TEXT_RIGHT, .cell = cell
	};
}

void price_lines_choose_columns(struct price_lines *lines, const struct resource *resource,
				int cols)
{
	enum { NUMBERS_COLS = FROM_COLS + 2 * AMOUNT_COLS + BY_COLS + 4 * TABLE_GAP_COLS };
	struct table_column columns[CELL_KEY + 1] = {
		{ .label = _(schema_field(resource->schema, resource->schema->key)->label),
		  .width_cols = known_names_key_cols(resource),
		  .cell = CELL_KEY },
	};
	int name_cols = known_names_cols(&lines->names, cols - NUMBERS_COLS);
	size_t count = 1;

	if (lines->cols == cols)
		return;
	lines->cols = cols;
	if (name_cols)
		columns[count++] = (struct table_column){ .label = _("Name"),
							  .width_cols = name_cols,
							  .cell = CELL_NAME };
	columns[count++] = right(_("From qty"), FROM_COLS, TEXT_FROM);
	columns[count++] = right(_("Now"), AMOUNT_COLS, TEXT_NOW);
	columns[count++] = right(_("After"), AMOUNT_COLS, TEXT_AFTER);
	columns[count++] = right(_("By"), BY_COLS, TEXT_BY);
	columns[count++] = (struct table_column){ .label = _("Passes"), .cell = TEXT_PASSES };
	table_set_columns(&lines->table, columns, count);
}

/* --- in full ---------------------------------------------------------------------------------- */

size_t price_lines_record(const struct price_lines *lines)
{
	return lines->plan.lines[lines->table.cursor].record;
}

static void write_change(const struct price_rule *rule, const struct price_outcome *outcome,
			 size_t i, FILE *out)
{
	const struct price_change *change = &outcome->changes.rows[i];
	char *by = difference_text(change);

	char *before = amount_text(change->before), *after = amount_text(change->after);

	fprintf(out, _("%s from %lld: %s -> %s"), change->tier, (long long)change->at_quantity,
		before, after);
	free(after);
	free(before);
	if (*by)
		fprintf(out, "  (%s)", by);
	fputc('\n', out);
	if (outcome->rises[i])
		fprintf(out, "  ! %s\n", _("It costs more than a smaller quantity of this tier."));
	if (price_rule_is_against(rule, change))
		fprintf(out, "  ! %s\n", _("Rounding takes it against the percentage."));
	free(by);
}

char *price_lines_detail(struct price_lines *lines)
{
	size_t record = price_lines_record(lines);
	const struct price_outcome *outcome =
		price_plan_outcome(&lines->plan, record, lines->values);
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (price_plan_is_out(&lines->plan, record))
		fprintf(out, "%s\n\n", _("Taken out: nothing of this is sent."));
	for (size_t i = 0; i < outcome->changes.count; i++)
		write_change(&lines->plan.rule, outcome, i, out);
	if (outcome->passed)
		fprintf(out, _("\n? This tier and %s change places: who was dearer is not any more.\n"),
			outcome->passed);
	if (outcome->changes.left_out)
		fprintf(out,
			ngettext("\n%zu price stays: its amount cannot be calculated with exactly.\n",
				 "\n%zu prices stay: their amounts cannot be calculated with exactly.\n",
				 outcome->changes.left_out),
			outcome->changes.left_out);
	fclose(out);
	return text;
}

/* --- beginning and ending --------------------------------------------------------------------- */

void price_lines_init_take(struct price_lines *lines, struct price_rule *rule,
			   struct text_list *keys)
{
	*lines = (struct price_lines){ .values = NULL };
	price_plan_init_take(&lines->plan, rule, keys);
	table_init(&lines->table, &source, lines);
}

void price_lines_finish(struct price_lines *lines)
{
	field_values_free(lines->values);
	table_finish(&lines->table);
	known_names_finish(&lines->names);
	price_plan_finish(&lines->plan);
	for (size_t i = 0; i < TEXTS; i++)
		free(lines->texts[i]);
}
