/* test_commands.c - command tables: bind(), the keys shown, and how help and palette narrow. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "ui/command_list.h"
#include "ui/hint_bar.h"
#include "ui/keys.h"
#include "ui/screen.h"
#include "ui/table.h"

static void run(struct ui *ui, void *state)
{
	(void)ui;
	(void)state;
}

static bool never(struct ui *ui, void *state)
{
	(void)ui;
	(void)state;
	return false;
}

static const struct command list_commands[] = {
	{ "Enter", "open", "Open the record", run },
	{ "x", "actions", "Actions", run, .words = "activate delete" },
	{ "r F5", "reload", "Read the list again", run, "reload" },
	{ "e", "edit", "Edit the record", run, .can = never },
	{ "q X", "own-close", "Close in our own way", run },
};

static void *part(void *state)
{
	return state;
}

static const struct screen_class list = {
	.name = "list",
	.label = "Customers",
	COMMANDS(list_commands),
	.part_commands = &table_commands,
	.part = part,
};
static const struct screen_class *const classes[] = { &list, NULL };

/* A ui with one screen on it, and no terminal. */
static void with_ui(void (*test)(struct ui *ui))
{
	struct layer layer = { &list, NULL };
	struct ui ui = { .options = { .classes = classes }, .layers = &layer, .depth = 1 };

	test(&ui);
	ui_free_bindings(&ui);
}

static const struct {
	const char *screen, *key, *command, *message; /* NULL: fine */
} bindings[] = {
	{ "list", "Ctrl-n", "down", NULL },
	{ "list", "F9", "open", NULL },
	{ "all", "F8", "help", NULL },
	{ "list", "F8", "quit", NULL },
	{ "lists", "F8", "open", "No screen is called \"lists\"; expected one of all, list" },
	{ "list", "Ctrl-", "open",
	  "\"Ctrl-\" is no key; expected a name such as Ctrl-n, F5, PgUp or one character" },
	{ "all", "F8", "open",
	  "all has no command \"open\"; expected one of help, palette, close, back, quit, "
	  "ask-quit, redraw, suspend" },
};

static void check_bindings(struct ui *ui)
{
	for (size_t i = 0; i < CASES(bindings); i++) {
		struct error err = { ERROR_NONE, "" };
		bool fine =
			ui_bind(ui, bindings[i].screen, bindings[i].key, bindings[i].command, &err);
		assert_string_equal(err.message, bindings[i].message ? bindings[i].message : "");
		assert_int_equal(fine, bindings[i].message == NULL);
	}
}

static void bindings_are_checked(void **state)
{
	(void)state;
	with_ui(check_bindings);
}

static const char *command_of(struct ui *ui, uint32_t key)
{
	struct command_scope scopes[UI_MAX_SCOPES];
	size_t count = ui_scopes(ui, scopes);
	void *state;
	const struct command *command = ui_command_of(ui, scopes, count, key, &state);

	return command ? command->name : "";
}

static void check_look_up(struct ui *ui)
{
	assert_string_equal(command_of(ui, K_ENTER), "open");
	assert_string_equal(command_of(ui, K_F0 + 5), "reload");
	assert_string_equal(command_of(ui, 'j'), "down");
	assert_string_equal(command_of(ui, '?'), "help");
	assert_string_equal(command_of(ui, 'q'), "own-close"); /* the screen's before everybody's */
	assert_string_equal(command_of(ui, 'e'), "");          /* cannot be run now */
	assert_string_equal(command_of(ui, K_CTRL | 'n'), "");
	assert_true(ui_bind(ui, "list", "Ctrl-n", "down", NULL));
	assert_true(ui_bind(ui, "all", "x", "help", NULL));
	assert_true(ui_bind(ui, "list", "j", "reload", NULL));
	assert_string_equal(command_of(ui, K_CTRL | 'n'), "down");
	assert_string_equal(command_of(ui, 'x'), "help");
	assert_string_equal(command_of(ui, 'j'), "reload");
	assert_string_equal(command_of(ui, K_DOWN), "down");
}

static void keys_find_commands(void **state)
{
	(void)state;
	with_ui(check_look_up);
}

static const struct {
	const char *typed, *first;
	size_t count;
} narrowings[] = {
	{ "r", "reload", 0 }, /* its key, before all that have an r somewhere */
	{ "act", "actions", 1 },    { "RECORD", "open", 0 },
	{ "ctrl-z", "suspend", 1 }, { "no such thing", NULL, 0 },
	{ "delete", "actions", 1 }, /* what a menu has, its key finds */
};

static void check_narrowing(struct ui *ui)
{
	struct command_list commands;

	command_list_init(&commands, ui, false);
	assert_string_equal(commands.shown[0]->command->name, "open");
	for (size_t i = 0; i < commands.all_count; i++) {
		assert_string_not_equal(commands.all[i].command->name, "edit"); /* cannot be run */
		assert_string_not_equal(commands.all[i].command->name, "down"); /* only moves */
		assert_string_not_equal(commands.all[i].command->name,
					"close"); /* q does something else */
	}
	for (size_t i = 0; i < CASES(narrowings); i++) {
		command_list_narrow(&commands, narrowings[i].typed);
		if (narrowings[i].count)
			assert_int_equal(commands.shown_count, narrowings[i].count);
		if (narrowings[i].first)
			assert_string_equal(commands.shown[0]->command->name, narrowings[i].first);
		else
			assert_int_equal(commands.shown_count, 0);
	}
	command_list_finish(&commands);
}

