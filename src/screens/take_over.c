/* SPDX-License-Identifier: ISC */
#include "screens/take_over.h"

#include "base/error.h"
#include "schema/resource.h"
#include "schema/start.h"
#include "screens/app_state.h"
#include "screens/edit.h"
#include "work/save_words.h"

void take_over_open(struct app *app, const struct resource *resource, const struct record *hit)
{
	const struct resource *as = resource->taken_over_as;
	struct error err;

	if (save_is_allowed(app->client, as, &err))
		edit_open_new(app, as, record_start_from(as->schema, hit));
	else
		ui_message(app->ui, ROLE_MESSAGE, "%s", err.message);
}
