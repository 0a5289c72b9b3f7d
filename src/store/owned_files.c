/* SPDX-License-Identifier: ISC */
#include "store/owned_files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path.h"
#include "base/text_list.h"

/* In the folder: OWNER.lock, OWNER.NUMBER followed by the suffix, and while one is being written the
 * same with what atomic_file_write appends. */
static const char lock_suffix[] = ".lock";

struct owned_files {
	char *folder, *suffix;
	char *us; /* our name as an owner */
	int lock; /* -1: not held yet */
	unsigned made;
};

/* A name that nobody had before. The word in front is for people who look into the folder. */
static char *new_owner(const char *word)
{
	uint64_t number;

	if (getrandom(&number, sizeof(number), GRND_NONBLOCK) != sizeof(number))
		number = (uint64_t)clock_now_ms() * 1000003 + (uint64_t)getpid();
	return xasprintf("%s-%016" PRIx64, word, number);
}

struct owned_files *owned_files_new(const char *folder, const char *suffix)
{
	struct owned_files *files = xcalloc(1, sizeof(*files));
	char pid[32];

	snprintf(pid, sizeof(pid), "%ld", (long)getpid());
	*files = (struct owned_files){
		.folder = xstrdup(folder),
		.suffix = xstrdup(suffix),
		.us = new_owner(pid),
		.lock = -1,
	};
	return files;
}

/* --- names ----------------------------------------------------------------- */

static size_t owner_len(const char *name)
{
	return strcspn(name, ".");
}

/* Bytes of OWNER.NUMBER at the start of name; 0: it does not begin like that. */
static size_t id_len(const char *name)
{
	size_t owner = owner_len(name);
	size_t digits = name[owner] ? strspn(name + owner + 1, "0123456789") : 0;

	return owner && digits ? owner + 1 + digits : 0;
}

static bool is_file(const struct owned_files *files, const char *name)
{
	size_t len = id_len(name);

	return len && strcmp(name + len, files->suffix) == 0;
}

static bool is_half_written(const struct owned_files *files, const char *name)
{
	size_t len = id_len(name), suffix = strlen(files->suffix);

	return len && strncmp(name + len, files->suffix, suffix) == 0 && name[len + suffix] == '.';
}

static bool is_lock(const char *name)
{
	return owner_len(name) && strcmp(name + owner_len(name), lock_suffix) == 0;
}

char *owned_files_path(const struct owned_files *files, const char *id)
{
	return xasprintf("%s%s%s", files->folder, id, files->suffix);
}

/* Calls fn with the name of each entry of the folder; one that is not there has none. */
static void each_name(const struct owned_files *files, void (*fn)(void *data, const char *name),
		      void *data)
{
	DIR *folder = opendir(files->folder);
	const struct dirent *entry;

	if (!folder)
		return;
	while ((entry = readdir(folder)))
		fn(data, entry->d_name);
	closedir(folder);
}

struct listing {
	const struct owned_files *files;
	struct text_list *ids;
};

static void add_id(void *data, const char *name)
{
	const struct listing *listing = data;

	if (!is_file(listing->files, name))
		return;
	char *id = xstrndup(name, id_len(name));
	text_list_add(listing->ids, id);
	free(id);
}

void owned_files_list(const struct owned_files *files, struct text_list *ids)
{
	struct listing listing = { files, ids };

	each_name(files, add_id, &listing);
}

/* --- who lives ------------------------------------------------------------- */

static char *lock_path(const struct owned_files *files, const char *name)
{
	return xasprintf("%s%.*s%s", files->folder, (int)owner_len(name), name, lock_suffix);
}

static bool is_us(const struct owned_files *files, const char *name)
{
	return strlen(files->us) == owner_len(name) &&
	       strncmp(files->us, name, owner_len(name)) == 0;
}

/* Asks with a shared lock, so that several who ask at once do not take each other for the owner.
 * Where the file system has no locks nobody is known to live: files are then taken from the living,
 * who write theirs again. */
static bool is_alive(const struct owned_files *files, const char *name)
{
	char *path = lock_path(files, name);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	bool alive = fd >= 0 ? flock(fd, LOCK_SH | LOCK_NB) < 0 && errno == EWOULDBLOCK
			     : errno != ENOENT;

	if (fd >= 0)
		close(fd);
	free(path);
	return alive;
}

