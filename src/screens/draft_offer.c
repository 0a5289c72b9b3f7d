/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/drafts.h"
#include "screens/menu.h"
#include "store/draft.h"
#include "work/draft_words.h"

enum { OFFERED_MAX = 8 };

/* The question, until it is answered. */
struct question {
	struct app *app;
	struct draft_list drafts;
	const struct draft_info *offered[OFFERED_MAX]; /* of that record */
	size_t count;
	void (*fn)(void *data, enum draft_answer answer);
	void *data;
};

static void find(struct question *question, struct drafts *drafts, const struct resource *resource,
		 const char *key)
{
	drafts_list(drafts, &question->drafts);
	for (size_t i = 0; i < question->drafts.count; i++) {
		const struct draft_info *info = &question->drafts.rows[i];

		if (question->count < OFFERED_MAX && draft_info_is_of(info, resource, key))
			question->offered[question->count++] = info;
	}
}

static void question_free(struct question *question)
{
	draft_list_finish(&question->drafts);
	free(question);
}

static void answer(void *data, int item)
{
	struct question *question = data;
	enum draft_answer answer = DRAFT_LEFT;

	if (item >= 0 && (size_t)item == question->count)
		answer = DRAFT_ANEW;
	else if (item >= 0 && drafts_continue(question->app, question->offered[item]))
		answer = DRAFT_CONTINUED;
	question->fn(question->data, answer);
	question_free(question);
}

/* "Continue the draft: 2 changes, today 14:02". The caller frees. */
static char *offer_label(const struct draft_info *info)
{
	char *changes = draft_words_changes(info), *when = draft_words_when(info);
	char *label = xasprintf(_("Continue the draft: %s, %s"), changes, when);

	free(changes);
	free(when);
	return label;
}

static void ask(struct question *question)
{
	struct app *app = question->app;
	struct menu_item items[OFFERED_MAX + 1] = { 0 };
	char *labels[OFFERED_MAX];
	char *whole = draft_words_whole(question->offered[0], app->client);
	char *title = xasprintf(_("There is a draft of %s"), whole);

	for (size_t i = 0; i < question->count; i++) {
		const char *obstacle = draft_words_obstacle(question->offered[i]);

		labels[i] = offer_label(question->offered[i]);
		items[i] = (struct menu_item){ labels[i], obstacle, obstacle };
	}
	items[question->count].label = _("Start anew; the draft stays as it is");
	menu_open(app->ui, title, items, question->count + 1, 0, answer, question);
	for (size_t i = 0; i < question->count; i++)
		free(labels[i]);
	free(title);
	free(whole);
}

bool draft_offer(struct app *app, const struct resource *resource, const char *key,
		 void (*fn)(void *data, enum draft_answer answer), void *data)
{
	struct drafts *drafts = drafts_of(app, NULL);
	struct question *question = xcalloc(1, sizeof(*question));

	*question = (struct question){ .app = app, .fn = fn, .data = data };
	if (drafts)
		find(question, drafts, resource, key);
	if (!question->count) {
		question_free(question);
		return false;
	}
	ask(question);
	return true;
}
