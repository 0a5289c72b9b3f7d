/* SPDX-License-Identifier: ISC */
#include "screens/edit.h"

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/changes.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/edit_attribute.h"
#include "screens/edit_begin.h"
#include "screens/edit_entry.h"
#include "screens/edit_fields.h"
#include "screens/edit_leave.h"
#include "screens/edit_review.h"
#include "screens/edit_session.h"
#include "screens/edit_wrong.h"
#include "screens/price_matrix.h"
#include "ui/form.h"
#include "work/trouble.h"

struct edit_form {
	struct edit_session session;
	struct edit_fields fields;
	struct client_call *call; /* of the record that a draft is compared with; NULL: none */
};

/* --- the form -------------------------------------------------------------- */

static void button_pressed(struct edit_fields *fields)
{
	edit_review_start(fields->session);
}

/* The cursor goes to field in place; an entry opens above. */
static void go_to(struct edit_form *form, struct place place, const struct field *field)
{
	if (place.list) {
		form_go_to(form->fields.form, place, NULL);
		edit_entry_open(&form->session, place, field);
	} else if (field) {
		form_go_to(form->fields.form, place, field);
	}
}

static bool only_prices_differ(const struct edit *edit, const struct resource *resource)
{
	struct changes changes;

	changes_find(&changes, edit_base(edit), edit_now(edit));
	bool only = changes.count == 1 && changes.rows[0].field == resource_prices(resource);
	changes_finish(&changes);
	return only;
}

static void show_prices(struct edit_form *form, const char *tier, int64_t at_quantity)
{
	form->session.through_prices = true;
	form_go_to(form->fields.form, (struct place){ 0 }, resource_prices(form->session.resource));
	price_matrix_show(&form->session, tier, at_quantity);
}

/* What decides which fields a new record has to have: company or person. NULL: nothing does. */
static const struct field *deciding_field(const struct schema *schema)
{
	for (size_t i = 0; i < schema->field_count; i++)
		if (schema->fields[i].required_when)
			return schema_field(schema, schema->fields[i].required_when->field);
	return NULL;
}

/* Where a new record has a gap that has to be filled; where it has none, what decides about that. NULL: the
 * form's first line. */
static const struct field *first_of_new(const struct edit *edit)
{
	const struct schema *schema = record_schema(edit_now(edit));
	const struct json *object = record_tree(edit_now(edit));

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];

		if (field->kind->scalar && field_is_required(field, object) && !field_value(field, object))
			return field;
	}
	return deciding_field(schema);
}

static void do_first(struct edit_form *form, const struct edit_argument *argument)
{
	const struct field *field = argument->field;

	if (argument->first == EDIT_GO_TO) {
		if (!field && edit_is_new(form->session.edit))
			field = first_of_new(form->session.edit);
		go_to(form, argument->place, field);
		return;
	}
	if (argument->first == EDIT_GO_TO_CHANGED) {
		form_go_to_changed(form->fields.form);
		if (only_prices_differ(form->session.edit, form->session.resource))
			show_prices(form, NULL, 0);
		return;
	}
	if (argument->first == EDIT_PRICES) {
		show_prices(form, argument->tier, argument->at_quantity);
		return;
	}
	form_go_to(form->fields.form, (struct place){ 0 }, field);
	if (argument->first == EDIT_RENAME)
		edit_attribute_rename(&form->fields, field, argument->place.entry);
	else
		form_add(form->fields.form, field);
}

/* --- a draft goes on from what the service has by now ------------------------ */

static void meet(struct edit_form *form, struct record *record)
{
	struct ui *ui = form->session.app->ui;
	if (form->session.save) { /* which compares by itself */
		record_free(record);
		return;
	}
	bool reviewing = ui_top(ui, &review_screen); /* F2 may be faster than the service */
	bool clashes = !edit_session_meet_take(&form->session, record);

	edit_wrong_go_back(&form->session); /* the entry in a form above may be another one by now */
	if (clashes || (reviewing && edit_is_changed(form->session.edit)))
		edit_review_open(&form->session);
	else if (!edit_is_changed(form->session.edit))
		ui_message(ui, ROLE_MESSAGE, "%s",
			   _("The service has all that this draft was to change."));
}

