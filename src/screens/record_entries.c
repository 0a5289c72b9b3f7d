/* SPDX-License-Identifier: ISC */
#include "screens/record_entries.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/edit.h"
#include "screens/menu.h"
#include "screens/page_view.h"
#include "work/save_words.h"

static const struct field *list_of_tab(const struct resource *resource, size_t tab)
{
	const struct schema *schema = resource->schema;

	for (size_t i = 0; i < schema->field_count; i++)
		if ((size_t)schema->fields[i].tab == tab && !schema->fields[i].kind->scalar)
			return &schema->fields[i];
	return NULL;
}

const struct field *record_entries_of_tab(const struct resource *resource, size_t tab)
{
	const struct field *list = list_of_tab(resource, tab);

	return list && list->write != WRITE_NEVER ? list : NULL;
}

bool record_entries_are_read_only(const struct resource *resource, size_t tab)
{
	const struct field *list = list_of_tab(resource, tab);

	return resource->can_update && list && list->write == WRITE_NEVER;
}

/* --- which ones ------------------------------------------------------------ */

/* Indexes into the list, ascending. */
struct targets {
	size_t *at;
	size_t count;
};

static void find_targets(const struct record_entries *entries, struct targets *targets)
{
	const struct page_view *view = entries->view;
	const struct page_line *here = page_view_line(view);

	*targets = (struct targets){ .at = xcalloc(view->page.count + 1, sizeof(*targets->at)) };
	for (size_t i = 0; i < view->page.count; i++) {
		const struct page_line *line = &view->page.lines[i];
		bool meant = view->mark_count ? page_view_is_marked(view, i) : line == here;

		if (meant && line->field == entries->list)
			targets->at[targets->count++] = line->index;
	}
}

/* What a menu is about. It has its own record: the screen's may be another one by the answer. */
struct offer {
	struct record_entries of; /* without the record and the view */
	struct record *record;
	struct targets targets;
};

static struct offer *offer_new(const struct record_entries *entries)
{
	struct offer *offer = xcalloc(1, sizeof(*offer));

	offer->of = *entries;
	offer->of.record = NULL;
	offer->of.view = NULL;
	offer->record = record_copy(entries->record);
	find_targets(entries, &offer->targets);
	return offer;
}

static void offer_free(struct offer *offer)
{
	record_free(offer->record);
	free(offer->targets.at);
	free(offer);
}

/* --- the acts -------------------------------------------------------------- */

static void set_primary(struct edit *edit, const struct field *list, const struct targets *targets)
{
	for (size_t i = 0; i < targets->count; i++)
		edit_make_primary(edit, (struct place){ list, targets->at[i] });
}

/* From the last one on: those before it keep their place. */
static void remove_all(struct edit *edit, const struct field *list, const struct targets *targets)
{
	for (size_t i = targets->count; i-- > 0;) {
		if (list->items)
			edit_remove_entry(edit, (struct place){ list, targets->at[i] });
		else
			edit_remove_attribute(edit, list, targets->at[i]);
	}
}

static void review(struct offer *offer, void (*change)(struct edit *edit, const struct field *list,
						       const struct targets *targets))
{
	struct edit *edit = edit_new_take(record_copy(offer->record));

	change(edit, offer->of.list, &offer->targets);
	edit_open_review(offer->of.app, offer->of.resource, edit, NULL);
}

static void run_set_primary(struct offer *offer)
{
	review(offer, set_primary);
}

static void run_remove(struct offer *offer)
{
	review(offer, remove_all);
}

static void run_rename(struct offer *offer)
{
	edit_open_rename(offer->of.app, offer->of.resource, offer->record, offer->of.list,
			 offer->targets.at[0]);
}

static void run_actions(struct offer *offer)
{
	offer->of.actions(offer->of.data);
}

/* --- what stands in their way ------------------------------------------------ */

static const struct json *entry_at(const struct offer *offer, size_t i)
{
	return json_at(record_value(offer->record, offer->of.list), offer->targets.at[i]);
}

static bool has_primary(const struct field *list)
{
	return list->items && list->items->primary;
}

static bool is_map(const struct field *list)
{
	return list->kind == &kind_map;
}

