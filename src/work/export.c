/* SPDX-License-Identifier: ISC */
#include "work/export.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/atomic_file.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/text_file.h"
#include "net/loop.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/export_lines.h"
#include "work/record_walk.h"

enum { SLICE_MS = 20 /* keys wait no longer than that */ };

struct export {
	struct loop *loop;
	struct export_lines lines;
	int64_t left; /* records still wanted */

	struct atomic_file *file; /* NULL: another stream */
	struct record_walk *walk;
	/* CSV with attributes: which columns there are is known when all records were seen; until then they
	 * wait here, as JSON. */
	struct text_file *waiting;
	struct timer *turn;

	size_t gone;
	bool over;
	struct error err;
	void (*changed)(void *data);
	void *data;
};

static void end(struct export *export, const struct error *err)
{
	if (err)
		export->err = *err;
	export->over = true;
	if (export->file && err)
		atomic_file_drop_take(export->file);
	else if (export->file && !atomic_file_end_take(export->file, &export->err))
		export->err.code = ERROR_SYSTEM;
	export->file = NULL;
	export->changed(export->data);
}

/* --- those that waited ----------------------------------------------------------------------------------- */

static bool write_waiting(struct export *export, size_t i)
{
	size_t len;
	char *text = text_file_at(export->waiting, i, &len);
	struct json *object = text ? json_parse(text, len, NULL) : NULL;

	if (object)
		export_lines_write(&export->lines, object);
	json_free(object);
	free(text);
	return object != NULL;
}

static void write_slice(void *data)
{
	struct export *export = data;
	int64_t until_ms = clock_now_ms() + SLICE_MS;
	size_t count = text_file_count(export->waiting);
	struct error err = { 0 };

	export->turn = NULL;
	while ((size_t)export->lines.written < count && clock_now_ms() < until_ms)
		if (!write_waiting(export, (size_t)export->lines.written)) {
			error_set(&err, ERROR_SYSTEM, _("Cannot read a temporary file"));
			end(export, &err);
			return;
		}
	if ((size_t)export->lines.written < count)
		export->turn = loop_after(export->loop, 0, write_slice, export);
	else
		end(export, NULL);
}

/* --- records ------------------------------------------------------------------------------------------------ */

static bool wait(struct export *export, const struct json *object)
{
	char *text = json_print(object);
	bool ok = text_file_add(export->waiting, text, strlen(text), &export->err);

	free(text);
	if (ok && !export_row_see(&export->lines.row, object))
		ok = error_set(&export->err, ERROR_INPUT,
			       _("These records have more attributes than a table can have columns: "
				 "choose JSON, or columns"));
	return ok;
}

static bool record_came(void *data, const struct json *object)
{
	struct export *export = data;

	if (export->waiting) {
		if (!wait(export, object))
			return false;
	} else {
		export_lines_write(&export->lines, object);
	}
	return --export->left > 0;
}

static bool is_enough(void *data, const struct json *row)
{
	const struct export *export = data;

	return export->lines.class->is_enough(&export->lines, row);
}

static void walk_moved(void *data)
{
	struct export *export = data;

	export->changed(export->data);
}

static void walk_ended(void *data, const struct error *err)
{
	struct export *export = data;
	struct error own; /* err may be the walk's */

	if (err)
		err = memcpy(&own, err, sizeof(own));
	if (!err && export->err.code != ERROR_NONE)
		err = &export->err;
	export->gone = record_walk_gone(export->walk);
	record_walk_free(export->walk);
	export->walk = NULL;
	if (err) {
		end(export, err);
	} else if (export->waiting) {
		export->lines.class->start(&export->lines);
		export->turn = loop_after(export->loop, 0, write_slice, export);
	} else {
		export->lines.class->end(&export->lines);
		end(export, NULL);
	}
}

/* --- an export ------------------------------------------------------------------------------------------------- */

static bool open_output(struct export *export, const struct export_order *order, struct error *err)
{
	export->lines.out = order->stream;
	if (order->path) {
		export->file = atomic_file_begin(order->path, err);
		if (!export->file)
			return false;
		export->lines.out = atomic_file_stream(export->file);
	}
	if (export->lines.row.map)
		export->waiting = text_file_new(err);
	return !export->lines.row.map || export->waiting;
}

static void begin_walk(struct export *export, struct client *client, const struct export_order *order)
{
	const struct record_walk_listener listener = { .is_enough = is_enough,
						       .record = record_came,
						       .moved = walk_moved,
						       .ended = walk_ended,
						       .data = export };

	export->walk = order->keys ? record_walk_keys(client, order->resource, order->keys, &listener)
				   : record_walk_list(client, order->query, &listener);
}

struct export *export_start(struct client *client, struct loop *loop, const struct export_order *order,
			    void (*changed)(void *data), void *data, struct error *err)
{
	struct export *export = xcalloc(1, sizeof(*export));

	export->loop = loop;
	export->left = order->limit ? order->limit : INT64_MAX;
	export->changed = changed;
	export->data = data;
	export_lines_init(&export->lines, order);
	if (!open_output(export, order, err)) {
		export_free(export);
		return NULL;
	}
	if (!export->waiting)
		export->lines.class->start(&export->lines);
	begin_walk(export, client, order);
	return export;
}

void export_free(struct export *export)
{
	if (!export)
		return;
	record_walk_free(export->walk);
	timer_cancel(export->turn);
	atomic_file_drop_take(export->file);
	text_file_free(export->waiting);
	export_lines_finish(&export->lines);
	free(export);
}

bool export_is_over(const struct export *export)
{
	return export->over;
}

const struct error *export_error(const struct export *export)
{
	return export->err.code == ERROR_NONE ? NULL : &export->err;
}

void export_progress(const struct export *export, int64_t *done, int64_t *total)
{
	*done = export->waiting ? (int64_t)text_file_count(export->waiting) : export->lines.written;
	*total = -1;
	if (export->walk)
		record_walk_progress(export->walk, done, total);
}

size_t export_gone(const struct export *export)
{
	return export->gone;
}

size_t export_odd(const struct export *export)
{
	return export->lines.odd;
}

enum export_format export_format_of(const char *path)
{
	const char *point = strrchr(path, '.');

	return point && text_casecmp(point, ".json") == 0 ? EXPORT_JSON : EXPORT_CSV;
}

/* Where a comma is the decimal point, spreadsheets put a semicolon between cells. */
void export_locale(char *delimiter, char *decimal)
{
	*decimal = *nl_langinfo(RADIXCHAR) == ',' ? ',' : '.';
	*delimiter = *decimal == ',' ? ';' : ',';
}
