/* SPDX-License-Identifier: ISC */
#include "store/theme_file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "base/path.h"
#include "base/text_list.h"
#include "base/theme.h"
#include "store/config_reader.h"
#include "store/config_words.h"

#define ENDING ".theme"
#define INSTALLED PKGDATADIR "/themes"

/* --- what a file says ------------------------------------------------------ */

struct reading {
	struct theme *theme;
	bool has_roles;
};

static void *role_owner(void *owner, const char *name, struct error *err)
{
	struct reading *reading = owner;
	struct nearest nearest = nearest_to(name);
	enum role role = role_named(name);

	reading->has_roles = true;
	if (role < ROLE_COUNT)
		return &reading->theme->looks[role];
	for (role = 0; role < ROLE_COUNT; role++)
		nearest_offer(&nearest, role_name(role));
	char *question = nearest_question(&nearest);
	error_set(err, ERROR_INPUT, _("%s: no such role%s"), name, question);
	free(question);
	return NULL;
}

static bool set_base(const struct config_word *word, void *owner, const char *value,
		     struct error *err)
{
	struct reading *reading = owner;
	const struct theme *base = theme_named(value);
	struct nearest nearest = nearest_to(value);

	if (reading->has_roles)
		return error_set(err, ERROR_INPUT, _("%s stands above the first role"), word->name);
	if (base) {
		memcpy(reading->theme->looks, base->looks, sizeof(base->looks));
		return true;
	}
	for (size_t i = 0; theme_at(i); i++)
		nearest_offer(&nearest, theme_at(i)->name);
	char *question = nearest_question(&nearest);
	error_set(err, ERROR_INPUT, _("%s is %s, which is not built in%s"), word->name, value,
		  question);
	free(question);
	return false;
}

static bool set_colour(const struct config_word *word, void *owner, const char *value,
		       struct error *err)
{
	return colour_parse(value, (short *)(void *)((char *)owner + word->place), err) ||
	       error_prefix(err, "%s", word->name);
}

#define IN_LOOK(member) .place = offsetof(struct look, member)

static const struct config_word role_words[] = {
	{ "foreground", set_colour, IN_LOOK(foreground) },
	{ "background", set_colour, IN_LOOK(background) },
	{ "bold", config_set_bool, IN_LOOK(bold) },
	{ "underline", config_set_bool, IN_LOOK(underline) },
	{ "reverse", config_set_bool, IN_LOOK(reverse) },
};
static const struct config_word theme_words[] = { { "based-on", set_base } };

static const struct config_words inside = { role_words, sizeof(role_words) / sizeof(*role_words) };
static const struct config_words outside = { theme_words,
					     sizeof(theme_words) / sizeof(*theme_words) };

static const struct config_syntax syntax = {
	.outside = &outside,
	.inside = &inside,
	.section = "role",
	.example = "role title {",
	.unknown_inside = N_("%s: no such word in a role%s"),
	.belongs_inside = N_("%s: this word belongs into role NAME { }"),
	.nameless = N_("a role needs a name, such as: role title {"),
	.taken = N_("there is a role %s already"),
	.section_owner = role_owner,
};

bool theme_file_read(const char *path, struct theme *theme, struct error *err)
{
	struct theme read = *theme_named("dark");
	struct reading reading = { .theme = &read };

	read.name = NULL;
	if (!config_read(&syntax, path, &reading, err))
		return false;
	*theme = read;
	return true;
}

/* --- where files lie ------------------------------------------------------- */

/* The user's folder first. The caller frees; NULL: there is none. */
static char *folder_at(size_t i)
{
	return i == 0 ? path_in(PATH_CONFIG, "themes", NULL) : xstrdup(INSTALLED);
}

enum { FOLDERS = 2 };

/* The file of a name, NULL when there is none that can be read. The caller frees. */
static char *file_of(const char *name)
{
	for (size_t i = 0; i < FOLDERS; i++) {
		char *folder = folder_at(i);
		char *path = folder ? xasprintf("%s/%s" ENDING, folder, name) : NULL;

		free(folder);
		if (path && access(path, F_OK) == 0)
			return path;
		free(path);
	}
	return NULL;
}

static bool has_name(const struct text_list *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(text_list_at(names, i), name) == 0)
			return true;
	return false;
}

static void add_files(const char *folder, struct text_list *names)
{
	struct dirent **files;
	int count = scandir(folder, &files, NULL, alphasort);

	for (int i = 0; i < count; i++) {
		char *ending = strrchr(files[i]->d_name, '.');

		if (ending > files[i]->d_name && strcmp(ending, ENDING) == 0) {
			*ending = '\0';
			if (!has_name(names, files[i]->d_name))
				text_list_add(names, files[i]->d_name);
		}
		free(files[i]);
	}
	if (count >= 0)
		free(files);
}

void theme_add_names(struct text_list *names)
{
	for (size_t i = 0; theme_at(i); i++)
		text_list_add(names, theme_at(i)->name);
	for (size_t i = 0; i < FOLDERS; i++) {
		char *folder = folder_at(i);

		if (folder)
			add_files(folder, names);
		free(folder);
	}
}

/* "dark, light, high-contrast, mono, dusk". The caller frees. */
static char *joined(const struct text_list *names)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < names->count; i++)
		fprintf(out, "%s%s", i ? ", " : "", text_list_at(names, i));
	fclose(out);
	return text;
}

static bool complain_unknown(const char *name, struct error *err)
{
	struct nearest nearest = nearest_to(name);
	struct text_list names = { 0 };
	char *folder = folder_at(0);

	theme_add_names(&names);
	for (size_t i = 0; i < names.count; i++)
		nearest_offer(&nearest, text_list_at(&names, i));
	char *question = nearest_question(&nearest), *all = joined(&names);
	if (folder)
		error_set(err, ERROR_INPUT,
			  _("%s: no such theme%s (there are %s; another is a file %s" ENDING
			    " in %s)"),
			  name, question, all, name, folder);
	else
		error_set(err, ERROR_INPUT, _("%s: no such theme%s (there are %s)"), name, question,
			  all);
	free(question);
	free(all);
	free(folder);
	text_list_finish(&names);
	return false;
}

bool theme_find(const char *name, struct theme *theme, struct error *err)
{
	const struct theme *built_in = theme_named(name);

	if (built_in) {
		*theme = *built_in;
		return true;
	}
	char *path = strchr(name, '/') ? xstrdup(name) : file_of(name);
	bool found = path ? theme_file_read(path, theme, err) : complain_unknown(name, err);
	if (!found && err && err->code == ERROR_MISSING)
		err->code = ERROR_INPUT; /* a name that was given wrongly */
	free(path);
	return found;
}
