/* SPDX-License-Identifier: ISC */
#include "screens/price_matrix.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/price_edit.h"
#include "schema/check.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/edit.h"
#include "screens/edit_leave.h"
#include "screens/edit_review.h"
#include "screens/edit_session.h"
#include "screens/price_ask.h"
#include "screens/price_matrix_state.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "work/price_words.h"

/* --- the organization's tiers ---------------------------------------------- */

static void tiers_came(void *data, const struct choice_list *list, const struct failure *failure)
{
	struct price_matrix_state *state = data;

	(void)failure; /* those that the record has are there all the same */
	state->call = NULL;
	for (size_t i = 0; i < list->count; i++)
		price_axes_add_tier(&state->listed, list->rows[i].value);
	price_matrix_read_again(state);
	ui_touch(state->app->ui);
}

static void ask_tiers(struct price_matrix_state *state)
{
	const struct field *tier = schema_field(state->list->items, "tier");

	if (tier && tier->choices && tier->choices->source)
		state->call = client_choices(state->app->client, tier->choices->source, tiers_came,
					     state);
}

/* --- commands -------------------------------------------------------------- */

static bool is_typing(struct ui *ui, void *state)
{
	(void)ui;
	return price_matrix_is_typing(state);
}

static bool is_idle(struct ui *ui, void *state)
{
	return !is_typing(ui, state);
}

static bool has_cell(struct ui *ui, void *state)
{
	return is_idle(ui, state) &&
	       price_grid_has_cells(&((struct price_matrix_state *)state)->grid);
}

static void take(struct ui *ui, void *state)
{
	(void)ui;
	price_matrix_type_done(state);
}

static void put_back(struct ui *ui, void *state)
{
	(void)ui;
	price_matrix_type_drop(state);
}

static void change(struct ui *ui, void *data)
{
	struct price_matrix_state *state = data;
	struct price_cell cell = price_grid_cell(&state->grid);
	char text[DECIMAL_TEXT_SIZE] = "";

	(void)ui;
	if (cell.now && cell.now->exact)
		decimal_format_places(cell.now->price, 2, text);
	price_matrix_type(state, cell.now && !cell.now->exact ? cell.now->text : text, false);
}

static void empty(struct ui *ui, void *data)
{
	struct price_matrix_state *state = data;
	struct price_cell cell = price_grid_cell(&state->grid);
	struct json *entries = price_matrix_entries(state);

	(void)ui;
	price_list_remove(entries, cell.tier, cell.at_quantity);
	price_matrix_put_take(state, entries);
}

static bool is_changed(struct ui *ui, void *data)
{
	return has_cell(ui, data) &&
	       price_grid_cell(&((struct price_matrix_state *)data)->grid).state != PRICE_CELL_SAME;
}

static void undo_cell(struct ui *ui, void *data)
{
	struct price_matrix_state *state = data;
	struct price_cell cell = price_grid_cell(&state->grid);
	struct json *entries = price_matrix_entries(state);

	(void)ui;
	price_edit_revert(entries, price_matrix_base(state), cell.tier, cell.at_quantity);
	price_matrix_put_take(state, entries);
}

static void add_quantity(struct ui *ui, void *state)
{
	(void)ui;
	price_matrix_ask_quantity(state);
}

static void actions(struct ui *ui, void *state)
{
	(void)ui;
	price_matrix_actions(state);
}

static void ask_price(struct ui *ui, void *data)
{
	const struct price_matrix_state *state = data;
	const char *tier = has_cell(ui, data) ? price_grid_cell(&state->grid).tier : NULL;

	price_ask_record(state->app, state->session->resource, edit_now(state->session->edit),
			 tier);
}

static void review(struct ui *ui, void *data)
{
	(void)ui;
	edit_review_start(((struct price_matrix_state *)data)->session);
}

/* Esc asks for what would be lost with the form; else it goes back to it. */
static bool asks_first(struct ui *ui, void *data)
{
	const struct edit_session *session = ((struct price_matrix_state *)data)->session;

	return is_idle(ui, data) && session->through_prices && edit_session_is_changed(session);
}

static void leave(struct ui *ui, void *data)
{
	(void)ui;
	edit_leave_open(((struct price_matrix_state *)data)->session);
}

static void go_back(struct ui *ui, void *data)
{
	struct edit_session *session = ((struct price_matrix_state *)data)->session;

	if (session->through_prices)
		ui_pop_to(ui, session->screen);
	ui_pop(ui);
}

