/* typist.c - nymble-tui typed at from a script: what it sends can then be looked at by others.
 *
 *	typist PROGRAM [ARGUMENT]... <SCRIPT
 *
 * A line of the script is "wait TEXT" or "gone TEXT" (the screen is waited for), "keys NAME NAME..."
 * (Enter, Esc, F2, letters) or "type TEXT". After the last one the program is to end: its status is
 * ours. The program gets our environment's NYMBLE_*, FLOW_* and XDG_*. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/terminal.h"

enum { LINE_MAX_KEYS = 64, ENVIRONMENT_MAX = 32 };

static void type_keys(struct terminal *term, char *names)
{
	const char *list[LINE_MAX_KEYS + 1];
	size_t count = 0;
	char *rest = NULL;

	for (char *name = strtok_r(names, " ", &rest); name && count < LINE_MAX_KEYS;
	     name = strtok_r(NULL, " ", &rest))
		list[count++] = name;
	list[count] = NULL;
	terminal_keys(term, list);
}

static void obey(struct terminal *term, char *line)
{
	char *what = line + strcspn(line, " ");

	if (*what)
		*what++ = '\0';
	if (strcmp(line, "wait") == 0)
		wait_for(term, what);
	else if (strcmp(line, "gone") == 0)
		wait_gone(term, what);
	else if (strcmp(line, "keys") == 0)
		type_keys(term, what);
	else if (strcmp(line, "type") == 0)
		terminal_send(term, what, strlen(what));
	else
		fail_msg("no such line in a script: %s %s", line, what);
}

extern char **environ;

static bool is_ours(const char *name)
{
	static const char *const beginnings[] = { "NYMBLE_", "FLOW_", "XDG_" };

	for (size_t i = 0; i < CASES(beginnings); i++)
		if (strncmp(name, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

/* Those of our variables that say which service, as whom, with which files. */
static void take_environment(const char *out[ENVIRONMENT_MAX + 1])
{
	size_t count = 0;

	for (char **name = environ; *name && count < ENVIRONMENT_MAX; name++)
		if (is_ours(*name))
			out[count++] = *name;
	out[count] = NULL;
}

int main(int argc, char **argv)
{
	const char *env[ENVIRONMENT_MAX + 1];
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	if (argc < 2) {
		fputs("usage: typist PROGRAM [ARGUMENT]... <SCRIPT\n", stderr);
		return 2;
	}
	take_environment(env);
	struct terminal *term = terminal_start(
		&(struct terminal_options){ .argv = (const char *const *)argv + 1, .env = env });
	while ((len = getline(&line, &size, stdin)) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (*line)
			obey(term, line);
	}
	int status = wait_exit(term);
	terminal_finish(term);
	free(line);
	return status;
}
