/* SPDX-License-Identifier: ISC */
#include "screens/login_form.h"

#include "base/i18n.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/target.h"

enum {
	TEXT_COL = 3,
	FIELD_COL = 22,
	FIELD_COLS = 50,
	FIELD_MAX_BYTES =
		16 * 1024, /* an access token of a large organization has some kilobytes */
};

static size_t way_count(void)
{
	size_t count = 0;

	while (login_way_at(count))
		count++;
	return count;
}

size_t login_form_size(const struct login_form *form)
{
	return form->way ? login_way_size(form->way) : way_count();
}

void login_form_ask(struct login_form *form, const struct login_way *way, const char *org_code,
		    const char *client_id)
{
	struct credentials known = { .org_code = org_code, .client_id = client_id };

	login_form_finish(form);
	form->way = way;
	for (size_t i = 0; i < login_way_size(way); i++)
		line_edit_init(&form->edits[i], *login_way_text(&known, &way->fields[i]),
			       FIELD_MAX_BYTES, way->fields[i].secret);
	while (form->cursor + 1 < login_way_size(way) && form->edits[form->cursor].len)
		form->cursor++;
}

void login_form_choose(struct login_form *form)
{
	size_t cursor = 0;

	while (form->way && login_way_at(cursor) != form->way)
		cursor++;
	login_form_finish(form);
	form->cursor = cursor;
}

void login_form_finish(struct login_form *form)
{
	for (size_t i = 0; form->way && i < login_way_size(form->way); i++)
		line_edit_finish(&form->edits[i]);
	*form = (struct login_form){ 0 };
}

void login_form_forget_secret(struct login_form *form)
{
	for (size_t i = 0; form->way && i < login_way_size(form->way); i++)
		if (form->way->fields[i].secret) {
			line_edit_set(&form->edits[i], NULL);
			form->cursor = i;
		}
}

void login_form_move(struct login_form *form, int rows)
{
	long size = (long)login_form_size(form);

	form->cursor = (size_t)(((long)form->cursor + rows + size) % size);
}

bool login_form_key(struct login_form *form, const struct key *key)
{
	return form->way && line_edit_key(&form->edits[form->cursor], key);
}

bool login_form_read(struct login_form *form, struct credentials *credentials, struct error *err)
{
	*credentials =
		(struct credentials){ .login = form->way->kind, .org_code = "", .client_id = "" };
	for (size_t i = 0; i < login_way_size(form->way); i++) {
		const struct login_field *field = &form->way->fields[i];

		if (!form->edits[i].len) {
			form->cursor = i;
			return error_set(err, ERROR_INPUT, _("%s is needed"), _(field->label));
		}
		*login_way_text(credentials, field) = form->edits[i].text;
	}
	return true;
}

static void draw_choice(const struct login_form *form, const struct canvas *canvas)
{
	for (size_t i = 0; i < way_count(); i++) {
		const struct login_way *way = login_way_at(i);
		bool here = i == form->cursor;
		int row = (int)i;

		draw_text(canvas, row, 0, ROLE_NORMAL, here ? ">" : " ");
		draw_format(canvas, row, TEXT_COL, ROLE_HINT_KEY, "%zu", i + 1);
		draw_text(canvas, row, TEXT_COL + 2, here ? ROLE_KEY_CELL : ROLE_NORMAL,
			  _(way->label));
		draw_text(canvas, row, FIELD_COL, ROLE_DIM, _(way->note));
		if (here)
			draw_cursor(canvas, row, TEXT_COL + 2);
	}
}

static void draw_fields(struct login_form *form, const struct canvas *canvas)
{
	int room = canvas->cols - FIELD_COL - 3;
	int width = room < FIELD_COLS ? room : FIELD_COLS;

	for (size_t i = 0; i < login_way_size(form->way); i++) {
		bool here = i == form->cursor;
		int row = (int)i;

		draw_text(canvas, row, 0, ROLE_NORMAL, here ? ">" : " ");
		draw_text(canvas, row, TEXT_COL, ROLE_LABEL, _(form->way->fields[i].label));
		draw_text(canvas, row, FIELD_COL, ROLE_NORMAL, "[");
		line_edit_draw(&form->edits[i], canvas, row, FIELD_COL + 1, width, here);
		draw_text(canvas, row, FIELD_COL + 1 + width, ROLE_NORMAL, "]");
	}
}

/* A way is chosen by it, a field gets the focus. */
static bool click(void *data, size_t row)
{
	struct login_form *form = data;

	form->cursor = row;
	return !form->way;
}

static const struct target_class target = { .click = click };

void login_form_draw(struct login_form *form, const struct canvas *canvas)
{
	for (size_t i = 0; i < login_form_size(form); i++)
		target_item(canvas, (int)i, 0, 1, canvas->cols, &target, form, i);
	if (form->way)
		draw_fields(form, canvas);
	else
		draw_choice(form, canvas);
}