static const struct command matrix_commands[] = {
	{ "Enter", "take", N_("Take what was typed; arrows and Tab take it and move on"), take,
	  .hint = N_("take it"), .can = is_typing },
	{ "Esc", "put-back", N_("The cell as it was before it was typed into"), put_back,
	  .hint = N_("as it was"), .can = is_typing },
	{ "Enter", "change", N_("Change the price in the cell; digits begin another one"), change,
	  .hint = N_("change"), .can = has_cell },
	{ "Del Backspace", "empty", N_("Empty the cell: no price"), empty, .can = has_cell },
	{ "a F6", "add-quantity", N_("Add a quantity"), add_quantity, .hint = N_("quantity"),
	  .can = is_idle },
	{ "x", "actions", N_("Actions: many prices, tiers, quantities"), actions,
	  .words = N_("set percent copy tier remove add round"), .hint = N_("actions") },
	{ "u", "undo-cell", N_("The cell as it was"), undo_cell, .hint = N_("undo cell"),
	  .can = is_changed },
	{ "=", "price", N_("What so many cost in a price tier"), ask_price, .can = has_cell },
	{ "F2 Ctrl-s Alt-s", "review", N_("Review all changes, and save"), review,
	  .hint = N_("review") },
	{ "Esc F12 F3 q", "leave", N_("Leave: s saves, d discards, Esc keeps editing"), leave,
	  .hint = N_("leave"), .can = asks_first },
	{ "Esc F12 F3 q", "back", N_("One screen back; what was changed stays in the form"),
	  go_back, .hint = N_("back"), .can = is_idle },
};

/* --- keys ------------------------------------------------------------------ */

/* What an amount can begin with. */
static bool begins_amount(const struct key *key)
{
	return key->code == K_PASTE || (key->code < 0x80 && strchr("0123456789.,", (int)key->code));
}

static bool see_key(struct ui *ui, void *data, const struct key *key)
{
	struct price_matrix_state *state = data;

	(void)ui;
	price_matrix_refresh(state);
	if (price_matrix_is_typing(state))
		return price_matrix_typing_key(state, key);
	if (!key->code || !begins_amount(key) || !price_grid_has_cells(&state->grid))
		return false;
	price_matrix_type(state, key->text, true);
	return true;
}

/* --- screen ---------------------------------------------------------------- */

struct argument {
	struct edit_session *session;
	const char *tier;
	int64_t at_quantity;
};

/* A tier that neither the record nor the organization is known to have. */
static void need_column(struct price_matrix_state *state, const char *tier)
{
	const struct price_axes *axes = &state->grid.matrix.axes;
	size_t column = price_matrix_column(&state->grid.matrix, tier);

	if (column < axes->tier_count && text_casecmp(axes->tiers[column], tier) == 0)
		return;
	price_axes_add_tier(&state->added, tier);
	price_matrix_read_again(state);
}

static void open_screen(struct ui *ui, void *data, void *given)
{
	struct price_matrix_state *state = data;
	const struct argument *argument = given;

	state->app = app_of(ui);
	state->session = argument->session;
	state->session->prices_screen = state;
	state->list = resource_prices(argument->session->resource);
	price_matrix_read_again(state);
	if (argument->tier)
		need_column(state, argument->tier);
	if (argument->tier)
		price_grid_go_to(&state->grid, argument->tier, argument->at_quantity);
	else
		price_grid_go_to_changed(&state->grid);
	ask_tiers(state);
}

static void close_screen(struct ui *ui, void *data)
{
	struct price_matrix_state *state = data;

	(void)ui;
	client_cancel(state->call);
	price_matrix_type_end(state);
	state->session->prices_screen = NULL;
	price_grid_finish(&state->grid);
	price_axes_finish(&state->added);
	price_axes_finish(&state->listed);
	free(state->percent);
	free(state->step);
}

/* Another version may have been met in the screens above. */
static void resume(struct ui *ui, void *state)
{
	(void)ui;
	price_matrix_refresh(state);
}

static void *part(void *state)
{
	return &((struct price_matrix_state *)state)->grid;
}

static void draw_line(const struct canvas *canvas, int row, enum role role, char *text)
{
	draw_text(canvas, row, 1, role, text);
	free(text);
}

