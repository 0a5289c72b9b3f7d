/* Prices set, changed by percent, copied from tier to tier: from question to question to a preview,
 * and from there into the edit. */
/* SPDX-License-Identifier: ISC */
#include "screens/price_matrix_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/json.h"
#include "schema/pick_item.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/edit_session.h"
#include "screens/menu.h"
#include "screens/price_preview.h"
#include "ui/confirm.h"
#include "ui/pick.h"
#include "ui/prompt.h"
#include "work/price_change.h"
#include "work/price_input.h"
#include "work/price_words.h"

enum what { SET, CHANGE, COPY };

/* From question to question; it goes with the last. */
struct asking {
	struct price_matrix_state *state;
	enum what what;
	char *tier;            /* of the scope; COPY: from there. NULL: all */
	int64_t at_quantity;   /* 0: all */
	char *to;              /* COPY */
	struct decimal number; /* the amount or the percentage */
};

static struct asking *asking_new(struct price_matrix_state *state, enum what what, const char *tier,
				 int64_t at_quantity)
{
	struct asking *asking = xcalloc(1, sizeof(*asking));

	asking->state = state;
	asking->what = what;
	asking->tier = tier ? xstrdup(tier) : NULL;
	asking->at_quantity = at_quantity;
	return asking;
}

static void asking_free(struct asking *asking)
{
	free(asking->tier);
	free(asking->to);
	free(asking);
}

static char *clean(const char *text)
{
	return text_clean(text, strlen(text));
}

/* --- the preview, and what it does ------------------------------------------ */

void price_matrix_apply(void *data, const struct price_changes *changes)
{
	struct price_matrix_state *state = data;
	struct json *entries = price_matrix_entries(state);

	price_changes_apply(changes, entries, price_matrix_base(state));
	price_matrix_put_take(state, entries);
	ui_message(state->app->ui, ROLE_MESSAGE,
		   ngettext("%zu price changed. u brings the cell back; nothing is sent yet.",
			    "%zu prices changed. u brings a cell back; nothing is sent yet.",
			    changes->count),
		   changes->count);
}

/* "12.50", or "+3 %, rounded to 0.05". The caller frees. */
static char *number_text(const struct asking *asking, struct decimal step)
{
	char number[DECIMAL_TEXT_SIZE], rounded[DECIMAL_TEXT_SIZE];

	decimal_format_places(asking->number, asking->what == SET ? 2 : 0, number);
	decimal_format_places(step, 2, rounded);
	return asking->what == SET
		       ? xstrdup(number)
		       : xasprintf(_("%s%s %%, rounded to %s"), asking->number.value > 0 ? "+" : "",
				   number, rounded);
}

static char *preview_title(const struct asking *asking, struct decimal step)
{
	char *scope = price_words_scope(asking->tier, asking->at_quantity), *title;
	char *number = number_text(asking, step);

	if (asking->what == COPY) {
		char *to = clean(asking->to);
		title = asking->number.value ? xasprintf(_("Copy %s to %s, %s"), scope, to, number)
					     : xasprintf(_("Copy %s to %s"), scope, to);
		free(to);
	} else {
		title = asking->what == SET ? xasprintf(_("Set %s to %s"), scope, number)
					    : xasprintf(_("Change %s by %s"), scope, number);
	}
	free(number);
	free(scope);
	return title;
}

static void work_out(const struct asking *asking, struct decimal step,
		     struct price_changes *changes)
{
	const struct price_list *now = &asking->state->grid.matrix.now;
	const struct price_scope scope = { asking->tier, asking->at_quantity };

	switch (asking->what) {
	case SET:
		price_changes_set(changes, now, scope, asking->number);
		break;
	case CHANGE:
		price_changes_percent(changes, now, scope, asking->number, step);
		break;
	case COPY:
		price_changes_copy(changes, now, asking->tier, asking->to, asking->number, step);
		break;
	}
}

static void preview(struct asking *asking, struct decimal step)
{
	struct price_matrix_state *state = asking->state;
	struct json *after = price_matrix_entries(state);
	char *words = preview_title(asking, step);
	char *title = xasprintf("%s > %s > %s", _(state->session->resource->label),
				edit_session_name(state->session), words);
	struct price_changes changes;

	work_out(asking, step, &changes);
	price_changes_apply(&changes, after, price_matrix_base(state));
	price_preview_open_take(state->app->ui,
				&(struct price_preview){ .title = title,
							 .after = after,
							 .apply = price_matrix_apply,
							 .data = state },
				&changes);
	json_free(after);
	free(title);
	free(words);
	asking_free(asking);
}

/* --- numbers --------------------------------------------------------------- */

static void ask_step(struct asking *asking, const char *text, const char *problem);

static void step_typed(void *data, const char *text)
{
	struct asking *asking = data;
	struct decimal step;
	struct error err;

	if (!text) {
		asking_free(asking);
		return;
	}
	if (!price_input_step(text, &step, &err)) {
		ask_step(asking, text, err.message);
		return;
	}
	xreplace(&asking->state->step, text);
	preview(asking, step);
}

static void ask_step(struct asking *asking, const char *text, const char *problem)
{
	prompt_open(
		asking->state->app->ui,
		&(struct prompt){ .label = _("Round to a multiple of: "),
				  .initial = text,
				  .help = _("0.01, 0.05, 1: half is rounded away from zero. What "
					    "comes of it is shown first."),
				  .problem = problem,
				  .done = step_typed,
				  .data = asking });
}

static void ask_percent(struct asking *asking, const char *text, const char *problem);

