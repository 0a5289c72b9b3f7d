/* SPDX-License-Identifier: ISC */
#include "folder.h"

#include "unit.h"

#include <ftw.h>
#include <unistd.h>

#include "base/alloc.h"

enum { OPEN_FOLDERS = 8 };

int folder_setup(void **state)
{
	char path[] = "/tmp/nymble-tui-test.XXXXXX";

	if (!mkdtemp(path) || setenv("XDG_STATE_HOME", path, 1) != 0)
		return -1;
	*state = xasprintf("%s/", path);
	return 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st;
	(void)type;
	(void)where;
	return remove(path);
}

int folder_teardown(void **state)
{
	int failed = nftw(*state, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);

	free(*state);
	return failed;
}

/* What a walk looks for, and what it found: nftw hands nothing through. */
static struct {
	const char *text;
	size_t count;
	char *first;
} walk;

static int look(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st;
	if (type == FTW_D || !strstr(path + where->base, walk.text))
		return 0;
	if (walk.count++ == 0)
		walk.first = xstrdup(path);
	return 0;
}

static void look_for(const char *path, const char *text)
{
	walk.text = text;
	walk.count = 0;
	walk.first = NULL;
	nftw(path, look, OPEN_FOLDERS, FTW_PHYS);
}

size_t folder_count(const char *path, const char *text)
{
	look_for(path, text);
	free(walk.first);
	return walk.count;
}

char *folder_find(const char *path, const char *text)
{
	look_for(path, text);
	assert_non_null(walk.first);
	return walk.first;
}

void folder_put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

char *folder_get(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	size_t size = 0;

	assert_non_null(file);
	if (getdelim(&text, &size, '\0', file) < 0)
		xreplace(&text, "");
	fclose(file);
	return text;
}
