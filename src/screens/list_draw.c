/* SPDX-License-Identifier: ISC */
#include "screens/list.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "net/loop.h"
#include "schema/field.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list_mark_all.h"
#include "screens/preview.h"
#include "screens/wrapped.h"
#include "store/pager.h"
#include "ui/draw.h"
#include "work/trouble.h"

enum {
	REST_MS = 200, /* longer than a held key's repeat, shorter than a glance */
	MESSAGE_LESS_COLS = 5, /* a blank, the sign, a full stop, and a blank at the end */
};

/* --- content --------------------------------------------------------------- */

/* Nothing was asked of the service yet, and nothing is before a text is said. */
static bool lacks_search(const struct list *list)
{
	return list->resource->needs_search && !query_search(pager_query(list->pager));
}

/* " 2 looks in: External register.": where what is not here could be found, and taken over. */
static void write_register(const struct list *list, FILE *out)
{
	const struct resource *other;

	for (size_t i = 0; (other = client_resource_at(list->app->client, i)); i++)
		if (other->taken_over_as == list->resource)
			fprintf(out, _(" %zu looks in: %s."), i + 1, _(other->label));
}

/* A text is not looked for everywhere: what is asked for on its own is found no other way. */
static void write_other_fields(const struct list *list, FILE *out)
{
	const struct resource *resource = list->resource;
	const struct field *alone =
		resource->alone ? schema_field(resource_criteria(resource), resource->alone) : NULL;

	if (alone)
		fprintf(out, _(" f asks by others: %s."), _(alone->label));
}

static void write_way_out(const struct list *list, FILE *out)
{
	if (!query_search(pager_query(list->pager))) {
		fprintf(out, " %s", _("f changes, F clears."));
		return;
	}
	fprintf(out, " %s", _("/ changes, Esc ends the search."));
	write_other_fields(list, out);
	write_register(list, out);
}

/* Why there are no rows, and what to press. The caller frees. */
static char *nothing_text(const struct list *list)
{
	char *asked = query_filter_text(pager_query(list->pager)), *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (lacks_search(list)) {
		fputs(_("Press / and say what to look for: without it, nothing is asked."), out);
	} else if (*asked) {
		fprintf(out, _(list->resource->no_match), asked);
		write_way_out(list, out);
	} else {
		fputs(_(list->resource->none_yet), out);
		if (list->resource->can_create)
			fprintf(out, " %s", _("a adds one, I imports."));
	}
	fclose(out);
	free(asked);
	return text;
}

/* Why they may not be seen: the message row is short. */
static char *refusal_text(const struct list *list)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	trouble_write(pager_error(list->pager), out);
	fclose(out);
	return text;
}

static bool has_no_rows(const struct list *list)
{
	return pager_extent(list->pager) == 0 &&
	       (pager_total(list->pager) == 0 || list_is_refused(list));
}

static void draw_nothing(const struct list *list, const struct canvas *canvas)
{
	enum { ROW = 2, COL = 3 };
	char *text = list_is_refused(list) ? refusal_text(list) : nothing_text(list);

	wrapped_draw(canvas, ROW, COL, canvas->cols - list->preview_cols - 2 * COL, ROLE_NORMAL,
		     text);
	free(text);
}

static void draw_preview(struct list *list, const struct canvas *canvas)
{
	int left = canvas->cols - list->preview_cols + 2;
	struct canvas rule = draw_part(canvas, 0, left, 1, list->preview_cols - 3);
	struct canvas part = draw_part(canvas, 1, left, canvas->rows - 1, rule.cols);
	const struct pager_row *row = list_row(list);

	draw_rule(&rule, 0); /* in the line of the headings: the preview is no column */
	preview_draw(&part, list->resource, row ? row->json : NULL);
}

static void rested(void *data)
{
	struct list *list = data;

	list->rest = NULL;
	list->rested_at = list->table.cursor;
	ui_touch(list->app->ui);
}

void list_draw(struct list *list, struct canvas *canvas)
{
	bool moved = list->rested_at != list->table.cursor;

	if (canvas->cols != list->cols)
		list_choose_columns(list, canvas->cols);
	table_draw(&list->table, canvas);
	if (has_no_rows(list))
		draw_nothing(list, canvas);
	if (list->preview_cols && !moved)
		draw_preview(list, canvas);
	timer_cancel(list->rest);
	list->rest = moved ? loop_after(list->app->loop, REST_MS, rested, list) : NULL;
}

