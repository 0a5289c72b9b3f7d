/* SPDX-License-Identifier: ISC */
#include "plain/ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "plain/number.h"
#include "plain/plain_state.h"
#include "plain/say.h"
#include "schema/pick_item.h"

enum { SHOWN_MAX = 20 }; /* more are not read out: a part of one is asked for */

struct item {
	char *value, *label;
	bool shown;
};

struct choice {
	struct plain *plain;
	struct item *items;
	size_t count, shown;
	bool open, by_label;
	void (*fn)(void *data, const char *value);
	void *data;
};

static void choice_free(struct choice *choice)
{
	for (size_t i = 0; i < choice->count; i++) {
		free(choice->items[i].value);
		free(choice->items[i].label);
	}
	free(choice->items);
	free(choice);
}

static void end(struct choice *choice, const char *value)
{
	choice->fn(choice->data, value);
	choice_free(choice);
}

static void say_item(struct choice *choice, size_t number, const struct item *item)
{
	char *value = say_value(item->value), *label = say_value(item->label);

	if (!*item->label)
		say(choice->plain, "%zu. %s", number, value);
	else if (!*item->value || choice->by_label)
		say(choice->plain, "%zu. %s", number, label);
	else
		say(choice->plain, "%zu. %s, %s", number, value, label);
	free(value);
	free(label);
}

static void say_items(struct choice *choice)
{
	size_t number = 0;

	for (size_t i = 0; i < choice->count; i++)
		if (choice->items[i].shown)
			say_item(choice, ++number, &choice->items[i]);
}

static answer_fn line_came;

static void ask_for_one(struct choice *choice)
{
	struct plain *plain = choice->plain;

	if (choice->shown > SHOWN_MAX) {
		say(plain,
		    ngettext("%zu value to choose from.", "%zu values to choose from.",
			     choice->shown),
		    choice->shown);
		ask_line(plain, _("Part of one, or an empty line to leave it as it is"), line_came,
			 choice);
		return;
	}
	say_items(choice);
	ask_line(plain,
		 choice->open ? _("Number or another value, or an empty line to leave it as it is")
			      : _("Number, or an empty line to leave it as it is"),
		 line_came, choice);
}

static const struct item *shown_at(const struct choice *choice, size_t number)
{
	for (size_t i = 0; i < choice->count; i++)
		if (choice->items[i].shown && --number == 0)
			return &choice->items[i];
	return NULL;
}

static const struct item *item_of(const struct choice *choice, const char *text)
{
	for (size_t i = 0; i < choice->count; i++)
		if (text_casecmp(choice->items[i].value, text) == 0 ||
		    text_casecmp(choice->items[i].label, text) == 0)
			return &choice->items[i];
	return NULL;
}

/* Those alone that have the part are shown; where none has it, all are again. */
static void narrow(struct choice *choice, const char *part)
{
	choice->shown = 0;
	for (size_t i = 0; i < choice->count; i++) {
		struct item *item = &choice->items[i];

		item->shown = text_contains(item->value, part) || text_contains(item->label, part);
		choice->shown += item->shown;
	}
	if (choice->shown)
		return;
	char *said = say_value(part);
	say(choice->plain, _("There is no %s."), said);
	free(said);
	for (size_t i = 0; i < choice->count; i++)
		choice->items[i].shown = true;
	choice->shown = choice->count;
}

static void line_came(void *data, const char *line)
{
	struct choice *choice = data;
	size_t number;

	if (!line || !*line) {
		end(choice, NULL);
		return;
	}
	const struct item *item = item_of(choice, line);
	if (!item && choice->shown <= SHOWN_MAX && number_read(line, choice->shown, &number))
		item = shown_at(choice, number);
	if (item || choice->open) {
		end(choice, item ? item->value : line);
		return;
	}
	narrow(choice, line);
	ask_for_one(choice);
}

void ask_choice(struct plain *plain, const struct choosing *choosing)
{
	struct choice *choice = xcalloc(1, sizeof(*choice));

	*choice = (struct choice){
		.plain = plain,
		.items = xcalloc(choosing->count, sizeof(*choice->items)),
		.count = choosing->count,
		.shown = choosing->count,
		.open = choosing->open,
		.by_label = choosing->by_label,
		.fn = choosing->fn,
		.data = choosing->data,
	};
	for (size_t i = 0; i < choosing->count; i++) {
		const struct pick_item *item = &choosing->items[i];

		choice->items[i] = (struct item){ xstrdup(item->value ? item->value : ""),
						  xstrdup(item->label ? item->label : ""), true };
	}
	say(plain, "%s", choosing->title);
	if (choosing->note)
		say(plain, "%s", choosing->note);
	ask_for_one(choice);
}
