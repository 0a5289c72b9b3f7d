/* SPDX-License-Identifier: ISC */
#include "api/sandbox_process.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/dialect.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/child.h"

#define PROGRAM "nymble-sandbox"

struct sandbox_process {
	struct child *child;
	struct profile *profile; /* filled line by line */
	sandbox_ready_fn *ready; /* NULL when it was called */
	void *data;
};

/* --- where it is ----------------------------------------------------------------------------- */

/* The folder of our own binary; NULL when the machine does not say. The caller frees. */
static char *own_folder(void)
{
	char path[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (len <= 0)
		return NULL;
	path[len] = '\0';
	char *slash = strrchr(path, '/');
	return slash ? xstrndup(path, (size_t)(slash - path)) : NULL;
}

/* The program in folder, or in the one above: libtool puts binaries of a build tree into .libs.
 * NULL when it is in neither. The caller frees. */
static char *find_in(const char *folder)
{
	static const char *const places[] = { "%s/" PROGRAM, "%s/../" PROGRAM };

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		char *path = xasprintf(places[i], folder);
		if (access(path, X_OK) == 0)
			return path;
		free(path);
	}
	return NULL;
}

static char *find_program(void)
{
	char *folder = own_folder();
	char *path = folder ? find_in(folder) : NULL;

	free(folder);
	return path ? path : xstrdup(PROGRAM);
}

/* --- what it says ---------------------------------------------------------------------------- */

/* The rest of line when it begins with start, else NULL. */
static const char *behind(const char *line, const char *start)
{
	size_t len = strlen(start);

	return strncmp(line, start, len) == 0 ? line + len : NULL;
}

/* The value of "name=value" among the words; NULL when it is not there. The caller frees. */
static char *word_value(const char *words, const char *name)
{
	size_t name_len = strlen(name);

	while (*words) {
		size_t len = strcspn(words, " ");
		if (len > name_len && strncmp(words, name, name_len) == 0 && words[name_len] == '=')
			return xstrndup(words + name_len + 1, len - name_len - 1);
		words += len;
		words += strspn(words, " ");
	}
	return NULL;
}

static const struct sandbox_words *words_of(const struct profile *profile)
{
	return &dialect_find(profile->api)->sandbox;
}

static bool is_complete(const struct profile *profile)
{
	const struct sandbox_words *words = words_of(profile);
	bool complete = profile->url;

	for (size_t i = 0; i < LOGIN_VALUES; i++)
		if (words->values[i] &&
		    !profile_login_value(profile, words->kind, (enum login_value)i))
			complete = false;
	return complete;
}

static void take_word(char **place, const char *words, const char *name)
{
	if (name && !*place)
		*place = word_value(words, name);
}

/* The first login is the administrator's. */
static void read_login(struct profile *profile, const char *line)
{
	const struct sandbox_words *words = words_of(profile);

	profile->login = words->kind;
	for (size_t i = 0; i < LOGIN_VALUES; i++)
		take_word(profile_login_place(profile, words->kind, (enum login_value)i), line,
			  words->values[i]);
	take_word(&profile->tenant, line, words->tenant);
}

static void read_line(struct profile *profile, const char *line)
{
	const struct sandbox_words *words = words_of(profile);
	char *login = xasprintf(PROGRAM ": %s ", words->line);
	const char *address = behind(line, PROGRAM ": listening on "),
		   *values = behind(line, login);

	if (address) {
		free(profile->url);
		profile->url = xasprintf("%s%s", address, words->path);
	} else if (values && !profile_login_value(profile, words->kind, VALUE_SECRET)) {
		read_login(profile, values);
	}
	free(login);
}

static void on_line(void *data, char *text, size_t len)
{
	struct sandbox_process *process = data;
	sandbox_ready_fn *ready = process->ready;

	(void)len;
	if (!ready)
		return;
	read_line(process->profile, text);
	if (!is_complete(process->profile))
		return;
	process->ready = NULL;
	ready(process->data, process->profile, NULL);
}

static void on_ended(void *data, const struct child_end *end)
{
	struct sandbox_process *process = data;
	sandbox_ready_fn *ready = process->ready;
	struct error err;

	process->child = NULL;
	if (!ready)
		return;
	if (*end->complaint)
		error_set(&err, ERROR_SYSTEM, _("The sandbox did not start: %s"), end->complaint);
	else
		error_set(&err, ERROR_SYSTEM,
			  _("The sandbox did not start: %s ended before it was ready"), PROGRAM);
	process->ready = NULL;
	ready(process->data, NULL, &err);
}

/* --- beginning and end ----------------------------------------------------------------------- */

struct sandbox_process *sandbox_process_start(struct loop *loop, const struct profile *profile,
					      sandbox_ready_fn *ready, void *data, struct error *err)
{
	static const struct child_handlers handlers = { .line = on_line, .ended = on_ended };
	struct sandbox_process *process = xcalloc(1, sizeof(*process));
	char *program = find_program(), lifeline[16];
	const char *const argv[] = { program, "--port", "0", "--lifeline", lifeline, NULL };

	snprintf(lifeline, sizeof(lifeline), "%d", CHILD_LIFELINE_FD);
	process->profile = profile_copy(profile);
	process->ready = ready;
	process->data = data;
	process->child = child_start(loop, argv, &handlers, process, err);
	free(program);
	if (process->child)
		return process;
	error_prefix(err, _("The sandbox did not start"));
	sandbox_process_free(process);
	return NULL;
}

void sandbox_process_free(struct sandbox_process *process)
{
	if (!process)
		return;
	child_stop(process->child);
	profile_free(process->profile);
	free(process);
}
