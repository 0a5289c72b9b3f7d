/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list.h"
#include "screens/record_prices.h"
#include "screens/record_state.h"
#include "store/pager.h"
#include "work/trouble.h"

bool record_has_call(const struct record_state *state)
{
	return resource_has_records(state->resource);
}

void record_show_tab(struct record_state *state)
{
	struct record_page page = { 0 };

	const struct store_view *store = record_store_view(state);
	bool store_missing = false;

	if (state->record) {
		if (state->tab >= record_tab_count(state->record, store))
			state->tab = 0;
		state->view.prices = NULL;
		if (record_prices_of_tab(state->resource, state->tab))
			record_prices_show(state);
		else
			record_page_init(&page, state->record, store, state->tab);
		store_missing = record_tab_is_store(state->record, store, state->tab) && !store->record;
	}
	state->view.missing = !state->sparse && !store_missing ? NULL : state->error.code ? "?" : "...";
	state->view.marks_read_only = state->resource->can_update;
	page_view_set(&state->view, page);
}

void record_turn_tabs(struct record_state *state, int tabs)
{
	if (!state->record)
		return;
	size_t count = record_tab_count(state->record, record_store_view(state));
	state->tab = (state->tab + count + (size_t)tabs) % count;
	state->view.cursor = state->view.first = 0;
	state->view.first_column = 0;
	record_show_tab(state);
}

void record_take(struct record_state *state, struct record *record, bool sparse)
{
	struct record *before = state->record;

	state->record = record;
	state->sparse = sparse;
	record_show_tab(state); /* the old page borrows from the old record until here */
	record_free(before);
}

/* A number that is none of this kind of record may be one of another that the service has: the error
 * that counts is the first kind's, whose list is open. */
static bool try_next_kind(struct record_state *state, const struct failure *failure)
{
	const struct resource *next;

	if (state->list || (failure->error.code != ERROR_MISSING && failure->status != 403))
		return false;
	if (!state->first_kind) {
		state->first_kind = state->resource;
		state->first_error = failure->error;
	}
	do
		next = client_resource_at(state->app->client, state->next_kind++);
	while (next && (next == state->first_kind || !resource_has_records(next)));
	if (!next)
		return false;
	state->resource = next;
	record_read(state);
	return true;
}

static void record_came(void *data, struct record *record, const struct failure *failure)
{
	struct record_state *state = data;
	struct ui *ui = state->app->ui;

	state->call = NULL;
	waiting_set(&state->waiting, 0);
	if (record) {
		state->read_at_s = clock_unix_s();
		if (*record_key(record)) /* as the service spells it, not as somebody typed it */
			xreplace(&state->key, record_key(record));
		record_take(state, record, false);
		if (!state->store.store) /* a login that knows it may have come with this answer */
			record_store_read(state);
		recent_note(&state->app->recent, state->resource, record);
	} else if (!state->record && try_next_kind(state, failure)) {
		return;
	} else if (!state->record && ui_is_top(ui, state)) {
		struct error err = state->first_kind ? state->first_error : failure->error;

		ui_pop(ui); /* opened by a number that is none: there is nothing to show */
		ui_message(ui, ROLE_ERROR, "%s", err.message);
	} else {
		state->error = failure->error;
		if (state->record)
			trouble_of_known(failure, state->resource, state->key, &state->error);
		record_show_tab(state);
	}
	ui_touch(ui);
}

void record_read(struct record_state *state)
{
	client_cancel(state->call);
	state->error.code = ERROR_NONE;
	state->call =
		client_get(state->app->client, state->resource, state->key, record_came, state);
	waiting_set(&state->waiting, clock_now_ms());
	record_store_read(state);
}

void record_take_row(struct record_state *state)
{
	const struct pager_row *row = list_row(state->list);

	xreplace(&state->key, row->key);
	record_store_forget(&state->store);
	state->read_at_s = 0;
	record_take(state,
		    record_parse(state->resource->schema, row->json, strlen(row->json), NULL),
		    record_has_call(state));
	if (record_has_call(state))
		record_read(state);
}

void record_step(struct record_state *state, int rows)
{
	struct ui *ui = state->app->ui;

	if (!list_step(state->list, rows))
		ui_message(ui, ROLE_MESSAGE, "%s",
			   rows < 0 ? _("This is the first record of the list.")
				    : _("This is the last record of the list."));
	else if (list_row(state->list))
		record_take_row(state);
	else {
		/* Not list_step: it would call off the page that is on its way. */
		table_move(&state->list->table, -rows);
		ui_message(ui, ROLE_MESSAGE, "%s", _("That page is on its way. Try again."));
	}
}

void record_leave_if_gone(struct ui *ui, void *data)
{
	const struct record_state *state = data;

	if (state->gone && ui_is_top(ui, state))
		ui_pop(ui);
}

void record_changed(void *data, const struct record_change *change)
{
	struct record_state *state = data;

	if (change->resource != state->resource || !state->record ||
	    strcmp(change->key, state->key) != 0)
		return;
	if (change->gone) {
		state->gone = true;
		record_leave_if_gone(state->app->ui, state);
		return;
	}
	if (change->unknown) {
		record_read(state);
		return;
	}
	if (change->whole) {
		record_store_forget(&state->store);
		record_store_read(state);
		record_take(state,
			    record_new_take(state->resource->schema, json_copy(change->members),
					    NULL),
			    false);
		state->read_at_s = clock_unix_s();
		return;
	}
	for (const struct json *member = json_first(change->members); member;
	     member = json_next(member))
		json_put_take(record_edit(state->record), json_name(member), json_copy(member));
	record_show_tab(state);
}
