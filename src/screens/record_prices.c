/* SPDX-License-Identifier: ISC */
#include "screens/record_prices.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/copy_record.h"
#include "screens/price_ask.h"
#include "screens/price_matrix.h"
#include "screens/record_state.h"
#include "work/price_words.h"

bool record_prices_of_tab(const struct resource *resource, size_t tab)
{
	const struct field *prices = resource_prices(resource);

	return prices && (size_t)prices->tab == tab;
}

void record_prices_show(struct record_state *state)
{
	const struct json *prices = record_value(state->record, resource_prices(state->resource));
	const struct price_axes none = { 0 };

	price_grid_read(&state->prices, prices, prices, &none);
	state->view.prices = &state->prices;
}

/* Whether the cursor stands in a cell; then cell is it. */
static bool find_cell(const struct record_state *state, struct price_cell *cell)
{
	if (!state->view.prices || !price_grid_has_cells(&state->prices))
		return false;
	*cell = price_grid_cell(&state->prices);
	return true;
}

void record_prices_edit(struct record_state *state)
{
	struct price_cell cell = { 0 };

	find_cell(state, &cell);
	if (state->sparse)
		price_matrix_open(state->app, state->resource, state->key, cell.tier,
				  cell.at_quantity);
	else
		price_matrix_open_known(state->app, state->resource, state->record, cell.tier,
					cell.at_quantity);
}

void record_prices_ask(struct record_state *state)
{
	struct price_cell cell = { 0 };

	find_cell(state, &cell);
	if (state->sparse)
		price_ask_open(state->app, state->resource, state->key, cell.tier);
	else
		price_ask_record(state->app, state->resource, state->record, cell.tier);
}

void record_prices_copy(struct record_state *state)
{
	struct copy_source source = { state->resource, state->key, state->record, state->sparse,
				      NULL };
	struct page_line line = { 0 };
	struct price_cell cell;

	if (find_cell(state, &cell) && cell.now) {
		line.label = price_words_place(&cell);
		line.text = xstrdup(cell.now->text);
		source.line = &line;
	}
	copy_record(state->app, &source);
	free(line.label);
	free(line.text);
}

void record_prices_write(const struct record_state *state, FILE *out)
{
	struct price_cell cell;

	if (!find_cell(state, &cell))
		return;
	char *words = price_words_cell(&cell), *seen = price_grid_seen(&state->prices);
	char *warning = price_words_warning(&state->prices.matrix, &cell);
	fprintf(out, ".  %s", words);
	if (*warning || seen)
		fprintf(out, "  %s", *warning ? warning : seen);
	free(words);
	free(warning);
	free(seen);
}
