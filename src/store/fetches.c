/* SPDX-License-Identifier: ISC */
#include "store/fetches.h"

#include <stddef.h>

#include "store/pager.h"

static void cancel(struct fetches *fetches, struct fetch *fetch)
{
	fetches->source.cancel(fetch->call);
	fetch->call = NULL;
}

static void stop_pause(struct fetches *fetches)
{
	if (fetches->pause)
		fetches->source.stop_timer(fetches->pause);
	fetches->pause = NULL;
}

static bool needed(const struct fetches *fetches, const struct fetch *fetch)
{
	return fetches->needed(fetches->owner, fetch);
}

static struct fetch *find_unneeded(struct fetches *fetches)
{
	for (int i = 0; i < FETCHES_MAX; i++)
		if (fetches->under_way[i].call && !needed(fetches, &fetches->under_way[i]))
			return &fetches->under_way[i];
	return NULL;
}

static void pause_over(void *data)
{
	struct fetches *fetches = data;
	struct fetch *unneeded = find_unneeded(fetches);

	fetches->pause = NULL;
	if (unneeded)
		cancel(fetches, unneeded);
	fetches->next(fetches->owner);
}

static void arrived(void *data, const struct page *page, const struct failure *failure)
{
	struct fetch *fetch = data;
	struct fetches *fetches = fetch->all;

	fetch->call = NULL;
	fetches->arrived(fetches->owner, fetch, page, failure);
	fetches->next(fetches->owner);
}

void fetches_finish(struct fetches *fetches)
{
	stop_pause(fetches);
	for (int i = 0; i < FETCHES_MAX; i++)
		if (fetches->under_way[i].call)
			cancel(fetches, &fetches->under_way[i]);
}

bool fetches_idle(const struct fetches *fetches)
{
	for (int i = 0; i < FETCHES_MAX; i++)
		if (fetches->under_way[i].call)
			return false;
	return true;
}

bool fetches_have(const struct fetches *fetches, int page, unsigned generation)
{
	for (int i = 0; i < FETCHES_MAX; i++) {
		const struct fetch *fetch = &fetches->under_way[i];

		if (fetch->call && fetch->page == page && fetch->generation == generation)
			return true;
	}
	return false;
}

void fetches_start(struct fetches *fetches, const struct query *query, int page, int page_size,
		   unsigned generation)
{
	for (int i = 0; i < FETCHES_MAX; i++) {
		struct fetch *fetch = &fetches->under_way[i];

		if (fetch->call)
			continue;
		*fetch = (struct fetch){ fetches, NULL, page, generation };
		fetch->call = fetches->source.fetch(fetches->source.service, query, page, page_size,
						    arrived, fetch);
		return;
	}
}

void fetches_await_pause(struct fetches *fetches)
{
	if (!fetches->pause && find_unneeded(fetches))
		fetches->pause = fetches->source.start_timer(fetches->source.clock, PAGER_PAUSE_MS,
							     pause_over, fetches);
}

void fetches_moved(struct fetches *fetches)
{
	stop_pause(fetches);
}

void fetches_cancel_needed(struct fetches *fetches)
{
	for (int i = 0; i < FETCHES_MAX; i++)
		if (fetches->under_way[i].call && needed(fetches, &fetches->under_way[i]))
			cancel(fetches, &fetches->under_way[i]);
}