static void percent_typed(void *data, const char *text)
{
	struct asking *asking = data;
	struct price_matrix_state *state = asking->state;
	bool as_is = text && asking->what == COPY && !text[strspn(text, " ")];
	struct error err;

	if (!text) {
		asking_free(asking);
	} else if (as_is) {
		preview(asking, (struct decimal){ 1 }); /* no percentage: nothing is rounded */
	} else if (!price_input_percent(text, &asking->number, &err)) {
		ask_percent(asking, text, err.message);
	} else {
		xreplace(&state->percent, text);
		ask_step(asking, state->step ? state->step : "0.01", NULL);
	}
}

static void ask_percent(struct asking *asking, const char *text, const char *problem)
{
	const char *help =
		asking->what == COPY
			? _("-3 is 3 percent less, 2.5 is more; empty copies them as they are.")
			: _("-3 is 3 percent less, 2.5 is more.");

	prompt_open(asking->state->app->ui, &(struct prompt){ .label = _("Percent: "),
							      .initial = text,
							      .help = help,
							      .problem = problem,
							      .done = percent_typed,
							      .data = asking });
}

static void ask_amount(struct asking *asking, const char *text, const char *problem);

static void amount_typed(void *data, const char *text)
{
	struct asking *asking = data;
	struct error err;

	if (!text)
		asking_free(asking);
	else if (!price_input_amount(text, &asking->number, &err))
		ask_amount(asking, text, err.message);
	else
		preview(asking, (struct decimal){ 1 });
}

static void ask_amount(struct asking *asking, const char *text, const char *problem)
{
	prompt_open(asking->state->app->ui,
		    &(struct prompt){ .label = _("Price: "),
				      .initial = text,
				      .help = _("What each of them is to be."),
				      .problem = problem,
				      .done = amount_typed,
				      .data = asking });
}

/* --- which prices ---------------------------------------------------------- */

static void scope_chosen(void *data, int item)
{
	struct asking *asking = data;

	if (item == MENU_LEFT) {
		asking_free(asking);
		return;
	}
	if (item == SCOPE_QUANTITY || item == SCOPE_ALL) {
		free(asking->tier);
		asking->tier = NULL;
	}
	if (item == SCOPE_TIER || item == SCOPE_ALL)
		asking->at_quantity = 0;
	if (asking->what == SET)
		ask_amount(asking, NULL, NULL);
	else
		ask_percent(asking, asking->state->percent, NULL);
}

static void ask_scope(struct price_matrix_state *state, enum what what)
{
	struct price_cell cell = price_grid_cell(&state->grid);
	struct menu_item items[SCOPES] = { 0 };
	char *words[SCOPES];

	for (enum price_matrix_scope scope = 0; scope < SCOPES; scope++)
		items[scope].label = words[scope] = price_matrix_scope_words(state, scope);
	items[SCOPE_TIER].note = _("all its quantities");
	menu_open(state->app->ui, what == SET ? _("Set which prices?") : _("Change which prices?"),
		  items, SCOPES, SCOPE_TIER, scope_chosen,
		  asking_new(state, what, cell.tier, cell.at_quantity));
	for (size_t i = 0; i < SCOPES; i++)
		free(words[i]);
}

void price_matrix_set(struct price_matrix_state *state)
{
	ask_scope(state, SET);
}

void price_matrix_change(struct price_matrix_state *state)
{
	ask_scope(state, CHANGE);
}

/* --- from one tier to another ---------------------------------------------- */

static size_t count_prices(const struct price_list *list, const char *tier)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += text_casecmp(list->rows[i].tier, tier) == 0;
	return count;
}

static void replace_answered(void *data, bool yes)
{
	struct asking *asking = data;

	if (yes)
		ask_percent(asking, NULL, NULL);
	else
		asking_free(asking);
}

static void ask_to_replace(struct asking *asking, size_t count)
{
	char *from = clean(asking->tier), *to = clean(asking->to);
	char *text = xasprintf(ngettext("%s has %zu price here. Replace it by the prices of %s?",
					"%s has %zu prices here. Replace them by the prices of %s?",
					count),
			       to, count, from);

	confirm_yes_no(asking->state->app->ui, text, replace_answered, asking);
	free(text);
	free(from);
	free(to);
}

static void to_chosen(void *data, const char *value)
{
	struct asking *asking = data;
	struct price_matrix_state *state = asking->state;

	if (!value || text_casecmp(value, asking->tier) == 0) {
		asking_free(asking);
		return;
	}
	asking->to = text_trimmed(value);
	if (price_axes_add_tier(&state->added, asking->to))
		price_matrix_read_again(state);
	size_t count = count_prices(&state->grid.matrix.now, asking->to);
	if (count)
		ask_to_replace(asking, count);
	else
		ask_percent(asking, NULL, NULL);
}

void price_matrix_copy(struct price_matrix_state *state)
{
	const struct price_axes *axes = &state->grid.matrix.axes;
	struct price_cell cell = price_grid_cell(&state->grid);
	struct pick_item *items = xcalloc(axes->tier_count, sizeof(*items));
	char *from = clean(cell.tier), *title = xasprintf(_("Copy the prices of %s to"), from);
	size_t count = 0;

	for (size_t i = 0; i < axes->tier_count; i++)
		if (i != state->grid.column)
			items[count++] = (struct pick_item){ axes->tiers[i], NULL };
	pick_open(state->app->ui, &(struct pick){ .title = title,
						  .items = items,
						  .count = count,
						  .open = true,
						  .done = to_chosen,
						  .data = asking_new(state, COPY, cell.tier, 0) });
	free(title);
	free(from);
	free(items);
}
