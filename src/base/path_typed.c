/* SPDX-License-Identifier: ISC */
#include "base/path_typed.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/alloc.h"
#include "base/text.h"

char *path_typed(const char *text)
{
	const char *home = getenv("HOME");

	return home && strncmp(text, "~/", 2) == 0 ? xasprintf("%s%s", home, text + 1)
						   : xstrdup(text);
}

/* What the names have in common that begin with start. */
struct match {
	char *common; /* NULL: there is none */
	size_t count;
};

static size_t common_len(const char *a, const char *b)
{
	size_t len = 0;

	while (a[len] && a[len] == b[len])
		len++;
	while (len > 0 && ((unsigned char)a[len] & 0xc0) == 0x80) /* no half character */
		len--;
	return len;
}

/* Hidden files are offered to those who begin with a point. */
static bool fits(const char *name, const char *start)
{
	return strncmp(name, start, strlen(start)) == 0 && (*name != '.' || *start == '.') &&
	       text_is_utf8(name, strlen(name));
}

static struct match match_names(DIR *folder, const char *start)
{
	struct match match = { 0 };
	struct dirent *entry;

	while ((entry = readdir(folder))) {
		if (!fits(entry->d_name, start))
			continue;
		if (match.count++ == 0)
			match.common = xstrdup(entry->d_name);
		else
			match.common[common_len(match.common, entry->d_name)] = '\0';
	}
	return match;
}

static bool is_folder(const char *folder, const char *name)
{
	char *path = xasprintf("%s%s", folder, name);
	struct stat st;
	bool is = stat(path, &st) == 0 && S_ISDIR(st.st_mode);

	free(path);
	return is;
}

char *path_complete(const char *text)
{
	const char *slash = strrchr(text, '/'), *start = slash ? slash + 1 : text;
	char *typed = xstrndup(text, (size_t)(start - text)), *folder = path_typed(typed);
	DIR *dir = opendir(*folder ? folder : ".");
	struct match match = { 0 };
	char *completed = NULL;

	if (dir) {
		match = match_names(dir, start);
		closedir(dir);
	}
	if (match.count) {
		bool ends = match.count == 1 && is_folder(folder, match.common);

		if (ends || strcmp(match.common, start) != 0)
			completed = xasprintf("%s%s%s", typed, match.common, ends ? "/" : "");
	}
	free(match.common);
	free(folder);
	free(typed);
	return completed;
}

bool path_is_free(const char *path)
{
	struct stat st;

	return lstat(path, &st) < 0;
}
