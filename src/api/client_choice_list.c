/* SPDX-License-Identifier: ISC */
#include "api/client_choices.h"

#include <stdio.h>
#include <stdlib.h>

#include "api/address.h"
#include "api/choice_list.h"
#include "api/dialect.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/call.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"

enum { PAGES_MAX = 20 }; /* of one list */

/* Asks a list for values, whoever waits for them by then. */
struct ask_call {
	struct client_call base;
	struct source *source;
	int page;
	struct choice_list active, inactive;
};

static void ask_send(struct ask_call *call);

static struct ask_call *ask_of(struct client_call *call)
{
	return (struct ask_call *)call;
}

static void ask_finish(struct client_call *call)
{
	choice_list_finish(&ask_of(call)->active);
	choice_list_finish(&ask_of(call)->inactive);
}

static void ask_failed(struct client_call *call, const struct failure *failure)
{
	sources_settle(call->client, &ask_of(call)->source->asked, failure);
}

static const struct call_class ask_class = { sizeof(struct ask_call), ask_finish, ask_failed };

/* True when the row has a value that is news: a service may give the same page again and again. */
static bool add_row(struct ask_call *call, const struct json *row)
{
	const struct choice_source *source = call->source->row;
	const struct json *active = source->active ? json_member(row, source->active) : NULL;
	const char *value = json_member_text(row, source->list->resource->schema->key);
	bool rests = json_type(active) == JSON_BOOL && !json_is_true(active);
	char *name = source_name_of(source, row);

	if (rests) {
		char *marked =
			*name ? xasprintf(_("%s (not active)"), name) : xstrdup(_("not active"));
		free(name);
		name = marked;
	}
	bool is_new =
		value && choice_list_add(rests ? &call->inactive : &call->active, value, name);
	free(name);
	return is_new;
}

static void end_of_list(struct ask_call *call)
{
	struct source *source = call->source;

	client_call_detach(&call->base);
	choice_list_finish(&source->told);
	source->told = call->active;
	call->active = (struct choice_list){ 0 };
	choice_list_add_all(&source->told, &call->inactive);
	sources_settle(call->base.client, &source->asked, NULL);
	client_call_free(&call->base);
}

static void take_page(struct ask_call *call, const struct page *page)
{
	bool is_last = page->row_count < CLIENT_PAGE_SIZE_MAX || page->pages == call->page ||
		       call->page == PAGES_MAX;
	bool news = false;

	for (const struct json *row = json_first(page->rows); row; row = json_next(row))
		news = add_row(call, row) || news;
	if (is_last || !news) {
		end_of_list(call);
	} else {
		call->page++;
		ask_send(call);
	}
}

static void ask_answered(void *data, const struct answer *answer, const struct error *err)
{
	struct ask_call *call = data;
	struct error why = { 0 };
	struct page page;

	call->base.signed_call = NULL;
	if (err) {
		client_call_fail_with(&call->base, err);
	} else if (!client_is_success(answer)) {
		client_call_fail_answer(&call->base, answer);
	} else {
		struct json *tree = json_parse(answer->body, answer->len, &why);
		if (client_read_page(call->base.client, call->source->row->list, tree, call->page,
				     CLIENT_PAGE_SIZE_MAX, &page))
			take_page(call, &page);
		else
			client_call_fail_unreadable(&call->base, answer,
						    tree ? _("there is no list in it")
							 : why.message);
		json_free(tree);
	}
}

static void ask_send(struct ask_call *call)
{
	const struct client *client = call->base.client;
	const struct dialect_resource *list = call->source->row->list;
	struct query *query = query_new(list->resource);
	char *url;
	size_t len;
	FILE *out = xmemstream(&url, &len);

	address_write(out, client->profile, list->list.path, NULL);
	client->dialect->write_list(out, query, NULL, call->page, CLIENT_PAGE_SIZE_MAX,
				    client->profile);
	fclose(out);
	client_call_send(&call->base, &list->list, url, ask_answered);
	free(url);
	query_free(query);
}

void source_ask_list(struct client *client, struct source *source)
{
	struct ask_call *call = client_call_new(client, &ask_class, source->row->list, NULL);

	call->source = source;
	call->page = 1;
	source->asked = ASKED_NOW;
	ask_send(call);
}
