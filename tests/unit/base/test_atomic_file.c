/* Files are whole, private, and never written through somebody's link. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/atomic_file.h"
#include "base/error.h"
#include "base/path.h"

static char folder[] = "/tmp/nymble-atomic-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	char *command = xasprintf("rm -rf '%s'", folder);
	int status = system(command);

	(void)state;
	free(command);
	return status;
}

static char *in_folder(const char *name)
{
	return xasprintf("%s/%s", folder, name);
}

static void what_was_written_is_read_and_private(void **state)
{
	char *path = in_folder("a/b/file");
	struct error err = { 0 };
	struct stat st;
	size_t len;

	(void)state;
	assert_true(atomic_file_write(path, "one", 3, &err));
	assert_true(atomic_file_write(path, "second", 6, &err));
	assert_text_take(atomic_file_read(path, 100, &len, &err), "second");
	assert_int_equal(len, 6);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	free(path);
	path = in_folder("a/b");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	free(path);
}

static void a_link_is_replaced_not_followed(void **state)
{
	char *target = in_folder("target"), *link = in_folder("link");
	struct error err = { 0 };
	size_t len;

	(void)state;
	assert_true(atomic_file_write(target, "mine", 4, &err));
	assert_int_equal(symlink(target, link), 0);
	assert_null(atomic_file_read(link, 100, &len, &err));
	assert_true(atomic_file_write(link, "new", 3, &err));
	assert_text_take(atomic_file_read(target, 100, &len, &err), "mine");
	assert_text_take(atomic_file_read(link, 100, &len, &err), "new");
	free(target);
	free(link);
}

static size_t count_files(void)
{
	DIR *dir = opendir(folder);
	size_t count = 0;

	while (readdir(dir))
		count++;
	closedir(dir);
	return count;
}

static void a_new_file_replaces_nothing(void **state)
{
	char *path = in_folder("kept"), *link = in_folder("dangling"), *nowhere = in_folder("nowhere");
	struct error err = { 0 };
	bool taken = false;
	struct stat st;
	size_t len, files;

	(void)state;
	assert_true(atomic_file_write_new(path, "first", 5, &taken, &err));
	assert_false(taken);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	files = count_files();
	assert_false(atomic_file_write_new(path, "second", 6, &taken, &err));
	assert_true(taken);
	assert_text_take(atomic_file_read(path, 100, &len, &err), "first");
	assert_int_equal(count_files(), files);
	assert_int_equal(symlink(nowhere, link), 0);
	assert_false(atomic_file_write_new(link, "through", 7, &taken, &err));
	assert_true(taken);
	assert_int_equal(access(nowhere, F_OK), -1);
	free(path);
	free(link);
	free(nowhere);
}

static void a_full_disk_leaves_nothing(void **state)
{
	const struct rlimit tiny = { 4096, RLIM_INFINITY };
	char *path = in_folder("large"), *bytes = xcalloc(10000, 1);
	struct rlimit limit;
	struct error err = { 0 };
	bool taken = true;
	size_t files = count_files();

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &limit);
	setrlimit(RLIMIT_FSIZE, &tiny);
	assert_false(atomic_file_write_new(path, bytes, 10000, &taken, &err));
	setrlimit(RLIMIT_FSIZE, &limit);
	assert_false(taken);
	assert_non_null(strstr(err.message, "File too large"));
	assert_int_equal(count_files(), files);
	free(path);
	free(bytes);
}

static void what_cannot_be_read_says_why(void **state)
{
	char *path = in_folder("missing");
	struct error err = { 0 };
	size_t len;

	(void)state;
	assert_null(atomic_file_read(path, 100, &len, &err));
	assert_int_equal(err.code, ERROR_MISSING);
	assert_true(atomic_file_write(path, "0123456789", 10, &err));
	assert_null(atomic_file_read(path, 9, &len, &err));
	assert_non_null(strstr(err.message, "larger than 9 bytes"));
	assert_null(atomic_file_read(folder, 100, &len, &err));
	assert_non_null(strstr(err.message, "no plain file"));
	assert_false(atomic_file_write("/proc/nowhere/file", "x", 1, &err));
	free(path);
}

static void folders_follow_xdg(void **state)
{
	(void)state;
	setenv("HOME", "/home/someone", 1);
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_RUNTIME_DIR");
	setenv("XDG_STATE_HOME", "relative/is/ignored", 1);
	assert_text_take(path_in(PATH_CONFIG, "config", NULL), "/home/someone/.config/nymble-tui/config");
	assert_text_take(path_in(PATH_RUNTIME, "token", NULL), "/home/someone/.local/state/nymble-tui/token");
	setenv("XDG_RUNTIME_DIR", "/run/user/1", 1);
	assert_text_take(path_in(PATH_RUNTIME, "token", NULL), "/run/user/1/nymble-tui/token");
	unsetenv("HOME");
	struct error err = { 0 };
	assert_null(path_in(PATH_DATA, "x", &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_written_is_read_and_private),
		cmocka_unit_test(a_link_is_replaced_not_followed),
		cmocka_unit_test(a_new_file_replaces_nothing),
		cmocka_unit_test(a_full_disk_leaves_nothing),
		cmocka_unit_test(what_cannot_be_read_says_why),
		cmocka_unit_test(folders_follow_xdg),
	};
	return cmocka_run_group_tests_name("atomic file", tests, make_folder, remove_folder);
}
