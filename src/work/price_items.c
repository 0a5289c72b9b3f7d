/* SPDX-License-Identifier: ISC */
#include "work/price_items.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "model/price_list.h"
#include "model/price_walk.h"
#include "schema/changes.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/job.h"
#include "work/job_texts.h"

static bool are_prices(const struct job *job)
{
	return job->resource->prices && strcmp(job->resource->prices, job->field->name) == 0;
}

static bool same_prices(const struct json *a, const struct json *b)
{
	struct price_list one, other;

	price_list_read(&one, a);
	price_list_read(&other, b);
	bool same = price_list_same(&one, &other);
	price_list_finish(&other);
	price_list_finish(&one);
	return same;
}

static bool say_the_same(const struct job *job, const struct json *a, const struct json *b)
{
	return are_prices(job) ? same_prices(a, b) : !values_differ(a, b);
}

enum price_state price_items_state(const struct job *job, size_t item, const struct json *now,
				   struct json **becomes)
{
	struct json *was = job_texts_json(job, item, JOB_WAS);
	struct json *after = job_texts_json(job, item, JOB_BECOMES);
	enum price_state state = !after			          ? PRICES_LOST
				 : say_the_same(job, now, after) ? PRICES_THERE
				 : say_the_same(job, now, was)   ? PRICES_AS_BEFORE
								 : PRICES_MOVED;

	json_free(was);
	if (becomes)
		*becomes = after;
	else
		json_free(after);
	return state;
}

static char *difference_text(const struct price_difference *difference)
{
	const struct price_entry *was = difference->before, *now = difference->after;

	if (now)
		return xasprintf(_("%s from %lld is %s by now: changed since the preview."),
				 now->tier, (long long)now->at_quantity, now->text);
	return xasprintf(_("%s from %lld is gone by now: changed since the preview."), was->tier,
			 (long long)was->at_quantity);
}

char *price_items_moved(const struct job *job, size_t item, const struct json *now)
{
	struct json *was = job_texts_json(job, item, JOB_WAS);
	struct price_list before, after;
	struct price_difference difference;

	price_list_read(&before, was);
	price_list_read(&after, now);
	struct price_walk walk = { .before = &before, .after = &after };
	char *text = are_prices(job) && price_walk_next(&walk, &difference)
			     ? difference_text(&difference)
			     : xasprintf(_("%s: changed since the preview."), _(job->field->label));
	price_list_finish(&after);
	price_list_finish(&before);
	json_free(was);
	return text;
}
