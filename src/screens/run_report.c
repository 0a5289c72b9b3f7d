/* SPDX-License-Identifier: ISC */
#include "screens/run_report.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "screens/path_ask.h"
#include "ui/ui.h"
#include "work/batch.h"
#include "work/report.h"

struct asking {
	struct ui *ui;
	const struct batch *batch;
	enum report_rows rows;
};

static void write_it(const struct asking *asking, const char *path)
{
	size_t rows = report_count(asking->batch, asking->rows);
	struct error err;

	if (report_write(asking->batch, asking->rows, path, &err))
		ui_message(asking->ui, ROLE_MESSAGE,
			   ngettext("Wrote %'zu record to %s", "Wrote %'zu records to %s", rows),
			   rows, path);
	else
		ui_message(asking->ui, ROLE_ERROR, "%s", err.message);
}

static void path_chosen(void *data, const char *path)
{
	if (path)
		write_it(data, path);
	free(data);
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
	path_ask_write(ui, &(struct path_ask){ .label = _("Report to: "),
					       .initial = name,
					       .help = help_of(rows),
					       .done = path_chosen,
					       .data = asking });
	free(name);
}
