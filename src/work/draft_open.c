/* SPDX-License-Identifier: ISC */
#include "work/draft_open.h"

#include <stdbool.h>
#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/draft.h"
#include "work/draft_words.h"
#include "work/save_words.h"

static bool can_be_taken(const struct client *client, const struct draft_info *info,
			 struct error *err)
{
	const struct resource *resource = client_resource(client, info->resource);
	const char *obstacle = draft_words_obstacle(info);

	if (info->trouble)
		return error_set(err, ERROR_INPUT, "%s", info->trouble);
	if (obstacle)
		return error_set(err, ERROR_REFUSED, _("The draft is %s."), obstacle);
	if (!resource)
		return error_set(err, ERROR_INPUT,
				 _("The draft is one of %s, which this service has not"),
				 info->resource);
	return save_is_allowed(client, resource, err);
}

struct draft_taken draft_open(const struct client *client, struct drafts *drafts,
			      const struct draft_info *info, struct error *err)
{
	struct draft_taken taken = { .resource = NULL };

	if (!can_be_taken(client, info, err))
		return taken;
	taken.resource = client_resource(client, info->resource);
	taken.id = xstrdup(info->id);
	taken.edit = draft_take(drafts, taken.resource, &taken.id, err);
	if (!taken.edit) {
		free(taken.id);
		taken.id = NULL;
	}
	return taken;
}
