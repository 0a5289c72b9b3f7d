/* SPDX-License-Identifier: ISC */
#include "screens/record_watch.h"

#include "screens/app_state.h"

void record_watch_begin(struct app *app, struct record_watch *watch)
{
	watch->next = app->watches;
	app->watches = watch;
}

void record_watch_end(struct app *app, struct record_watch *watch)
{
	struct record_watch **place = &app->watches;

	while (*place && *place != watch)
		place = &(*place)->next;
	if (*place)
		*place = watch->next;
}

void record_watch_tell(struct app *app, const struct record_change *change)
{
	for (struct record_watch *watch = app->watches; watch; watch = watch->next)
		watch->changed(watch->data, change);
	ui_touch(app->ui);
}