static void lists_narrow(void **state)
{
	(void)state;
	with_ui(check_narrowing);
}

static void check_shown_keys(struct ui *ui)
{
	struct command_scope scopes[UI_MAX_SCOPES];

	ui_scopes(ui, scopes);
	assert_text_take(ui_keys_of(ui, &scopes[0], &list_commands[2]), "r F5");
	assert_true(ui_bind(ui, "list", "Ctrl-r", "reload", NULL));
	assert_text_take(ui_keys_of(ui, &scopes[0], &list_commands[2]), "Ctrl-r r F5");
	assert_true(ui_bind(ui, "list", "r", "actions", NULL)); /* not reload's any more */
	assert_text_take(ui_keys_of(ui, &scopes[0], &list_commands[2]), "Ctrl-r F5");
	assert_text_take(ui_keys_of(ui, &scopes[0], &list_commands[1]), "r x");
	assert_true(ui_bind(ui, "all", "Ctrl-r", "help", NULL)); /* the screen's own row counts */
	assert_text_take(ui_keys_of(ui, &scopes[0], &list_commands[2]), "Ctrl-r F5");
	assert_true(ui_bind(ui, "list", "Ctrl-r", "open", NULL)); /* the last row counts */
	assert_text_take(ui_keys_of(ui, &scopes[0], &list_commands[2]), "F5");
	assert_text_take(ui_keys_of(ui, &scopes[0], &list_commands[0]), "Ctrl-r Enter");
	assert_string_equal(command_of(ui, K_CTRL | 'r'), "open");
}

static const char *key_in_bar(const struct hint_list *bar, const char *text)
{
	for (size_t i = 0; i < bar->count; i++)
		if (strcmp(bar->hints[i].text, text) == 0)
			return bar->hints[i].key;
	return "";
}

static void check_hints(struct ui *ui)
{
	struct command_scope scopes[UI_MAX_SCOPES];
	size_t count = ui_scopes(ui, scopes);
	struct hint_list bar;

	hint_bar_gather(&bar, ui, scopes, count, 200);
	assert_string_equal(key_in_bar(&bar, "reload"), "r");
	assert_true(ui_bind(ui, "list", "Ctrl-r", "reload", NULL));
	assert_true(ui_bind(ui, "list", "r", "actions", NULL));
	assert_true(ui_bind(ui, "all", "F8", "help", NULL));
	hint_bar_gather(&bar, ui, scopes, count, 200);
	assert_string_equal(key_in_bar(&bar, "reload"), "Ctrl-r");
	assert_string_equal(key_in_bar(&bar, "help"), "F8");
}

static void hints_name_own_keys(void **state)
{
	(void)state;
	with_ui(check_hints);
}

static const char *explained(const struct command_list *commands, uint32_t key)
{
	for (size_t i = 0; i < commands->all_count; i++)
		if (command_has_key(commands->all[i].keys, key))
			return commands->all[i].command->name;
	return "";
}

static void check_explanations(struct ui *ui)
{
	struct command_list commands;

	assert_true(ui_bind(ui, "list", "r", "actions", NULL));
	command_list_init(&commands, ui, true);
	assert_string_equal(explained(&commands, 'r'), "actions");
	assert_string_equal(explained(&commands, K_F0 + 5), "reload");
	command_list_narrow(&commands, "r");
	assert_string_equal(commands.shown[0]->command->name, "actions");
	assert_string_equal(commands.shown[0]->shown_keys, "r, x");
	command_list_finish(&commands);
}

static void check_typing(struct ui *ui)
{
	static const struct command commands[] = {
		{ "Home g", "top", "First line", run },
		{ "F2 e", "edit", "Edit", run },
		{ "L", "log", "Request log", run },
	};
	const struct command_table table = COMMAND_TABLE(commands);
	struct command_scope scope = { .screen = "list", .table = &table, .typing = true };

	assert_text_take(ui_keys_of(ui, &scope, &commands[0]), "");
	assert_text_take(ui_keys_of(ui, &scope, &commands[1]), "F2");
	assert_text_take(ui_keys_of(ui, &scope, &commands[2]), "");
	scope.typing = false;
	assert_text_take(ui_keys_of(ui, &scope, &commands[0]), "Home g");
}

static void a_field_keeps_its_keys(void **state)
{
	(void)state;
	with_ui(check_typing);
}

static void help_knows_own_keys(void **state)
{
	(void)state;
	with_ui(check_explanations);
}

static void own_keys_are_shown_first(void **state)
{
	(void)state;
	with_ui(check_shown_keys);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bindings_are_checked),
		cmocka_unit_test(keys_find_commands),
		cmocka_unit_test(lists_narrow),
		cmocka_unit_test(own_keys_are_shown_first),
		cmocka_unit_test(hints_name_own_keys),
		cmocka_unit_test(help_knows_own_keys),
		cmocka_unit_test(a_field_keeps_its_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
