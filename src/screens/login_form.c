/* SPDX-License-Identifier: ISC */
#include "screens/login_form.h"

#include "base/i18n.h"
#include "ui/draw.h"
#include "ui/keys.h"

enum {
	TEXT_COL = 3,
	FIELD_COL = 22,
	FIELD_COLS = 50,
	FIELD_MAX_BYTES =
		16 * 1024, /* an access token of a large organization has some kilobytes */
};

#define PLACE(member) offsetof(struct credentials, member)

static const struct login_way ways[] = {
	{ N_("Sandbox"), N_("sample data on this computer, needs no account"), .sandbox = true },
	{ N_("Credentials"), N_("organization code, client id and secret"),
	  .kind = LOGIN_CREDENTIALS,
	  .fields = { { N_("Organization code"), PLACE(org_code) },
		      { N_("Client id"), PLACE(client_id) },
		      { N_("Secret"), PLACE(secret), .secret = true } } },
	{ N_("Access token"), N_("one that you already have"), .kind = LOGIN_TOKEN,
	  .fields = { { N_("Access token"), PLACE(secret), .secret = true } } },
	{ N_("API key"), N_("does not expire"), .kind = LOGIN_API_KEY,
	  .fields = { { N_("API key"), PLACE(secret), .secret = true } } },
};

enum { WAY_COUNT = sizeof(ways) / sizeof(ways[0]) };

const struct login_way *login_way_at(size_t i)
{
	return i < WAY_COUNT ? &ways[i] : NULL;
}

const struct login_way *login_way_of(enum login_kind kind)
{
	size_t i = 0;

	while (ways[i].sandbox || ways[i].kind != kind)
		i++;
	return &ways[i];
}

static size_t field_count(const struct login_way *way)
{
	size_t count = 0;

	while (count < LOGIN_FIELDS_MAX && way->fields[count].label)
		count++;
	return count;
}

size_t login_form_size(const struct login_form *form)
{
	return form->way ? field_count(form->way) : WAY_COUNT;
}

static const char **credential(struct credentials *credentials, const struct login_field *field)
{
	return (const char **)((char *)credentials + field->place);
}

void login_form_ask(struct login_form *form, const struct login_way *way, const char *org_code,
		    const char *client_id)
{
	struct credentials known = { .org_code = org_code, .client_id = client_id };

	login_form_finish(form);
	form->way = way;
	for (size_t i = 0; i < field_count(way); i++)
		line_edit_init(&form->edits[i], *credential(&known, &way->fields[i]),
			       FIELD_MAX_BYTES, way->fields[i].secret);
	while (form->cursor + 1 < field_count(way) && form->edits[form->cursor].len)
		form->cursor++;
}

void login_form_choose(struct login_form *form)
{
	const struct login_way *way = form->way;

	login_form_finish(form);
	form->cursor = way ? (size_t)(way - ways) : 0;
}

void login_form_finish(struct login_form *form)
{
	for (size_t i = 0; form->way && i < field_count(form->way); i++)
		line_edit_finish(&form->edits[i]);
	*form = (struct login_form){ 0 };
}

void login_form_forget_secret(struct login_form *form)
{
	for (size_t i = 0; form->way && i < field_count(form->way); i++)
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
	for (size_t i = 0; i < field_count(form->way); i++) {
		const struct login_field *field = &form->way->fields[i];

		if (!form->edits[i].len) {
			form->cursor = i;
			return error_set(err, ERROR_INPUT, _("%s is needed"), _(field->label));
		}
		*credential(credentials, field) = form->edits[i].text;
	}
	return true;
}

static void draw_choice(const struct login_form *form, const struct canvas *canvas)
{
	for (size_t i = 0; i < WAY_COUNT; i++) {
		bool here = i == form->cursor;
		int row = (int)i;

		draw_text(canvas, row, 0, ROLE_NORMAL, here ? ">" : " ");
		draw_format(canvas, row, TEXT_COL, ROLE_HINT_KEY, "%zu", i + 1);
		draw_text(canvas, row, TEXT_COL + 2, here ? ROLE_KEY_CELL : ROLE_NORMAL,
			  _(ways[i].label));
		draw_text(canvas, row, FIELD_COL, ROLE_DIM, _(ways[i].note));
		if (here)
			draw_cursor(canvas, row, TEXT_COL + 2);
	}
}

static void draw_fields(struct login_form *form, const struct canvas *canvas)
{
	int room = canvas->cols - FIELD_COL - 3;
	int width = room < FIELD_COLS ? room : FIELD_COLS;

	for (size_t i = 0; i < field_count(form->way); i++) {
		bool here = i == form->cursor;
		int row = (int)i;

		draw_text(canvas, row, 0, ROLE_NORMAL, here ? ">" : " ");
		draw_text(canvas, row, TEXT_COL, ROLE_LABEL, _(form->way->fields[i].label));
		draw_text(canvas, row, FIELD_COL, ROLE_NORMAL, "[");
		line_edit_draw(&form->edits[i], canvas, row, FIELD_COL + 1, width, here);
		draw_text(canvas, row, FIELD_COL + 1 + width, ROLE_NORMAL, "]");
	}
}

void login_form_draw(struct login_form *form, const struct canvas *canvas)
{
	if (form->way)
		draw_fields(form, canvas);
	else
		draw_choice(form, canvas);
}
