/* SPDX-License-Identifier: ISC */
#include "store/views.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/atomic_file.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/file_lock.h"
#include "store/profile_place.h"
#include "store/views_text.h"

enum { FILE_MAX = 1024 * 1024 };

void views_finish(struct views *views)
{
	for (size_t i = 0; i < views->count; i++)
		view_finish(&views->rows[i]);
	free(views->rows);
	*views = (struct views){ 0 };
}

static bool is_called(const struct view *view, const char *resource, const char *name)
{
	return strcmp(view->resource, resource) == 0 && text_casecmp(view->name, name) == 0;
}

static size_t index_of(const struct views *views, const char *resource, const char *name)
{
	size_t i = 0;

	while (i < views->count && !is_called(&views->rows[i], resource, name))
		i++;
	return i;
}

const struct view *views_find(const struct views *views, const char *resource, const char *name)
{
	size_t i = index_of(views, resource, name);

	return i < views->count ? &views->rows[i] : NULL;
}

/* --- the file -------------------------------------------------------------------------------- */

static bool write_file(const char *path, const struct views *views, struct error *err)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	views_write(views, out);
	fclose(out);
	bool ok = atomic_file_write(path, text, len, err);
	free(text);
	return ok;
}

/* Moves the file to a name that is free: "views.broken-2". The caller frees the name; NULL: it stays. */
static char *set_aside(const char *path)
{
	for (int i = 1; i < 1000; i++) {
		char *aside = xasprintf("%s.broken-%d", path, i);

		if (link(path, aside) == 0)
			return aside; /* the name is replaced by write_file */
		free(aside);
		if (errno != EEXIST)
			break;
	}
	return NULL;
}

static bool fail_broken(const char *path, const struct views *readable, const struct error *why,
			struct error *err)
{
	char *aside = set_aside(path);

	if (aside && write_file(path, readable, NULL))
		error_set(err, ERROR_INPUT, _("%s, %s. The file is kept as %s."), path, why->message,
			  aside);
	else
		error_set(err, ERROR_INPUT, "%s, %s", path, why->message);
	free(aside);
	return false;
}

/* Under the lock. */
static bool read_file(const char *path, struct views *views, struct error *err)
{
	size_t len;
	struct error why = { 0 };
	char *text = atomic_file_read(path, FILE_MAX, &len, &why);

	*views = (struct views){ 0 };
	if (!text) {
		if (why.code == ERROR_MISSING)
			return true;
		return error_set(err, why.code, "%s", why.message);
	}
	bool ok = strlen(text) == len && text_is_utf8(text, len)
			  ? views_parse(text, views, &why)
			  : error_set(&why, ERROR_INPUT, _("it is no UTF-8 text"));
	free(text);
	return ok || fail_broken(path, views, &why, err);
}

/* --- loading and changing -------------------------------------------------------------------- */

bool views_load(const struct profile *profile, struct views *views, struct error *err)
{
	char *path = profile_place(profile, "views", err);
	int fd = path ? file_lock(path, err) : -1;
	bool ok = false;

	*views = (struct views){ 0 };
	if (fd >= 0) {
		ok = read_file(path, views, err);
		close(fd);
	}
	free(path);
	return ok;
}

/* What a change does to the views just read; false: refused. */
typedef bool change_fn(struct views *views, const void *data, struct error *err);

static bool change(const struct profile *profile, struct views *views, change_fn *fn, const void *data,
		   struct error *err)
{
	char *path = profile_place(profile, "views", err);
	int fd = path ? file_lock(path, err) : -1;
	struct views fresh = { 0 };
	bool ok = fd >= 0 && read_file(path, &fresh, err) && fn(&fresh, data, err) &&
		  write_file(path, &fresh, err);

	if (ok) {
		views_finish(views);
		*views = fresh;
	} else {
		views_finish(&fresh);
	}
	if (fd >= 0)
		close(fd);
	free(path);
	return ok;
}

static bool put(struct views *views, const void *data, struct error *err)
{
	const struct view_text *given = data;
	size_t i = index_of(views, given->resource, given->name);
	struct view view = { xstrdup(given->resource), xstrdup(given->name), xstrdup(given->columns),
			     xstrdup(given->query) };

	(void)err;
	if (i < views->count) {
		view_finish(&views->rows[i]);
		views->rows[i] = view;
	} else {
		views_append_take(views, &view);
	}
	return true;
}

bool views_put(const struct profile *profile, struct views *views, const struct view_text *view,
	       struct error *err)
{
	return change(profile, views, put, view, err);
}

struct renaming {
	const char *resource, *name, *new_name;
};

static bool missing(const char *name, struct error *err)
{
	return error_set(err, ERROR_MISSING, _("There is no view \"%s\" any more."), name);
}

static bool rename_one(struct views *views, const void *data, struct error *err)
{
	const struct renaming *renaming = data;
	size_t i = index_of(views, renaming->resource, renaming->name);
	size_t other = index_of(views, renaming->resource, renaming->new_name);

	if (i == views->count)
		return missing(renaming->name, err);
	if (!*renaming->new_name)
		return error_set(err, ERROR_INPUT, _("Enter a name for the view"));
	if (other < views->count && other != i)
		return error_set(err, ERROR_INPUT, _("A view is called \"%s\" already"),
				 views->rows[other].name);
	xreplace(&views->rows[i].name, renaming->new_name);
	return true;
}

bool views_rename(const struct profile *profile, struct views *views, const char *resource, const char *name,
		  const char *new_name, struct error *err)
{
	return change(profile, views, rename_one, &(struct renaming){ resource, name, new_name }, err);
}

static bool remove_one(struct views *views, const void *data, struct error *err)
{
	const struct renaming *removal = data;
	size_t i = index_of(views, removal->resource, removal->name);

	if (i == views->count)
		return missing(removal->name, err);
	view_finish(&views->rows[i]);
	views->count--;
	memmove(&views->rows[i], &views->rows[i + 1], (views->count - i) * sizeof(*views->rows));
	return true;
}

bool views_remove(const struct profile *profile, struct views *views, const char *resource, const char *name,
		  struct error *err)
{
	return change(profile, views, remove_one, &(struct renaming){ resource, name, NULL }, err);
}
