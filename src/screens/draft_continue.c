/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/drafts.h"
#include "screens/edit.h"
#include "store/draft.h"
#include "work/draft_words.h"
#include "work/save_words.h"

/* What edit_open_draft would refuse is not taken: it would be nobody's to offer while we live. */
static struct edit *take(struct app *app, const struct draft_info *info, char **id,
			 struct error *err)
{
	const struct resource *resource = client_resource(app->client, info->resource);
	struct drafts *drafts = drafts_of(app, err);

	if (!resource)
		error_set(err, ERROR_INPUT, _("The draft is one of %s, which this service has not"),
			  info->resource);
	if (!resource || !drafts || !save_is_allowed(app->client, resource, err))
		return NULL;
	return draft_take(drafts, resource, id, err);
}

/* The title says the same for any edit: this is what tells that it is not the record alone. */
static void say_continued(struct app *app, const struct draft_info *info)
{
	char *time = draft_words_time(info);

	ui_message(app->ui, ROLE_MESSAGE, _("Draft of %s continued."), time);
	free(time);
}

bool drafts_continue(struct app *app, const struct draft_info *info)
{
	const char *obstacle = draft_words_obstacle(info);
	char *id = xstrdup(info->id);
	struct error err = { 0 };
	struct edit *edit = NULL;

	if (info->trouble)
		error_set(&err, ERROR_INPUT, "%s", info->trouble);
	else if (obstacle)
		error_set(&err, ERROR_REFUSED, _("The draft is %s."), obstacle);
	else
		edit = take(app, info, &id, &err);
	if (edit) {
		edit_open_draft(app, client_resource(app->client, info->resource), edit, id);
		say_continued(app, info);
	} else {
		free(id);
		ui_message(app->ui, ROLE_ERROR, "%s", err.message);
	}
	drafts_recount(app);
	return edit;
}
