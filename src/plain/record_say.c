/* SPDX-License-Identifier: ISC */
#include "plain/record_say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "plain/say.h"
#include "schema/field.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/record_page.h"

/* An entry is a part of its own: what it lacks is left out, or nothing would be heard for the
 * dashes. */
static void say_entry(struct plain *plain, const struct page_line *line)
{
	struct record_page page;
	char number[24];

	snprintf(number, sizeof(number), "%zu", line->index + 1);
	if (line->items && line->items->nth_label)
		say(plain, _(line->items->nth_label), number);
	else
		say(plain, "%s", number);
	record_page_init_entry(&page, line->items, line->entry);
	for (size_t i = 0; i < page.count; i++) {
		char *value = say_value(page.lines[i].text);

		if (*page.lines[i].text)
			say(plain, "  %s: %s", page.lines[i].label, value);
		free(value);
	}
	record_page_finish(&page);
}

static void say_line(struct plain *plain, const struct page_line *line)
{
	char *value = say_value(line->text);

	if (line->entry && line->items)
		say_entry(plain, line);
	else if (*line->label)
		say(plain, "%s: %s", line->label, value);
	else
		say(plain, "%s", value);
	free(value);
	if (line->in_store) {
		char *in_store = say_value(line->in_store);

		say(plain, "  %s", in_store);
		free(in_store);
	}
}

void record_say(struct plain *plain, const struct resource *resource, const struct record *record,
		const struct store_view *view)
{
	const char *key = record_key(record), *state = resource_state_text(resource, record);
	char *name = record_name(record);
	bool named = strcmp(key, name) != 0; /* a price tier has no other name, a hit maybe no key */
	char *heading = xasprintf("%s%s%s", key, *key && named ? " " : "", named ? name : "");
	char *said = say_value(heading);

	say(plain, "%s%s%s", said, *state ? ", " : "", state);
	for (size_t tab = 0; tab < record_tab_count(record, view); tab++) {
		struct record_page page;
		char *label = record_tab_label(record, view, tab, true);

		say(plain, "\n%s", label);
		record_page_init(&page, record, view, tab);
		for (size_t i = 0; i < page.count; i++)
			say_line(plain, &page.lines[i]);
		record_page_finish(&page);
		free(label);
	}
	free(said);
	free(heading);
	free(name);
}
