/* SPDX-License-Identifier: ISC */
#include "work/draft_words.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/resource.h"
#include "store/draft.h"

char *draft_words_changes(const struct draft_info *info)
{
	return xasprintf(ngettext("%'zu change", "%'zu changes", info->change_count),
			 info->change_count);
}

static struct tm local_time(int64_t unix_s)
{
	time_t when = (time_t)unix_s;
	struct tm local = { 0 };

	localtime_r(&when, &local);
	return local;
}

static bool is_today(const struct draft_info *info)
{
	struct tm when = local_time(info->saved_at_s), now = local_time(clock_unix_s());

	return when.tm_year == now.tm_year && when.tm_yday == now.tm_yday;
}

char *draft_words_time(const struct draft_info *info)
{
	struct tm when = local_time(info->saved_at_s);
	char text[32];

	if (is_today(info))
		clock_format_local_time(info->saved_at_s, text);
	else
		strftime(text, sizeof(text), "%Y-%m-%d %H:%M", &when);
	return xstrdup(text);
}

char *draft_words_when(const struct draft_info *info)
{
	char *time = draft_words_time(info);

	if (!is_today(info))
		return time;
	char *text = xasprintf(_("today %s"), time);
	free(time);
	return text;
}

char *draft_words_number(const struct draft_info *info, const struct client *client)
{
	if (info->trouble)
		return xstrdup("?");
	if (*info->key)
		return info->is_new ? xasprintf(_("%s, new"), info->key) : xstrdup(info->key);
	const struct resource *resource = client_resource(client, info->resource);
	return xstrdup(resource ? _(resource->new_title) : info->resource);
}

const char *draft_words_key_label(const struct draft_list *list, const struct client *client)
{
	const char *label = NULL;

	for (size_t i = 0; i < list->count; i++) {
		const struct draft_info *info = &list->rows[i];
		const struct resource *resource = info->trouble ? NULL : client_resource(client, info->resource);
		const struct schema *schema = resource ? resource->schema : NULL;
		const struct field *key = schema && schema->key ? schema_field(schema, schema->key) : NULL;

		if (key && label && strcmp(label, key->label) != 0)
			return _("Record");
		label = key ? key->label : label;
	}
	return label ? _(label) : _("Record");
}

char *draft_words_whole(const struct draft_info *info, const struct client *client)
{
	char *number = draft_words_number(info, client);
	bool named = info->title && *info->title;
	char *text = xasprintf("%s%s%s", number, named ? " " : "", named ? info->title : "");
	char *clean = text_clean(text, strlen(text));

	free(text);
	free(number);
	return clean;
}

const char *draft_words_obstacle(const struct draft_info *info)
{
	return info->live      ? _("open in another window")
	       : info->ours    ? _("open in this window")
	       : info->trouble ? _("cannot be read")
			       : NULL;
}
