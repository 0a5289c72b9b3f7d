/* SPDX-License-Identifier: ISC */
#include "store/draft.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/atomic_file.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text_list.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "store/draft_text.h"
#include "store/owned_files.h"
#include "store/profile_place.h"

/* Two records of 16 MiB each (the limit of an answer), with indentation. */
enum { FILE_MAX = 256 * 1024 * 1024 };

struct drafts {
	struct owned_files *files;
	char *profile, *url, *org_code; /* texts of place */
	struct draft_place place;
};

/* --- where ----------------------------------------------------------------- */

/* Our own sandbox has another port each time, and the same records. */
static const char *service_of(const struct profile *profile)
{
	return profile->sandbox ? "sandbox" : profile_url(profile);
}

static const char *organization_of(const struct profile *profile)
{
	const char *org_code = profile->org_code ? profile->org_code : profile->tenant;

	return org_code ? org_code : "";
}

bool drafts_are_of(const struct drafts *drafts, const struct profile *profile)
{
	return strcmp(drafts->org_code, organization_of(profile)) == 0;
}

struct drafts *drafts_open(const struct profile *profile, struct error *err)
{
	const char *name = profile->name;
	const struct draft_place place = { name ? name : "", service_of(profile),
					   organization_of(profile) };
	char *folder = profile_place_within(profile, "drafts/", err);

	if (!folder)
		return NULL;
	struct drafts *drafts = xcalloc(1, sizeof(*drafts));
	drafts->profile = xstrdup(place.profile);
	drafts->url = xstrdup(place.url);
	drafts->org_code = xstrdup(place.org_code);
	drafts->place = (struct draft_place){ drafts->profile, drafts->url, drafts->org_code };
	drafts->files = owned_files_new(folder, ".json");
	owned_files_clean(drafts->files);
	free(folder);
	return drafts;
}

void drafts_close(struct drafts *drafts)
{
	if (!drafts)
		return;
	owned_files_free(drafts->files);
	free(drafts->profile);
	free(drafts->url);
	free(drafts->org_code);
	free(drafts);
}

/* --- reading --------------------------------------------------------------- */

/* A reason names the file: it stays, and people may want to look at it. */
static bool read_draft(const struct drafts *drafts, const char *id, struct draft_text *out,
		       struct error *err)
{
	char *path = owned_files_path(drafts->files, id);
	size_t len = 0;
	char *text = atomic_file_read(path, FILE_MAX, &len, err);
	bool ok = text && draft_text_read(&drafts->place, text, len, out, err);

	if (text && !ok)
		error_prefix(err, "%s", path);
	free(text);
	free(path);
	return ok;
}

/* False when the file has gone meanwhile. */
static bool read_info(const struct drafts *drafts, const char *id, struct draft_info *info)
{
	enum owner owner = owned_files_owner(drafts->files, id);
	struct draft_text draft = { 0 };
	struct error err = { 0 };
	bool ok = read_draft(drafts, id, &draft, &err);

	if (!ok && err.code == ERROR_MISSING)
		return false;
	*info = (struct draft_info){
		.id = xstrdup(id),
		.resource = draft.resource,
		.key = draft.key,
		.title = draft.title,
		.is_new = draft.is_new,
		.change_count = draft.change_count,
		.saved_at_s = draft.saved_at_s,
		.live = owner == OWNER_OTHER,
		.ours = owner == OWNER_US,
		.trouble = ok ? NULL : xstrdup(err.message),
	};
	draft.resource = draft.key = draft.title = NULL;
	draft_text_finish(&draft);
	return true;
}

/* The newest first; those that cannot be read last. */
static int compare(const void *a, const void *b)
{
	const struct draft_info *one = a, *other = b;

	if (one->saved_at_s != other->saved_at_s)
		return one->saved_at_s < other->saved_at_s ? 1 : -1;
	return strcmp(one->id, other->id);
}

void drafts_list(struct drafts *drafts, struct draft_list *list)
{
	struct text_list ids = { 0 };

	owned_files_list(drafts->files, &ids);
	*list = (struct draft_list){ .rows = xcalloc(ids.count + 1, sizeof(*list->rows)) };
	for (size_t i = 0; i < ids.count; i++)
		if (read_info(drafts, text_list_at(&ids, i), &list->rows[list->count]))
			list->count++;
	qsort(list->rows, list->count, sizeof(*list->rows), compare);
	text_list_finish(&ids);
}

