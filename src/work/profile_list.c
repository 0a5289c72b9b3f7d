/* SPDX-License-Identifier: ISC */
#include "work/profile_list.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/dialect.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/config.h"

static struct profile_row *add_take(struct profile_list *list, struct profile *profile)
{
	list->rows = xreallocarray(list->rows, list->count + 1, sizeof(*list->rows));
	list->rows[list->count] = (struct profile_row){ .profile = profile };
	return &list->rows[list->count++];
}

/* True: the profile chosen at start is one of them. */
static bool add_configured(struct profile_list *list, const struct config *config,
			   const struct profile_start *start)
{
	bool found = false;

	for (size_t i = 0; i < config->profile_count; i++) {
		const struct profile *profile = config->profiles[i];
		bool is_start = !start->sandbox && strcmp(profile->name, start->profile->name) == 0;

		if (is_start)
			list->start = list->count;
		add_take(list, profile_copy(is_start ? start->profile : profile));
		found = found || is_start;
	}
	return found;
}

/* Behind the others, which a person has given a name: one for each service. */
static void add_sandboxes(struct profile_list *list, const struct profile_start *start)
{
	const struct dialect *dialect;

	for (size_t i = 0; (dialect = dialect_at(i)); i++) {
		bool is_start = start->sandbox && dialect_find(start->profile->api) == dialect;
		struct profile *profile = is_start ? profile_copy(start->profile)
						   : profile_new_sandbox(dialect->name);
		if (is_start)
			list->start = list->count;
		add_take(list, profile)->is_sandbox = true;
	}
}

/* Likewise: whoever has no profile says on the login screen whose it is. */
static void add_by_hand(struct profile_list *list, const struct profile_start *start, bool is_start)
{
	const struct dialect *dialect;

	for (size_t i = 0; (dialect = dialect_at(i)); i++) {
		bool here = is_start && dialect_find(start->profile->api) == dialect;
		struct profile *profile = here ? profile_copy(start->profile) : profile_new("");

		xreplace(&profile->api, dialect->name);
		profile_name_after_server(profile);
		if (here)
			list->start = list->count;
		add_take(list, profile)->is_by_hand = true;
	}
}

void profile_list_init(struct profile_list *list, const struct config *config,
		       const struct profile_start *start)
{
	*list = (struct profile_list){ 0 };
	bool is_known = add_configured(list, config, start) || start->sandbox;
	bool by_hand = !is_known && !profile_says_anything(start->profile);

	if (!is_known && !by_hand) {
		list->start = list->count;
		add_take(list, profile_copy(start->profile));
	}
	add_by_hand(list, start, by_hand);
	add_sandboxes(list, start);
	for (size_t i = 0; i < list->count && start->read_only; i++)
		list->rows[i].profile->read_only = true;
}

void profile_list_finish(struct profile_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		profile_free(list->rows[i].profile);
	free(list->rows);
	*list = (struct profile_list){ 0 };
}

size_t profile_list_sandbox(const struct profile_list *list, const char *api)
{
	size_t i = 0;

	while (!list->rows[i].is_sandbox || text_casecmp(list->rows[i].profile->api, api) != 0)
		i++;
	return i;
}

bool profile_row_is_ready(const struct profile_row *row)
{
	return !row->is_sandbox && profile_says_anything(row->profile);
}

bool profile_row_check(const struct profile_row *row, struct error *err)
{
	const char *ca_file = row->profile->ca_file;

	if (!profile_check(row->profile, err))
		return false;
	return !ca_file || access(ca_file, R_OK) == 0 || error_set_errno(err, errno, "%s", ca_file);
}

char *profile_row_name(const struct profile_row *row)
{
	return xstrdup(row->is_by_hand ? _("another login") : row->profile->name);
}

char *profile_row_service(const struct profile_row *row)
{
	const struct dialect *dialect = dialect_find(row->profile->api);

	return xstrdup(dialect ? dialect->label : row->profile->api);
}

const char *profile_row_organization(const struct profile_row *row)
{
	const struct profile *profile = row->profile;

	return profile->tenant ? profile->tenant : profile->org_code ? profile->org_code : "";
}

char *profile_row_address(const struct profile_row *row)
{
	const char *url = profile_url(row->profile);

	return xstrdup(row->is_sandbox ? _("on this machine, to practise") : url ? url : "");
}

char *profile_row_kind(const struct profile_row *row)
{
	const char *kind = !row->is_sandbox && profile_is_production(row->profile) ? _("PROD") : _("test");

	return row->profile->read_only ? xasprintf("%s, %s", kind, _("read-only")) : xstrdup(kind);
}
