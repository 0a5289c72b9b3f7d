/* SPDX-License-Identifier: ISC */
#include "screens/entry.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "screens/page_view.h"
#include "screens/reader.h"
#include "ui/ui.h"

struct entry {
	char *title;
	struct json *object; /* what the view borrows from */
	struct page_view view;
};

struct argument {
	const char *title;
	const struct page_line *line;
};

/* "Customers > HRB-1042 > Dock Street 12": the entry's own name, else the line's. */
static char *breadcrumb(const char *title, const struct page_line *line)
{
	const struct field *name = NULL;
	char *text = NULL;

	if (line->items && line->items->title)
		name = schema_field(line->items, line->items->title);
	if (name && line->entry)
		text = field_text(name, line->entry);
	char *whole = xasprintf("%s > %s", title, text && *text ? text : line->label);
	free(text);
	return whole;
}

static void entry_screen_open(struct ui *ui, void *state, void *data)
{
	struct entry *entry = state;
	struct argument *argument = data;
	struct record_page page;

	(void)ui;
	entry->title = xstrdup(argument->title);
	entry->object = json_copy(argument->line->entry);
	record_page_init_entry(&page, argument->line->items, entry->object);
	page_view_set(&entry->view, page);
}

static void entry_close(struct ui *ui, void *state)
{
	struct entry *entry = state;

	(void)ui;
	page_view_finish(&entry->view);
	json_free(entry->object);
	free(entry->title);
}

static void entry_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	(void)right;
	fputs(((struct entry *)state)->title, left);
}

static void entry_draw(struct ui *ui, void *state, struct canvas *canvas)
{
	(void)ui;
	page_view_draw(&((struct entry *)state)->view, canvas);
}

static void *entry_part(void *state)
{
	return &((struct entry *)state)->view;
}

static void open_line(struct ui *ui, void *state)
{
	struct entry *entry = state;

	page_view_open_line(&entry->view, ui, entry->title);
}

static const struct command entry_commands[] = {
	{ "Enter", "open", N_("Show the line under the cursor in full"), open_line,
	  .hint = N_("in full") },
};

const struct screen_class entry_screen = {
	.name = "entry",
	.label = N_("Entry of a record"),
	.state_size = sizeof(struct entry),
	COMMANDS(entry_commands),
	.part_commands = &page_view_commands,
	.part = entry_part,
	.open = entry_screen_open,
	.draw = entry_draw,
	.title = entry_title,
	.close = entry_close,
};

void entry_open(struct ui *ui, const char *title, const struct page_line *line)
{
	char *whole = breadcrumb(title, line);
	struct argument argument = { whole, line };

	if (line->entry)
		ui_push(ui, &entry_screen, &argument);
	else
		reader_open(ui, whole, *line->text ? line->text : "-");
	free(whole);
}
