/* SPDX-License-Identifier: ISC */
#include "work/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text_file.h"
#include "net/loop.h"
#include "work/import_source.h"
#include "work/import_state.h"

struct import *import_new(struct client *client, struct loop *loop, const struct import_class *class,
			  const struct resource *resource, const struct import_options *options,
			  void (*changed)(void *data), void *data)
{
	struct import *import = xcalloc(1, sizeof(*import));

	import->client = client;
	import->loop = loop;
	import->class = class;
	import->resource = resource;
	import->options = *options;
	import->changed = changed;
	import->data = data;
	import->state = xcalloc(1, class->state_size ? class->state_size : 1);
	return import;
}

void import_on_change(struct import *import, void (*changed)(void *data), void *data)
{
	import->changed = changed;
	import->data = data;
}

void import_set_clear_empty(struct import *import, bool clear_empty)
{
	import->options.clear_empty = clear_empty;
}

void import_free(struct import *import)
{
	if (!import)
		return;
	import_stop(import);
	if (import->class->finish)
		import->class->finish(import);
	import_source_close(import->source);
	import_columns_finish(import);
	import_free_rows(import);
	text_file_free(import->cells);
	text_file_free(import->said);
	free(import->cells_text);
	free(import->cell_at);
	free(import->path);
	free(import->state);
	free(import);
}

bool import_open(struct import *import, const char *path, struct error *err)
{
	size_t count;

	import->source = import_source_open(path, import->class->takes_json, err);
	if (!import->source)
		return false;
	import->cells = text_file_new(err);
	if (!import->cells)
		return false;
	xreplace(&import->path, path);
	import->delimiter = import_source_delimiter(import->source);
	const char *const *headings = import_source_heading(import->source, &count);
	if (headings)
		import_columns_set(import, headings, count);
	return true;
}

/* --- phases ------------------------------------------------------------------------------------- */

void import_tell(struct import *import)
{
	if (import->changed)
		import->changed(import->data);
}

void import_enter(struct import *import, enum import_phase phase)
{
	import->phase = phase;
}

void import_fail(struct import *import, const struct error *err)
{
	import_stop(import);
	import->err = *err;
	import_enter(import, IMPORT_FAILED);
	import_tell(import);
}

void import_stop(struct import *import)
{
	timer_cancel(import->turn);
	import->turn = NULL;
	import_compare_stop(import);
	if (import->phase != IMPORT_COMPARED)
		import_enter(import, IMPORT_OPEN);
}

static void prepared_soon(void *data)
{
	struct import *import = data;

	import->turn = NULL;
	import_read_on(import);
}

void import_prepared(struct import *import, const struct error *err)
{
	if (err) {
		import_fail(import, err);
		return;
	}
	import->is_prepared = true;
	if (!import->turn)
		import->turn = loop_after(import->loop, 0, prepared_soon, import);
}

bool import_compare(struct import *import, struct error *err)
{
	import_stop(import);
	import_forget(import); /* what is shown and sent must not be of another mapping */
	import_enter(import, IMPORT_OPEN);
	if (!import_columns_are_known(import, err) || !import->class->begin(import, err))
		return false;
	text_file_free(import->said);
	import->said = text_file_new(err);
	if (!import->said)
		return false;
	import->err = (struct error){ 0 };
	import_enter(import, IMPORT_READING);
	if (import->class->prepare && !import->is_prepared)
		import->class->prepare(import);
	else
		import_prepared(import, NULL);
	return true;
}

enum import_phase import_phase(const struct import *import)
{
	return import->phase;
}

const struct error *import_error(const struct import *import)
{
	return import->err.code == ERROR_NONE ? NULL : &import->err;
}

void import_progress(const struct import *import, size_t *done, size_t *total)
{
	bool comparing = import->phase == IMPORT_COMPARING;

	*total = import->source ? 0 : import->count;
	*done = comparing ? import->count - import->verdicts[IMPORT_AWAITED] : import->checked;
}

/* --- for the classes ------------------------------------------------------------------------------ */

void *import_state(const struct import *import)
{
	return import->state;
}

const struct import_options *import_options(const struct import *import)
{
	return &import->options;
}

struct client *import_client(const struct import *import)
{
	return import->client;
}

const struct resource *import_resource(const struct import *import)
{
	return import->resource;
}

const char *import_name(const struct import *import)
{
	return strcmp(import->path, "-") == 0 ? _("standard input") : import->path;
}

const char *import_path(const struct import *import)
{
	return import->path;
}
