/* SPDX-License-Identifier: ISC */
#include "plain/room.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "base/text.h"
#include "plain/commands.h"
#include "plain/plain_state.h"
#include "plain/say.h"

struct room {
	const struct room_class *class;
	struct room *below;
	void *state;
};

void room_push(struct plain *plain, const struct room_class *class, const void *argument)
{
	struct room *room = xcalloc(1, sizeof(*room));

	*room = (struct room){ class, plain->room, xcalloc(1, class->state_size) };
	plain->room = room;
	plain->begun = true;
	class->open(plain, room->state, argument);
}

static void close_top(struct plain *plain)
{
	struct room *room = plain->room;

	plain->room = room->below;
	if (room->class->close)
		room->class->close(plain, room->state);
	free(room->state);
	free(room);
}

void room_pop(struct plain *plain)
{
	close_top(plain);
	if (plain->room && plain->room->class->resume)
		plain->room->class->resume(plain, plain->room->state);
}

void room_pop_all(struct plain *plain)
{
	while (plain->room)
		close_top(plain);
}

void *room_top(const struct plain *plain, const struct room_class *class)
{
	return plain->room && plain->room->class == class ? plain->room->state : NULL;
}

/* --- commands --------------------------------------------------------------- */

struct table {
	const struct command *rows;
	size_t count;
	void *state; /* what its commands are called with */
};

static struct table room_table(const struct plain *plain)
{
	const struct room_class *class = plain->room->class;

	return (struct table){ class->commands, class->command_count, plain->room->state };
}

static struct table global_table(void)
{
	return (struct table){ plain_commands, plain_command_count, NULL };
}

static bool can(struct plain *plain, const struct table *table, const struct command *command)
{
	return !command->can || command->can(plain, table->state);
}

static bool has_key(const char *keys, const char *word, size_t len)
{
	while (*keys) {
		size_t key_len = strcspn(keys, " ");

		if (key_len == len && strncmp(keys, word, len) == 0)
			return true;
		keys += key_len + strspn(keys + key_len, " ");
	}
	return false;
}

/* A sign needs no blank behind it: "/harbour". */
static size_t word_length(const char *line)
{
	return strchr("/?<>!*", line[0]) ? 1 : strcspn(line, " ");
}

static const struct command *find(struct plain *plain, const struct table *table, const char *line)
{
	size_t len = word_length(line);

	for (size_t i = 0; i < table->count; i++) {
		const struct command *row = &table->rows[i];
		bool named = strlen(row->name) == len && strncmp(row->name, line, len) == 0;

		if ((named || has_key(row->keys, line, len)) && can(plain, table, row))
			return row;
	}
	return NULL;
}

/* False: there is something behind a command that takes nothing, so that it may be none. */
static bool run(struct plain *plain, const struct table *table, const char *line)
{
	const struct command *command = find(plain, table, line);
	const char *argument = line + (command ? word_length(line) : 0);

	if (!command)
		return false;
	argument += strspn(argument, " ");
	if (*argument && !command->argument)
		return false;
	command->run(plain, table->state, argument);
	return true;
}

static void offer_names(const struct table *table, struct nearest *nearest)
{
	for (size_t i = 0; i < table->count; i++)
		nearest_offer(nearest, table->rows[i].name);
}

static void say_unknown(struct plain *plain, const char *line)
{
	struct table local = room_table(plain), global = global_table();
	struct nearest nearest = nearest_to(line);

	offer_names(&local, &nearest);
	offer_names(&global, &nearest);
	char *question = nearest_question(&nearest), *said = say_value(line);
	if (*question)
		say(plain, _("%s means nothing here%s"), said, question);
	else
		say(plain, _("%s means nothing here; ? lists what does."), said);
	free(said);
	free(question);
}

static void line_came(void *data, const char *line)
{
	struct plain *plain = data;

	if (!line || !*line)
		return;
	struct table local = room_table(plain), global = global_table();
	const struct room_class *class = plain->room->class;

	if (run(plain, &local, line) || run(plain, &global, line) ||
	    (class->other && class->other(plain, plain->room->state, line)))
		return;
	say_unknown(plain, line);
}

/* --- the prompt -------------------------------------------------------------- */

static void write_hints(struct plain *plain, const struct table *table, FILE *out)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct command *row = &table->rows[i];

		if (row->hint && can(plain, table, row))
			fprintf(out, ", %.*s %s", (int)strcspn(row->keys, " "), row->keys,
				_(row->hint));
	}
}

void room_ask(struct plain *plain)
{
	struct table local = room_table(plain), global = global_table();
	char *prompt;
	size_t len;
	FILE *out = xmemstream(&prompt, &len);

	plain->room->class->prompt(plain, plain->room->state, out);
	write_hints(plain, &local, out);
	write_hints(plain, &global, out);
	fclose(out);
	ask_line(plain, prompt, line_came, plain);
	free(prompt);
}

/* --- help --------------------------------------------------------------------- */

static void say_commands(struct plain *plain, const struct table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct command *row = &table->rows[i];

		if (can(plain, table, row))
			say(plain, "%s%s%s, %s: %s", row->keys, row->argument ? " " : "",
			    row->argument ? _(row->argument) : "", row->name, _(row->label));
	}
}

void commands_help(struct plain *plain)
{
	struct table local = room_table(plain), global = global_table();

	say(plain, _("%s:"), _(plain->room->class->label));
	say_commands(plain, &local);
	if (plain->room->class->help)
		plain->room->class->help(plain, plain->room->state);
	say(plain, "%s", _("Everywhere:"));
	say_commands(plain, &global);
}

bool room_may_leave(struct plain *plain)
{
	const struct room_class *class = plain->room->class;

	return !class->may_leave || class->may_leave(plain, plain->room->state);
}

void commands_leave(struct plain *plain)
{
	if (room_may_leave(plain))
		room_pop(plain);
}
