/* SPDX-License-Identifier: ISC */
#include "screens/copy.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/json.h"
#include "schema/record.h"
#include "screens/app_state.h"
#include "screens/edit_read.h"
#include "screens/menu.h"
#include "screens/reader.h"
#include "ui/clipboard.h"

struct copy {
	struct app *app;
	char *texts[COPY_FORMS];
	/* Of the form that has no text yet; NULL: there is none. */
	const struct resource *resource;
	char *key;
};

static void free_copy(struct copy *copy)
{
	for (size_t i = 0; i < COPY_FORMS; i++)
		free(copy->texts[i]);
	free(copy->key);
	free(copy);
}

/* What a reader takes for one character counts as one. */
static size_t count_characters(const char *text)
{
	size_t len = strlen(text), count = 0;

	if (!text_is_utf8(text, len))
		return len;
	for (size_t at = 0; at < len; count++)
		at += text_cluster(text + at, len - at);
	return count;
}

static void show_text(struct app *app, const char *text)
{
	reader_open(app->ui, _("To select and copy by hand"), text);
}

static void send_text(struct app *app, const char *text)
{
	size_t count = count_characters(text);

	if (ui_copy(app->ui, text, strlen(text))) {
		xreplace(&app->copied.text, text);
		app->copied.keys = 0;
		ui_message(app->ui, ROLE_MESSAGE,
			   ngettext("Sent %'zu character to the terminal's clipboard. y again "
				    "shows it.",
				    "Sent %'zu characters to the terminal's clipboard. y again "
				    "shows them.",
				    count),
			   count);
		return;
	}
	show_text(app, text);
	if (strlen(text) > CLIPBOARD_MAX)
		ui_message(app->ui, ROLE_MESSAGE,
			   _("This is too long for the terminal's clipboard (%'zu bytes, at most "
			     "%'d)."),
			   strlen(text), CLIPBOARD_MAX);
	else
		ui_message(app->ui, ROLE_MESSAGE, "%s",
			   _("This terminal has no clipboard to send it to."));
}

/* It has been said when there is none. */
static void record_came(void *data, struct record *record)
{
	if (!record)
		return;
	char *text = json_print_pretty(record_tree(record));

	send_text(data, text);
	free(text);
	record_free(record);
}

static void chosen(void *data, int item)
{
	struct copy *copy = data;

	if (item != MENU_LEFT && copy->texts[item])
		send_text(copy->app, copy->texts[item]);
	else if (item != MENU_LEFT)
		edit_read_open(copy->app, copy->resource, copy->key, record_came, copy->app);
	free_copy(copy);
}

static void take_offer(struct copy *copy, size_t form, const struct copy_offer *offer)
{
	copy->texts[form] = offer->text;
	if (!offer->resource)
		return;
	copy->resource = offer->resource;
	xreplace(&copy->key, offer->key);
}

/* Whether the key that led here is the first one since something was sent. */
static bool is_again(const struct copied *copied)
{
	return copied->text && copied->keys == 1;
}

void copy_menu(struct app *app, const struct copy_offer *offers)
{
	struct copy *copy = xcalloc(1, sizeof(*copy));
	struct menu_item items[COPY_FORMS];

	copy->app = app;
	for (size_t i = 0; i < COPY_FORMS; i++) {
		take_offer(copy, i, &offers[i]);
		items[i] = (struct menu_item){ offers[i].label, offers[i].note,
					       !offers[i].text && !offers[i].resource };
	}
	if (is_again(&app->copied)) {
		show_text(app, app->copied.text);
		free_copy(copy);
	} else {
		menu_open(app->ui, _("Copy to the terminal's clipboard"), items, COPY_FORMS, 0,
			  chosen, copy);
	}
}

void copied_see_key(struct copied *copied)
{
	copied->keys++;
}

void copied_finish(struct copied *copied)
{
	free(copied->text);
}
