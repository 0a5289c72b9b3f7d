/* SPDX-License-Identifier: ISC */
#include "base/text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path.h"

enum { BUFFER_SIZE = 64 * 1024 };

struct text_file {
	int fd;
	int64_t written;  /* bytes on the disk; what follows them is in the buffer */
	char *buffer;     /* whole texts */
	size_t buffered;
	int64_t *ends; /* where each text ends */
	size_t count, room;
};

static int open_unnamed(const char *folder)
{
	int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd >= 0)
		return fd;
	char *path = xasprintf("%s/text-XXXXXX", folder); /* not every file system has such files */
	fd = mkostemp(path, O_CLOEXEC);
	if (fd >= 0)
		unlink(path);
	free(path);
	return fd;
}

struct text_file *text_file_new(struct error *err)
{
	char *path = path_in(PATH_STATE, "text", err);
	int fd = -1;

	if (path && path_make_parent(path, err)) {
		*strrchr(path, '/') = '\0';
		fd = open_unnamed(path);
		if (fd < 0)
			error_set_errno(err, errno, _("Cannot write %s"), path);
	}
	free(path);
	if (fd < 0)
		return NULL;
	struct text_file *file = xcalloc(1, sizeof(*file));
	file->fd = fd;
	file->buffer = xmalloc(BUFFER_SIZE);
	return file;
}

void text_file_free(struct text_file *file)
{
	if (!file)
		return;
	close(file->fd);
	free(file->buffer);
	free(file->ends);
	free(file);
}

static bool put(struct text_file *file, const char *text, size_t len, struct error *err)
{
	for (size_t done = 0; done < len;) {
		ssize_t n = pwrite(file->fd, text + done, len - done,
				   (off_t)(file->written + (int64_t)done));

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return error_set_errno(err, errno, "%s",
					       _("Cannot write a temporary file"));
		done += (size_t)n;
	}
	file->written += (int64_t)len;
	return true;
}

static bool empty_buffer(struct text_file *file, struct error *err)
{
	if (!put(file, file->buffer, file->buffered, err))
		return false;
	file->buffered = 0;
	return true;
}

bool text_file_add(struct text_file *file, const char *text, size_t len, struct error *err)
{
	if (file->buffered + len > BUFFER_SIZE && !empty_buffer(file, err))
		return false;
	if (len > BUFFER_SIZE) {
		if (!put(file, text, len, err))
			return false;
	} else {
		memcpy(file->buffer + file->buffered, text, len);
		file->buffered += len;
	}
	if (file->count == file->room) {
		file->room = file->room ? 2 * file->room : 256;
		file->ends = xreallocarray(file->ends, file->room, sizeof(*file->ends));
	}
	file->ends[file->count++] = file->written + (int64_t)file->buffered;
	return true;
}

size_t text_file_count(const struct text_file *file)
{
	return file->count;
}

static bool get(const struct text_file *file, char *out, size_t len, int64_t at)
{
	if (at >= file->written) {
		memcpy(out, file->buffer + (at - file->written), len);
		return true;
	}
	for (size_t done = 0; done < len;) {
		ssize_t n = pread(file->fd, out + done, len - done, (off_t)(at + (int64_t)done));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		done += (size_t)n;
	}
	return true;
}

char *text_file_at(const struct text_file *file, size_t i, size_t *len)
{
	int64_t at = i ? file->ends[i - 1] : 0;
	size_t bytes = (size_t)(file->ends[i] - at);
	char *text = xmalloc(bytes + 1);

	if (!get(file, text, bytes, at)) {
		free(text);
		return NULL;
	}
	text[bytes] = '\0';
	if (len)
		*len = bytes;
	return text;
}
