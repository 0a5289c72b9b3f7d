/* SPDX-License-Identifier: ISC */
#include "screens/login_state.h"

#include "api/profile.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/login.h"
#include "screens/wrapped.h"
#include "ui/draw.h"

enum {
	FORM_ROW = 2, /* below a line and the reason */
	TEXT_COL = 3,
};

/* Where it opens with the fields of one way, that there are others is said beside the key. */
static void write_ways(const struct login_form *form, FILE *out)
{
	size_t number, count = login_form_ways(form, &number);

	if (count > 1)
		fprintf(out, _("way %zu of %zu, PgDn: another"), number, count);
}

void login_write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct profile *profile = at_profile(app_of(ui));
	const struct login_form *form = &((struct login *)state)->form;
	bool is_open = !form->way && form->ways.many_services; /* whose it will be, the choice tells */

	fputs(_("Log in"), left);
	if (profile->name && !is_open)
		fprintf(left, " > %s", profile->name);
	write_ways(form, right);
}

/* Why it is asked, and to whom a secret will go. */
static void draw_first_line(const struct login *login, const struct canvas *canvas)
{
	const struct profile *profile = at_profile(login->app);

	if (login->reason)
		draw_text(canvas, 1, 1, ROLE_QUESTION, login->reason);
	else if (login->form.way)
		draw_format(canvas, 1, 1, ROLE_QUESTION, _("%s for %s"), _(login->form.way->label),
			    profile_url(profile));
	else
		draw_text(canvas, 1, 1, ROLE_QUESTION, _("How do you want to log in?"));
}

static void draw_outcome(const struct login *login, const struct canvas *canvas, int row)
{
	if (login->error.code) {
		draw_text(canvas, row, 0, ROLE_ERROR, "!");
		wrapped_draw(canvas, row, TEXT_COL, canvas->cols - TEXT_COL, ROLE_ERROR,
			     login->error.message);
	} else if (login->busy) {
		draw_text(canvas, row, TEXT_COL, ROLE_NORMAL, _(login->busy));
	}
}

/* The same in the window and in the box: why, the form, what went wrong. */
void login_draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct login *login = state;
	int rows = login_form_rows(&login->form);
	struct canvas form = draw_part(canvas, FORM_ROW, 0, rows, canvas->cols);

	if (ui_top(ui, &login_box))
		draw_rule(canvas, 0);
	draw_first_line(login, canvas);
	login_form_draw(&login->form, &form);
	draw_outcome(login, canvas, FORM_ROW + rows);
}

int login_box_height(struct ui *ui, void *state, int cols)
{
	const struct login *login = state;
	int outcome_rows =
		login->error.code ? wrapped_rows(login->error.message, cols - TEXT_COL) : 1;

	(void)ui;
	return FORM_ROW + login_form_rows(&login->form) + outcome_rows;
}
