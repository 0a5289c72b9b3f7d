/* SPDX-License-Identifier: ISC */
#include "screens/record_title.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "ui/draw.h"
#include "ui/target.h"
#include "work/record_page.h"

void record_write_title(const struct resource *resource, const char *key,
			const struct record *record, FILE *left, FILE *right)
{
	fprintf(left, "%s >%s%s", _(resource->label), *key ? " " : "", key);
	if (!record)
		return;
	char *name = record_name(record);
	fprintf(left, " %s", name);
	free(name);
	fputs(resource_state_text(resource, record), right);
}

/* All that is said of the tabs, and what of it has room. */
struct tabs {
	char **labels;
	size_t count, open;
	size_t first; /* that is drawn */
};

/* With what stands round it. */
static int tab_width(const struct tabs *tabs, size_t tab)
{
	char number[24];

	return snprintf(number, sizeof(number), "%zu", tab + 1) + 3 +
	       text_width(tabs->labels[tab], strlen(tabs->labels[tab]));
}

/* One column at each end is kept for the signs. */
static size_t find_first(const struct tabs *tabs, int cols)
{
	size_t first = tabs->open;
	int width = 0;

	for (size_t tab = 0; tab < tabs->count; tab++)
		width += tab_width(tabs, tab);
	if (width <= cols - 2)
		return 0;
	width = tab_width(tabs, first);
	while (first && width + tab_width(tabs, first - 1) <= cols - 2)
		width += tab_width(tabs, --first);
	return first;
}

static void draw_tabs(const struct canvas *canvas, const struct tabs *tabs)
{
	int col = 1;

	draw_text(canvas, 0, 0, ROLE_COLUMN, tabs->first ? "<" : " ");
	for (size_t tab = tabs->first; tab < tabs->count; tab++) {
		int start = col;

		if (tab != tabs->first && col + tab_width(tabs, tab) > canvas->cols - (tab + 1 < tabs->count)) {
			draw_text(canvas, 0, canvas->cols - 1, ROLE_COLUMN, ">");
			break;
		}
		col = draw_format(canvas, 0, col, tab == tabs->open ? ROLE_KEY_CELL : ROLE_COLUMN,
				  tab == tabs->open ? "[%zu %s]" : " %zu %s ", tab + 1, tabs->labels[tab]);
		target_key(canvas, 0, start, col - start, '1' + (uint32_t)tab);
	}
}

void record_draw_tabs(const struct canvas *canvas, const struct record *record,
		      const struct store_view *store, size_t open, bool counts)
{
	struct tabs tabs = { .count = record_tab_count(record, store), .open = open };

	tabs.labels = xcalloc(tabs.count, sizeof(*tabs.labels));
	for (size_t tab = 0; tab < tabs.count; tab++)
		tabs.labels[tab] = record_tab_label(record, store, tab, counts);
	tabs.first = find_first(&tabs, canvas->cols);
	draw_tabs(canvas, &tabs);
	for (size_t tab = 0; tab < tabs.count; tab++)
		free(tabs.labels[tab]);
	free(tabs.labels);
}
