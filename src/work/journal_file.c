/* SPDX-License-Identifier: ISC */
#include "work/journal_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path.h"
#include "schema/json.h"
#include "store/profile_place.h"

enum { LINE_MAX_LEN = 64 * 1024 }; /* of one that is read by its place */

char *journal_folder(const struct profile *profile, struct error *err)
{
	return profile->tenant ? profile_place_within(profile, "runs/", err)
			       : profile_place(profile, "runs/", err);
}

static char *path_of(const struct profile *profile, const char *id, struct error *err)
{
	char *folder = journal_folder(profile, err);
	char *path = folder ? xasprintf("%s%s", folder, id) : NULL;

	free(folder);
	return path;
}

/* --- writing ---------------------------------------------------------------------------------- */

/* errno says why not. */
static bool write_all(int fd, const char *text, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, text, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		text += n;
		len -= (size_t)n;
	}
	return true;
}

bool journal_file_append(struct journal_file *file, const char *text, size_t len, struct error *err)
{
	if (write_all(file->fd, text, len)) {
		file->size += (int64_t)len;
		return true;
	}
	int problem = errno;
	if (ftruncate(file->fd, file->size) < 0) /* half a line would spoil the next one */
		problem = errno;
	return error_set_errno(err, problem, _("Cannot write %s"), file->path);
}

bool journal_file_sync(struct journal_file *file, struct error *err)
{
	return fdatasync(file->fd) == 0 ||
	       error_set_errno(err, errno, _("Cannot write %s"), file->path);
}

/* Through a stream, so that no more than its buffer is in memory. */
static bool fill(struct journal_file *file, void (*fn)(void *data, FILE *out), void *data,
		 struct error *err)
{
	int fd = fcntl(file->fd, F_DUPFD_CLOEXEC, 0);
	FILE *out = fd >= 0 ? fdopen(fd, "a") : NULL;

	if (!out) {
		if (fd >= 0)
			close(fd);
		return error_set_errno(err, errno, _("Cannot write %s"), file->path);
	}
	fn(data, out);
	bool ok = fflush(out) == 0 && !ferror(out);
	int problem = errno ? errno : EIO;
	fclose(out);
	file->size = lseek(file->fd, 0, SEEK_END);
	return (ok && file->size >= 0) ||
	       error_set_errno(err, problem, _("Cannot write %s"), file->path);
}

/* Under the name path until all of it is there. */
static bool write_new(struct journal_file *file, const char *path,
		      void (*fn)(void *data, FILE *out), void *data, struct error *err)
{
	file->fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (file->fd < 0 || flock(file->fd, LOCK_EX | LOCK_NB) < 0)
		return error_set_errno(err, errno, _("Cannot write %s"), path);
	if (!fill(file, fn, data, err) || !journal_file_sync(file, err))
		return false;
	return rename(path, file->path) == 0 ||
	       error_set_errno(err, errno, _("Cannot write %s"), file->path);
}

bool journal_file_create(struct journal_file *file, const struct profile *profile, const char *id,
			 void (*fn)(void *data, FILE *out), void *data, struct error *err)
{
	*file = (struct journal_file){ .fd = -1, .path = path_of(profile, id, err) };
	if (!file->path || !path_make_parent(file->path, err)) {
		journal_file_close(file);
		return false;
	}
	char *path = xasprintf("%s" JOURNAL_NEW_SUFFIX, file->path);
	bool ok = write_new(file, path, fn, data, err);
	if (ok) {
		path_sync_parent(file->path);
	} else {
		unlink(path);
		journal_file_close(file);
	}
	free(path);
	return ok;
}

/* --- opening ---------------------------------------------------------------------------------- */

static bool open_file(struct journal_file *file, const struct profile *profile, const char *id,
		      int flags, struct error *err)
{
	struct stat st;

	*file = (struct journal_file){ .fd = -1, .path = path_of(profile, id, err) };
	if (!file->path)
		return false;
	file->fd = open(file->path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (file->fd >= 0 && fstat(file->fd, &st) == 0 && S_ISREG(st.st_mode)) {
		file->size = (int64_t)st.st_size;
		return true;
	}
	error_set_errno(err, file->fd < 0 ? errno : EINVAL, _("Cannot read %s"), file->path);
	journal_file_close(file);
	return false;
}

/* Leaves out what a kill has left of the last line. */
static void end_at_last_line(struct journal_file *file)
{
	char byte = '\0';

	while (file->size > 0 && pread(file->fd, &byte, 1, file->size - 1) == 1 && byte != '\n')
		file->size--;
}

/* Another program may have removed it between our opening and locking it. */
static bool is_removed(const struct journal_file *file)
{
	struct stat st;

	return fstat(file->fd, &st) < 0 || st.st_nlink == 0;
}

bool journal_file_open(struct journal_file *file, const struct profile *profile, const char *id,
		       struct error *err)
{
	if (!open_file(file, profile, id, O_RDWR | O_APPEND, err))
		return false;
	bool locked = flock(file->fd, LOCK_EX | LOCK_NB) == 0;
	if (locked && !is_removed(file)) {
		end_at_last_line(file);
		if (ftruncate(file->fd, file->size) == 0)
			return true;
		error_set_errno(err, errno, _("Cannot write %s"), file->path);
	} else {
		error_set(err, ERROR_REFUSED, "%s",
			  locked ? _("This run is over.")
				 : _("Another nymble-tui is at work on this run."));
	}
	journal_file_close(file);
	return false;
}

bool journal_file_open_to_read(struct journal_file *file, const struct profile *profile,
			       const char *id, bool *live, struct error *err)
{
	if (!open_file(file, profile, id, O_RDONLY, err))
		return false;
	*live = flock(file->fd, LOCK_SH | LOCK_NB) < 0;
	if (!*live)
		flock(file->fd, LOCK_UN);
	end_at_last_line(file);
	return true;
}

void journal_file_close(struct journal_file *file)
{
	if (file->fd >= 0)
		close(file->fd);
	free(file->path);
	*file = (struct journal_file){ .fd = -1 };
}

void journal_file_remove(struct journal_file *file)
{
	if (unlink(file->path) == 0)
		path_sync_parent(file->path);
	journal_file_close(file);
}

/* --- reading ---------------------------------------------------------------------------------- */

void journal_file_each(const struct journal_file *file,
		       bool (*fn)(void *data, const char *line, size_t len, int64_t at), void *data)
{
	/* A description of its own: the place where the file is read is nobody else's. */
	FILE *in = fopen(file->path, "re");
	char *line = NULL;
	size_t room = 0;
	bool more = true;
	int64_t at = 0;
	ssize_t len;

	while (in && more && at < file->size && (len = getline(&line, &room, in)) > 0) {
		more = fn(data, line, (size_t)len, at);
		at += len;
	}
	free(line);
	if (in)
		fclose(in);
}

struct json *journal_file_line(const struct journal_file *file, int64_t at)
{
	char *text = xmalloc(LINE_MAX_LEN);
	ssize_t len = pread(file->fd, text, LINE_MAX_LEN, at);
	const char *end = len > 0 ? memchr(text, '\n', (size_t)len) : NULL;
	struct json *json = end ? json_parse(text, (size_t)(end - text), NULL) : NULL;

	free(text);
	return json;
}
