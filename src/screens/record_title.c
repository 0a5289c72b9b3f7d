/* SPDX-License-Identifier: ISC */
#include "screens/record_title.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "ui/draw.h"
#include "ui/target.h"
#include "work/record_page.h"

void record_write_title(const struct resource *resource, const char *key,
			const struct record *record, FILE *left, FILE *right)
{
	fprintf(left, "%s > %s", _(resource->label), key);
	if (!record)
		return;
	fprintf(left, " %s", record_title(record));
	fputs(resource_state_text(resource, record), right);
}

void record_draw_tabs(const struct canvas *canvas, const struct record *record, size_t open,
		      bool counts)
{
	int col = 1;

	for (size_t tab = 0; tab < record_tab_count(record); tab++) {
		char *label = record_tab_label(record, tab, counts);

		int start = col;

		col = draw_format(canvas, 0, col, tab == open ? ROLE_KEY_CELL : ROLE_COLUMN,
				  tab == open ? "[%zu %s]" : " %zu %s ", tab + 1, label);
		target_key(canvas, 0, start, col - start, '1' + (uint32_t)tab);
		free(label);
	}
}
