/* SPDX-License-Identifier: ISC */
#include "screens/record_edit.h"

#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/edit.h"
#include "work/record_page.h"
#include "work/save_words.h"

static bool is_writable(const struct page_line *line)
{
	switch (line->field->write) {
	case WRITE_ALWAYS:
		return true;
	case WRITE_IF_THERE:
		return *line->text;
	default:
		return false;
	}
}

bool record_line_can_edit(const struct app *app, const struct resource *resource,
			  const struct page_line *line)
{
	return resource->can_update && line && line->field && !line->entry && is_writable(line) &&
	       save_is_allowed(app->client, resource, NULL);
}

void record_edit_line(struct app *app, const struct resource *resource, const char *key,
		      const struct record *whole, const struct page_line *line)
{
	const struct field *field = line ? line->field : NULL;
	struct place place = { 0 };

	if (field && field->write == WRITE_NEVER) {
		field = NULL;
	} else if (field && field->kind == &kind_list) {
		place = (struct place){ field, line->index };
		field = NULL;
	}
	if (whole)
		edit_open_known(app, resource, whole, place, field);
	else
		edit_open_record(app, resource, key, field);
}
