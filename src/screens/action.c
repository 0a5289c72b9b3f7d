/* SPDX-License-Identifier: ISC */
#include "screens/action.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/action_one.h"
#include "screens/action_run.h"
#include "screens/app_state.h"
#include "screens/marks.h"
#include "screens/menu.h"
#include "ui/confirm.h"

/* What is about to be done, from the menu to the answer; it goes with the answer. */
struct plan {
	struct app *app;
	const struct resource *resource;
	const struct action *action; /* NULL: being chosen */
	struct marks keys;
	struct record *record; /* the only one; NULL: several */
};

static void plan_free(struct plan *plan)
{
	marks_finish(&plan->keys);
	record_free(plan->record);
	free(plan);
}

/* --- the question ---------------------------------------------------------- */

/* A record's text on one line: it must not write lines of its own into the question. */
static char *one_line_take(char *text)
{
	char *clean = text_clean(text, strlen(text));

	free(text);
	return clean;
}

/* "HRB-1043 Harbour Lights AB", or "38 customers". The caller frees. */
static char *whom(const struct plan *plan)
{
	if (plan->record)
		return one_line_take(xasprintf("%s%s%s", record_key(plan->record),
					       *record_title(plan->record) ? " " : "",
					       record_title(plan->record)));
	return resource_count_text(plan->resource, (long long)plan->keys.count);
}

/* "PROD northpoint, Northpoint Trade Supply": where it will be done. The caller frees. */
static char *where(const struct client *client)
{
	const struct profile *profile = client_profile(client);
	struct client_info info = client_info(client);

	return one_line_take(xasprintf("%s%s%s%s%s", profile_is_production(profile) ? _("PROD") : "",
				       profile_is_production(profile) ? " " : "",
				       profile->name ? profile->name : profile_url(profile),
				       *info.organization ? ", " : "", info.organization));
}

static void write_first_keys(const struct plan *plan, FILE *out)
{
	enum { SHOWN = 6 };

	fputc('\n', out);
	for (size_t i = 0; i < plan->keys.count && i < SHOWN; i++) {
		char *key = one_line_take(xstrdup(plan->keys.keys[i]));

		fprintf(out, "%s%s", i ? ", " : "", key);
		free(key);
	}
	if (plan->keys.count > SHOWN)
		fputs(", ...", out);
}

static char *question(const struct plan *plan)
{
	char *text, *who = whom(plan), *place = where(plan->app->client);
	char *who_and_where = xasprintf(_("%s in %s"), who, place);
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fprintf(out, _(plan->action->question), who_and_where);
	fprintf(out, "\n%s", _(plan->action->consequence));
	if (!plan->record)
		write_first_keys(plan, out);
	fclose(out);
	free(who_and_where);
	free(place);
	free(who);
	return text;
}

static void answered(void *data, bool yes)
{
	struct plan *plan = data;
	struct ui *ui = plan->app->ui;

	if (!yes)
		ui_message(ui, ROLE_MESSAGE, "%s", _("Cancelled, nothing was sent."));
	else if (plan->record)
		action_one_start(plan->app, plan->resource, plan->action, plan->record);
	else
		action_run_open(ui, plan->resource, plan->action, &plan->keys);
	plan_free(plan);
}

/* --- the menu -------------------------------------------------------------- */

static void chosen(void *data, int item)
{
	struct plan *plan = data;
	char count[32];

	if (item == MENU_LEFT) {
		plan_free(plan);
		return;
	}
	plan->action = &plan->resource->actions[item];
	char *text = question(plan);
	snprintf(count, sizeof(count), "%zu", plan->keys.count);
	if (plan->record && plan->action->removes)
		confirm_typed(plan->app->ui, text, record_key(plan->record), answered, plan);
	else if (plan->record)
		confirm_yes_no(plan->app->ui, text, answered, plan);
	else
		confirm_typed(plan->app->ui, text, count, answered, plan);
	free(text);
}

/* Why it cannot be done; NULL: it can. The caller frees. */
static char *obstacle(const struct plan *plan, const struct action *action)
{
	if (client_profile(plan->app->client)->read_only)
		return xstrdup(_("read-only mode: changes are refused"));
	if (action_is_done(action, plan->record))
		return xasprintf(_(action->already), record_key(plan->record));
	return NULL;
}

static void open_menu(struct plan *plan)
{
	size_t count = plan->resource->action_count;
	struct menu_item *items = xcalloc(count, sizeof(*items));
	char **notes = xcalloc(count, sizeof(*notes));
	char *who = whom(plan);

	for (size_t i = 0; i < count; i++) {
		notes[i] = obstacle(plan, &plan->resource->actions[i]);
		items[i] = (struct menu_item){ .label = _(plan->resource->actions[i].label),
					       .note = notes[i],
					       .disabled = notes[i] };
	}
	menu_open(plan->app->ui, who, items, count, 0, chosen, plan);
	for (size_t i = 0; i < count; i++)
		free(notes[i]);
	free(notes);
	free(items);
	free(who);
}

static void offer(struct plan *plan)
{
	if (plan->resource->action_count && plan->keys.count) {
		open_menu(plan);
		return;
	}
	ui_message(plan->app->ui, ROLE_MESSAGE, "%s", _("There are no actions here."));
	plan_free(plan);
}

static struct plan *plan_new(struct ui *ui, const struct resource *resource)
{
	struct plan *plan = xcalloc(1, sizeof(*plan));

	plan->app = app_of(ui);
	plan->resource = resource;
	return plan;
}

void action_menu_row(struct ui *ui, const struct resource *resource, const char *json)
{
	struct plan *plan = plan_new(ui, resource);

	plan->record = record_parse(resource->schema, json, strlen(json), NULL);
	if (plan->record && *record_key(plan->record))
		marks_add(&plan->keys, record_key(plan->record));
	offer(plan);
}

/* One that is marked but not on this page: its number is all that is known. */
static struct record *record_of_key(const struct schema *schema, const char *key)
{
	struct json *object = json_new_object();

	json_put_take(object, schema->key, json_new_string(key));
	return record_new_take(schema, object, NULL);
}

void action_menu_marked(struct ui *ui, const struct resource *resource, const struct marks *marks)
{
	struct plan *plan = plan_new(ui, resource);

	for (size_t i = 0; i < marks->count; i++)
		marks_add(&plan->keys, marks->keys[i]);
	if (marks->count == 1)
		plan->record = record_of_key(resource->schema, marks->keys[0]);
	offer(plan);
}
