/* SPDX-License-Identifier: ISC */
#include "ui/screen.h"

#include "ui/sample_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "schema/check.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "ui/form.h"
#include "ui/keys.h"
#include "ui/pick.h"
#include "ui/prompt.h"
#include "ui/ui.h"

static const struct choices tiers = { .values = VALUES("Retail", "Wholesale", "Distributor") };
static const struct choices terms = { .values = VALUES("NET30", "COD"), .open = true };
static const struct choices types = { .values = VALUES("Billing", "Shipping") };

static const struct field address_fields[] = {
	{ .name = "type",
	  .label = "Type",
	  .kind = &kind_text,
	  .choices = &types,
	  .required = true },
	{ .name = "primary", .label = "Primary", .kind = &kind_bool },
	{ .name = "street", .label = "Street", .kind = &kind_text },
	{ .name = "city", .label = "City", .kind = &kind_text },
	{ .name = "floor", .label = "Floor", .kind = &kind_integer },
};
static const struct schema address_schema = {
	FIELDS(address_fields),
	.title = "street",
	.summary = VALUES("type", "street", "city"),
	.primary = "primary",
	.group = "type",
	.entry_label = "address",
	.add_label = "Add an address",
};

static const struct tab tabs[] = { { "Account" }, { "Addresses" }, { "Attributes" } };

static const struct field fields[] = {
	{ .name = "number",
	  .label = "Number",
	  .kind = &kind_text,
	  .in = IN_RECORD,
	  .write = WRITE_NEW,
	  .required = true },
	{ .name = "name",
	  .label = "Company name",
	  .kind = &kind_text,
	  .in = IN_RECORD,
	  .required = true },
	{ .name = "tier",
	  .label = "Price tier",
	  .kind = &kind_text,
	  .choices = &tiers,
	  .in = IN_RECORD },
	{ .name = "terms",
	  .label = "Terms",
	  .kind = &kind_text,
	  .choices = &terms,
	  .in = IN_RECORD },
	{ .name = "vip", .label = "VIP", .kind = &kind_bool, .in = IN_RECORD },
	{ .name = "limit", .label = "Limit", .kind = &kind_decimal, .in = IN_RECORD },
	{ .name = "note", .label = "Note", .kind = &kind_text, .in = IN_RECORD },
	{ .name = "currency",
	  .label = "Currency",
	  .kind = &kind_text,
	  .in = IN_RECORD,
	  .write = WRITE_NEVER },
	{ .name = "addresses",
	  .label = "Addresses",
	  .kind = &kind_list,
	  .items = &address_schema,
	  .tab = 1,
	  .in = IN_RECORD },
	{ .name = "attributes",
	  .label = "Attributes",
	  .kind = &kind_map,
	  .tab = 2,
	  .in = IN_RECORD },
};
static const struct schema schema = { FIELDS(fields), TABS(tabs), .key = "number",
				      .title = "name" };

static const char json[] =
	"{\"number\":\"HRB-1042\",\"name\":\"Harborline Marine Supply\",\"tier\":\"Wholesale\","
	"\"vip\":false,\"limit\":1500.5,\"note\":\"esc\\u001b[2J \xe6\xb8\xaf\xe6\xb9\xbe "
	"bidi\xe2\x80\xaex\","
	"\"currency\":\"USD\",\"addresses\":["
	"{\"type\":\"Billing\",\"primary\":true,\"street\":\"14 Chandlery "
	"Wharf\",\"city\":\"Portland\"},"
	"{\"type\":\"Shipping\",\"street\":\"2 Quay\",\"city\":\"Bath\"},"
	"{\"type\":\"Shipping\",\"primary\":true,\"street\":\"3 Mole\",\"city\":\"Camden\"}],"
	"\"attributes\":{\"colour\":\"blue\",\"weight\":12,\"fragile\":true,\"parts\":[1,2]}}";

struct sample_form {
	struct ui *ui;
	struct edit *edit;
	struct complaints complaints;
	struct form *form;
	struct sample_form *parent; /* whose edit it is; NULL: its own */
	int changes;
};

struct argument {
	struct sample_form *parent;
	struct place place;
};

/* --- what the form asks ---------------------------------------------------- */

static void chosen(void *data, const char *value)
{
	struct sample_form *state = data;

	if (value)
		form_put_text(state->form, value);
}

static void choose(void *data, struct place place, const struct field *field, const char *typed)
{
	struct sample_form *state = data;
	struct pick_item items[8] = { { NULL } };
	char *current = field_text(field, edit_object(state->edit, place));
	size_t count = 0;

	for (; field->choices->values[count]; count++)
		items[count].value = field->choices->values[count];
	pick_open(state->ui, &(struct pick){ .title = field->label,
					     .items = items,
					     .count = count,
					     .current = current,
					     .typed = typed,
					     .open = field->choices->open,
					     .done = chosen,
					     .data = state });
	free(current);
}

static const char *label(void *data, const struct field *field, const char *value)
{
	(void)data;
	return strcmp(field->name, "tier") == 0 && strcmp(value, "Wholesale") == 0 ? "for shops"
										   : NULL;
}

static void open_entry(void *data, struct place place)
{
	struct sample_form *state = data;

	ui_push(state->ui, &sample_form_screen, &(struct argument){ state, place });
}

