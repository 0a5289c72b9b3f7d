/* SPDX-License-Identifier: ISC */
#include "work/personal_journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path.h"
#include "schema/json.h"
#include "store/profile_place.h"

char *personal_journal_path(const struct profile *profile, struct error *err)
{
	return profile_place(profile, "personal-data.jsonl", err);
}

static void put_text(struct json *object, const char *name, const char *text)
{
	json_put_take(object, name, json_new_string(text));
}

char *personal_journal_line(const struct profile *profile, const struct personal_entry *entry)
{
	struct json *object = json_new_object();
	char time[CLOCK_RFC3339_SIZE];

	clock_format_rfc3339(entry->at_s, time);
	put_text(object, "time", time);
	put_text(object, "profile", profile->name ? profile->name : "");
	put_text(object, "service", profile_url(profile));
	if (*entry->tenant)
		put_text(object, "tenant", entry->tenant);
	put_text(object, "resource", entry->resource);
	put_text(object, "action", entry->action);
	put_text(object, "key", entry->key);
	json_put_take(object, "bytes", json_new_integer((int64_t)entry->bytes));
	put_text(object, "sha256", entry->sha256);
	char *line = json_print(object);
	json_free(object);
	return line;
}

/* One write: programs that append at the same time do not mix their lines. */
static bool append(int fd, const char *line, size_t len)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return false;
	ssize_t written = write(fd, line, len);
	if (written == (ssize_t)len)
		return fsync(fd) == 0;
	int problem = written < 0 ? errno : ENOSPC;
	if (written > 0 && ftruncate(fd, st.st_size) < 0)
		problem = errno;
	errno = problem;
	return false;
}

bool personal_journal_add(const struct profile *profile, const struct personal_entry *entry, struct error *err)
{
	char *path = personal_journal_path(profile, err);

	if (!path || !path_make_parent(path, err)) {
		free(path);
		return false;
	}
	char *text = personal_journal_line(profile, entry);
	char *line = xasprintf("%s\n", text);
	int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
	bool ok = fd >= 0 && append(fd, line, strlen(line));
	if (!ok)
		error_set_errno(err, errno, _("Cannot write %s"), path);
	if (fd >= 0)
		close(fd);
	free(line);
	free(text);
	free(path);
	return ok;
}