/* Below the prices: what cannot stand among them, and what a save does; returns how many rows. */
static int draw_notes(struct price_matrix_state *state, struct canvas *canvas)
{
	const struct price_matrix *matrix = &state->grid.matrix;
	struct price_summary summary = price_matrix_summary(matrix);
	bool changed = summary.changed + summary.added + summary.removed;
	size_t odd = matrix->now.odd;
	int row = canvas->rows - changed;

	if (changed)
		draw_line(canvas, row, ROLE_NORMAL, price_words_summary(summary));
	if (odd)
		draw_line(
			canvas, --row, ROLE_DIM,
			xasprintf(
				ngettext("%zu more entry is no price of a tier; it stays as it is.",
					 "%zu more entries are no price of a tier; they stay as "
					 "they are.",
					 odd),
				odd));
	return canvas->rows - row;
}

static void draw(struct ui *ui, void *data, struct canvas *canvas)
{
	struct price_matrix_state *state = data;
	struct canvas table;

	(void)ui;
	price_matrix_refresh(state);
	int notes = draw_notes(state, canvas);
	table = draw_part(canvas, 0, 0, canvas->rows - notes, canvas->cols);
	if (price_grid_has_cells(&state->grid))
		price_grid_draw(&state->grid, &table);
	else
		draw_text(&table, 0, 3, ROLE_DIM, _("No price tier is known. x adds one."));
}

/* "Products > ROPE-BRD-12 Braided dock line 12 mm", and "USD  2 changes, draft kept". */
static void write_title(struct ui *ui, void *data, FILE *left, FILE *right)
{
	const struct price_matrix_state *state = data;
	struct edit_session *session = state->session;
	const struct record *now = edit_now(session->edit);
	const struct field *currency = resource_currency(session->resource);
	char *text = currency ? field_text(currency, record_tree(now)) : xstrdup("");

	(void)ui;
	fprintf(left, "%s > %s %s", _(session->resource->label), edit_session_name(session),
		record_title(now));
	fprintf(right, "%s%s", text, *text && edit_session_is_changed(session) ? "  " : "");
	edit_session_write_state(session, right);
	free(text);
}

/* What is wrong with the cursor's price; NULL: nothing. */
static const char *complaint_here(const struct price_matrix_state *state)
{
	const struct complaints *complaints = &state->session->complaints;
	struct price_cell cell = price_grid_cell(&state->grid);

	for (size_t i = 0; i < complaints->count; i++) {
		const struct complaint *row = &complaints->rows[i];
		bool of_list = row->place.list == state->list || row->field == state->list;
		if (of_list &&
		    (!row->place.list || (cell.now && row->place.entry == cell.now->index)))
			return row->text;
	}
	return NULL;
}

static void write_status(struct ui *ui, void *data, FILE *out)
{
	struct price_matrix_state *state = data;
	char *words, *warning, *seen;

	(void)ui;
	if (!price_grid_has_cells(&state->grid))
		return;
	struct price_cell cell = price_grid_cell(&state->grid);
	const char *complaint = complaint_here(state);
	words = price_words_cell(&cell);
	warning = price_words_warning(&state->grid.matrix, &cell);
	seen = price_grid_seen(&state->grid);
	if (complaint)
		fprintf(out, "! %s", complaint);
	else
		fprintf(out, "%s%s%s", words, *warning ? "  " : "", warning);
	if (seen && !complaint && !*warning)
		fprintf(out, "  %s", seen);
	free(words);
	free(warning);
	free(seen);
}

const struct screen_class price_matrix_screen = {
	.name = "prices",
	.label = N_("Prices"),
	.state_size = sizeof(struct price_matrix_state),
	COMMANDS(matrix_commands),
	.part_commands = &price_grid_commands,
	.part = part,
	.open = open_screen,
	.resume = resume,
	.key = see_key,
	.typing = is_typing,
	.draw = draw,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void price_matrix_show(struct edit_session *session, const char *tier, int64_t at_quantity)
{
	struct argument argument = { session, tier, at_quantity };
	struct price_matrix_state *open = session->prices_screen;

	if (!open) {
		ui_push(session->app->ui, &price_matrix_screen, &argument);
		return;
	}
	ui_pop_to(session->app->ui, open);
	price_matrix_refresh(open);
	if (tier)
		price_grid_go_to(&open->grid, tier, at_quantity);
}

void price_matrix_open(struct app *app, const struct resource *resource, const char *key,
		       const char *tier, int64_t at_quantity)
{
	edit_open_prices(app, resource, key, NULL, tier, at_quantity);
}

void price_matrix_open_known(struct app *app, const struct resource *resource,
			     const struct record *record, const char *tier, int64_t at_quantity)
{
	edit_open_prices(app, resource, record_key(record), record, tier, at_quantity);
}
