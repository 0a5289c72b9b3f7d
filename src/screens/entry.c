/* SPDX-License-Identifier: ISC */
#include "screens/entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/copy_record.h"
#include "screens/edit.h"
#include "screens/page_view.h"
#include "screens/reader.h"
#include "screens/record_edit.h"
#include "screens/record_watch.h"

struct entry {
	char *title;
	const struct schema *items;
	struct json *object; /* what the view borrows from */
	struct page_view view;
	const struct resource *resource; /* of the record; NULL: nothing can be edited */
	struct record *record;
	struct place place; /* of the entry, in it */
	struct record_watch watch;
};

struct argument {
	const char *title;
	const struct page_line *line;
	const struct entry_owner *owner; /* NULL: nothing can be edited */
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

static void show(struct entry *entry, const struct schema *items, const struct json *object)
{
	struct json *before = entry->object;
	struct record_page page;

	entry->items = items;
	entry->object = json_copy(object);
	record_page_init_entry(&page, items, entry->object);
	page_view_set(&entry->view, page); /* the old page borrows from before until here */
	json_free(before);
}

/* The record was saved: the entry that stands in this place by now. */
static void record_changed(void *data, const struct record_change *change)
{
	struct entry *entry = data;
	const struct field *list = entry->place.list;

	if (!change->whole || change->resource != entry->resource ||
	    strcmp(change->key, record_key(entry->record)) != 0)
		return;
	record_free(entry->record);
	entry->record =
		record_new_take(entry->resource->schema, json_copy(change->members), NULL);
	const struct json *object =
		json_at(record_value(entry->record, list), entry->place.entry);
	if (object)
		show(entry, list->items, object);
}

static void take_owner(struct entry *entry, struct ui *ui, const struct entry_owner *owner,
		       const struct page_line *line)
{
	entry->resource = owner->resource;
	entry->record = record_copy(owner->record);
	entry->place = (struct place){ line->field, line->index };
	entry->watch = (struct record_watch){ .changed = record_changed, .data = entry };
	record_watch_begin(app_of(ui), &entry->watch);
}

static void entry_screen_open(struct ui *ui, void *state, void *data)
{
	struct entry *entry = state;
	struct argument *argument = data;
	const struct entry_owner *owner = argument->owner;

	entry->title = xstrdup(argument->title);
	if (owner && owner->record && argument->line->items)
		take_owner(entry, ui, owner, argument->line);
	show(entry, argument->line->items, argument->line->entry);
}

static void entry_close(struct ui *ui, void *state)
{
	struct entry *entry = state;

	if (entry->resource)
		record_watch_end(app_of(ui), &entry->watch);
	record_free(entry->record);
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

	page_view_open_line(&entry->view, ui, entry->title, NULL);
}

static bool can_edit(struct ui *ui, void *state)
{
	const struct entry *entry = state;
	const struct field *list = entry->place.list;

	(void)ui;
	return entry->resource && entry->resource->can_update && !(list && list->write == WRITE_NEVER);
}

/* The form of the entry, at the line under the cursor. */
static void edit_entry(struct ui *ui, void *state)
{
	const struct entry *entry = state;
	const struct page_line *here = page_view_line(&entry->view);

	edit_open_known(app_of(ui), entry->resource, entry->record, entry->place,
			here ? here->field : NULL);
}

static bool can_edit_line(struct ui *ui, void *state)
{
	const struct entry *entry = state;

	return can_edit(ui, state) && record_line_can_edit(app_of(ui), entry->resource,
							   page_view_line(&entry->view));
}

static void copy(struct ui *ui, void *state)
{
	const struct entry *entry = state;

	copy_entry(app_of(ui), entry->items, entry->object, entry->resource, entry->record,
		   page_view_line(&entry->view));
}

static const struct command entry_commands[] = {
	{ "Enter", "edit-line", N_("Edit the field under the cursor"), edit_entry,
	  .can = can_edit_line },
	{ "Enter", "open", N_("Show the line under the cursor in full"), open_line,
	  .hint = N_("in full") },
	{ "e F2", "edit", N_("Edit this entry"), edit_entry, .can = can_edit, .hint = N_("edit") },
	{ "y", "copy", N_("Copy the value under the cursor, the entry or the record's request"), copy,
	  .words = N_("clipboard curl CSV JSON") },
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

/* With what a store sees instead. */
static void read_line(struct ui *ui, const char *title, const struct page_line *line)
{
	char *text = xasprintf("%s%s%s", *line->text ? line->text : "-", line->in_store ? "\n" : "",
			       line->in_store ? line->in_store : "");

	reader_open(ui, title, text);
	free(text);
}

void entry_open(struct ui *ui, const char *title, const struct page_line *line,
		const struct entry_owner *owner)
{
	char *whole = breadcrumb(title, line);
	struct argument argument = { whole, line, owner };

	if (line->entry)
		ui_push(ui, &entry_screen, &argument);
	else
		read_line(ui, whole, line);
	free(whole);
}
