/* SPDX-License-Identifier: ISC */
#include "api/secret_command.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/child.h"

struct secret_command {
	struct child *child;
	const char *name;
	secret_command_fn *fn;
	void *data;
	char *secret;
};

static void command_free(struct secret_command *command)
{
	secret_free(command->secret);
	free(command);
}

static void on_line(void *data, char *text, size_t len)
{
	struct secret_command *command = data;

	if (!command->secret)
		command->secret = xstrndup(text, len);
}

/* What the command wrote is not repeated: it may hold the secret. Its complaint is for the user. */
static void explain(const struct secret_command *command, const struct child_end *end,
		    struct error *err)
{
	if (!end->clean && *end->complaint)
		error_set(err, ERROR_LOGIN, _("%s failed: %s"), command->name, end->complaint);
	else if (end->signal)
		error_set(err, ERROR_LOGIN, _("%s was ended by signal %d"), command->name,
			  end->signal);
	else if (!end->clean)
		error_set(err, ERROR_LOGIN, _("%s failed with status %d"), command->name,
			  end->exit_status);
	else if (!command->secret || !*command->secret)
		error_set(err, ERROR_LOGIN,
			  _("%s printed nothing: its first line has to be the secret"),
			  command->name);
}

static void on_ended(void *data, const struct child_end *end)
{
	struct secret_command *command = data;
	struct error err = { 0 };

	explain(command, end, &err);
	if (err.code == ERROR_NONE)
		command->fn(command->data, command->secret, NULL);
	else
		command->fn(command->data, NULL, &err);
	command_free(command);
}

struct secret_command *secret_command_start(struct loop *loop, const char *name, const char *text,
					    secret_command_fn *fn, void *data, struct error *err)
{
	static const struct child_handlers handlers = { .line = on_line, .ended = on_ended };
	const char *const argv[] = { "/bin/sh", "-c", text, NULL };
	struct secret_command *command = xcalloc(1, sizeof(*command));

	command->name = name;
	command->fn = fn;
	command->data = data;
	command->child = child_start(loop, argv, &handlers, command, err);
	if (command->child)
		return command;
	command_free(command);
	return NULL;
}

void secret_command_cancel(struct secret_command *command)
{
	if (!command)
		return;
	child_stop(command->child);
	command_free(command);
}
