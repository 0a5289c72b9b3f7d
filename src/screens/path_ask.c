/* SPDX-License-Identifier: ISC */
#include "screens/path_ask.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/path_typed.h"
#include "ui/confirm.h"
#include "ui/prompt.h"
#include "work/personal_file.h"

enum use { TO_READ, TO_WRITE, TO_WRITE_NEW };

/* From question to question. */
struct asking {
	struct ui *ui;
	enum use use;
	char *label, *help; /* of a name that is asked for again */
	char *path; /* what was typed */
	void (*done)(void *data, const char *path);
	void *data;
};

static void end(struct asking *asking, const char *path)
{
	asking->done(asking->data, path);
	free(asking->label);
	free(asking->help);
	free(asking->path);
	free(asking);
}

static void may_replace(void *data, bool yes)
{
	struct asking *asking = data;

	end(asking, yes ? asking->path : NULL);
}

static void ask_again(struct asking *asking, const char *typed_before);

static void typed(void *data, const char *text)
{
	struct asking *asking = data;

	if (!text || !*text) {
		end(asking, NULL);
		return;
	}
	free(asking->path);
	asking->path = path_typed(text);
	if (asking->use == TO_READ || path_is_free(asking->path)) {
		end(asking, asking->path);
		return;
	}
	if (asking->use == TO_WRITE_NEW) {
		ask_again(asking, text);
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

static void ask(struct asking *asking, const char *initial, const char *problem)
{
	prompt_open(asking->ui, &(struct prompt){ .label = asking->label,
						  .initial = initial,
						  .help = asking->help,
						  .problem = problem,
						  .complete = complete,
						  .done = typed,
						  .data = asking });
}

static void ask_again(struct asking *asking, const char *typed_before)
{
	char *problem = personal_file_taken(asking->path);

	ask(asking, typed_before, problem);
	free(problem);
}

static void ask_for(struct ui *ui, const struct path_ask *wanted, enum use use)
{
	struct asking *asking = xcalloc(1, sizeof(*asking));

	*asking = (struct asking){ .ui = ui,
				   .use = use,
				   .label = xstrdup(wanted->label),
				   .help = wanted->help ? xstrdup(wanted->help) : NULL,
				   .done = wanted->done,
				   .data = wanted->data };
	ask(asking, wanted->initial, wanted->problem);
}

void path_ask_write(struct ui *ui, const struct path_ask *wanted)
{
	ask_for(ui, wanted, TO_WRITE);
}

void path_ask_new(struct ui *ui, const struct path_ask *wanted)
{
	ask_for(ui, wanted, TO_WRITE_NEW);
}

void path_ask_read(struct ui *ui, const struct path_ask *wanted)
{
	ask_for(ui, wanted, TO_READ);
}
