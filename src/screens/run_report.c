/* SPDX-License-Identifier: ISC */
#include "screens/run_report.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ui/confirm.h"
#include "ui/prompt.h"
#include "ui/ui.h"
#include "work/batch.h"
#include "work/report.h"

/* From question to question. */
struct asking {
	struct ui *ui;
	const struct batch *batch;
	enum report_rows rows;
	char *path; /* what was typed */
};

static void asking_free(struct asking *asking)
{
	free(asking->path);
	free(asking);
}

/* "~/x" as the shell has it; the caller frees. */
static char *path_of(const char *typed)
{
	const char *home = getenv("HOME");

	return home && strncmp(typed, "~/", 2) == 0 ? xasprintf("%s%s", home, typed + 1)
						    : xstrdup(typed);
}

static void write_it(struct asking *asking)
{
	size_t rows = report_count(asking->batch, asking->rows);
	struct error err;

	if (report_write(asking->batch, asking->rows, asking->path, &err))
		ui_message(asking->ui, ROLE_MESSAGE,
			   ngettext("Wrote %'zu record to %s", "Wrote %'zu records to %s", rows),
			   rows, asking->path);
	else
		ui_message(asking->ui, ROLE_ERROR, "%s", err.message);
	asking_free(asking);
}

static void may_replace(void *data, bool yes)
{
	if (yes)
		write_it(data);
	else
		asking_free(data);
}

static void path_typed(void *data, const char *text)
{
	struct asking *asking = data;

	if (!text || !*text) {
		asking_free(asking);
		return;
	}
	asking->path = path_of(text);
	if (access(asking->path, F_OK) < 0) {
		write_it(asking);
		return;
	}
	char *question = xasprintf(_("%s is there already. Replace it?"), asking->path);
	confirm_yes_no(asking->ui, question, may_replace, asking);
	free(question);
}

/* What the file will hold. */
static const char *help_of(enum report_rows rows)
{
	return rows == REPORT_ALL ? _("A CSV file of all records; those that are done have no error.")
				  : _("A CSV file of the records that are not done, with the reason.");
}

void run_report_ask(struct ui *ui, const struct batch *batch, enum report_rows rows)
{
	struct asking *asking = xcalloc(1, sizeof(*asking));
	char *name = report_name(batch);

	asking->ui = ui;
	asking->batch = batch;
	asking->rows = rows;
	prompt_open(
		ui,
		&(struct prompt){
			.label = _("Report to: "),
			.initial = name,
			.help = help_of(rows),
			.done = path_typed,
			.data = asking });
	free(name);
}
