/* SPDX-License-Identifier: ISC */
#include "screens/edit_wrong.h"

#include "api/client.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/edit_entry.h"
#include "screens/edit_session.h"
#include "ui/form.h"

void edit_wrong_go_to_form(struct edit_session *session)
{
	ui_pop_to(session->app->ui, session->screen);
	form_refresh(session->form);
}

void edit_wrong_go_back(struct edit_session *session)
{
	if (session->prices_screen)
		ui_pop_to(session->app->ui, session->prices_screen);
	else
		ui_pop_to(session->app->ui, session->screen);
	form_refresh(session->form);
}

static const struct complaint *first_wrong(const struct complaints *complaints)
{
	for (size_t i = 0; i < complaints->count; i++)
		if (!complaints->rows[i].warning)
			return &complaints->rows[i];
	return NULL;
}

void edit_wrong_show(struct edit_session *session)
{
	const struct complaint *wrong = first_wrong(&session->complaints);

	if (wrong && wrong->place.list && wrong->place.list == resource_prices(session->resource))
		edit_wrong_go_back(session);
	else
		edit_wrong_go_to_form(session);
	if (!wrong)
		return;
	if (!wrong->place.list) {
		form_go_to_wrong(session->form);
		return;
	}
	form_go_to(session->form, wrong->place, NULL);
	if (wrong->place.entry < edit_entry_count(session->edit, wrong->place.list))
		edit_entry_open(session, wrong->place, wrong->field);
}

void edit_wrong_take_messages(struct edit_session *session, const struct failure *failure)
{
	complaints_clear(&session->complaints);
	for (size_t i = 0; i < failure->message_count; i++)
		complaints_add_message(&session->complaints, session->resource->schema,
				       failure->messages[i].field, failure->messages[i].text);
	edit_wrong_show(session);
}
