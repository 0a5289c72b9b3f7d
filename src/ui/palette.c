/* SPDX-License-Identifier: ISC */
#include "ui/palette.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/command_list.h"
#include "ui/keys.h"
#include "ui/line_edit.h"
#include "ui/screen.h"
#include "ui/target.h"

enum { MAX_LEN = 200, MAX_LINES = 5 }; /* each line is bytes in every letter */

enum { LABEL_COL = 3, GAP = 2 };

/* A palette_line with texts of its own. */
struct offer {
	char *text, *note, *kind, *name;
	void (*run)(void *data, const char *kind, const char *name);
};

struct palette {
	struct command_list list;
	struct offer *offers; /* behind the commands */
	size_t offer_count;
	struct line_edit edit;
	size_t at; /* the line that Enter runs */
};

static size_t line_count(const struct palette *palette)
{
	return palette->list.shown_count + palette->offer_count;
}

bool palette_is_empty(const struct palette *palette)
{
	return line_count(palette) == 0;
}

void palette_add(struct palette *palette, const struct palette_line *line)
{
	palette->offers =
		xreallocarray(palette->offers, palette->offer_count + 1, sizeof(*palette->offers));
	palette->offers[palette->offer_count++] = (struct offer){
		.text = xstrdup(line->text),
		.note = xstrdup(line->note),
		.kind = xstrdup(line->kind ? line->kind : ""),
		.name = xstrdup(line->name ? line->name : ""),
		.run = line->run,
	};
}

static void free_offer(struct offer *offer)
{
	free(offer->text);
	free(offer->note);
	free(offer->kind);
	free(offer->name);
}

static void forget_offers(struct palette *palette)
{
	for (size_t i = 0; i < palette->offer_count; i++)
		free_offer(&palette->offers[i]);
	palette->offer_count = 0;
}

static void narrow(struct ui *ui, struct palette *palette)
{
	command_list_narrow(&palette->list, palette->edit.text);
	forget_offers(palette);
	if (ui->options.offer)
		ui->options.offer(ui->options.data, palette, palette->edit.text);
	palette->at = 0;
}

static void open_palette(struct ui *ui, void *state, void *argument)
{
	struct palette *palette = state;

	palette->list = *(struct command_list *)argument;
	line_edit_init(&palette->edit, NULL, MAX_LEN, false);
	narrow(ui, palette);
}

static void close_palette(struct ui *ui, void *state)
{
	struct palette *palette = state;

	(void)ui;
	command_list_finish(&palette->list);
	forget_offers(palette);
	free(palette->offers);
	line_edit_finish(&palette->edit);
}

static bool key(struct ui *ui, void *state, const struct key *typed)
{
	struct palette *palette = state;

	if (!line_edit_key(&palette->edit, typed))
		return false;
	narrow(ui, palette);
	return true;
}

static void draw_offer(const struct offer *offer, const struct canvas *canvas, int row, enum role role)
{
	int col = draw_text(canvas, row, LABEL_COL, role, offer->text);

	if (*offer->note)
		draw_text(canvas, row, col + 2, ROLE_NORMAL, offer->note);
}

/* One behind the other and plain: every jump to a column and every attribute is bytes in each line of
 * each letter. */
static void draw_line(const struct palette *palette, const struct canvas *canvas, int row, size_t line)
{
	enum role role = line == palette->at ? ROLE_KEY_CELL : ROLE_NORMAL;

	if (line == palette->at)
		draw_text(canvas, row, 0, ROLE_NORMAL, ">");
	if (line >= palette->list.shown_count) {
		draw_offer(&palette->offers[line - palette->list.shown_count], canvas, row, role);
		return;
	}
	const struct command_entry *entry = palette->list.shown[line];
	char *key = xstrndup(entry->keys, strcspn(entry->keys, " ")); /* the first: help has all */
	int room = canvas->cols - LABEL_COL - GAP - text_width(key, strlen(key));
	int cols = text_width(entry->label, strlen(entry->label));

	cols = cols < room ? cols : room;
	draw_cell(canvas, row, LABEL_COL, cols, TEXT_LEFT, role, entry->label);
	draw_text(canvas, row, LABEL_COL + cols + GAP, ROLE_NORMAL, key);
	free(key);
}

static bool click(void *data, size_t line)
{
	((struct palette *)data)->at = line;
	return true;
}

static const struct target_class target = { .click = click };

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct palette *palette = state;
	size_t room = canvas->rows > 2 ? (size_t)canvas->rows - 2 : 0;
	size_t first = palette->at >= room ? palette->at - room + 1 : 0;

	(void)ui;
	draw_rule(canvas, 0);
	if (palette_is_empty(palette))
		draw_text(canvas, 1, 3, ROLE_DIM, _("Nothing is called that."));
	target_area(canvas, &target, palette);
	for (size_t i = 0; i < room && first + i < line_count(palette); i++) {
		target_item(canvas, (int)i + 1, 0, 1, canvas->cols, &target, palette, first + i);
		draw_line(palette, canvas, (int)i + 1, first + i);
	}
	int col = draw_text(canvas, canvas->rows - 1, 1, ROLE_QUESTION, ": ");
	line_edit_draw(&palette->edit, canvas, canvas->rows - 1, col, canvas->cols - col, true);
}

/* Always as high, so that what is typed stays where it is. */
static int height(struct ui *ui, void *state, int cols)
{
	(void)ui;
	(void)state;
	(void)cols;
	return MAX_LINES + 2;
}

static void down(struct ui *ui, void *state)
{
	struct palette *palette = state;

	(void)ui;
	if (palette->at + 1 < line_count(palette))
		palette->at++;
}

static void up(struct ui *ui, void *state)
{
	struct palette *palette = state;

	(void)ui;
	if (palette->at > 0)
		palette->at--;
}

static void run(struct ui *ui, void *state)
{
	struct palette *palette = state;

	if (palette->at < palette->list.shown_count) {
		const struct command_entry entry = *palette->list.shown[palette->at];
		ui_pop(ui);
		command_run_offered(entry.command, ui, entry.state);
	} else if (palette->at < line_count(palette)) {
		struct offer *from = &palette->offers[palette->at - palette->list.shown_count];
		struct offer offer = *from;
		*from = (struct offer){ 0 }; /* closing frees the others */
		ui_pop(ui);
		offer.run(ui->options.data, offer.kind, offer.name);
		free_offer(&offer);
	}
}

static void cancel(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
}

static const struct command palette_commands[] = {
	{ "Enter", "run", N_("Run the line"), run, N_("run") },
	{ "Down Tab", "down", N_("Next line"), down, N_("next") },
	{ "Up Shift-Tab", "up", N_("Previous line"), up },
	{ "Esc Ctrl-c", "cancel", N_("Cancel"), cancel, N_("cancel") },
};
static const struct screen_class palette_screen = {
	.name = "palette",
	.state_size = sizeof(struct palette),
	COMMANDS(palette_commands),
	.open = open_palette,
	.key = key,
	.draw = draw,
	.close = close_palette,
	.height = height,
};

void palette_open(struct ui *ui)
{
	struct command_list list;

	command_list_init(&list, ui, false);
	ui_push(ui, &palette_screen, &list);
}