/* --- row 2 ----------------------------------------------------------------- */

void list_write_order(const struct list *list, FILE *out)
{
	const struct query *query = pager_query(list->pager);
	const struct field *sort = query_sort(query);

	if (query_search(query) && client_search_rests_filters(list->app->client, list->resource))
		fputs(_("filters and sort are not used while searching"), out);
	else if (sort)
		fprintf(out, _("sort %s %s"), _(sort->label), query_descending(query) ? "-" : "+");
}

void list_write_title(struct list *list, FILE *left, FILE *right)
{
	char *asked = query_filter_text(pager_query(list->pager));

	fprintf(left, "%s%s%s", _(list->resource->label), *asked ? "  " : "", asked);
	list_write_order(list, right);
	free(asked);
}

/* --- message row ----------------------------------------------------------- */

/* A login that may not see this list may see another. */
static void write_other_list(const struct list *list, FILE *out)
{
	const struct resource *other;
	size_t i = 0;

	while ((other = client_resource_at(list->app->client, i)) == list->resource)
		i++;
	if (other)
		fprintf(out, _(" %zu shows: %s."), i + 1, _(other->label));
}

/* Where the rows would be it stands in full, and the message row is too short for it. */
static bool is_said_above(const struct list *list)
{
	const char *message = pager_error(list->pager)->message;

	return has_no_rows(list) && list_is_refused(list) &&
	       text_width(message, strlen(message)) > list->cols - MESSAGE_LESS_COLS;
}

/* Old rows stay after a failure: it is said how old they are. */
static void write_error(const struct list *list, FILE *out)
{
	const struct error *err = pager_error(list->pager);
	int64_t read_at = err->code == ERROR_NETWORK ? pager_read_at_s(list->pager) : 0;
	char time[CLOCK_TIME_SIZE];

	if (is_said_above(list))
		fputs(_("! Not allowed, as said above."), out);
	else
		trouble_write(err, out);
	if (read_at) {
		clock_format_local_time(read_at, time);
		fprintf(out, _(" As of %s."), time);
	}
	if (err->code == ERROR_REFUSED || err->code == ERROR_FORBIDDEN)
		write_other_list(list, out);
	if (err->code != ERROR_FORBIDDEN) /* else no key but another login helps */
		fputs(_(" r reads again."), out);
}

/* Which marks the list does not show is known once all its rows are here. */
static void write_marks(const struct list *list, FILE *out)
{
	bool all_here = (int64_t)list->rows_here >= pager_extent(list->pager);
	size_t elsewhere = all_here ? list->marks.count - list->marks_here : 0;

	fprintf(out, ngettext(", %'zu marked", ", %'zu marked", list->marks.count),
		list->marks.count);
	if (elsewhere)
		fprintf(out, ngettext(", %'zu not shown", ", %'zu not shown", elsewhere),
			elsewhere);
}

static void write_position(const struct list *list, FILE *out)
{
	int64_t total = pager_total(list->pager);
	long long row = (long long)list->rested_at + 1;

	if (total > 0 && row > total) /* those at the end are gone */
		row = total;
	if (total == 0 && !lacks_search(list))
		fputs(_("0 of 0"), out);
	else if (total == 0)
		return;
	else if (total > 0)
		fprintf(out, _("%'lld of %'lld"), row, (long long)total);
	else
		fprintf(out, "%'lld", row);
	if (list->marks.count)
		write_marks(list, out);
	if (pager_is_partial(list->pager))
		fputs(_(". The service lists none: these are the profile's and those seen."), out);
}

void list_write_status(struct list *list, FILE *out)
{
	if (list->mark_all)
		mark_all_write_status(list->mark_all, out);
	else if (waiting_write(&list->waiting, out))
		return;
	else if (list->class && list->class->write_status && list->class->write_status(list, out))
		return;
	else if (pager_error(list->pager))
		write_error(list, out);
	else if (pager_read_at_s(list->pager) || pager_total(list->pager) >= 0)
		write_position(list, out);
}
