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

static bool write_all(int fd, const char *data, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, data, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		data += n;
		len -= (size_t)n;
	}
	return true;
}

bool atomic_file_write(const char *path, const void *data, size_t len, struct error *err)
{
	if (!path_make_parent(path, err))
		return false;
	char *temporary = xasprintf("%s.XXXXXX", path);
	int fd = mkostemp(temporary, O_CLOEXEC); /* mode 0600, fails on anything that is there */
	bool ok = fd >= 0 && write_all(fd, data, len) && fsync(fd) == 0;
	int problem = errno;

	if (fd >= 0 && close(fd) < 0 && ok) {
		ok = false;
		problem = errno;
	}
	if (ok && rename(temporary, path) < 0) {
		ok = false;
		problem = errno;
	}
	if (ok)
		path_sync_parent(path); /* the rename itself must reach the disk too */
	else if (fd >= 0)
		unlink(temporary);
	free(temporary);
	return ok || error_set_errno(err, problem, _("Cannot write %s"), path);
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
