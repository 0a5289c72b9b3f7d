/* SPDX-License-Identifier: ISC */
#include "screens/edit_chosen.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "screens/app_state.h"
#include "screens/choices.h"
#include "screens/edit_session.h"
#include "ui/form.h"
#include "work/entry_choice.h"

/* The session outlives it: its lists of choices are what calls back. */
struct adding {
	struct edit_session *session;
	const struct field *list;
};

static void chosen(void *data, const char *value)
{
	struct adding *adding = data;
	struct edit_session *session = adding->session;
	const struct field *field = entry_choice_field(adding->list);
	struct error err;

	if (value && *value) {
		char *label = xstrdup(choices_label(session->choices, field, value));

		if (entry_choice_add(session->edit, adding->list, value, label, &err))
			edit_session_changed(session);
		else
			ui_message(session->app->ui, ROLE_ERROR, "%s", err.message);
		free(label);
		form_refresh(session->form);
		ui_touch(session->app->ui);
	}
	free(adding);
}

bool edit_chosen_add(struct edit_session *session, const struct field *list)
{
	const struct field *field = entry_choice_field(list);

	if (!field)
		return false;
	struct adding *adding = xmalloc(sizeof(*adding));
	*adding = (struct adding){ session, list };
	choices_open(session->choices, field, "", "", chosen, adding);
	return true;
}
