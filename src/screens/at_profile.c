/* SPDX-License-Identifier: ISC */
#include "screens/at_profile.h"

#include <stdlib.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "screens/app.h"
#include "screens/app_state.h"
#include "work/history.h"

struct profile_memory {
	struct history *history; /* NULL: nothing was done there */
	struct recent recent;
};

const struct profile_row *at_profile_row(const struct app *app)
{
	return &app->at.list.rows[app->at.row];
}

const struct profile *at_profile(const struct app *app)
{
	return at_profile_row(app)->profile;
}

static void forget(struct profile_memory *memory)
{
	history_free(memory->history);
	recent_forget(&memory->recent);
	*memory = (struct profile_memory){ 0 };
}

/* Whoever logs in by hand the next time may be somebody else. */
static void leave(struct app *app)
{
	struct profile_memory *memory = &app->at.memories[app->at.row];

	*memory = (struct profile_memory){ app->history, app->recent };
	app->history = NULL;
	app->recent = (struct recent){ 0 };
	if (at_profile_row(app)->is_by_hand)
		forget(memory);
}

static void enter(struct app *app)
{
	struct profile_memory *memory = &app->at.memories[app->at.row];

	app->history = memory->history ? memory->history : history_new();
	app->recent = memory->recent;
	*memory = (struct profile_memory){ 0 };
}

void at_profile_go(struct app *app, size_t row)
{
	leave(app);
	app->at.row = row;
	enter(app);
}

size_t at_profile_sandbox(const struct app *app)
{
	return profile_list_sandbox(&app->at.list, at_profile(app)->api);
}

void at_profile_init(struct app *app)
{
	const struct app_options *options = app->options;
	const struct profile_start start = { options->profile, options->sandbox, options->read_only };

	profile_list_init(&app->at.list, options->config, &start);
	app->at.row = app->at.list.start;
	app->at.memories = xcalloc(app->at.list.count, sizeof(*app->at.memories));
	enter(app);
}

void at_profile_finish(struct app *app)
{
	if (!app->at.memories)
		return;
	leave(app);
	for (size_t i = 0; i < app->at.list.count; i++)
		forget(&app->at.memories[i]);
	free(app->at.memories);
	app->at.memories = NULL;
	profile_list_finish(&app->at.list);
}
