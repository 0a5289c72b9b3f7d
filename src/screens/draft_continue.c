/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/error.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/drafts.h"
#include "screens/edit.h"
#include "store/draft.h"
#include "work/draft_open.h"
#include "work/draft_words.h"

/* The title says the same for any edit: this is what tells that it is not the record alone. */
static void say_continued(struct app *app, const struct draft_info *info)
{
	char *time = draft_words_time(info);

	ui_message(app->ui, ROLE_MESSAGE, _("Draft of %s continued."), time);
	free(time);
}

bool drafts_continue(struct app *app, const struct draft_info *info)
{
	struct error err;
	struct drafts *drafts = drafts_of(app, &err);
	struct draft_taken taken = { .edit = NULL };

	if (drafts)
		taken = draft_open(app->client, drafts, info, &err);
	if (taken.edit) {
		edit_open_draft(app, taken.resource, taken.edit, taken.id);
		say_continued(app, info);
	} else {
		ui_message(app->ui, ROLE_ERROR, "%s", err.message);
	}
	drafts_recount(app);
	return taken.edit;
}