static void add_entry(void *data, const struct field *list)
{
	struct sample_form *state = data;
	size_t entry = edit_add_entry(state->edit, list, "Billing");

	open_entry(state, (struct place){ list, entry });
}

static void named(void *data, const char *name)
{
	struct sample_form *state = data;

	if (name)
		edit_add_attribute(state->edit, &fields[9], name, "", NULL);
	form_refresh(state->form);
}

static void add_attribute(void *data, const struct field *map)
{
	(void)map;
	prompt_line(((struct sample_form *)data)->ui, "Name: ", NULL, named, data);
}

static void renamed(void *data, const char *name)
{
	struct sample_form *state = data;

	if (name)
		edit_rename_attribute(state->edit, &fields[9], 0, name, NULL);
	form_refresh(state->form);
}

static void rename_attribute(void *data, const struct field *map, size_t i)
{
	(void)map;
	(void)i;
	prompt_line(((struct sample_form *)data)->ui, "New name: ", NULL, renamed, data);
}

static void changed(void *data)
{
	((struct sample_form *)data)->changes++;
}

static void finish(void *data)
{
	struct sample_form *state = data;

	if (state->parent) {
		ui_pop(state->ui);
		return;
	}
	complaints_clear(&state->complaints);
	check_edit(&state->complaints, state->edit);
	form_refresh(state->form);
	if (!form_go_to_wrong(state->form))
		ui_message(state->ui, ROLE_MESSAGE, "all is well");
}

static const struct form_client client = { choose,    label,         open_entry,
					   add_entry, add_attribute, rename_attribute,
					   changed,   finish };

/* --- the screen ------------------------------------------------------------ */

static void form_open(struct ui *ui, void *data, void *given)
{
	struct sample_form *state = data;
	const struct argument *argument = given;
	struct place place = argument ? argument->place : (struct place){ 0 };

	state->ui = ui;
	state->parent = argument ? argument->parent : NULL;
	state->edit = state->parent
			      ? state->parent->edit
			      : edit_new_take(record_parse(&schema, json, strlen(json), NULL));
	state->form = form_new(state->edit, place, &state->complaints,
			       state->parent ? "Back" : "Review and save", &client, state);
}

static void form_close(struct ui *ui, void *data)
{
	struct sample_form *state = data;

	(void)ui;
	form_free(state->form);
	complaints_finish(&state->complaints);
	if (!state->parent)
		edit_free(state->edit);
}

static void resume(struct ui *ui, void *data)
{
	(void)ui;
	form_refresh(((struct sample_form *)data)->form);
}

static bool see_key(struct ui *ui, void *data, const struct key *key)
{
	(void)ui;
	return form_key(((struct sample_form *)data)->form, key);
}

static bool typing(struct ui *ui, void *data)
{
	(void)ui;
	return form_is_typing(((struct sample_form *)data)->form);
}

static void draw(struct ui *ui, void *data, struct canvas *canvas)
{
	(void)ui;
	form_draw(((struct sample_form *)data)->form, canvas);
}

static void title(struct ui *ui, void *data, FILE *left, FILE *right)
{
	(void)ui;
	fputs("Customers > HRB-1042 > Edit", left);
	fputs(edit_is_changed(((struct sample_form *)data)->edit) ? "changed" : "", right);
}

static void status(struct ui *ui, void *data, FILE *out)
{
	(void)ui;
	fputs(form_hint(((struct sample_form *)data)->form), out);
}

static void *part(void *data)
{
	return ((struct sample_form *)data)->form;
}

/* What a draft would keep. */
static void show_json(struct ui *ui, void *data)
{
	char *text = json_print(record_tree(edit_now(((struct sample_form *)data)->edit)));

	ui_message(ui, ROLE_MESSAGE, "%s", strstr(text, "\"limit\""));
	free(text);
}

/* As a service may: about a field, and about an entry. */
static void complain(struct ui *ui, void *data)
{
	struct sample_form *state = data;

	(void)ui;
	complaints_clear(&state->complaints);
	complaints_add_message(&state->complaints, &schema, "Note", "too rude");
	complaints_add_message(
		&state->complaints, &schema, "Addresses[1].City",
		"no such city in the whole of the country, as far as its own register of "
		"places, districts and parishes is to be believed, which has 12,345 of them");
	form_refresh(state->form);
}

/* Esc and then a letter that drops everything, as the real form has it. */
static void drop(struct ui *ui, void *data)
{
	(void)data;
	ui_message(ui, ROLE_MESSAGE, "Esc was pressed");
}

static void commit(struct ui *ui, void *data)
{
	if (!form_commit(((struct sample_form *)data)->form))
		ui_message(ui, ROLE_MESSAGE, "not yet");
}

static const struct command commands[] = {
	{ "F2", "review", "Review and save", commit, "review" },
	{ "Esc", "leave", "Leave", drop },
	{ "F6", "complain", "Complain", complain },
	{ "F5", "json", "Show the draft", show_json },
};

const struct screen_class sample_form_screen = {
	.name = "form",
	.label = "Form",
	.state_size = sizeof(struct sample_form),
	COMMANDS(commands),
	.part_commands = &form_commands,
	.part = part,
	.open = form_open,
	.resume = resume,
	.key = see_key,
	.typing = typing,
	.draw = draw,
	.incremental = true,
	.title = title,
	.status = status,
	.close = form_close,
};
