/* SPDX-License-Identifier: ISC */
#include "plain/lists.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/i18n.h"
#include "base/text.h"
#include "plain/list.h"
#include "plain/number.h"
#include "plain/plain_state.h"
#include "plain/room.h"
#include "plain/say.h"
#include "schema/resource.h"
#include "work/action_question.h"

struct lists {
	char unused;
};

static size_t count(const struct plain *plain)
{
	size_t i = 0;

	while (client_resource_at(plain->client, i))
		i++;
	return i;
}

static void say_lists(struct plain *plain)
{
	const struct resource *resource;

	for (size_t i = 0; (resource = client_resource_at(plain->client, i)); i++)
		say(plain, "%zu. %s", i + 1, _(resource->label));
}

static void open_room(struct plain *plain, void *state, const void *argument)
{
	char *place = action_place(plain->client);

	(void)state;
	(void)argument;
	say(plain, "%s", place);
	if (client_profile(plain->client)->read_only)
		say(plain, "%s", _("READ-ONLY: nothing can be changed."));
	say_lists(plain);
	free(place);
}

static void list_again(struct plain *plain, void *state, const char *argument)
{
	(void)state;
	(void)argument;
	say_lists(plain);
}

static void say_where_views_are(struct plain *plain, void *state, const char *argument)
{
	(void)state;
	(void)argument;
	say(plain, "%s", _("Views are those of a list: open it by its number, then v shows them."));
}

static void write_prompt(struct plain *plain, void *state, FILE *out)
{
	(void)plain;
	(void)state;
	fputs(_("Lists, number opens"), out);
}

/* By its number or its name. */
static bool other(struct plain *plain, void *state, const char *line)
{
	const struct resource *resource;
	size_t number;

	(void)state;
	if (number_read(line, count(plain), &number)) {
		plain_list_open(plain, client_resource_at(plain->client, number - 1));
		return true;
	}
	for (size_t i = 0; (resource = client_resource_at(plain->client, i)); i++)
		if (text_casecmp(resource->name, line) == 0 ||
		    text_casecmp(_(resource->label), line) == 0) {
			plain_list_open(plain, resource);
			return true;
		}
	return false;
}

static const struct command commands[] = {
	{ "l", "list", NULL, N_("Say again which lists there are"), list_again },
	{ "v", "views", NULL, N_("Say where saved views are"), say_where_views_are },
};

static const struct room_class lists_room = {
	.label = N_("Lists"),
	.state_size = sizeof(struct lists),
	ROOM_COMMANDS(commands),
	.open = open_room,
	.prompt = write_prompt,
	.other = other,
};

void plain_lists_open(struct plain *plain)
{
	room_push(plain, &lists_room, NULL);
}
