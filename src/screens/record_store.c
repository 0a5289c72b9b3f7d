/* SPDX-License-Identifier: ISC */
#include "screens/record_store.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/record_state.h"

void record_store_forget(struct record_store *store)
{
	client_cancel(store->call);
	record_free(store->record);
	free(store->store);
	*store = (struct record_store){ 0 };
}

/* The record stays: what the store sees is said to be missing. */
static void say_trouble(struct record_state *state)
{
	char *label = store_view_label(record_store_view(state));

	ui_message(state->app->ui, ROLE_ERROR, "%s: %s", label, state->store.error.message);
	free(label);
}

static void came(void *data, struct record *record, const struct failure *failure)
{
	struct record_state *state = data;
	struct record_store *store = &state->store;

	store->call = NULL;
	record_free(store->record);
	store->record = record;
	if (failure) {
		store->error = failure->error;
		say_trouble(state);
	}
	record_show_tab(state);
	ui_touch(state->app->ui);
}

void record_store_read(struct record_state *state)
{
	struct record_store *store = &state->store;
	const char *name = client_info(state->app->client).store;

	if (!state->resource->in_store || !name || !*name)
		return;
	xreplace(&store->store, name);
	client_cancel(store->call);
	store->error.code = ERROR_NONE;
	store->call = client_get_in_store(state->app->client, state->resource, state->key, came, state);
}

const struct store_view *record_store_view(struct record_state *state)
{
	struct record_store *store = &state->store;

	if (!store->store)
		return NULL;
	store->view = (struct store_view){
		.resource = state->resource,
		.store = store->store,
		.record = state->sparse ? NULL : store->record, /* a list's row may lack what the store has */
		.trouble = store->error.code ? store->error.message : NULL,
	};
	return &store->view;
}
