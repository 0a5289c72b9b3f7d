/* SPDX-License-Identifier: ISC */
#include "screens/taken.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "schema/check.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/record.h"
#include "ui/confirm.h"
#include "work/save_words.h"

enum { PAUSE_MS = 400 }; /* between letters of a number */

/* A value that only one record may have. */
struct name {
	const struct field *field; /* NULL: the service's records have none */
	char *asked;               /* the value that was looked up last, or is to be */
	bool due;                  /* it is not known whose that is */
	char *complaint;           /* it is somebody's; NULL: nobody's, or not known */
};

enum { NAME_KEY, NAME_EXTERNAL_ID, NAMES };

struct taken {
	struct app *app;
	const struct resource *resource;
	const struct edit *edit;
	struct name names[NAMES];
	bool complaint_went; /* and that was not told yet */
	struct timer *pause;
	struct client_call *call;
	void (*told)(void *data);
	void *data;
};

static void name_init(struct name *name, const struct schema *schema, const char *field)
{
	*name = (struct name){ .field = field ? schema_field(schema, field) : NULL,
			       .asked = xstrdup("") };
}

struct taken *taken_new(struct app *app, const struct resource *resource, const struct edit *edit,
			void (*told)(void *data), void *data)
{
	struct taken *taken = xcalloc(1, sizeof(*taken));

	taken->app = app;
	taken->resource = resource;
	taken->edit = edit;
	taken->told = told;
	taken->data = data;
	name_init(&taken->names[NAME_KEY], resource->schema, resource->schema->key);
	name_init(&taken->names[NAME_EXTERNAL_ID], resource->schema, resource->schema->external_id);
	return taken;
}

void taken_free(struct taken *taken)
{
	if (!taken)
		return;
	client_cancel(taken->call);
	timer_cancel(taken->pause);
	for (size_t i = 0; i < NAMES; i++) {
		free(taken->names[i].asked);
		free(taken->names[i].complaint);
	}
	free(taken);
}

/* What the edit has there now. The caller frees. */
static char *present(const struct taken *taken, const struct name *name)
{
	return name->field ? record_text(edit_now(taken->edit), name->field) : xstrdup("");
}

/* theirs is freed. */
static bool learn_take(struct name *name, struct record *theirs)
{
	bool taken = name->due && theirs;

	if (taken) {
		char *whose = save_words_taken(name->asked, theirs);

		name->complaint = xasprintf(_("%s Saving offers to open it."), whose);
		free(whose);
	}
	name->due = false;
	record_free(theirs);
	return taken;
}

static void answered(void *data, struct record *by_key, struct record *by_external_id,
		     const struct failure *failure)
{
	struct taken *taken = data;
	bool key = learn_take(&taken->names[NAME_KEY], by_key);
	bool external_id = learn_take(&taken->names[NAME_EXTERNAL_ID], by_external_id);

	(void)failure; /* the save will say so, if it lasts */
	taken->call = NULL;
	if (key || external_id)
		taken->told(taken->data);
	ui_touch(taken->app->ui);
}

static const char *to_ask(const struct name *name)
{
	return name->due ? name->asked : "";
}

static void look_up(void *data)
{
	struct taken *taken = data;
	const char *key = to_ask(&taken->names[NAME_KEY]);
	const char *external_id = to_ask(&taken->names[NAME_EXTERNAL_ID]);

	taken->pause = NULL;
	if (taken->complaint_went)
		taken->told(taken->data);
	taken->complaint_went = false;
	if (*key || *external_id)
		taken->call = client_find_taken(taken->app->client, taken->resource, key,
						external_id, answered, taken);
}

/* Returns whether a complaint went. */
static bool ask_anew(struct name *name, const char *value)
{
	bool complained = name->complaint;

	xreplace(&name->asked, value);
	xreplace(&name->complaint, NULL);
	name->due = true;
	return complained;
}

/* What is being asked is about another value; the rest of it is asked again with that one. */
static void ask_later(struct taken *taken)
{
	client_cancel(taken->call);
	taken->call = NULL;
	timer_cancel(taken->pause);
	taken->pause = loop_after(taken->app->loop, PAUSE_MS, look_up, taken);
}

void taken_touched(struct taken *taken)
{
	bool other = false;

	for (size_t i = 0; i < NAMES; i++) {
		char *now = present(taken, &taken->names[i]);

		if (strcmp(now, taken->names[i].asked) != 0) {
			other = true;
			taken->complaint_went |= ask_anew(&taken->names[i], now);
		}
		free(now);
	}
	if (other)
		ask_later(taken);
}

void taken_complain(const struct taken *taken, struct complaints *complaints)
{
	for (size_t i = 0; i < NAMES; i++)
		if (taken->names[i].complaint)
			complaints_add_message(complaints, taken->resource->schema,
					       taken->names[i].field->name,
					       taken->names[i].complaint);
}

/* --- after a save was refused ---------------------------------------------- */

struct offer {
	struct app *app;
	const struct resource *resource;
	char *key;
};

static void offer_answered(void *data, bool yes)
{
	struct offer *offer = data;

	if (yes)
		record_open_key(offer->app, offer->resource, offer->key);
	free(offer->key);
	free(offer);
}

void taken_offer(struct app *app, const struct resource *resource, const struct edit *edit,
		 const struct record *theirs)
{
	struct offer *offer = xmalloc(sizeof(*offer));
	char *what = save_words_in_the_way(edit, theirs);
	char *text = xasprintf(
		_("%s Nothing was sent.\nEnter opens it, Esc goes back to the form."), what);

	*offer = (struct offer){ app, resource, xstrdup(record_key(theirs)) };
	confirm_enter(app->ui, text, offer_answered, offer);
	free(text);
	free(what);
}
