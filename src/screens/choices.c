/* SPDX-License-Identifier: ISC */
#include "screens/choices.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/countries.h"
#include "schema/field.h"
#include "screens/app_state.h"
#include "screens/loading.h"
#include "ui/pick.h"
#include "work/choice_items.h"

/* One of the service's lists. */
struct source {
	struct choice_lists *lists;
	const char *name;         /* struct choices, source */
	struct choice_list known; /* copied; empty before it came */
	bool came;                /* with nothing to be asked again */
	struct client_call *call; /* NULL: not under way */
};

/* The box that opens, from the wish to the answer. */
struct opening {
	const struct field *field; /* NULL: none */
	char *current, *typed;
	char *trouble;           /* why the list could not be had; NULL: it could */
	struct loading *loading; /* NULL: nothing is waited for */
	void (*fn)(void *data, const char *value);
	void *data;
};

enum { SOURCES_MAX = 8 };

struct choice_lists {
	struct app *app;
	struct source sources[SOURCES_MAX];
	size_t source_count;
	struct countries *countries; /* NULL: not needed yet */
	struct opening opening;
};

/* Lists whose values people know by another name: worth a call before anybody chooses. */
static const char *const named_sources[] = { "sales-reps", "customer-groups", "stores" };

struct choice_lists *choice_lists_new(struct app *app)
{
	struct choice_lists *lists = xcalloc(1, sizeof(*lists));

	lists->app = app;
	return lists;
}

static void known_finish(struct choice_list *known)
{
	choice_list_finish(known);
	*known = (struct choice_list){ 0 };
}

void choice_lists_free(struct choice_lists *lists)
{
	if (!lists)
		return;
	for (size_t i = 0; i < lists->source_count; i++) {
		client_cancel(lists->sources[i].call);
		known_finish(&lists->sources[i].known);
	}
	countries_free(lists->countries);
	free(lists->opening.current);
	free(lists->opening.typed);
	free(lists->opening.trouble);
	free(lists);
}

/* --- what is known --------------------------------------------------------- */

static struct source *source_named(struct choice_lists *lists, const char *name)
{
	for (size_t i = 0; i < lists->source_count; i++)
		if (strcmp(lists->sources[i].name, name) == 0)
			return &lists->sources[i];
	if (lists->source_count == SOURCES_MAX)
		return NULL;
	struct source *source = &lists->sources[lists->source_count++];
	*source = (struct source){ .lists = lists, .name = name };
	return source;
}

static struct choice_sources sources_of(const struct choice_lists *lists, const struct field *field)
{
	struct choice_sources sources = { .countries = lists->countries };

	for (size_t i = 0; i < lists->source_count; i++)
		if (field->choices->source &&
		    strcmp(lists->sources[i].name, field->choices->source) == 0)
			sources.listed = &lists->sources[i].known;
	return sources;
}

static void list_came(void *data, const struct choice_list *list, const struct failure *failure)
{
	struct source *source = data;
	struct opening *opening = &source->lists->opening;

	source->call = NULL;
	known_finish(&source->known);
	choice_list_copy(&source->known, list);
	source->came = !failure;
	/* Names stand behind values of lines that are drawn. */
	ui_touch_all(source->lists->app->ui);
	if (!opening->loading || strcmp(opening->field->choices->source, source->name) != 0)
		return;
	opening->trouble = failure ? xstrdup(failure->error.message) : NULL;
	loading_end(opening->loading);
}

static void ask(struct source *source)
{
	if (!source->call)
		source->call =
			client_choices(source->lists->app->client, source->name, list_came, source);
}

static bool is_named(const struct field *field)
{
	for (size_t i = 0; i < sizeof(named_sources) / sizeof(named_sources[0]); i++)
		if (field->choices && field->choices->source &&
		    strcmp(field->choices->source, named_sources[i]) == 0)
			return true;
	return false;
}

static void need_countries(struct choice_lists *lists)
{
	if (!lists->countries)
		lists->countries = countries_read(NULL);
}

void choices_learn(struct choice_lists *lists, const struct schema *schema)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		struct source *source =
			is_named(field) ? source_named(lists, field->choices->source) : NULL;

		if (source && !source->came)
			ask(source);
		if (field->choices && choice_items_need_countries(field))
			need_countries(lists);
		if (field->items)
			choices_learn(lists, field->items);
	}
}

const char *choices_label(const struct choice_lists *lists, const struct field *field,
			  const char *value)
{
	if (!field->choices)
		return "";
	struct choice_sources sources = sources_of(lists, field);
	const char *label = choice_items_label(field, &sources, value);
	return label ? label : "";
}

/* --- the box --------------------------------------------------------------- */

static void chosen(void *data, const char *value)
{
	struct opening opening = ((struct choice_lists *)data)->opening;

	((struct choice_lists *)data)->opening = (struct opening){ 0 };
	opening.fn(opening.data, value);
	free(opening.current);
	free(opening.typed);
	free(opening.trouble);
}

static void open_box(struct choice_lists *lists)
{
	const struct opening *opening = &lists->opening;
	struct choice_sources sources = sources_of(lists, opening->field);
	struct choice_items items;

	choice_items_init(&items, opening->field, &sources, opening->current);
	pick_open(lists->app->ui,
		  &(struct pick){ .title = _(opening->field->label),
				  .note = opening->trouble ? opening->trouble : items.note,
				  .items = items.rows,
				  .count = items.count,
				  .current = opening->current,
				  .typed = opening->typed,
				  .open = items.open,
				  .done = chosen,
				  .data = lists });
	choice_items_finish(&items);
}

static void loaded(void *data, const char *typed)
{
	struct choice_lists *lists = data;
	struct opening *opening = &lists->opening;

	opening->loading = NULL;
	if (!typed) {
		chosen(lists, NULL);
		return;
	}
	xreplace(&opening->typed, typed);
	open_box(lists);
}

void choices_open(struct choice_lists *lists, const struct field *field, const char *current,
		  const char *typed, void (*fn)(void *data, const char *value), void *data)
{
	struct source *source = NULL;

	if (choice_items_need_list(field))
		source = source_named(lists, field->choices->source);
	if (choice_items_need_countries(field))
		need_countries(lists);
	lists->opening = (struct opening){
		.field = field,
		.current = xstrdup(current),
		.typed = xstrdup(typed),
		.fn = fn,
		.data = data,
	};
	if (!source || source->came) {
		open_box(lists);
		return;
	}
	lists->opening.loading = loading_open(lists->app, typed, loaded, lists);
	ask(source);
}
