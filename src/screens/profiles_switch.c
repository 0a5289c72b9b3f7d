/* SPDX-License-Identifier: ISC */
#include "screens/profiles_switch.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/connect.h"
#include "screens/draft_keeper.h"
#include "screens/runs.h"
#include "ui/confirm.h"

struct change {
	struct app *app;
	size_t row;
};

static void go(struct app *app, size_t row)
{
	char *before = profile_row_name(at_profile_row(app));
	char *now = profile_row_name(&app->at.list.rows[row]);
	bool has_drafts = draft_keepers_have_changes(app);
	struct error err;

	if (!connect_switch(app, row, &err))
		ui_message(app->ui, ROLE_ERROR, _("%s cannot be used: %s"), now, err.message);
	else if (has_drafts)
		ui_message(app->ui, ROLE_MESSAGE, _("What was typed is kept as a draft of %s."), before);
	free(before);
	free(now);
}

static void answered(void *data, bool yes)
{
	struct change *change = data;

	if (yes)
		go(change->app, change->row);
	free(change);
}

/* What ends with the old profile's screens, a line each; NULL: nothing. The caller frees. */
static char *what_ends(struct app *app)
{
	char *name = profile_row_name(at_profile_row(app)), *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (draft_keepers_have_changes(app))
		fprintf(out, _("\nThe open form is closed; what was typed is kept as a draft of %s."), name);
	if (runs_are_running(app))
		fprintf(out, _("\nWork on many records is stopped; %s offers to go on with it when it is in use again."),
			name);
	fclose(out);
	free(name);
	if (len)
		return text;
	free(text);
	return NULL;
}

static void ask(struct app *app, size_t row, const char *ends)
{
	struct change *change = xmalloc(sizeof(*change));
	char *name = profile_row_name(&app->at.list.rows[row]);
	char *text = xasprintf(_("Change to the profile %s?%s"), name, ends);

	*change = (struct change){ app, row };
	confirm_yes_no(app->ui, text, answered, change);
	free(text);
	free(name);
}

void profiles_switch(struct app *app, size_t row)
{
	if (app->actions) {
		ui_message(app->ui, ROLE_MESSAGE, "%s",
			   _("An action is under way. Try again when its answer is there."));
		return;
	}
	draft_keepers_write_all(app);
	if (draft_keepers_have_failed(app))
		return; /* it was said why: nothing that was typed is to be lost */
	char *ends = what_ends(app);

	if (ends)
		ask(app, row, ends);
	else
		go(app, row);
	free(ends);
}