static bool same_group(const struct offer *offer, size_t a, size_t b)
{
	const struct schema *items = offer->of.list->items;
	const struct field *group = items->group ? schema_field(items, items->group) : NULL;

	return !group || json_equal(field_value(group, entry_at(offer, a)),
				    field_value(group, entry_at(offer, b)));
}

static bool is_primary(const struct offer *offer, size_t i)
{
	const struct schema *items = offer->of.list->items;

	return json_is_true(field_value(schema_field(items, items->primary), entry_at(offer, i)));
}

/* One of each group: two of one would take it from each other. */
static const char *not_primary(const struct offer *offer)
{
	bool all = true;

	for (size_t i = 0; i < offer->targets.count; i++) {
		for (size_t other = 0; other < i; other++)
			if (same_group(offer, i, other))
				return offer->of.list->items->group
					       ? _("only one of each type can be primary")
					       : _("only one can be primary");
		all = all && is_primary(offer, i);
	}
	return !all				? NULL
	       : offer->targets.count > 1 ? _("they are primary already")
					  : _("it is primary already");
}

static const char *not_several(const struct offer *offer)
{
	return offer->targets.count > 1 ? _("one at a time") : NULL;
}

/* --- the menu -------------------------------------------------------------- */

struct act {
	const char *label;                                  /* N_() */
	bool (*applies)(const struct field *list);          /* NULL: always */
	const char *(*obstacle)(const struct offer *offer); /* translated; NULL: none */
	void (*run)(struct offer *offer);
	bool needs_targets;
};

static const struct act acts[] = {
	{ N_("Set as primary"), has_primary, not_primary, run_set_primary, true },
	{ N_("Rename"), is_map, not_several, run_rename, true },
	{ N_("Remove"), NULL, NULL, run_remove, true },
	{ N_("Actions on the record"), NULL, NULL, run_actions, false },
};

enum { ACTS = sizeof(acts) / sizeof(acts[0]) };

/* Those that are offered, in order. */
static size_t find_acts(const struct offer *offer, const struct act *found[ACTS])
{
	size_t count = 0;

	for (size_t i = 0; i < ACTS; i++) {
		bool has_what_it_needs = !acts[i].needs_targets || offer->targets.count;

		if (has_what_it_needs && (!acts[i].applies || acts[i].applies(offer->of.list)))
			found[count++] = &acts[i];
	}
	return count;
}

static void chosen(void *data, int item)
{
	struct offer *offer = data;
	const struct act *found[ACTS];

	find_acts(offer, found);
	if (item != MENU_LEFT)
		found[item]->run(offer);
	offer_free(offer);
}

static char *title_of(const struct record_entries *entries, const struct offer *offer)
{
	const struct page_line *line = page_view_line(entries->view);

	if (offer->targets.count == 1 && !entries->view->mark_count)
		return *line->label ? xstrdup(line->label) : record_entry_text(line);
	return xasprintf(_("%s: %'zu marked"), _(entries->list->label), offer->targets.count);
}

/* refusal: why nothing can be changed here at all; NULL: it can. */
static struct menu_item item_of(const struct act *act, const struct offer *offer,
				const char *refusal)
{
	const char *note = act->needs_targets ? refusal : NULL;

	if (!note && act->obstacle)
		note = act->obstacle(offer);
	return (struct menu_item){ .label = _(act->label), .note = note, .disabled = note };
}

void record_entries_menu(const struct record_entries *entries)
{
	struct offer *offer = offer_new(entries);
	const struct act *found[ACTS];
	struct menu_item items[ACTS];
	size_t count = find_acts(offer, found);
	char *title = title_of(entries, offer);
	struct error err;
	bool allowed = save_is_allowed(entries->app->client, entries->resource, &err);

	for (size_t i = 0; i < count; i++)
		items[i] = item_of(found[i], offer, allowed ? NULL : err.message);
	menu_open(entries->app->ui, title, items, count, 0, chosen, offer);
	free(title);
}

void record_entries_add(const struct record_entries *entries)
{
	edit_open_add(entries->app, entries->resource, entries->record, entries->list);
}
