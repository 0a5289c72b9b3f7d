/* SPDX-License-Identifier: ISC */
#include "store/known_tiers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/atomic_file.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/file_lock.h"
#include "store/profile_place.h"

enum { FILE_MAX = 64 * 1024 };

char *known_tiers_place(const struct profile *profile, struct error *err)
{
	return profile_place(profile, "price-tiers", err);
}

/* --- the file -------------------------------------------------------------------------------- */

static size_t index_of(const struct text_list *names, const char *name)
{
	size_t i = 0;

	while (i < names->count && text_casecmp(text_list_at(names, i), name) != 0)
		i++;
	return i;
}

/* What somebody has done to the file by hand is taken as it is, blanks and doubles apart. */
static void read_line(const char *line, struct text_list *names)
{
	char *name = text_trimmed(line);

	if (*name && index_of(names, name) == names->count)
		text_list_add(names, name);
	free(name);
}

static bool read_file(const char *path, struct text_list *names, struct error *err)
{
	struct error why = { 0 };
	size_t len;
	char *text = atomic_file_read(path, FILE_MAX, &len, &why), *rest = text, *line;

	if (!text)
		return why.code == ERROR_MISSING || error_set(err, why.code, "%s", why.message);
	bool ok = strlen(text) == len && text_is_utf8(text, len);
	if (!ok)
		error_set(err, ERROR_INPUT, _("%s: it is no UTF-8 text"), path);
	while (ok && (line = strsep(&rest, "\n")))
		read_line(line, names);
	free(text);
	return ok;
}

static bool write_file(const char *path, const struct text_list *names, size_t without,
		       struct error *err)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < names->count; i++)
		if (i != without)
			fprintf(out, "%s\n", text_list_at(names, i));
	fclose(out);
	bool ok = atomic_file_write(path, text, len, err);
	free(text);
	return ok;
}

bool known_tiers_read(const struct profile *profile, struct text_list *names, struct error *err)
{
	char *path = known_tiers_place(profile, err);
	bool ok = path && read_file(path, names, err);

	free(path);
	return ok;
}

/* --- the client ------------------------------------------------------------------------------ */

bool known_tiers_tell(struct client *client, struct error *err)
{
	struct text_list names = { 0 };
	bool ok = known_tiers_read(client_profile(client), &names, err);
	const char **values = xcalloc(names.count + 1, sizeof(*values));

	for (size_t i = 0; i < names.count; i++)
		values[i] = text_list_at(&names, i);
	if (ok)
		client_know_choices(client, "price-tiers", values);
	free(values);
	text_list_finish(&names);
	return ok;
}

/* What is done to the names just read; *without is the one to leave out. False: refused. */
typedef bool change_fn(struct text_list *names, const char *name, size_t *without, struct error *err);

static bool change(struct client *client, const char *name, change_fn *fn, struct error *err)
{
	char *path = known_tiers_place(client_profile(client), err);
	int lock = path ? file_lock(path, err) : -1;
	struct text_list names = { 0 };
	size_t without = SIZE_MAX;
	bool ok = lock >= 0 && read_file(path, &names, err) && fn(&names, name, &without, err) &&
		  write_file(path, &names, without, err);

	if (lock >= 0)
		close(lock);
	text_list_finish(&names);
	free(path);
	return ok && known_tiers_tell(client, err);
}

static bool add(struct text_list *names, const char *name, size_t *without, struct error *err)
{
	(void)without;
	if (!*name)
		return error_set(err, ERROR_INPUT, _("Enter the name of a price tier"));
	if (strpbrk(name, "\r\n"))
		return error_set(err, ERROR_INPUT, _("A name is one line"));
	if (index_of(names, name) < names->count)
		return error_set(err, ERROR_INPUT, _("%s is in the list already"), name);
	text_list_add(names, name);
	return true;
}

bool known_tiers_add(struct client *client, const char *name, struct error *err)
{
	char *trimmed = text_trimmed(name);
	bool ok = change(client, trimmed, add, err);

	free(trimmed);
	return ok;
}

static bool remove_one(struct text_list *names, const char *name, size_t *without, struct error *err)
{
	*without = index_of(names, name);
	return *without < names->count ||
	       error_set(err, ERROR_MISSING, _("%s is not among the names that were added here"),
			 name);
}

bool known_tiers_remove(struct client *client, const char *name, struct error *err)
{
	return change(client, name, remove_one, err);
}
