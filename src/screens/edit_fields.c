/* SPDX-License-Identifier: ISC */
#include "screens/edit_fields.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "screens/app_state.h"
#include "screens/choices.h"
#include "screens/edit_attribute.h"
#include "screens/edit_entry.h"
#include "screens/edit_session.h"
#include "screens/wrapped.h"
#include "ui/draw.h"
#include "ui/form.h"
#include "work/entry_choice.h"

enum { TEXT_COL = 3 }; /* behind the sign */

/* --- what the form asks ---------------------------------------------------- */

/* What an entry is known by comes with the value that it is. */
static void name_entry(struct edit_fields *fields, const char *value)
{
	struct edit_session *session = fields->session;
	const struct field *field = fields->place.list ? entry_choice_field(fields->place.list) : NULL;

	if (!field)
		return;
	entry_choice_name(session->edit, fields->place, field, choices_label(session->choices, field, value));
	form_refresh(fields->form);
}

static void chosen(void *data, const char *value)
{
	struct edit_fields *fields = data;

	if (value) {
		form_put_text(fields->form, value);
		name_entry(fields, value);
	}
	ui_touch(fields->session->app->ui);
}

static void choose(void *data, struct place place, const struct field *field, const char *typed)
{
	struct edit_fields *fields = data;
	struct edit_session *session = fields->session;
	char *current = field_text(field, edit_object(session->edit, place));

	choices_open(session->choices, field, current, typed, chosen, fields);
	free(current);
}

static const char *label(void *data, const struct field *field, const char *value)
{
	const struct edit_fields *fields = data;

	return choices_label(fields->session->choices, field, value);
}

static void open_entry(void *data, struct place place)
{
	edit_entry_open(((struct edit_fields *)data)->session, place, NULL);
}

static void add_entry(void *data, const struct field *list)
{
	edit_entry_add(((struct edit_fields *)data)->session, list);
}

static void add_attribute(void *data, const struct field *map)
{
	edit_attribute_add(data, map);
}

static void rename_attribute(void *data, const struct field *map, size_t i)
{
	edit_attribute_rename(data, map, i);
}

static void changed(void *data)
{
	edit_session_changed(((struct edit_fields *)data)->session);
}

static void button_pressed(void *data)
{
	struct edit_fields *fields = data;

	fields->finish(fields);
}

static const struct form_client client = {
	.choose = choose,
	.label = label,
	.open_entry = open_entry,
	.add_entry = add_entry,
	.add_attribute = add_attribute,
	.rename_attribute = rename_attribute,
	.changed = changed,
	.finish = button_pressed,
};

/* --- begin and end --------------------------------------------------------- */

void edit_fields_begin(struct edit_fields *fields, struct edit_session *session, struct place place,
		       const char *button, void (*finish)(struct edit_fields *fields))
{
	*fields = (struct edit_fields){ .session = session, .place = place, .finish = finish };
	fields->form =
		form_new(session->edit, place, &session->complaints, button, &client, fields);
}

void edit_fields_end(struct edit_fields *fields)
{
	form_free(fields->form);
	fields->form = NULL;
}

/* --- on the screen --------------------------------------------------------- */

static bool is_about_all(const struct edit_fields *fields, const struct complaint *complaint)
{
	return !complaint->field && complaint->place.list == fields->place.list &&
	       complaint->place.entry == fields->place.entry;
}

static void blank_rows(const struct canvas *canvas, int row, int rows)
{
	for (int i = 0; i < rows; i++)
		draw_blank_row(canvas, row + i);
}

/* Returns the row below. */
static int draw_complaints(const struct edit_fields *fields, const struct canvas *canvas)
{
	const struct complaints *complaints = &fields->session->complaints;
	int row = 0;

	for (size_t i = 0; i < complaints->count && row < canvas->rows / 2; i++) {
		const struct complaint *complaint = &complaints->rows[i];
		enum role role = complaint->warning ? ROLE_CHANGED : ROLE_ERROR;

		if (!is_about_all(fields, complaint))
			continue;
		blank_rows(canvas, row, wrapped_rows(complaint->text, canvas->cols - TEXT_COL));
		draw_text(canvas, row, 0, role, complaint->warning ? "?" : "!");
		row += wrapped_draw(canvas, row, TEXT_COL, canvas->cols - TEXT_COL, role,
				    complaint->text);
	}
	return row;
}

void edit_fields_draw(struct edit_fields *fields, struct canvas *canvas)
{
	int top = draw_complaints(fields, canvas);
	struct canvas form = draw_part(canvas, top, 0, canvas->rows - top, canvas->cols);

	form_draw(fields->form, &form);
}
