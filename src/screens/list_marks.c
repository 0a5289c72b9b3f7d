/* SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list.h"
#include "screens/list_mark_all.h"
#include "store/pager.h"
#include "ui/confirm.h"

static void count_if_marked(void *data, const char *key)
{
	struct list *list = data;

	list->marks_here += marks_has(&list->marks, key);
	list->rows_here++;
}

void list_count_marks(struct list *list)
{
	list->marks_here = list->rows_here = 0;
	pager_each_key(list->pager, count_if_marked, list);
	if (list->marks_here > list->marks.count) /* a list that shifts shows a row twice */
		list->marks_here = list->marks.count;
}

/* Marks the row, or takes its mark away, and goes to the next one. */
void list_mark(struct list *list)
{
	const struct pager_row *row = list_row_to_use(list);

	if (!row)
		return;
	if (marks_has(&list->marks, row->key))
		marks_remove(&list->marks, row->key);
	else
		marks_add(&list->marks, row->key);
	xreplace(&list->range_from, row->key);
	list_count_marks(list);
	table_touch_row(&list->table, list->table.cursor);
	table_move(&list->table, 1);
	list->rested_at = list->table.cursor; /* the count is to be seen at once */
}

static void mark_rows(struct list *list, int64_t from, int64_t to)
{
	for (int64_t i = from; i <= to; i++)
		marks_add(&list->marks, pager_row(list->pager, i)->key);
	list_count_marks(list);
	table_touch(&list->table);
}

static bool rows_are_here(const struct list *list, int64_t from, int64_t to)
{
	const struct pager_row *row;

	while (from <= to && (row = pager_row(list->pager, from)) && *row->key)
		from++;
	return from > to;
}

void list_mark_range(struct list *list)
{
	int64_t from = list->range_from ? pager_find(list->pager, list->range_from) : -1;
	int64_t to = (int64_t)list->table.cursor;

	if (from < 0) {
		ui_message(list->app->ui, ROLE_MESSAGE, "%s",
			   _("Mark one end with Space first, then m marks up to the cursor."));
		return;
	}
	if (from > to) {
		int64_t other = from;

		from = to;
		to = other;
	}
	if (rows_are_here(list, from, to))
		mark_rows(list, from, to);
	else
		ui_message(list->app->ui, ROLE_MESSAGE, "%s",
			   _("Not all rows between are here. Mark a shorter range, or * for all."));
}

void list_unmark_all(struct list *list)
{
	marks_clear(&list->marks);
	xreplace(&list->range_from, NULL);
	list_count_marks(list);
	table_touch(&list->table);
}

static void all_collected(void *data, struct marks *found, const struct error *err)
{
	struct list *list = data;

	list->mark_all = NULL;
	if (err)
		ui_message(list->app->ui, ROLE_ERROR, _("%s Nothing was marked."), err->message);
	for (size_t i = 0; !err && i < found->count; i++)
		marks_add(&list->marks, found->keys[i]);
	list_count_marks(list);
	table_touch(&list->table);
	ui_touch(list->app->ui);
}

static void answered(void *data, bool yes)
{
	struct list *list = data;

	if (yes && !list->mark_all)
		list->mark_all =
			mark_all_start(list->app, pager_query(list->pager), all_collected, list);
}

void list_mark_all(struct list *list)
{
	int64_t total = pager_extent(list->pager);

	if (total <= 0)
		return;
	if (pager_asked_query(list->pager) != pager_query(list->pager)) {
		ui_message(list->app->ui, ROLE_MESSAGE, "%s",
			   _("How many match is not known yet. Try again."));
		return;
	}
	char *question = xasprintf(ngettext("Mark the %'lld that matches?",
					    "Mark all %'lld that match?", (unsigned long)total),
				   (long long)total);
	confirm_yes_no(list->app->ui, question, answered, list);
	free(question);
}
