/* SPDX-License-Identifier: ISC */
#include "screens/path_ask.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/path_typed.h"
#include "ui/confirm.h"
#include "ui/prompt.h"

/* From question to question. */
struct asking {
	struct ui *ui;
	bool writes;
	char *path; /* what was typed */
	void (*done)(void *data, const char *path);
	void *data;
};

static void end(struct asking *asking, const char *path)
{
	asking->done(asking->data, path);
	free(asking->path);
	free(asking);
}

static void may_replace(void *data, bool yes)
{
	struct asking *asking = data;

	end(asking, yes ? asking->path : NULL);
}

static void typed(void *data, const char *text)
{
	struct asking *asking = data;

	if (!text || !*text) {
		end(asking, NULL);
		return;
	}
	asking->path = path_typed(text);
	if (!asking->writes || access(asking->path, F_OK) < 0) {
		end(asking, asking->path);
		return;
	}
	char *question = xasprintf(_("%s is there already. Replace it?"), asking->path);
	confirm_yes_no(asking->ui, question, may_replace, asking);
	free(question);
}

static char *complete(void *data, const char *text)
{
	(void)data;
	return path_complete(text);
}

static void ask_for(struct ui *ui, const struct path_ask *ask, bool writes)
{
	struct asking *asking = xcalloc(1, sizeof(*asking));

	*asking = (struct asking){ .ui = ui, .writes = writes, .done = ask->done, .data = ask->data };
	prompt_open(ui, &(struct prompt){ .label = ask->label,
					  .initial = ask->initial,
					  .help = ask->help,
					  .problem = ask->problem,
					  .complete = complete,
					  .done = typed,
					  .data = asking });
}

void path_ask_write(struct ui *ui, const struct path_ask *ask)
{
	ask_for(ui, ask, true);
}

void path_ask_read(struct ui *ui, const struct path_ask *ask)
{
	ask_for(ui, ask, false);
}
