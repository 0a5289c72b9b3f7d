/* A cell of the price matrix being typed into. The edit follows each key, as in forms, so that a
 * draft has it; Esc puts back what was there. */
/* SPDX-License-Identifier: ISC */
#include "screens/price_matrix_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/price_edit.h"
#include "schema/json.h"
#include "screens/app_state.h"
#include "ui/confirm.h"
#include "ui/keys.h"
#include "work/price_input.h"

enum { TYPED_MAX = 64 };

bool price_matrix_is_typing(const struct price_matrix_state *state)
{
	return state->grid.typed;
}

/* --- into the edit --------------------------------------------------------- */

/* amount NULL: no price. */
static void put_cell(struct price_matrix_state *state, const char *amount)
{
	struct price_cell cell = price_grid_cell(&state->grid);
	struct json *entries = price_matrix_entries(state);
	const struct json *base = price_matrix_base(state);

	if (amount)
		price_edit_put(entries, base, cell.tier, cell.at_quantity, amount);
	else
		price_list_remove(entries, cell.tier, cell.at_quantity);
	price_matrix_put_take(state, entries);
}

static bool is_empty(const struct price_matrix_state *state)
{
	return strspn(state->line.text, " ") == state->line.len;
}

/* The edit has what was typed as far as it is an amount. */
static void follow(struct price_matrix_state *state)
{
	struct decimal amount;
	char text[DECIMAL_TEXT_SIZE];

	if (is_empty(state)) {
		put_cell(state, NULL);
	} else if (price_input_amount(state->line.text, &amount, NULL)) {
		decimal_format(amount, text);
		put_cell(state, text);
	}
}

/* --- beginning and ending -------------------------------------------------- */

void price_matrix_type(struct price_matrix_state *state, const char *text, bool fresh)
{
	struct price_cell cell = price_grid_cell(&state->grid);

	line_edit_init(&state->line, text, TYPED_MAX, false);
	state->typed_before = cell.now ? xstrdup(cell.now->text) : NULL;
	state->typed_same = cell.state == PRICE_CELL_SAME;
	state->grid.typed = &state->line;
	if (!fresh)
		return;
	state->line.changed = true;
	follow(state);
}

static void close_cell(struct price_matrix_state *state)
{
	line_edit_finish(&state->line);
	state->grid.typed = NULL;
	free(state->typed_before);
	state->typed_before = NULL;
}

static void put_back(struct price_matrix_state *state)
{
	struct price_cell cell = price_grid_cell(&state->grid);

	if (state->typed_same) {
		struct json *entries = price_matrix_entries(state);
		price_edit_revert(entries, price_matrix_base(state), cell.tier, cell.at_quantity);
		price_matrix_put_take(state, entries);
	} else {
		put_cell(state, state->typed_before);
	}
}

void price_matrix_type_drop(struct price_matrix_state *state)
{
	if (state->line.changed)
		put_back(state);
	close_cell(state);
}

static void zero_answered(void *data, bool yes)
{
	struct price_matrix_state *state = data;

	if (yes && price_matrix_is_typing(state))
		close_cell(state);
}

static void ask_about_zero(struct price_matrix_state *state)
{
	struct price_cell cell = price_grid_cell(&state->grid);
	char *tier = text_clean(cell.tier, strlen(cell.tier));
	char *text = xasprintf(_("A price of 0.00: is %s from %lld to be free of charge?\n"
				 "An empty cell is no price."),
			       tier, (long long)cell.at_quantity);

	confirm_yes_no(state->app->ui, text, zero_answered, state);
	free(text);
	free(tier);
}

static void say_how_it_was_read(const struct price_matrix_state *state, struct decimal amount)
{
	char text[DECIMAL_TEXT_SIZE];

	decimal_format_places(amount, 2, text);
	ui_message(state->app->ui, ROLE_MESSAGE,
		   _("%s is %s: one point or comma begins the decimals."), state->line.text, text);
}

bool price_matrix_type_done(struct price_matrix_state *state)
{
	struct decimal amount;
	struct error err;

	if (!state->line.changed || is_empty(state)) {
		close_cell(state);
		return true;
	}
	if (!price_input_amount(state->line.text, &amount, &err)) {
		ui_message(state->app->ui, ROLE_ERROR, "%s", err.message);
		return false;
	}
	if (amount.value == 0) {
		ask_about_zero(state);
		return false;
	}
	if (price_input_is_doubtful(state->line.text))
		say_how_it_was_read(state, amount);
	close_cell(state);
	return true;
}

void price_matrix_type_end(struct price_matrix_state *state)
{
	if (price_matrix_is_typing(state))
		close_cell(state);
}

/* --- keys ------------------------------------------------------------------ */

/* Keys that take what was typed and go on from the cell. */
static const struct {
	uint32_t key;
	int rows, columns;
} leaving[] = {
	{ K_DOWN, 1, 0 },
	{ K_UP, -1, 0 },
	{ K_TAB, 0, 1 },
	{ K_SHIFT | K_TAB, 0, -1 },
};

static bool leave_key(struct price_matrix_state *state, uint32_t key)
{
	for (size_t i = 0; i < sizeof(leaving) / sizeof(leaving[0]); i++) {
		if (leaving[i].key != key)
			continue;
		if (price_matrix_type_done(state))
			price_grid_move(&state->grid, leaving[i].rows, leaving[i].columns);
		return true;
	}
	return false;
}

bool price_matrix_typing_key(struct price_matrix_state *state, const struct key *key)
{
	if (leave_key(state, key->code))
		return true;
	char *before = xstrdup(state->line.text);
	bool used = line_edit_key(&state->line, key);
	if (used && strcmp(before, state->line.text) != 0)
		follow(state);
	free(before);
	if (used || key->code & K_ALT || key->code == K_ENTER || key->code == K_ESC)
		return used;
	return !price_matrix_type_done(state); /* another command is run on what was typed */
}
