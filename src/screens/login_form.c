/* SPDX-License-Identifier: ISC */
#include "screens/login_form.h"

#include "base/i18n.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/target.h"

enum {
	TEXT_COL = 3,
	NOTE_COL = 24,
	FIELD_COL = 22,
	FIELD_COLS = 50,
	FIELD_MAX_BYTES =
		16 * 1024, /* an access token of a large organization has some kilobytes */
};

size_t login_form_size(const struct login_form *form)
{
	return form->way ? form->way->field_count : form->ways.count;
}

void login_form_init_take(struct login_form *form, struct login_ways ways, size_t row)
{
	*form = (struct login_form){ .ways = ways };
	for (size_t i = ways.count; i-- > 0;)
		if (ways.ways[i].row == row)
			form->cursor = i;
	while (form->cursor > 0 &&
	       ways.ways[form->cursor - 1].service == ways.ways[form->cursor].service)
		form->cursor--;
}

static void forget_fields(struct login_form *form)
{
	for (size_t i = 0; form->way && i < form->way->field_count; i++)
		line_edit_finish(&form->edits[i]);
	form->way = NULL;
	form->cursor = 0;
}

void login_form_finish(struct login_form *form)
{
	forget_fields(form);
	login_ways_finish(&form->ways);
}

void login_form_ask(struct login_form *form, const struct login_way *way,
		    const struct credentials *known)
{
	struct credentials texts = *known;

	forget_fields(form);
	form->way = way;
	for (size_t i = 0; i < way->field_count; i++)
		line_edit_init(&form->edits[i], *login_way_text(&texts, &way->fields[i]),
			       FIELD_MAX_BYTES, way->fields[i].secret);
	while (form->cursor + 1 < way->field_count && form->edits[form->cursor].len)
		form->cursor++;
}

void login_form_choose(struct login_form *form)
{
	size_t cursor = form->way ? (size_t)(form->way - form->ways.ways) : form->cursor;

	forget_fields(form);
	form->cursor = cursor;
}

/* Of the same service: PgDn goes from one to the other. */
static bool is_beside(const struct login_form *form, const struct login_way *way)
{
	return !way->sandbox && way->row == form->way->row;
}

size_t login_form_ways(const struct login_form *form, size_t *number)
{
	size_t count = 0;

	for (size_t i = 0; form->way && i < form->ways.count; i++) {
		count += is_beside(form, &form->ways.ways[i]);
		if (&form->ways.ways[i] == form->way)
			*number = count;
	}
	return count;
}

const struct login_way *login_form_next_way(const struct login_form *form)
{
	size_t count = form->ways.count, at = form->way ? (size_t)(form->way - form->ways.ways) : 0;

	for (size_t i = 1; form->way && i < count; i++) {
		const struct login_way *way = &form->ways.ways[(at + i) % count];

		if (is_beside(form, way))
			return way;
	}
	return NULL;
}

void login_form_forget_secret(struct login_form *form)
{
	for (size_t i = form->way ? form->way->field_count : 0; i-- > 0;)
		if (form->way->fields[i].secret && !form->way->fields[i].kept) {
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
	*credentials = (struct credentials){ .login = form->way->kind, .org_code = "",
					     .client_id = "", .user_code = "" };
	for (size_t i = 0; i < form->way->field_count; i++) {
		const struct login_field *field = &form->way->fields[i];

		if (!form->edits[i].len) {
			form->cursor = i;
			return error_set(err, ERROR_INPUT, _("%s is needed"), _(field->label));
		}
		*login_way_text(credentials, field) = form->edits[i].text;
	}
	return true;
}

/* Where services are to be told apart, the first way of each has its name above it. */
static bool has_heading(const struct login_form *form, size_t i)
{
	const struct login_way *ways = form->ways.ways;

	return form->ways.many_services && (i == 0 || ways[i].service != ways[i - 1].service);
}

static int row_of_way(const struct login_form *form, size_t i)
{
	int row = (int)i;

	for (size_t at = 0; at <= i && at < form->ways.count; at++)
		row += has_heading(form, at);
	return row;
}

int login_form_rows(const struct login_form *form)
{
	if (form->way)
		return (int)form->way->field_count;
	return form->ways.count ? row_of_way(form, form->ways.count - 1) + 1 : 0;
}

static void draw_way(const struct login_form *form, const struct canvas *canvas, size_t i)
{
	const struct login_way *way = &form->ways.ways[i];
	bool here = i == form->cursor;
	int row = row_of_way(form, i);

	if (has_heading(form, i))
		draw_text(canvas, row - 1, TEXT_COL, ROLE_COLUMN, way->service);
	draw_text(canvas, row, 0, ROLE_NORMAL, here ? ">" : " ");
	draw_format(canvas, row, TEXT_COL, ROLE_HINT_KEY, "%zu", i + 1);
	draw_text(canvas, row, TEXT_COL + 2, here ? ROLE_KEY_CELL : ROLE_NORMAL, _(way->label));
	draw_text(canvas, row, NOTE_COL, ROLE_DIM, _(way->note));
	if (here)
		draw_cursor(canvas, row, TEXT_COL + 2);
}

static void draw_choice(const struct login_form *form, const struct canvas *canvas)
{
	for (size_t i = 0; i < form->ways.count; i++)
		draw_way(form, canvas, i);
}

static void draw_fields(struct login_form *form, const struct canvas *canvas)
{
	int room = canvas->cols - FIELD_COL - 3;
	int width = room < FIELD_COLS ? room : FIELD_COLS;

	for (size_t i = 0; i < form->way->field_count; i++) {
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
		target_item(canvas, form->way ? (int)i : row_of_way(form, i), 0, 1, canvas->cols,
			    &target, form, i);
	if (form->way)
		draw_fields(form, canvas);
	else
		draw_choice(form, canvas);
}
