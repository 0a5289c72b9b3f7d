/* SPDX-License-Identifier: ISC */
#include "screens/request_log.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/url.h"
#include "net/trace.h"
#include "screens/app_state.h"
#include "screens/copy_request.h"
#include "screens/reader.h"
#include "screens/request_text.h"
#include "ui/draw.h"
#include "ui/table.h"

enum { CELL_TIME, CELL_METHOD, CELL_PATH, CELL_STATUS, CELL_MS, CELL_BYTES, CELL_COUNT };
enum { FIXED_COLS = 3 + 9 + 7 + 7 + 8 + 11, PATH_MIN_COLS = 20 };

struct request_log {
	struct trace *trace;
	struct table table;
	unsigned long newest; /* number of the entry that is row 0 */
	int cols;

	/* The row that was asked for last. */
	char time[16], status[8], ms[24], bytes[24];
	char *path;
	const char *cells[CELL_COUNT];
};

/* --- rows ------------------------------------------------------------------ */

static size_t row_count(void *data)
{
	return trace_count(((struct request_log *)data)->trace);
}

/* "/api/customers?filters[0][field]=..": the query as people write it; the origin is the same in all
 * of them. The caller frees. */
static char *path_of(const char *url)
{
	const char *host = strstr(url, "://");
	const char *slash = host ? strchr(host + 3, '/') : NULL;
	const char *path = slash ? slash : url;
	size_t before_query = strcspn(path, "?");
	char *query = url_decoded(path + before_query);
	char *shown = xasprintf("%.*s%s", (int)before_query, path, query);

	free(query);
	return shown;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct request_log *log = data;
	const struct trace_entry *entry = trace_at(log->trace, row);

	if (!entry)
		return NULL;
	time_t when = (time_t)entry->when_unix_s;
	struct tm local;
	strftime(log->time, sizeof(log->time), "%H:%M:%S", localtime_r(&when, &local));
	if (entry->status)
		snprintf(log->status, sizeof(log->status), "%d", entry->status);
	else
		snprintf(log->status, sizeof(log->status), "-");
	snprintf(log->ms, sizeof(log->ms), "%'lld", (long long)entry->took_ms);
	snprintf(log->bytes, sizeof(log->bytes), "%'lld", (long long)entry->bytes_received);
	log->cells[CELL_TIME] = log->time;
	log->cells[CELL_METHOD] = entry->method;
	free(log->path);
	log->cells[CELL_PATH] = log->path = path_of(entry->url);
	log->cells[CELL_STATUS] = log->status;
	log->cells[CELL_MS] = log->ms;
	log->cells[CELL_BYTES] = log->bytes;
	return log->cells;
}

static char row_sign(void *data, size_t row)
{
	const struct trace_entry *entry = trace_at(((struct request_log *)data)->trace, row);

	return entry && (entry->status == 0 || entry->status >= 400) ? '!' : ' ';
}

static const struct table_source rows = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
};

static void choose_columns(struct request_log *log, int cols)
{
	int room = cols - FIXED_COLS;
	const struct table_column columns[] = {
		{ .label = _("Time"), .width_cols = 8, .cell = CELL_TIME },
		{ .label = _("Method"), .width_cols = 6, .cell = CELL_METHOD },
		{ .label = _("Path"),
		  .width_cols = room > PATH_MIN_COLS ? room : PATH_MIN_COLS,
		  .cell = CELL_PATH },
		{ .label = _("Status"), .width_cols = 6, .align = TEXT_RIGHT, .cell = CELL_STATUS },
		{ .label = _("ms"), .width_cols = 7, .align = TEXT_RIGHT, .cell = CELL_MS },
		{ .label = _("Bytes"), .width_cols = 9, .align = TEXT_RIGHT, .cell = CELL_BYTES },
	};

	log->cols = cols;
	table_set_columns(&log->table, columns, CELL_COUNT);
}

/* The cursor stays with its entry while others come in above; at the top it stays at the newest. */
static void trace_changed(void *data)
{
	struct app *app = data;
	struct request_log *log = app->request_log;
	const struct trace_entry *newest = trace_at(log->trace, 0);
	unsigned long number = newest ? newest->number : 0;

	if (log->table.cursor)
		table_move(&log->table, (long)(number - log->newest));
	log->newest = number;
	table_touch(&log->table);
	ui_touch(app->ui);
}

/* --- screen ---------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *state, void *argument)
{
	struct request_log *log = state;
	struct app *app = app_of(ui);

	(void)argument;
	log->trace = client_trace(app->client);
	table_init(&log->table, &rows, log);
	log->table.headings = true;
	app->request_log = log;
	trace_changed(app);
	trace_on_change(log->trace, trace_changed, app);
}

static void close_screen(struct ui *ui, void *state)
{
	struct request_log *log = state;

	trace_on_change(log->trace, NULL, NULL);
	app_of(ui)->request_log = NULL;
	table_finish(&log->table);
	free(log->path);
}

static void open_entry(struct ui *ui, void *state)
{
	struct request_log *log = state;
	const struct trace_entry *entry = trace_at(log->trace, log->table.cursor);

	if (!entry)
		return;
	char *path = path_of(entry->url);
	char *title = xasprintf("%s > %s %s", _("Request log"), entry->method, path);
	char *text = request_text(entry);
	reader_open(ui, title, text);
	free(text);
	free(title);
	free(path);
}

static bool has_entry(struct ui *ui, void *state)
{
	(void)ui;
	return trace_count(((struct request_log *)state)->trace);
}

static void copy(struct ui *ui, void *state)
{
	const struct request_log *log = state;
	const struct trace_entry *entry = trace_at(log->trace, log->table.cursor);

	if (entry)
		copy_request(app_of(ui), entry);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	(void)state;
	fputs(_("Request log"), left);
	fputs(_("newest first, secrets are masked"), right);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct request_log *log = state;
	size_t count = trace_count(log->trace);

	(void)ui;
	if (count)
		fprintf(out, _("%zu of %zu"), log->table.cursor + 1, count);
	else
		fputs(_("Nothing was asked yet."), out);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct request_log *log = state;

	(void)ui;
	if (log->cols != canvas->cols)
		choose_columns(log, canvas->cols);
	table_draw(&log->table, canvas);
}

static void *part(void *state)
{
	return &((struct request_log *)state)->table;
}

static const struct command log_commands[] = {
	{ "Enter", "open", N_("Show the request and its answer"), open_entry, .hint = N_("open") },
	{ "y", "copy", N_("Copy the address, the row, the answer or the request for curl"), copy,
	  .can = has_entry, .hint = N_("copy"), .words = N_("clipboard curl CSV JSON") },
};

const struct screen_class request_log_screen = {
	.name = "log",
	.label = N_("Request log"),
	.state_size = sizeof(struct request_log),
	COMMANDS(log_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void request_log_open(struct ui *ui)
{
	if (!app_of(ui)->request_log)
		ui_push(ui, &request_log_screen, NULL);
}
