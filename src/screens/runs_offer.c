/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/runs.h"
#include "screens/runs_list.h"
#include "ui/confirm.h"
#include "work/journal.h"

/* --- what there is ---------------------------------------------------------------------------- */

static bool is_taken_up(const struct app *app, const char *id)
{
	for (const struct run *run = app->runs; run; run = run->next)
		if (run->id && strcmp(run->id, id) == 0)
			return true;
	return false;
}

void runs_left(const struct app *app, struct journal_list *list)
{
	size_t kept = 0;

	journals_list(app->client, list);
	for (size_t i = 0; i < list->count; i++) {
		if (is_taken_up(app, list->rows[i].id))
			journal_info_finish(&list->rows[i]);
		else
			list->rows[kept++] = list->rows[i];
	}
	list->count = kept;
}

static size_t count_not_live(const struct journal_list *list, const struct journal_info **first)
{
	size_t count = 0;

	for (size_t i = list->count; i-- > 0;) {
		if (list->rows[i].live)
			continue;
		count++;
		*first = &list->rows[i];
	}
	return count;
}

void runs_recount(struct app *app)
{
	const struct journal_info *first;
	struct journal_list list = { 0 };

	if (app->client)
		runs_left(app, &list);
	app->runs_waiting = count_not_live(&list, &first);
	journal_list_finish(&list);
	runs_tell_header(app);
}

/* --- the offer -------------------------------------------------------------------------------- */

struct offer {
	struct app *app;
	char *id; /* of the only one there is; NULL: the list is shown */
};

static void answered(void *data, bool yes)
{
	struct offer *offer = data;

	if (!yes)
		ui_message(offer->app->ui, ROLE_MESSAGE, "%s",
			   _("It waits. :runs shows it again."));
	else if (offer->id)
		runs_take_up(offer->app, offer->id);
	else
		runs_list_open(offer->app->ui);
	free(offer->id);
	free(offer);
}

static void write_one(const struct journal_info *info, FILE *out)
{
	size_t left = info->count[ITEM_WAITING] + info->count[ITEM_UNDER_WAY];
	size_t failed = info->count[ITEM_FAILED] + info->count[ITEM_MAY_BE_DONE];

	fprintf(out, _("Not finished: %s"), info->title);
	if (left)
		fprintf(out, ngettext(", %'zu to go", ", %'zu to go", left), left);
	if (failed)
		fprintf(out, ngettext(", %'zu failed", ", %'zu failed", failed), failed);
	fprintf(out, ".\n%s", _("Enter opens it, Esc leaves it for later."));
}

/* The caller frees. */
static char *offer_text(const struct journal_info *first, size_t count)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (count == 1)
		write_one(first, out);
	else
		fprintf(out,
			ngettext("%'zu run is not finished.\nEnter shows it, Esc leaves it for later.",
				 "%'zu runs are not finished.\nEnter shows them, Esc leaves them for "
				 "later.",
				 count),
			count);
	fclose(out);
	return text;
}

bool runs_offer(struct app *app)
{
	const struct journal_info *first = NULL;
	struct journal_list list;

	if (app->runs_offered)
		return false;
	app->runs_offered = true;
	runs_left(app, &list);
	app->runs_waiting = count_not_live(&list, &first);
	runs_tell_header(app);
	if (first) {
		bool can_open = app->runs_waiting == 1 && !first->trouble;
		struct offer *offer = xmalloc(sizeof(*offer));
		char *text = offer_text(first, app->runs_waiting);

		*offer = (struct offer){ app, can_open ? xstrdup(first->id) : NULL };
		confirm_enter(app->ui, text, answered, offer);
		free(text);
	}
	journal_list_finish(&list);
	return first;
}
