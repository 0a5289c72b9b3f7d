/* SPDX-License-Identifier: ISC */
#include "screens/discarded.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/edit.h"
#include "schema/record.h"
#include "screens/app_state.h"
#include "screens/edit.h"

struct discarded {
	const struct resource *resource;
	char *key;
	struct edit *edit; /* NULL: it was given back */
};

void discarded_keep(struct app *app, const struct resource *resource, const char *key,
		    const struct edit *edit)
{
	struct discarded *discarded = xmalloc(sizeof(*discarded));

	*discarded = (struct discarded){
		.resource = resource,
		.key = xstrdup(key),
		.edit = edit_new_draft_take(record_copy(edit_base(edit)),
					    record_copy(edit_now(edit)), edit_is_new(edit)),
	};
	discarded_forget(app);
	app->discarded = discarded;
}

/* A new one has no row of its own to stand on: it comes back from anywhere. */
static bool is_of(const struct discarded *discarded, const struct resource *resource,
		  const char *key)
{
	return discarded && discarded->resource == resource &&
	       (!*discarded->key || strcmp(discarded->key, key) == 0);
}

bool discarded_bring_back(struct app *app, const struct resource *resource, const char *key)
{
	if (!is_of(app->discarded, resource, key))
		return false;
	struct edit *edit = app->discarded->edit;
	app->discarded->edit = NULL;
	discarded_forget(app);
	edit_open_again(app, resource, edit);
	return true;
}

void discarded_outdated(struct app *app, const struct resource *resource, const char *key)
{
	if (is_of(app->discarded, resource, key))
		discarded_forget(app);
}

void discarded_forget(struct app *app)
{
	if (!app->discarded)
		return;
	edit_free(app->discarded->edit);
	free(app->discarded->key);
	free(app->discarded);
	app->discarded = NULL;
}
