/* SPDX-License-Identifier: ISC */
#include "screens/edit_entry.h"

#include "base/i18n.h"
#include "model/price_list.h"
#include "schema/entries.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/edit.h"
#include "screens/edit_chosen.h"
#include "screens/edit_fields.h"
#include "screens/edit_review.h"
#include "screens/edit_session.h"
#include "screens/price_matrix.h"
#include "ui/form.h"
#include "ui/screen.h"

struct entry_form {
	struct edit_session *session;
	struct edit_fields fields;
	struct json *untouched; /* a new entry as it began; NULL: it was there before */
};

struct argument {
	struct edit_session *session;
	struct place place;
	const struct field *field;
	bool is_new;
};

/* A new entry that nobody put anything into is none. */
static void forget_untouched(struct entry_form *entry)
{
	struct edit *edit = entry->session->edit;
	struct place place = entry->fields.place;

	if (!entry->untouched || !json_equal(edit_object(edit, place), entry->untouched))
		return;
	edit_remove_entry(edit, place);
	edit_session_changed(entry->session);
}

/* --- commands -------------------------------------------------------------- */

static void go_back(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
}

static void review(struct ui *ui, void *state)
{
	(void)ui;
	edit_review_start(((struct entry_form *)state)->session);
}

static const struct command entry_commands[] = {
	{ "Esc F12 F3 q", "back", N_("Back to the record's form; what was typed stays in it"),
	  go_back, .hint = N_("back") },
	{ "F2 Ctrl-s Alt-s", "review", N_("Review all changes of the record, and save"), review,
	  .hint = N_("review") },
};

/* --- screen ---------------------------------------------------------------- */

static void done(struct edit_fields *fields)
{
	if (form_commit(fields->form))
		ui_pop(fields->session->app->ui);
}

static void open_screen(struct ui *ui, void *state, void *data)
{
	struct entry_form *entry = state;
	const struct argument *argument = data;

	(void)ui;
	entry->session = argument->session;
	if (argument->is_new)
		entry->untouched = json_copy(edit_object(entry->session->edit, argument->place));
	edit_fields_begin(&entry->fields, entry->session, argument->place, _("Back to the record"),
			  done);
	if (argument->field)
		form_go_to(entry->fields.form, argument->place, argument->field);
}

static void close_screen(struct ui *ui, void *state)
{
	struct entry_form *entry = state;

	(void)ui;
	edit_fields_end(&entry->fields);
	forget_untouched(entry);
	json_free(entry->untouched);
}

static bool see_key(struct ui *ui, void *state, const struct key *key)
{
	(void)ui;
	return form_key(((struct entry_form *)state)->fields.form, key);
}

static bool typing(struct ui *ui, void *state)
{
	(void)ui;
	return form_is_typing(((struct entry_form *)state)->fields.form);
}

static void *part(void *state)
{
	return ((struct entry_form *)state)->fields.form;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	(void)ui;
	edit_fields_draw(&((struct entry_form *)state)->fields, canvas);
}

/* "Customers > HRB-1042 > Edit > Address 2" */
static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct entry_form *entry = state;
	struct place place = entry->fields.place;
	char number[24];

	(void)ui;
	snprintf(number, sizeof(number), "%zu", place.entry + 1);
	edit_session_write_title(entry->session, left, right);
	fputs(" > ", left);
	fprintf(left, _(place.list->items->nth_label), number);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const char *hint = form_hint(((struct entry_form *)state)->fields.form);

	(void)ui;
	fputs(hint ? hint : "", out);
}

const struct screen_class edit_entry_screen = {
	.name = "entry-form",
	.label = N_("Form of an entry"),
	.state_size = sizeof(struct entry_form),
	COMMANDS(entry_commands),
	.part_commands = &form_commands,
	.part = part,
	.open = open_screen,
	.key = see_key,
	.typing = typing,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

/* Prices are changed in their table. */
static bool show_prices(struct edit_session *session, struct place place)
{
	const char *tier = NULL;
	int64_t at_quantity = 0;

	if (place.list != resource_prices(session->resource))
		return false;
	price_list_key(edit_object(session->edit, place), &tier, &at_quantity);
	price_matrix_show(session, tier, at_quantity);
	return true;
}

void edit_entry_open(struct edit_session *session, struct place place, const struct field *field)
{
	if (show_prices(session, place))
		return;
	struct argument argument = { session, place, field, false };

	ui_push(session->app->ui, &edit_entry_screen, &argument);
}

/* --- a new one ------------------------------------------------------------- */

void edit_entry_add(struct edit_session *session, const struct field *list)
{
	if (show_prices(session, (struct place){ list, ENTRY_NEW }))
		return;
	if (edit_chosen_add(session, list))
		return;
	size_t i = edit_add_entry(session->edit, list, edit_missing_group(session->edit, list));
	struct argument argument = { session, { list, i }, NULL, true };

	edit_session_changed(session);
	ui_push(session->app->ui, &edit_entry_screen, &argument);
}
