/* SPDX-License-Identifier: ISC */
#include "base/atomic_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path.h"

struct atomic_file {
	char *path, *temporary;
	FILE *stream;
};

static void file_free(struct atomic_file *file)
{
	free(file->path);
	free(file->temporary);
	free(file);
}

struct atomic_file *atomic_file_begin(const char *path, struct error *err)
{
	if (!path_make_parent(path, err))
		return NULL;
	struct atomic_file *file = xcalloc(1, sizeof(*file));
	file->path = xstrdup(path);
	file->temporary = xasprintf("%s.XXXXXX", path);
	int fd = mkostemp(file->temporary, O_CLOEXEC); /* mode 0600, fails on anything that is there */
	file->stream = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (file->stream)
		return file;
	error_set_errno(err, errno, _("Cannot write %s"), path);
	if (fd >= 0) {
		close(fd);
		unlink(file->temporary);
	}
	file_free(file);
	return NULL;
}

FILE *atomic_file_stream(const struct atomic_file *file)
{
	return file->stream;
}

/* Whether all of it is on the disk; else errno says why. */
static bool close_synced(FILE *stream)
{
	bool ok = fflush(stream) == 0 && !ferror(stream) && fsync(fileno(stream)) == 0;
	int problem = errno;

	if (fclose(stream) == 0)
		errno = problem;
	else
		ok = false;
	return ok;
}

/* Gives the file its name unless something has that already. Not every file system knows the first way, nor
 * the second. */
static bool rename_new(const struct atomic_file *file)
{
	if (renameat2(AT_FDCWD, file->temporary, AT_FDCWD, file->path, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	return link(file->temporary, file->path) == 0 && unlink(file->temporary) == 0;
}

static bool rename_over(const struct atomic_file *file)
{
	return rename(file->temporary, file->path) == 0;
}

static bool end_take(struct atomic_file *file, bool (*give_name)(const struct atomic_file *file), bool *taken,
		     struct error *err)
{
	bool whole = close_synced(file->stream);
	bool ok = whole && give_name(file);

	if (taken)
		*taken = whole && !ok && errno == EEXIST;
	if (ok) {
		path_sync_parent(file->path); /* the rename itself must reach the disk too */
	} else {
		error_set_errno(err, errno, _("Cannot write %s"), file->path);
		unlink(file->temporary);
	}
	file_free(file);
	return ok;
}

bool atomic_file_end_take(struct atomic_file *file, struct error *err)
{
	return end_take(file, rename_over, NULL, err);
}

void atomic_file_drop_take(struct atomic_file *file)
{
	if (!file)
		return;
	fclose(file->stream);
	unlink(file->temporary);
	file_free(file);
}

bool atomic_file_write(const char *path, const void *data, size_t len, struct error *err)
{
	struct atomic_file *file = atomic_file_begin(path, err);

	if (!file)
		return false;
	fwrite(data, 1, len, file->stream); /* what fails is seen at the end */
	return atomic_file_end_take(file, err);
}

bool atomic_file_write_new(const char *path, const void *data, size_t len, bool *taken, struct error *err)
{
	struct atomic_file *file = atomic_file_begin(path, err);

	if (taken)
		*taken = false;
	if (!file)
		return false;
	fwrite(data, 1, len, file->stream);
	return end_take(file, rename_new, taken, err);
}

char *atomic_file_read(const char *path, size_t max_len, size_t *len, struct error *err)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

	if (fd < 0) {
		bool missing = errno == ENOENT;
		error_set_errno(err, errno, _("Cannot read %s"), path);
		if (missing && err)
			err->code = ERROR_MISSING;
		return NULL;
	}
	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode)) {
		close(fd);
		error_set(err, ERROR_SYSTEM, _("Cannot read %s: it is no plain file"), path);
		return NULL;
	}
	char *text = xmalloc(max_len < (size_t)st.st_size ? 1 : (size_t)st.st_size + 1);
	size_t used = 0;
	ssize_t n = 0;
	if ((size_t)st.st_size <= max_len)
		while (used < (size_t)st.st_size && (n = read(fd, text + used, (size_t)st.st_size - used)) > 0)
			used += (size_t)n;
	int problem = errno;
	close(fd);
	if ((size_t)st.st_size > max_len)
		error_set(err, ERROR_SYSTEM, _("Cannot read %s: it is larger than %zu bytes"), path, max_len);
	else if (n < 0)
		error_set_errno(err, problem, _("Cannot read %s"), path);
	else {
		text[used] = '\0';
		*len = used;
		return text;
	}
	free(text);
	return NULL;
}
