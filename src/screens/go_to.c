/* SPDX-License-Identifier: ISC */
#include "screens/go_to.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list_memory.h"
#include "screens/lists.h"
#include "screens/profiles_switch.h"
#include "screens/record.h"
#include "screens/views_screen.h"
#include "ui/palette.h"

/* Those that begin as typed stand before those that have it somewhere. */
enum rank { RANK_START, RANK_WITHIN, RANKS };

struct narrowing {
	struct app *app;
	struct palette *palette;
	const char *typed;
	enum rank rank; /* whose turn it is */
};

static void add(const struct narrowing *at, const struct palette_line *line)
{
	bool starts = strncasecmp(line->text, at->typed, strlen(at->typed)) == 0;

	if (at->rank == RANK_START ? starts : !starts && text_contains(line->text, at->typed))
		palette_add(at->palette, line);
}

/* --- what is run ----------------------------------------------------------- */

static void show_list(void *data, const char *kind, const char *name)
{
	struct app *app = data;
	const struct resource *resource = client_resource(app->client, name);

	(void)kind;
	if (resource)
		lists_show(app, resource);
}

static void show_view(void *data, const char *kind, const char *name)
{
	struct app *app = data;
	const struct view *view = views_find(list_memory_views(app), kind, name);

	if (view)
		views_show(app, view);
}

static void open_record(void *data, const char *kind, const char *name)
{
	struct app *app = data;
	const struct resource *resource = client_resource(app->client, kind);

	if (resource)
		record_open_key(app, resource, name);
}

static void use_profile(void *data, const char *kind, const char *name)
{
	(void)kind;
	profiles_switch(data, (size_t)atoi(name));
}

/* --- what is offered ------------------------------------------------------- */

static void add_lists(const struct narrowing *at)
{
	const struct resource *resource;

	for (size_t i = 0; (resource = client_resource_at(at->app->client, i)); i++)
		add(at, &(struct palette_line){ _(resource->label), _("list"), show_list, NULL,
						resource->name });
}

static void add_views(const struct narrowing *at)
{
	const struct views *views = list_memory_views(at->app);

	for (size_t i = 0; i < views->count; i++) {
		const struct view *view = &views->rows[i];
		const struct resource *resource = client_resource(at->app->client, view->resource);

		if (!*view->name || !resource)
			continue;
		char *note = xasprintf(_("view of %s"), _(resource->label));
		add(at, &(struct palette_line){ view->name, note, show_view, view->resource,
						view->name });
		free(note);
	}
}

static void add_profiles(const struct narrowing *at)
{
	const struct profile_list *list = &at->app->at.list;

	for (size_t i = 0; i < list->count; i++) {
		char *name = profile_row_name(&list->rows[i]), *text = xasprintf(_("profile %s"), name);
		char *row = xasprintf("%zu", i);

		if (i != at->app->at.row && !list->rows[i].is_by_hand)
			add(at, &(struct palette_line){ text, "", use_profile, NULL, row });
		free(row);
		free(text);
		free(name);
	}
}

static void add_recent(const struct narrowing *at)
{
	for (size_t i = 0; i < at->app->recent.count; i++) {
		const struct recent_record *row = &at->app->recent.rows[i];

		add(at, &(struct palette_line){ row->text, _("opened lately"), open_record,
						row->resource->name, row->key });
	}
}

static bool fits_recent(const struct narrowing *at)
{
	for (size_t i = 0; i < at->app->recent.count; i++)
		if (text_contains(at->app->recent.rows[i].text, at->typed))
			return true;
	return false;
}

/* The kind of record whose list is open, if its rows are records with numbers. */
static const struct resource *numbered_kind(const struct app *app)
{
	const struct resource *resource = lists_resource(app);

	return resource_has_records(resource) ? resource : client_resource_at(app->client, 0);
}

static void add_number(const struct narrowing *at)
{
	bool only = palette_is_empty(at->palette) && !fits_recent(at);
	char *text =
		xasprintf(only ? _("Nothing is called that. Open the record with the number %s")
			       : _("Open the record with the number %s"),
			  at->typed);

	palette_add(at->palette,
		    &(struct palette_line){ text, "", open_record, numbered_kind(at->app)->name,
					    at->typed });
	free(text);
}

static bool was_opened(const struct recent *recent, const char *key)
{
	for (size_t i = 0; i < recent->count; i++)
		if (strcmp(recent->rows[i].key, key) == 0)
			return true;
	return false;
}

/* A form keeps what is in it: lists and views would close it. */
static bool may_leave(const struct app *app)
{
	return !app->keepers && !app->login;
}

/* The number of a record is meant as it stands: what merely begins so comes behind it. */
void go_to_offer(void *data, struct palette *palette, const char *typed)
{
	struct narrowing at = { .app = data, .palette = palette, .typed = typed };
	bool numbered = *typed && !was_opened(&at.app->recent, typed);
	bool number_first = numbered && strpbrk(typed, "0123456789");

	if (!at.app->client || !at.app->lists) {
		for (at.rank = RANK_START; at.rank < RANKS; at.rank++)
			add_profiles(&at);
		return;
	}
	for (at.rank = RANK_START; may_leave(at.app) && at.rank < RANKS; at.rank++) {
		add_lists(&at);
		add_views(&at);
	}
	if (number_first)
		add_number(&at);
	for (at.rank = RANK_START; at.rank < RANKS; at.rank++)
		add_recent(&at);
	for (at.rank = RANK_START; at.rank < RANKS; at.rank++)
		add_profiles(&at);
	if (numbered && !number_first)
		add_number(&at);
}
