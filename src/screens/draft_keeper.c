/* SPDX-License-Identifier: ISC */
#include "screens/draft_keeper.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "schema/edit.h"
#include "screens/app_state.h"
#include "screens/drafts.h"
#include "store/draft.h"

enum {
	/* From the first letter that is not in the file: the write itself is part of the two seconds. */
	DELAY_MS = 1700,
	RETRY_MS = 5000, /* after a failure, while nobody types */
};

struct draft_keeper {
	struct app *app;
	const struct resource *resource;
	const struct edit *edit;
	char *id;	     /* of the file; NULL: there is none */
	struct timer *timer; /* NULL: all is written */
	unsigned written;    /* revision of the edit that the file has, if there is one */
	bool touched;	     /* since then */
	bool failed;	     /* to write it */
	bool said;	     /* so, and nothing was typed since */
	struct draft_keeper *next;
};

struct draft_keeper *draft_keeper_begin(struct app *app, const struct resource *resource,
					const struct edit *edit, char *draft_id)
{
	struct draft_keeper *keeper = xcalloc(1, sizeof(*keeper));

	*keeper = (struct draft_keeper){
		.app = app,
		.resource = resource,
		.edit = edit,
		.id = draft_id,
		.written = edit_revision(edit),
		.next = app->keepers,
	};
	app->keepers = keeper;
	return keeper;
}

/* --- the file -------------------------------------------------------------- */

static void forget_id(struct draft_keeper *keeper)
{
	free(keeper->id);
	keeper->id = NULL;
}

static bool remove_file(struct draft_keeper *keeper, struct error *err)
{
	struct drafts *drafts = keeper->id ? drafts_of(keeper->app, err) : NULL;

	if (!keeper->id)
		return true;
	if (!drafts || !draft_remove(drafts, keeper->id, err))
		return false;
	forget_id(keeper);
	return true;
}

static bool save_file(struct draft_keeper *keeper, struct error *err)
{
	struct drafts *drafts = drafts_of(keeper->app, err);

	return drafts && draft_save(drafts, keeper->resource, keeper->edit, &keeper->id, err);
}

static void write_later(struct draft_keeper *keeper, int ms);

static void succeeded(struct draft_keeper *keeper, unsigned revision)
{
	if (keeper->failed)
		ui_message(keeper->app->ui, ROLE_MESSAGE, "%s", _("The draft is kept again."));
	keeper->written = revision;
	keeper->touched = keeper->failed = keeper->said = false;
}

/* Said again only when somebody types on, since the next key takes the message away. */
static void failed(struct draft_keeper *keeper, const struct error *err)
{
	keeper->failed = true;
	if (!keeper->said)
		ui_message(keeper->app->ui, ROLE_ERROR, _("The draft is not kept: %s"),
			   err->message);
	keeper->said = true;
	write_later(keeper, RETRY_MS);
}

/* An edit without changes has no draft: there is nothing to lose. */
static void write_file(struct draft_keeper *keeper)
{
	unsigned revision = edit_revision(keeper->edit);
	struct error err = { 0 };
	bool ok = true;

	timer_cancel(keeper->timer);
	keeper->timer = NULL;
	if (!keeper->touched)
		return;
	if (!edit_is_changed(keeper->edit))
		ok = remove_file(keeper, &err);
	else if (!keeper->id || keeper->written != revision)
		ok = save_file(keeper, &err);
	if (ok)
		succeeded(keeper, revision);
	else
		failed(keeper, &err);
	ui_touch(keeper->app->ui);
}

static void time_to_write(void *data)
{
	struct draft_keeper *keeper = data;

	keeper->timer = NULL;
	write_file(keeper);
}

static void write_later(struct draft_keeper *keeper, int ms)
{
	keeper->timer = loop_after(keeper->app->loop, ms, time_to_write, keeper);
}

/* --- what the screens say --------------------------------------------------- */

void draft_keeper_touched(struct draft_keeper *keeper)
{
	if (!keeper)
		return;
	keeper->touched = true;
	if (keeper->said) { /* do not wait for the quiet retry */
		timer_cancel(keeper->timer);
		keeper->timer = NULL;
		keeper->said = false;
	}
	if (!keeper->timer)
		write_later(keeper, DELAY_MS);
}

void draft_keeper_write_now(struct draft_keeper *keeper)
{
	write_file(keeper);
}

void draft_keeper_forget(struct draft_keeper *keeper)
{
	struct error err;

	if (!keeper)
		return;
	timer_cancel(keeper->timer);
	keeper->timer = NULL;
	keeper->touched = keeper->failed = keeper->said = false;
	if (!remove_file(keeper, &err))
		ui_message(keeper->app->ui, ROLE_ERROR, "%s", err.message);
}

void draft_keeper_end(struct draft_keeper *keeper)
{
	if (!keeper)
		return;
	write_file(keeper);
	timer_cancel(keeper->timer); /* of a retry */
	if (keeper->id)
		draft_release(drafts_of(keeper->app, NULL), keeper->id);
	drafts_recount(keeper->app);

	struct draft_keeper **place = &keeper->app->keepers;
	while (*place != keeper)
		place = &(*place)->next;
	*place = keeper->next;
	free(keeper->id);
	free(keeper);
}

enum draft_state draft_keeper_state(const struct draft_keeper *keeper)
{
	return keeper->failed	 ? DRAFT_FAILED
	       : keeper->touched ? DRAFT_PENDING
	       : keeper->id	 ? DRAFT_KEPT
				 : DRAFT_NONE;
}

/* Typing on does not change it: a letter is to cost the bytes of a letter. */
const char *draft_keeper_words(const struct draft_keeper *keeper)
{
	return keeper->failed ? _("draft not kept") : keeper->id ? _("draft kept") : "";
}

void draft_keepers_write_all(struct app *app)
{
	for (struct draft_keeper *keeper = app->keepers; keeper; keeper = keeper->next)
		draft_keeper_write_now(keeper);
}

bool draft_keepers_have_changes(const struct app *app)
{
	for (const struct draft_keeper *keeper = app->keepers; keeper; keeper = keeper->next)
		if (draft_keeper_state(keeper) != DRAFT_NONE)
			return true;
	return false;
}

bool draft_keepers_have_failed(const struct app *app)
{
	for (const struct draft_keeper *keeper = app->keepers; keeper; keeper = keeper->next)
		if (keeper->failed)
			return true;
	return false;
}