/* What was typed is worth more than what is not known: a save compares again. */
static void record_came(void *data, struct record *record, const struct failure *failure)
{
	struct edit_form *form = data;
	struct error err;

	form->call = NULL;
	if (record) {
		meet(form, record);
	} else {
		trouble_of_known(failure, form->session.resource, form->session.key, &err);
		ui_message(form->session.app->ui, ROLE_ERROR,
			   _("Not compared with the service yet: %s"), err.message);
	}
	ui_touch(form->session.app->ui);
}

static void compare_draft(struct edit_form *form)
{
	form->call = client_get(form->session.app->client, form->session.resource,
				form->session.key, record_came, form);
}

/* --- commands -------------------------------------------------------------- */

static bool has_changes(struct ui *ui, void *state)
{
	(void)ui;
	return edit_session_is_changed(&((struct edit_form *)state)->session);
}

static void review(struct ui *ui, void *state)
{
	(void)ui;
	edit_review_start(&((struct edit_form *)state)->session);
}

static void leave(struct ui *ui, void *state)
{
	(void)ui;
	edit_leave_open(&((struct edit_form *)state)->session);
}

static void go_back(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
}

static const struct command edit_commands[] = {
	{ "F2 Ctrl-s Alt-s", "review", N_("Review all changes, and save"), review,
	  .hint = N_("review and save") },
	{ "Esc F12 F3 q", "leave", N_("Leave: s saves, d discards, Esc keeps editing"), leave,
	  .hint = N_("leave (s save, d discard)"), .can = has_changes },
	{ "Esc F12 F3 q", "back", N_("One screen back: nothing was changed"), go_back,
	  .hint = N_("back") },
};

/* --- screen ---------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *state, void *data)
{
	struct edit_form *form = state;
	const struct edit_argument *argument = data;
	struct edit_session *session = &form->session;

	edit_session_init(session, app_of(ui), argument->resource,
			  record_key(edit_base(argument->edit)), form);
	session->note = argument->note ? xstrdup(argument->note) : NULL;
	edit_session_begin_take(session, argument->edit, argument->draft_id);
	edit_fields_begin(&form->fields, session, (struct place){ 0 }, _("Review and save"),
			  button_pressed);
	session->form = form->fields.form;
	do_first(form, argument);
	session->drops = argument->review;
	if (argument->review) {
		edit_session_check(session); /* for its warnings */
		edit_review_open(session);
	}
	if (argument->again)
		edit_session_changed(session);
	if ((argument->draft_id || argument->again) && !edit_is_new(session->edit))
		compare_draft(form);
}

static void close_screen(struct ui *ui, void *state)
{
	struct edit_form *form = state;

	(void)ui;
	client_cancel(form->call);
	edit_fields_end(&form->fields);
	edit_session_finish(&form->session);
}

/* Entries may have come or gone in the forms above. */
static void resume(struct ui *ui, void *state)
{
	struct edit_form *form = state;

	(void)ui;
	form_refresh(form->fields.form);
}

static bool see_key(struct ui *ui, void *state, const struct key *key)
{
	struct edit_form *form = state;

	(void)ui;
	return form_key(form->fields.form, key);
}

static bool typing(struct ui *ui, void *state)
{
	const struct edit_form *form = state;

	(void)ui;
	return form_is_typing(form->fields.form);
}

static void *part(void *state)
{
	return ((struct edit_form *)state)->fields.form;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct edit_form *form = state;

	(void)ui;
	edit_fields_draw(&form->fields, canvas);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	edit_session_write_title(&((struct edit_form *)state)->session, left, right);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const char *hint = form_hint(((struct edit_form *)state)->fields.form);

	(void)ui;
	fputs(hint ? hint : "", out);
}

const struct screen_class edit_screen = {
	.name = "form",
	.label = N_("Form"),
	.state_size = sizeof(struct edit_form),
	COMMANDS(edit_commands),
	.part_commands = &form_commands,
	.part = part,
	.open = open_screen,
	.resume = resume,
	.key = see_key,
	.typing = typing,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};
