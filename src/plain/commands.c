/* SPDX-License-Identifier: ISC */
#include "plain/commands.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "net/loop.h"
#include "plain/drafts.h"
#include "plain/plain_state.h"
#include "plain/profiles.h"
#include "plain/say.h"
#include "work/history.h"

static void help(struct plain *plain, void *state, const char *argument)
{
	(void)state;
	(void)argument;
	commands_help(plain);
}

static void go_back(struct plain *plain, void *state, const char *argument)
{
	(void)state;
	(void)argument;
	commands_leave(plain);
}

static bool can_list_drafts(struct plain *plain, const void *state)
{
	(void)state;
	return plain->drafts && !plain_drafts_are_open(plain);
}

static void list_drafts(struct plain *plain, void *state, const char *argument)
{
	(void)state;
	(void)argument;
	plain_drafts_open_room(plain);
}

static void list_history(struct plain *plain, void *state, const char *argument)
{
	const struct saved_change *change;

	(void)state;
	(void)argument;
	if (!history_count(plain->history))
		say(plain, "%s", _("Nothing was changed in this session yet."));
	for (size_t i = 0; (change = history_at(plain->history, i)); i++) {
		char *title = say_value(change->title), *summary = say_value(change->summary);

		if (saved_change_is_save(change))
			say(plain, "%s %s: %s", change->key, title, summary);
		else
			say(plain, "%s%s%s", change->key, *change->key ? " " : "", summary);
		free(title);
		free(summary);
	}
}

static void change_profile(struct plain *plain, void *state, const char *argument)
{
	(void)state;
	plain_profiles_choose(plain, argument);
}

static void quit(struct plain *plain, void *state, const char *argument)
{
	(void)state;
	(void)argument;
	loop_stop(plain->loop);
}

const struct command plain_commands[] = {
	{ "b", "back", NULL, N_("Back to where you came from"), go_back },
	{ "?", "help", NULL, N_("All that can be typed here"), help, N_("help") },
	{ "drafts", "drafts", NULL, N_("Drafts: changes that were not saved"), list_drafts,
	  .can = can_list_drafts },
	{ "H", "history", NULL, N_("Changes of this session"), list_history },
	{ "P", "profile", N_("NAME"), N_("Work with another profile, without a new start"), change_profile },
	{ "q", "quit", NULL, N_("Leave the program; what is not saved stays as a draft"), quit },
};

const size_t plain_command_count = sizeof(plain_commands) / sizeof(plain_commands[0]);
