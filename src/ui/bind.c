/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ui/keys.h"
#include "ui/screen.h"
#include "ui/ui_state.h"

static const struct screen_class *class_named(const struct ui_options *options, const char *name)
{
	for (size_t i = 0; options->classes && options->classes[i]; i++)
		if (strcmp(options->classes[i]->name, name) == 0)
			return options->classes[i];
	return NULL;
}

/* Gathers the names that would have been right: "all, list, record". */
static char *class_names(const struct ui_options *options)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fputs("all", out);
	for (size_t i = 0; options->classes && options->classes[i]; i++)
		fprintf(out, ", %s", options->classes[i]->name);
	fclose(out);
	return text;
}

static void put_names(FILE *out, const struct command_table *table)
{
	for (size_t i = 0; table && i < table->count; i++)
		fprintf(out, "%s%s", ftell(out) > 0 ? ", " : "", table->rows[i].name);
}

enum { MAX_TABLES = 6 };

/* The tables whose commands a key of that screen may run. */
static size_t tables_of(const struct ui_options *options, const struct screen_class *class,
			const struct command_table *tables[MAX_TABLES])
{
	size_t count = 0;

	if (class)
		tables[count++] = &class->commands;
	if (class && class->shared_commands)
		tables[count++] = class->shared_commands;
	if (class && class->part_commands)
		tables[count++] = class->part_commands;
	if (options->commands)
		tables[count++] = options->commands;
	tables[count++] = &ui_commands;
	tables[count++] = &ui_dialog_commands;
	return count;
}

static bool check_command(const struct ui_options *options, const struct screen_class *class,
			  const char *screen, const char *command, struct error *err)
{
	const struct command_table *tables[MAX_TABLES];
	size_t count = tables_of(options, class, tables), len;
	char *known;

	for (size_t i = 0; i < count; i++)
		if (command_named(tables[i], command))
			return true;
	FILE *out = xmemstream(&known, &len);
	for (size_t i = 0; i < count; i++)
		put_names(out, tables[i]);
	fclose(out);
	error_set(err, ERROR_INPUT, _("%s has no command \"%s\"; expected one of %s"), screen,
		  command, known);
	free(known);
	return false;
}

bool ui_check_binding(const struct ui_options *options, const char *screen, const char *key,
		      const char *command, struct error *err)
{
	const struct screen_class *class = class_named(options, screen);
	uint32_t code;

	if (!class && strcmp(screen, "all") != 0) {
		char *known = class_names(options);
		error_set(err, ERROR_INPUT, _("No screen is called \"%s\"; expected one of %s"),
			  screen, known);
		free(known);
		return false;
	}
	if (!key_parse(key, &code))
		return error_set(err, ERROR_INPUT,
				 _("\"%s\" is no key; expected a name such as Ctrl-n, F5, PgUp or "
				   "one character"),
				 key);
	return check_command(options, class, screen, command, err);
}

bool ui_bind(struct ui *ui, const char *screen, const char *key, const char *command,
	     struct error *err)
{
	struct binding binding;

	if (!ui_check_binding(&ui->options, screen, key, command, err))
		return false;
	key_parse(key, &binding.key);
	binding.screen = xstrdup(screen);
	binding.command = xstrdup(command);
	ui->bindings = xreallocarray(ui->bindings, ui->binding_count + 1, sizeof(*ui->bindings));
	ui->bindings[ui->binding_count++] = binding;
	return true;
}

void ui_free_bindings(struct ui *ui)
{
	for (size_t i = 0; i < ui->binding_count; i++) {
		free(ui->bindings[i].screen);
		free(ui->bindings[i].command);
	}
	free(ui->bindings);
}

const char *ui_bound_command(const struct ui *ui, const char *screen, uint32_t key)
{
	const char *everywhere = NULL;

	for (size_t i = ui->binding_count; i-- > 0;) {
		const struct binding *binding = &ui->bindings[i];

		if (binding->key != key)
			continue;
		if (strcmp(binding->screen, screen) == 0)
			return binding->command;
		if (!everywhere && strcmp(binding->screen, "all") == 0)
			everywhere = binding->command;
	}
	return everywhere;
}

static void put_key(FILE *out, const char *name)
{
	fprintf(out, "%s%s", ftell(out) > 0 ? " " : "", name);
}

static bool reaches(const struct command_scope *scope, uint32_t key)
{
	return !scope->typing || !key_is_for_field(key);
}

/* The newest first: it is the one that the user has in mind. */
static void put_bound_keys(FILE *out, const struct ui *ui, const struct command_scope *scope,
			   const char *command)
{
	for (size_t i = ui->binding_count; i-- > 0;) {
		const char *bound = ui_bound_command(ui, scope->screen, ui->bindings[i].key);
		char name[KEY_NAME_SIZE];

		if (strcmp(ui->bindings[i].command, command) != 0 || !bound ||
		    strcmp(bound, command) != 0 || !reaches(scope, ui->bindings[i].key))
			continue;
		key_to_name(ui->bindings[i].key, name);
		put_key(out, name);
	}
}

char *ui_keys_of(const struct ui *ui, const struct command_scope *scope,
		 const struct command *command)
{
	const char *keys = command->keys;
	char *text, name[KEY_NAME_SIZE];
	uint32_t code;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	put_bound_keys(out, ui, scope, command->name);
	while (command_next_key(&keys, name, &code))
		if (reaches(scope, code) && !ui_bound_command(ui, scope->screen, code))
			put_key(out, name);
	fclose(out);
	return text;
}