enum owner owned_files_owner(const struct owned_files *files, const char *id)
{
	return is_us(files, id) ? OWNER_US : is_alive(files, id) ? OWNER_OTHER : OWNER_NOBODY;
}

/* False when the file was removed between open and lock: somebody took it for one of the dead. */
static bool is_in_folder(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && st.st_nlink > 0;
}

/* The lock on a file that was just opened; whoever asks whether we live has it for microseconds. */
static void lock_file(int fd)
{
	while (flock(fd, LOCK_EX) < 0 && errno == EINTR)
		;
}

bool owned_files_hold(struct owned_files *files, struct error *err)
{
	char *path = lock_path(files, files->us);
	bool ok = true;

	while (ok && (files->lock < 0 || !is_in_folder(files->lock))) {
		if (files->lock >= 0)
			close(files->lock);
		ok = path_make_parent(path, err);
		files->lock = ok ? open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600) : -1;
		if (files->lock >= 0)
			lock_file(files->lock);
		else if (ok)
			ok = error_set_errno(err, errno, _("Cannot write %s"), path);
	}
	free(path);
	return ok;
}

void owned_files_free(struct owned_files *files)
{
	if (!files)
		return;
	if (files->lock >= 0) {
		char *path = lock_path(files, files->us);

		if (is_in_folder(files->lock))
			unlink(path);
		close(files->lock);
		free(path);
	}
	free(files->folder);
	free(files->suffix);
	free(files->us);
	free(files);
}

/* --- taking and giving ----------------------------------------------------- */

char *owned_files_new_id(struct owned_files *files, struct error *err)
{
	if (!owned_files_hold(files, err))
		return NULL;
	return xasprintf("%s.%u", files->us, ++files->made);
}

/* Renames one of the files; errno says why not. */
static bool rename_id(const struct owned_files *files, const char *from, const char *to)
{
	char *old = owned_files_path(files, from), *new = owned_files_path(files, to);
	bool ok = rename(old, new) == 0;
	int problem = errno;

	free(old);
	free(new);
	errno = problem;
	return ok;
}

bool owned_files_take(struct owned_files *files, char **id, struct error *err)
{
	enum owner owner = owned_files_owner(files, *id);

	if (owner != OWNER_NOBODY)
		return error_set(err, ERROR_REFUSED, "%s",
				 owner == OWNER_US ? _("It is open in this window already.")
						   : _("It is open in another window."));
	char *own = owned_files_new_id(files, err);
	if (!own)
		return false;
	if (!rename_id(files, *id, own)) {
		int problem = errno;

		free(own);
		if (problem == ENOENT)
			return error_set(err, ERROR_MISSING, "%s",
					 _("Another window has taken or removed it."));
		return error_set_errno(err, problem, _("Cannot write in %s"), files->folder);
	}
	free(*id);
	*id = own;
	return true;
}

void owned_files_release(struct owned_files *files, const char *id)
{
	char *owner = new_owner("kept"), *free_id = xasprintf("%s.1", owner);

	if (is_us(files, id))
		rename_id(files, id, free_id); /* if not, then when we end */
	free(free_id);
	free(owner);
}

/* --- clearing away --------------------------------------------------------- */

/* Removes it under its lock: who takes the lock afterwards sees that the file is gone. */
static void remove_lock_of_dead(const struct owned_files *files, const char *name)
{
	char *path = lock_path(files, name);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0 && is_in_folder(fd))
		unlink(path);
	if (fd >= 0)
		close(fd);
	free(path);
}

static void clear_away(void *data, const char *name)
{
	const struct owned_files *files = data;

	if (is_us(files, name))
		return;
	if (is_half_written(files, name) && !is_alive(files, name)) {
		char *path = xasprintf("%s%s", files->folder, name);

		unlink(path);
		free(path);
	}
	if (is_lock(name))
		remove_lock_of_dead(files, name);
}

void owned_files_clean(struct owned_files *files)
{
	each_name(files, clear_away, files);
}
