/* SPDX-License-Identifier: ISC */
#include "screens/edit_save.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/discarded.h"
#include "screens/edit_review.h"
#include "screens/edit_session.h"
#include "screens/edit_wrong.h"
#include "screens/record.h"
#include "screens/record_watch.h"
#include "screens/taken.h"
#include "work/history.h"
#include "work/save.h"
#include "work/save_words.h"
#include "work/trouble.h"

/* --- it is done ------------------------------------------------------------ */

/* What the service has now is news to the screens below, whoever made it so. */
static void tell(const struct edit_session *session, const struct record *record, bool created)
{
	record_watch_tell(session->app, &(struct record_change){ .resource = session->resource,
								 .key = record_key(record),
								 .members = record_tree(record),
								 .whole = true,
								 .created = created });
}

/* The form goes; the session with it. */
static void close_form(struct edit_session *session)
{
	struct ui *ui = session->app->ui;

	edit_session_drop_draft(session);
	ui_pop_to(ui, session->screen);
	ui_pop(ui);
}

static void done(struct edit_session *session, const struct record *record)
{
	struct app *app = session->app;
	bool is_new = edit_is_new(session->edit);
	size_t count = edit_session_change_count(session);

	history_add(app->history, session->resource, is_new ? NULL : edit_base(session->edit),
		    edit_now(session->edit), record);
	discarded_outdated(app, session->resource, record_key(record));
	tell(session, record, is_new);
	char *text = save_words_done(is_new, count, record_key(record));
	const struct resource *resource = session->resource;
	close_form(session);
	if (is_new) /* it is looked at next, and nobody knows a key that the service gave */
		record_open_key(app, resource, record_key(record));
	ui_message(app->ui, ROLE_MESSAGE, "%s", text);
	free(text);
}

static void nothing_to_do(struct edit_session *session, const struct record *record)
{
	struct app *app = session->app;

	if (record)
		tell(session, record, false);
	close_form(session);
	ui_message(app->ui, ROLE_MESSAGE, "%s", save_words_nothing());
}

/* --- it is not ------------------------------------------------------------- */

static void clashed(struct edit_session *session, struct record *record)
{
	struct ui *ui = session->app->ui;

	tell(session, record, false);
	bool clashes = !edit_session_meet_take(session, record);

	edit_review_open(session);
	ui_message(ui, ROLE_MESSAGE, "%s",
		   clashes ? _("Somebody has changed this meanwhile: m takes mine, t theirs.")
			   : _("Somebody has changed this meanwhile: look again, then s sends."));
}

/* Their record opens above the form, which stays. */
static void taken(struct edit_session *session, const struct record *theirs)
{
	edit_wrong_show(session); /* where it is known to be taken, there */
	taken_offer(session->app, session->resource, session->edit, theirs);
}

static void failed(struct edit_session *session, const struct failure *failure)
{
	struct error err;

	trouble_of_known(failure, session->resource, session->key, &err);
	if (failure->message_count)
		edit_wrong_take_messages(session, failure);
	ui_message(session->app->ui, ROLE_ERROR, "%s", err.message);
}

static void answered_save(void *data, enum save_outcome outcome, struct record *record,
			  const struct failure *failure)
{
	struct edit_session *session = data;
	struct ui *ui = session->app->ui;

	session->save = NULL;
	waiting_set(&session->waiting, 0);
	switch (outcome) {
	case SAVE_DONE:
		done(session, record);
		break;
	case SAVE_NOTHING:
		nothing_to_do(session, record);
		break;
	case SAVE_CLASH:
		clashed(session, record);
		record = NULL;
		break;
	case SAVE_TAKEN:
		taken(session, record);
		break;
	case SAVE_UNREAD:
	case SAVE_FAILED:
		failed(session, failure);
		break;
	}
	record_free(record);
	ui_touch(ui);
}

void edit_save_start(struct edit_session *session)
{
	session->save = save_start(session->app->client, session->resource, session->edit,
				   answered_save, session);
	waiting_set(&session->waiting, clock_now_ms());
}

void edit_save_stop(struct edit_session *session)
{
	save_cancel(session->save);
	session->save = NULL;
	waiting_set(&session->waiting, 0);
	ui_message(session->app->ui, ROLE_MESSAGE, "%s",
		   _("Stopped. It may have been saved all the same; s looks first, then sends."));
}