void draft_list_finish(struct draft_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct draft_info *info = &list->rows[i];

		free(info->id);
		free(info->resource);
		free(info->key);
		free(info->title);
		free(info->trouble);
	}
	free(list->rows);
	*list = (struct draft_list){ 0 };
}

size_t drafts_count(const struct drafts *drafts)
{
	struct text_list ids = { 0 };
	size_t count = 0;

	owned_files_list(drafts->files, &ids);
	for (size_t i = 0; i < ids.count; i++)
		count += owned_files_owner(drafts->files, text_list_at(&ids, i)) == OWNER_NOBODY;
	text_list_finish(&ids);
	return count;
}

/* --- writing --------------------------------------------------------------- */

static const char *or_else(const char *text, const char *other)
{
	return *text ? text : other;
}

static char *write_text(const struct drafts *drafts, const struct resource *resource,
			const struct edit *edit)
{
	const struct record *base = edit_base(edit), *now = edit_now(edit);
	struct draft_text draft = {
		.resource = xstrdup(resource->name),
		.key = xstrdup(or_else(record_key(base), record_key(now))),
		.title = xstrdup(or_else(record_title(now), record_title(base))),
		.is_new = edit_is_new(edit),
		.change_count = change_lines_count(base, now),
		.saved_at_s = clock_unix_s(),
		.base = json_copy(record_tree(base)),
		.now = json_copy(record_tree(now)),
	};
	char *text = draft_text_write(&drafts->place, &draft);

	draft_text_finish(&draft);
	return text;
}

bool draft_save(struct drafts *drafts, const struct resource *resource, const struct edit *edit,
		char **id, struct error *err)
{
	char *own = *id ? xstrdup(*id) : owned_files_new_id(drafts->files, err);

	if (!own)
		return false;
	assert(owned_files_owner(drafts->files, own) == OWNER_US);
	char *path = owned_files_path(drafts->files, own);
	char *text = write_text(drafts, resource, edit);
	bool ok = owned_files_hold(drafts->files, err) &&
		  atomic_file_write(path, text, strlen(text), err);
	if (ok && !*id)
		*id = own;
	else
		free(own);
	free(text);
	free(path);
	return ok;
}

bool draft_remove(struct drafts *drafts, const char *id, struct error *err)
{
	enum owner owner = owned_files_owner(drafts->files, id);

	if (owner == OWNER_OTHER)
		return error_set(err, ERROR_REFUSED, "%s", _("It is open in another window."));
	char *path = owned_files_path(drafts->files, id);
	bool ok = unlink(path) == 0 || (errno == ENOENT && owner == OWNER_US) ||
		  error_set_errno(err, errno, _("Cannot remove %s"), path);
	free(path);
	return ok;
}

void draft_release(struct drafts *drafts, const char *id)
{
	owned_files_release(drafts->files, id);
}

/* --- taking ---------------------------------------------------------------- */

/* Takes base and now out of draft. */
static struct edit *make_edit(const struct resource *resource, struct draft_text *draft,
			      struct error *err)
{
	if (strcmp(draft->resource, resource->name) != 0) {
		error_set(err, ERROR_INPUT, _("The draft is one of %s, not of %s"), draft->resource,
			  resource->name);
		return NULL;
	}
	/* Both are objects: draft_text_read says so. */
	struct record *base = record_new_take(resource->schema, draft->base, NULL);
	struct record *now = record_new_take(resource->schema, draft->now, NULL);
	draft->base = draft->now = NULL;
	return edit_new_draft_take(base, now, draft->is_new);
}

/* Read first: nobody writes it any more, and what cannot be read stays as it is. */
struct edit *draft_take(struct drafts *drafts, const struct resource *resource, char **id,
			struct error *err)
{
	struct draft_text draft = { 0 };
	struct edit *edit = NULL;

	if (read_draft(drafts, *id, &draft, err))
		edit = make_edit(resource, &draft, err);
	draft_text_finish(&draft);
	if (edit && !owned_files_take(drafts->files, id, err)) {
		edit_free(edit);
		edit = NULL;
	}
	return edit;
}

bool draft_info_is_of(const struct draft_info *info, const struct resource *resource,
		      const char *key)
{
	return !info->trouble && strcmp(info->resource, resource->name) == 0 &&
	       info->is_new == !*key && (info->is_new || strcmp(info->key, key) == 0);
}
