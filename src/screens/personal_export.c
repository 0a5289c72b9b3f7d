/* SPDX-License-Identifier: ISC */
#include "screens/personal_export.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/loading.h"
#include "screens/path_ask.h"
#include "screens/reader.h"
#include "work/personal_file.h"
#include "work/save_words.h"

/* From the wish to the file. */
struct personal_export {
	struct app *app;
	const struct resource *resource;
	const struct action *action;
	char *key;
	char *path;		    /* that was chosen */
	struct personal_file *file; /* under way; NULL: nothing is */
	struct loading *loading;
	struct personal_result result;
	char *words; /* where it was written */
};

static void export_free(struct personal_export *export)
{
	personal_file_cancel(export->file);
	free(export->key);
	free(export->path);
	free(export->words);
	free(export);
}

static void ask_path(struct personal_export *export, const char *initial, const char *problem);

static void show(const struct personal_export *export)
{
	char *title = xasprintf("%s > %s > %s", _(export->resource->label), export->key, _(export->action->label));

	reader_open(export->app->ui, title, export->words);
	free(title);
}

static void ask_for_another(struct personal_export *export)
{
	char *problem = personal_file_taken(export->path), *path = xstrdup(export->path);

	ask_path(export, path, problem);
	free(path);
	free(problem);
}

/* It came, or the user did not want to wait any more (typed is NULL). */
static void ended(void *data, const char *typed)
{
	struct personal_export *export = data;
	struct ui *ui = export->app->ui;

	if (!typed)
		ui_message(ui, ROLE_MESSAGE, "%s", _("Stopped. No file was written."));
	else if (export->words)
		show(export);
	else if (!export->result.taken)
		ui_message(ui, ROLE_ERROR, "%s", export->result.error.message);
	if (typed && export->result.taken)
		ask_for_another(export);
	else
		export_free(export);
}

static void file_came(void *data, const struct personal_result *result)
{
	struct personal_export *export = data;

	export->file = NULL;
	export->result = *result;
	export->words = result->written ? personal_file_words(result) : NULL;
	loading_end(export->loading);
}

static void path_chosen(void *data, const char *path)
{
	struct personal_export *export = data;

	if (!path) {
		ui_message(export->app->ui, ROLE_MESSAGE, "%s", save_words_cancelled());
		export_free(export);
		return;
	}
	xreplace(&export->path, path);
	export->file = personal_file_start(export->app->client, export->resource, export->action, export->key,
					   export->path, file_came, export);
	export->loading = loading_open(export->app, "", ended, export);
}

static void ask_path(struct personal_export *export, const char *initial, const char *problem)
{
	path_ask_new(export->app->ui, &(struct path_ask){ .label = _("Export to: "),
							  .initial = initial,
							  .help = _(export->action->consequence),
							  .problem = problem,
							  .done = path_chosen,
							  .data = export });
}

void personal_export_open(struct app *app, const struct resource *resource, const struct action *action,
			  const char *key)
{
	struct personal_export *export = xcalloc(1, sizeof(*export));
	char *name = personal_file_name(action, key);

	*export = (struct personal_export){
		.app = app, .resource = resource, .action = action, .key = xstrdup(key)
	};
	ask_path(export, name, NULL);
	free(name);
}
