/* The keys of a form: moves, and the letters that work where none are typed. */
/* SPDX-License-Identifier: ISC */
#include "base/i18n.h"
#include "schema/field.h"
#include "ui/form_state.h"

static struct form_line *here(void *state)
{
	return form_line_at_cursor(state);
}

static bool on_choices(struct ui *ui, void *state)
{
	(void)ui;
	return form_has_choices(here(state));
}

static bool on_entry(struct ui *ui, void *state)
{
	(void)ui;
	return here(state)->type == LINE_ENTRY;
}

static bool on_attribute(struct ui *ui, void *state)
{
	const struct form *form = state;

	(void)ui;
	return here(state)->type == LINE_ATTRIBUTE && !form->typing;
}

static bool on_typed_attribute(struct ui *ui, void *state)
{
	return on_attribute(ui, state) && !form_is_whole(state, here(state)) &&
	       !form_is_yes_no(state, here(state));
}

static bool on_part(struct ui *ui, void *state)
{
	return on_entry(ui, state) || on_attribute(ui, state);
}

static bool on_add(struct ui *ui, void *state)
{
	(void)ui;
	return here(state)->type == LINE_ADD;
}

static bool on_button(struct ui *ui, void *state)
{
	(void)ui;
	return here(state)->type == LINE_BUTTON;
}

static bool has_primary(struct ui *ui, void *state)
{
	return on_entry(ui, state) && here(state)->field->items->primary;
}

static bool has_order(struct ui *ui, void *state)
{
	return on_entry(ui, state) && !here(state)->field->items->any_order;
}

static bool can_bring_back(struct ui *ui, void *state)
{
	(void)ui;
	return ((struct form *)state)->removed_count > 0;
}

static bool is_changed(struct ui *ui, void *state)
{
	const struct form_line *line = here(state);

	(void)ui;
	return line->type == LINE_FIELD && form_is_changed(state, line);
}

/* --- moves ------------------------------------------------------------------- */

static void next(struct ui *ui, void *form)
{
	(void)ui;
	form_move(form, 1);
}

static void previous(struct ui *ui, void *form)
{
	(void)ui;
	form_move(form, -1);
}

static void next_section(struct ui *ui, void *form)
{
	(void)ui;
	form_move_section(form, 1);
}

static void previous_section(struct ui *ui, void *form)
{
	(void)ui;
	form_move_section(form, -1);
}

static void first(struct ui *ui, void *form)
{
	(void)ui;
	form_move_to_end(form, -1);
}

static void last(struct ui *ui, void *form)
{
	(void)ui;
	form_move_to_end(form, 1);
}

/* --- what Enter does --------------------------------------------------------- */

static void choose(struct ui *ui, void *state)
{
	struct form *form = state;

	(void)ui;
	form->client->choose(form->data, form->place, here(form)->field, "");
}

static void open_entry(struct ui *ui, void *state)
{
	struct form *form = state;
	const struct form_line *line = here(form);

	(void)ui;
	form->client->open_entry(form->data, (struct place){ line->field, line->index });
}

static void change_value(struct ui *ui, void *form)
{
	(void)ui;
	form_type_value(form);
}

static void rename_attribute(struct ui *ui, void *state)
{
	struct form *form = state;
	const struct form_line *line = here(form);

	(void)ui;
	form->client->rename_attribute(form->data, line->field, line->index);
}

static void add(struct ui *ui, void *state)
{
	struct form *form = state;

	(void)ui;
	form_add(form, here(form)->field);
}

static void finish(struct ui *ui, void *state)
{
	struct form *form = state;

	(void)ui;
	form->client->finish(form->data);
}

static void revert(struct ui *ui, void *state)
{
	(void)ui;
	form_revert(state);
}

/* --- entries ----------------------------------------------------------------- */

static void move_down(struct ui *ui, void *form)
{
	(void)ui;
	form_move_entry(form, 1);
}

static void move_up(struct ui *ui, void *form)
{
	(void)ui;
	form_move_entry(form, -1);
}

static void mark(struct ui *ui, void *form)
{
	(void)ui;
	here(form)->marked = !here(form)->marked;
	form_move(form, 1);
}

static const struct command rows[] = {
	{ "Enter F4", "choose", N_("List of values"), choose, N_("choose"), on_choices },
	{ "Enter", "open", N_("Open the entry"), open_entry, N_("open"), on_entry },
	{ "Enter", "change-value", N_("Change the attribute's value"), change_value, N_("change"),
	  on_typed_attribute },
	{ "Enter a", "add", N_("Add an entry or an attribute"), add, N_("add"), on_add },
	{ "Enter", "finish", N_("Press the button"), finish, .can = on_button },
	{ "Tab Down Enter j", "next", N_("Next field or line"), next, N_("next"), .moves = true },
	{ "Shift-Tab Up k", "previous", N_("Previous field or line"), previous, .moves = true },
	{ "PgDn Ctrl-f", "next-section", N_("Next section"), next_section, .moves = true },
	{ "PgUp Ctrl-b", "previous-section", N_("Previous section"), previous_section,
	  .moves = true },
	{ "Home g", "first", N_("First line"), first, .moves = true },
	{ "End G", "last", N_("Last line"), last, .moves = true },
	{ "a", "add-here", N_("Add another one to this list"), add, N_("add"), on_part },
	{ "d Del", "remove", N_("Remove this one, or those marked; u brings them back"),
	  form_remove, N_("remove"), on_part },
	{ "u", "bring-back", N_("Bring back what was removed last"), form_bring_back,
	  N_("bring back"), can_bring_back },
	{ "p", "primary", N_("Make this one, or those marked, the primary one of its type"),
	  form_make_primary, N_("primary"), has_primary },
	{ "Space", "mark", N_("Mark the entry"), mark, N_("mark"), on_entry },
	{ "n", "rename", N_("Give the attribute another name"), rename_attribute, N_("name"),
	  on_attribute },
	{ "J", "move-down", N_("Move the entry down"), move_down, N_("move"), has_order },
	{ "K", "move-up", N_("Move the entry up"), move_up, .can = has_order },
	{ "Ctrl-r", "revert", N_("The field's value as it was loaded"), revert, N_("as loaded"),
	  is_changed },
};
const struct command_table form_commands = COMMAND_TABLE(rows);
