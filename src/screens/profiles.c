/* SPDX-License-Identifier: ISC */
#include "screens/profiles.h"

#include <stdlib.h>

#include "api/client.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "screens/app.h"
#include "screens/app_state.h"
#include "screens/profiles_switch.h"
#include "screens/wrapped.h"
#include "store/config.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/table.h"

enum { CELL_NAME, CELL_SERVICE, CELL_ORGANIZATION, CELL_ADDRESS, CELL_KIND, CELL_COUNT };

enum { WIDE_COLS = 120, BELOW_ROWS = 3, BELOW_COL = 3 };

struct profiles {
	struct app *app;
	struct table table;
	int cols;
	char *texts[CELL_COUNT]; /* of the row that was asked for last */
};

/* --- rows ------------------------------------------------------------------ */

static const struct profile_row *row_at(const struct profiles *profiles, size_t row)
{
	return &profiles->app->at.list.rows[row];
}

static bool is_in_use(const struct profiles *profiles, size_t row)
{
	return profiles->app->at.row == row;
}

static size_t row_count(void *data)
{
	return ((const struct profiles *)data)->app->at.list.count;
}

static void put(struct profiles *profiles, size_t cell, char *text)
{
	free(profiles->texts[cell]);
	profiles->texts[cell] = text;
}

/* The name of the one that is logged in to, else what the profile says. */
static char *organization(const struct profiles *profiles, size_t row)
{
	const struct client *client = profiles->app->client;

	if (is_in_use(profiles, row) && client && *client_info(client).organization)
		return xstrdup(client_info(client).organization);
	return xstrdup(profile_row_organization(row_at(profiles, row)));
}

static char *kind(const struct profiles *profiles, size_t row)
{
	char *kind = profile_row_kind(row_at(profiles, row));

	if (!is_in_use(profiles, row))
		return kind;
	char *text = xasprintf("%s, %s", _("in use"), kind);
	free(kind);
	return text;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct profiles *profiles = data;

	put(profiles, CELL_NAME, profile_row_name(row_at(profiles, row)));
	put(profiles, CELL_SERVICE, profile_row_service(row_at(profiles, row)));
	put(profiles, CELL_ORGANIZATION, organization(profiles, row));
	put(profiles, CELL_ADDRESS, profile_row_address(row_at(profiles, row)));
	put(profiles, CELL_KIND, kind(profiles, row));
	return (const char *const *)profiles->texts;
}

static const struct table_source rows = { .count = row_count, .cells = row_cells };

static void choose_columns(struct profiles *profiles, int cols)
{
	bool wide = cols >= WIDE_COLS;
	const struct table_column columns[] = {
		{ .label = _("Profile"), .width_cols = wide ? 24 : 15, .cell = CELL_NAME },
		{ .label = _("Service"), .width_cols = 16, .cell = CELL_SERVICE },
		{ .label = _("Organization"), .width_cols = wide ? 28 : 14, .cell = CELL_ORGANIZATION },
		{ .label = _("State"), .width_cols = wide ? 26 : 0, .cell = CELL_KIND },
		{ .label = _("Address"), .cell = CELL_ADDRESS },
	};

	profiles->cols = cols;
	table_set_columns(&profiles->table, columns, wide ? 5 : 4); /* else the message row has it */
}

/* --- commands -------------------------------------------------------------- */

/* What is in use already is merely gone back to, unless it is a login that is typed anew. */
static void use(struct ui *ui, void *state)
{
	const struct profiles *profiles = state;
	size_t row = profiles->table.cursor;

	if (is_in_use(profiles, row) && !row_at(profiles, row)->is_by_hand && ui_depth(ui) > 1)
		ui_pop(ui);
	else
		profiles_switch(profiles->app, row);
}

static const struct command profiles_commands[] = {
	{ "Enter", "use", N_("Work with this profile from now on"), use, .hint = N_("use it") },
};

/* --- screen ---------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *state, void *argument)
{
	struct profiles *profiles = state;

	(void)argument;
	profiles->app = app_of(ui);
	table_init(&profiles->table, &rows, profiles);
	table_move_to(&profiles->table, profiles->app->at.row);
}

static void close_screen(struct ui *ui, void *state)
{
	struct profiles *profiles = state;

	(void)ui;
	table_finish(&profiles->table);
	for (size_t i = 0; i < CELL_COUNT; i++)
		free(profiles->texts[i]);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	(void)state;
	(void)right;
	fputs(_("Profiles"), left);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct profiles *profiles = state;
	char *address = profile_row_address(row_at(profiles, profiles->table.cursor));

	(void)ui;
	fprintf(out, _("%zu of %zu: %s"), profiles->table.cursor + 1, row_count(state), address);
	free(address);
}

/* Where profiles come from. */
static void draw_below(const struct profiles *profiles, const struct canvas *canvas)
{
	const struct config *config = profiles->app->options->config;

	char *text = xasprintf(config->found ? _("Profiles are written in %s.")
					     : _("There is no configuration file: %s would be it."),
			       config->path ? config->path : "?");

	wrapped_draw(canvas, 1, BELOW_COL, canvas->cols - BELOW_COL, ROLE_DIM, text);
	free(text);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct profiles *profiles = state;
	int table_rows = canvas->rows - BELOW_ROWS;
	struct canvas table = draw_part(canvas, 0, 0, table_rows, canvas->cols);
	struct canvas below = draw_part(canvas, table_rows, 0, BELOW_ROWS, canvas->cols);

	(void)ui;
	if (profiles->cols != canvas->cols)
		choose_columns(profiles, canvas->cols);
	draw_below(profiles, &below);
	table_draw(&profiles->table, &table);
}

static void *part(void *state)
{
	return &((struct profiles *)state)->table;
}

const struct screen_class profiles_screen = {
	.name = "profiles",
	.label = N_("Profiles"),
	.state_size = sizeof(struct profiles),
	COMMANDS(profiles_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void profiles_open(struct ui *ui)
{
	ui_push(ui, &profiles_screen, NULL);
}
