/* SPDX-License-Identifier: ISC */
#include "store/file_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path.h"

int file_lock(const char *path, struct error *err)
{
	char *name = xasprintf("%s.lock", path);
	int fd = path_make_parent(path, err)
			 ? open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)
			 : -1;

	while (fd >= 0 && flock(fd, LOCK_EX) < 0 && errno == EINTR)
		;
	if (fd < 0)
		error_set_errno(err, errno, _("Cannot write %s"), name);
	free(name);
	return fd;
}
