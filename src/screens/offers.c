/* SPDX-License-Identifier: ISC */
#include "screens/offers.h"

#include <stddef.h>

#include "net/loop.h"
#include "screens/app_state.h"
#include "screens/drafts.h"
#include "screens/lists.h"
#include "screens/runs.h"

/* Over the lists and nothing else: a login box would be covered. */
static void offer(void *data)
{
	struct app *app = data;

	app->offer_timer = NULL;
	if (app->is_logged_in && ui_top(app->ui, &lists_screen) && !runs_offer(app))
		drafts_offer_all(app);
}

void offers_make(struct app *app)
{
	if (!app->offer_timer)
		app->offer_timer = loop_after(app->loop, 0, offer, app);
}

void offers_forget(struct app *app)
{
	timer_cancel(app->offer_timer);
	app->offer_timer = NULL;
}
