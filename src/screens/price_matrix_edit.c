/* The prices of the edit, read into the grid of the price matrix and put back changed. */
/* SPDX-License-Identifier: ISC */
#include "schema/json.h"
#include "schema/record.h"
#include "screens/edit_session.h"
#include "screens/price_matrix_state.h"

const struct json *price_matrix_base(const struct price_matrix_state *state)
{
	return record_value(edit_base(state->session->edit), state->list);
}

static const struct json *prices_now(const struct price_matrix_state *state)
{
	return record_value(edit_now(state->session->edit), state->list);
}

struct json *price_matrix_entries(const struct price_matrix_state *state)
{
	const struct json *now = prices_now(state);

	return json_type(now) == JSON_ARRAY ? json_copy(now) : json_new_array();
}

void price_matrix_read_again(struct price_matrix_state *state)
{
	struct price_axes axes = { 0 };

	for (size_t i = 0; i < state->listed.tier_count; i++)
		price_axes_add_tier(&axes, state->listed.tiers[i]);
	for (size_t i = 0; i < state->added.tier_count; i++)
		price_axes_add_tier(&axes, state->added.tiers[i]);
	for (size_t i = 0; i < state->added.quantity_count; i++)
		price_axes_add_quantity(&axes, state->added.quantities[i]);
	state->shown_revision = edit_revision(state->session->edit);
	price_grid_read(&state->grid, price_matrix_base(state), prices_now(state), &axes);
	price_axes_finish(&axes);
}

void price_matrix_refresh(struct price_matrix_state *state)
{
	if (state->shown_revision != edit_revision(state->session->edit))
		price_matrix_read_again(state);
}

void price_matrix_put_take(struct price_matrix_state *state, struct json *entries)
{
	edit_put_take(state->session->edit, (struct place){ 0 }, state->list, entries);
	price_matrix_read_again(state);
	edit_session_changed(state->session);
}
