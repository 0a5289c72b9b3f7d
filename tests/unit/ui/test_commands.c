/* test_commands.c - command tables: bind(), the keys shown, and how help and palette narrow. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "ui/command_list.h"
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
	{ "x", "actions", "Actions", run },
	{ "r F5", "reload", "Read the list again", run },
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
	assert_text_take(ui_keys_of(ui, &scopes[0], &list_commands[2]), "r, F5");
	assert_true(ui_bind(ui, "list", "Ctrl-r", "reload", NULL));
	assert_text_take(ui_keys_of(ui, &scopes[0], &list_commands[2]), "Ctrl-r, r, F5");
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
