/* SPDX-License-Identifier: ISC */
#include "screens/edit_session.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/choices.h"
#include "screens/draft_keeper.h"
#include "screens/taken.h"
#include "ui/form.h"
#include "work/save.h"

void edit_session_init(struct edit_session *session, struct app *app,
		       const struct resource *resource, const char *key, void *screen)
{
	*session = (struct edit_session){
		.app = app,
		.resource = resource,
		.screen = screen,
		.key = xstrdup(key),
	};
	waiting_init(&session->waiting, app->loop, app->ui);
	session->waiting.doing = N_("Saving...");
}

void edit_session_finish(struct edit_session *session)
{
	save_cancel(session->save);
	waiting_finish(&session->waiting);
	draft_keeper_end(session->keeper);
	choice_lists_free(session->choices);
	taken_free(session->taken);
	meeting_finish(&session->meeting);
	complaints_finish(&session->complaints);
	edit_free(session->edit);
	free(session->key);
	free(session->note);
	free(session->news);
	*session = (struct edit_session){ 0 };
}

/* Complaints about all of it, where it was checked, and about what is taken: that is no obstacle,
 * for the save looks again and offers to open the other. */
static bool complain(struct edit_session *session)
{
	complaints_clear(&session->complaints);
	if (session->checked)
		check_edit(&session->complaints, session->edit);
	bool right = !complaints_count_wrong(&session->complaints);
	if (session->taken)
		taken_complain(session->taken, &session->complaints);
	return right;
}

static void taken_told(void *data)
{
	struct edit_session *session = data;

	complain(session);
	form_refresh(session->form);
	ui_touch(session->app->ui);
}

void edit_session_begin_take(struct edit_session *session, struct edit *edit, char *draft_id)
{
	session->edit = edit;
	session->keeper = draft_keeper_begin(session->app, session->resource, edit, draft_id);
	session->choices = choice_lists_new(session->app);
	choices_learn(session->choices, session->resource->schema);
	if (edit_is_new(edit)) {
		session->taken =
			taken_new(session->app, session->resource, edit, taken_told, session);
		taken_touched(session->taken); /* what it begins with may be somebody's already */
	}
}

bool edit_session_meet_take(struct edit_session *session, struct record *theirs)
{
	char *news = meeting_news(session->edit, theirs);

	if (news) {
		free(session->news);
		session->news = news;
	}
	session->change_count = 0;
	if (!meeting_take(&session->meeting, session->edit, theirs))
		return false;
	edit_session_changed(session);
	return true;
}

void edit_session_decided(struct edit_session *session)
{
	session->change_count = 0;
}

void edit_session_settle(struct edit_session *session)
{
	meeting_settle(&session->meeting, session->edit);
	edit_session_changed(session);
}

void edit_session_changed(struct edit_session *session)
{
	draft_keeper_touched(session->keeper);
	if (session->taken)
		taken_touched(session->taken);
}

bool edit_session_check(struct edit_session *session)
{
	session->checked = true;
	return complain(session);
}

bool edit_session_is_changed(const struct edit_session *session)
{
	if (!session->edit || !edit_is_changed(session->edit))
		return false;
	return !edit_is_new(session->edit) || edit_revision(session->edit) ||
	       (session->keeper && draft_keeper_state(session->keeper) != DRAFT_NONE);
}

size_t edit_session_change_count(struct edit_session *session)
{
	unsigned revision = edit_revision(session->edit);

	if (!session->change_count || session->counted_at != revision)
		session->change_count = meeting_change_count(&session->meeting, session->edit);
	session->counted_at = revision;
	return session->change_count;
}

void edit_session_drop_draft(struct edit_session *session)
{
	draft_keeper_forget(session->keeper);
	draft_keeper_end(session->keeper);
	session->keeper = NULL;
}

const char *edit_session_name(const struct edit_session *session)
{
	return *session->key ? session->key : _(session->resource->new_title);
}

void edit_session_write_state(struct edit_session *session, FILE *out)
{
	if (!edit_session_is_changed(session))
		return;
	size_t count = edit_session_change_count(session);
	fprintf(out, ngettext("%'zu change", "%'zu changes", count), count);
	const char *words = session->keeper ? draft_keeper_words(session->keeper) : "";
	if (*words)
		fprintf(out, ", %s", words);
}

void edit_session_write_title(struct edit_session *session, FILE *left, FILE *right)
{
	fprintf(left, "%s > %s", _(session->resource->label), edit_session_name(session));
	if (*session->key)
		fprintf(left, " > %s", _("Edit"));
	edit_session_write_state(session, right);
}
