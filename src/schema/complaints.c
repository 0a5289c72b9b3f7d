/* SPDX-License-Identifier: ISC */
#include "schema/check.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/member_path.h"

void complaints_add(struct complaints *complaints, struct place place, const struct field *field,
		    bool warning, const char *text)
{
	complaints->rows = xreallocarray(complaints->rows, complaints->count + 1,
					 sizeof(*complaints->rows));
	complaints->rows[complaints->count++] =
		(struct complaint){ place, field, warning, xstrdup(text) };
}

void complaints_clear(struct complaints *complaints)
{
	for (size_t i = 0; i < complaints->count; i++)
		free(complaints->rows[i].text);
	complaints->count = 0;
	complaints->round++;
}

void complaints_finish(struct complaints *complaints)
{
	complaints_clear(complaints);
	free(complaints->rows);
	*complaints = (struct complaints){ 0 };
}

void complaints_add_message(struct complaints *complaints, const struct schema *schema,
			    const char *name, const char *text)
{
	struct member_path path = member_path_read(schema, name);
	char *whole = *path.rest ? xasprintf("%s: %s", path.rest, text) : xstrdup(text);

	complaints_add(complaints, path.place, path.field, false, whole);
	free(whole);
}

static bool is_at(const struct complaint *complaint, struct place place, const struct field *field)
{
	return complaint->field == field && complaint->place.list == place.list &&
	       (!place.list || complaint->place.entry == place.entry);
}

const struct complaint *complaints_at(const struct complaints *complaints, struct place place,
				      const struct field *field)
{
	const struct complaint *warning = NULL;

	for (size_t i = 0; i < complaints->count; i++) {
		const struct complaint *complaint = &complaints->rows[i];
		if (!is_at(complaint, place, field))
			continue;
		if (!complaint->warning)
			return complaint;
		warning = warning ? warning : complaint;
	}
	return warning;
}

size_t complaints_count_wrong(const struct complaints *complaints)
{
	size_t count = 0;

	for (size_t i = 0; i < complaints->count; i++)
		count += !complaints->rows[i].warning;
	return count;
}
