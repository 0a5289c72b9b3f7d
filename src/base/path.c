/* SPDX-License-Identifier: ISC */
#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"

static const struct {
	const char *variable, *below_home;
} homes[] = {
	[PATH_CONFIG] = { "XDG_CONFIG_HOME", ".config" },
	[PATH_STATE] = { "XDG_STATE_HOME", ".local/state" },
	[PATH_DATA] = { "XDG_DATA_HOME", ".local/share" },
	[PATH_RUNTIME] = { "XDG_RUNTIME_DIR", NULL },
};

char *path_in(enum path_home home, const char *name, struct error *err)
{
	const char *base = getenv(homes[home].variable);

	if (base && *base == '/') /* the XDG specification: a relative path is to be ignored */
		return xasprintf("%s/nymble-tui/%s", base, name);
	if (home == PATH_RUNTIME)
		return path_in(PATH_STATE, name, err);
	base = getenv("HOME");
	if (base && *base == '/')
		return xasprintf("%s/%s/nymble-tui/%s", base, homes[home].below_home, name);
	error_set(err, ERROR_SYSTEM, _("Neither %s nor HOME names a folder"), homes[home].variable);
	return NULL;
}

bool path_make_parent(const char *path, struct error *err)
{
	char *copy = xstrdup(path);
	bool ok = true;

	for (char *slash = strchr(copy + 1, '/'); slash && ok; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(copy, 0700) < 0 && errno != EEXIST)
			ok = error_set_errno(err, errno, _("Cannot make the folder %s"), copy);
		*slash = '/';
	}
	free(copy);
	return ok;
}

void path_sync_parent(const char *path)
{
	char *folder = xstrdup(path);
	char *slash = strrchr(folder, '/');

	if (slash)
		*slash = '\0';
	int fd = open(slash && *folder ? folder : slash ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(folder);
}
