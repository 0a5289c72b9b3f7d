/* x in the price matrix: what is done to more than one cell; and a quantity or a tier that there is
 * no price of yet. */
/* SPDX-License-Identifier: ISC */
#include "screens/price_matrix_state.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/app_state.h"
#include "screens/menu.h"
#include "ui/prompt.h"
#include "work/price_change.h"
#include "work/price_input.h"
#include "work/price_words.h"

char *price_matrix_scope_words(const struct price_matrix_state *state,
			       enum price_matrix_scope scope)
{
	if (scope == SCOPE_ALL)
		return price_words_scope(NULL, 0);
	struct price_cell cell = price_grid_cell(&state->grid);
	return price_words_scope(scope == SCOPE_QUANTITY ? NULL : cell.tier,
				 scope == SCOPE_TIER ? 0 : cell.at_quantity);
}

/* --- a tier, a quantity ---------------------------------------------------- */

static void tier_typed(void *data, const char *text)
{
	struct price_matrix_state *state = data;
	char *tier = text_trimmed(text ? text : "");

	if (*tier) {
		price_axes_add_tier(&state->added, tier);
		price_matrix_read_again(state);
		state->grid.column = price_matrix_column(&state->grid.matrix, tier);
	}
	free(tier);
}

static void ask_tier(struct price_matrix_state *state)
{
	prompt_open(state->app->ui,
		    &(struct prompt){
			    .label = _("Price tier: "),
			    .help = _("A column for its prices. The organization must have the "
				      "tier: no call makes one."),
			    .done = tier_typed,
			    .data = state });
}

static void ask_quantity(struct price_matrix_state *state, const char *text, const char *problem);

static void quantity_typed(void *data, const char *text)
{
	struct price_matrix_state *state = data;
	struct error err;
	int64_t quantity;

	if (!text)
		return;
	if (!price_input_quantity(text, &quantity, &err)) {
		ask_quantity(state, text, err.message);
		return;
	}
	price_axes_add_quantity(&state->added, quantity);
	price_matrix_read_again(state);
	state->grid.row = price_matrix_row(&state->grid.matrix, quantity);
}

static void ask_quantity(struct price_matrix_state *state, const char *text, const char *problem)
{
	prompt_open(state->app->ui, &(struct prompt){ .label = _("From quantity: "),
						      .initial = text,
						      .problem = problem,
						      .done = quantity_typed,
						      .data = state });
}

void price_matrix_ask_quantity(struct price_matrix_state *state)
{
	ask_quantity(state, NULL, NULL);
}

static void remove_prices(struct price_matrix_state *state, const char *tier, int64_t at_quantity)
{
	struct price_changes changes;

	price_changes_remove(&changes, &state->grid.matrix.now,
			     (struct price_scope){ tier, at_quantity });
	price_matrix_apply(state, &changes);
	price_changes_finish(&changes);
}

/* --- the menu -------------------------------------------------------------- */

static void empty_cell(struct price_matrix_state *state)
{
	struct price_cell cell = price_grid_cell(&state->grid);

	remove_prices(state, cell.tier, cell.at_quantity);
}

static void remove_quantity(struct price_matrix_state *state)
{
	remove_prices(state, NULL, price_grid_cell(&state->grid).at_quantity);
}

static void remove_tier(struct price_matrix_state *state)
{
	remove_prices(state, price_grid_cell(&state->grid).tier, 0);
}

static const struct {
	const char *label; /* N_(); %s: the words of scope */
	bool needs_cell;
	enum price_matrix_scope scope; /* of the cursor */
	void (*run)(struct price_matrix_state *state);
} rows[] = {
	{ N_("Set prices..."), true, SCOPE_ALL, price_matrix_set },
	{ N_("Change prices by percent..."), true, SCOPE_ALL, price_matrix_change },
	{ N_("Copy %s to another tier..."), true, SCOPE_TIER, price_matrix_copy },
	{ N_("Add a price tier..."), false, SCOPE_ALL, ask_tier },
	{ N_("Add a quantity..."), false, SCOPE_ALL, price_matrix_ask_quantity },
	{ N_("Empty the cell: %s"), true, SCOPE_CELL, empty_cell },
	{ N_("Remove the prices %s"), true, SCOPE_QUANTITY, remove_quantity },
	{ N_("Remove all prices of %s"), true, SCOPE_TIER, remove_tier },
};

enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

/* The rows that are offered come in their order: those without a cell stand behind each other. */
static size_t nth_offered(const struct price_matrix_state *state, size_t n)
{
	size_t i = 0;

	for (; i < ROWS; i++)
		if ((!rows[i].needs_cell || price_grid_has_cells(&state->grid)) && n-- == 0)
			break;
	return i;
}

static void action_chosen(void *data, int item)
{
	struct price_matrix_state *state = data;

	if (item != MENU_LEFT)
		rows[nth_offered(state, (size_t)item)].run(state);
}

void price_matrix_actions(struct price_matrix_state *state)
{
	struct menu_item items[ROWS];
	char *labels[ROWS];
	size_t count = 0;

	for (size_t i; (i = nth_offered(state, count)) < ROWS; count++) {
		char *words = price_matrix_scope_words(state, rows[i].scope);
		labels[count] = xasprintf(_(rows[i].label), words);
		items[count] = (struct menu_item){ .label = labels[count] };
		free(words);
	}
	menu_open(state->app->ui, _("Prices"), items, count, 0, action_chosen, state);
	while (count--)
		free(labels[count]);
}
