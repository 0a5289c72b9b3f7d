/* SPDX-License-Identifier: ISC */
#include "plain/personal_export.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path_typed.h"
#include "plain/plain_state.h"
#include "plain/say.h"
#include "schema/resource.h"
#include "work/personal_file.h"
#include "work/save_words.h"

/* From the wish to the file. */
struct personal_export {
	struct plain *plain;
	const struct resource *resource;
	const struct action *action;
	char *key;
	char *name;		    /* that is proposed */
	struct personal_file *file; /* under way; NULL: nothing is */
};

static void export_free(struct personal_export *export)
{
	personal_file_cancel(export->file);
	free(export->key);
	free(export->name);
	free(export);
}

static void ask_path(struct personal_export *export);

static void say_taken(struct plain *plain, const char *path)
{
	char *text = personal_file_taken(path);

	say(plain, "%s", text);
	free(text);
}

static void say_written(struct plain *plain, const struct personal_result *result)
{
	char *words = personal_file_words(result);

	say(plain, "%s", words);
	free(words);
}

static void file_came(void *data, const struct personal_result *result)
{
	struct personal_export *export = data;
	struct plain *plain = export->plain;

	export->file = NULL;
	wait_end(plain);
	if (result->taken) {
		say_taken(plain, result->path);
		ask_path(export);
		return;
	}
	if (result->written)
		say_written(plain, result);
	else
		say(plain, "%s", result->error.message);
	export_free(export);
}

static void stopped(void *data)
{
	struct personal_export *export = data;

	say(export->plain, "%s", _("Stopped. No file was written."));
	export_free(export);
}

static void write_to(struct personal_export *export, const char *path)
{
	export->file = personal_file_start(export->plain->client, export->resource, export->action, export->key,
					   path, file_came, export);
	wait_begin(export->plain, stopped, export);
}

static void path_typed_in(void *data, const char *line)
{
	struct personal_export *export = data;

	if (!line || !*line) {
		say(export->plain, "%s", save_words_cancelled());
		export_free(export);
		return;
	}
	char *path = path_typed(line);
	if (path_is_free(path)) {
		write_to(export, path);
	} else {
		say_taken(export->plain, path);
		ask_path(export);
	}
	free(path);
}

static void ask_path(struct personal_export *export)
{
	char *prompt = xasprintf(_("Name of the file, such as %s, or an empty line for none"), export->name);

	ask_line(export->plain, prompt, path_typed_in, export);
	free(prompt);
}

void plain_personal_export_ask(struct plain *plain, const struct resource *resource,
			       const struct action *action, const char *key)
{
	struct personal_export *export = xcalloc(1, sizeof(*export));

	*export = (struct personal_export){ .plain = plain,
					    .resource = resource,
					    .action = action,
					    .key = xstrdup(key),
					    .name = personal_file_name(action, key) };
	say(plain, "%s", _(action->consequence));
	ask_path(export);
}
