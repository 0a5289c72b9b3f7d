/* SPDX-License-Identifier: ISC */
#include "api/client_choices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/account.h"
#include "api/choice_list.h"
#include "api/dialect.h"
#include "api/session.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

enum { SEEN_MAX = 200 }; /* values remembered of a source */

/* Somebody waits for the values of source. */
struct choices_call {
	struct client_call base;
	struct source *source;
	client_choices_fn *fn;
	void *data;
};

/* --- the sources ----------------------------------------------------------------------------- */

void client_choices_init(struct client *client)
{
	const struct dialect *dialect = client->dialect;

	client->sources = xcalloc(dialect->choice_source_count, sizeof(*client->sources));
	for (size_t i = 0; i < dialect->choice_source_count; i++)
		client->sources[i].row = &dialect->choice_sources[i];
}

struct source *source_at(const struct client *client, size_t i)
{
	return i < client->dialect->choice_source_count ? &client->sources[i] : NULL;
}

static struct source *source_named(struct client *client, const char *name)
{
	struct source *source;

	for (size_t i = 0; (source = source_at(client, i)); i++)
		if (strcmp(source->row->name, name) == 0)
			return source;
	return NULL;
}

static bool is_of_organization(const struct source *source)
{
	return source->row->member || source->row->stores;
}

static enum asked *asked_of(struct client *client, struct source *source)
{
	return is_of_organization(source) ? &client->organization : &source->asked;
}

char *source_name_of(const struct choice_source *source, const struct json *object)
{
	char *name;
	size_t len;
	FILE *out = xmemstream(&name, &len);
	const char *space = "";

	for (const char *const *member = source->label; member && *member; member++) {
		const char *part = json_member_text(object, *member);
		if (part && *part) {
			fprintf(out, "%s%s", space, part);
			space = " ";
		}
	}
	fclose(out);
	return name;
}

/* An entry whose field has the name of the key that the source's records have stands for such a record. */
static bool stands_for_one(const struct choice_source *source, const struct field *field)
{
	return source->list && strcmp(source->list->resource->schema->key, field->name) == 0;
}

static void see_value(struct client *client, const struct field *field, const struct json *object)
{
	struct source *source = source_named(client, field->choices->source);
	const char *text = json_text(field_value(field, object));

	if (!source || !text)
		return;
	char *name = stands_for_one(source->row, field) ? source_name_of(source->row, object) : xstrdup("");
	choice_list_insert(&source->seen, text, name, SEEN_MAX);
	free(name);
}

void client_see(struct client *client, const struct schema *schema, const struct json *object)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		if (!field->items && !(field->choices && field->choices->source))
			continue;
		const struct json *value = json_member_exact(object, field->name);
		if (!field->items)
			see_value(client, field, object);
		else if (json_type(value) == JSON_ARRAY)
			for (const struct json *entry = json_first(value); entry;
			     entry = json_next(entry))
				client_see(client, field->items, entry);
	}
}

void client_know_choices(struct client *client, const char *name, const char *const *values)
{
	struct source *source = source_named(client, name);

	if (!source)
		return;
	choice_list_finish(&source->known);
	for (; *values; values++)
		choice_list_add_from(&source->known, *values, CHOICE_PROFILE);
}

static void forget_if_told(enum asked *asked)
{
	if (*asked == ASKED_ONCE)
		*asked = ASKED_NEVER;
}

void client_forget_choices(struct client *client)
{
	unsigned changes = session_changes_of_person(client->session);
	struct source *source;

	client->learning = false;
	forget_if_told(&client->organization);
	for (size_t i = 0; (source = source_at(client, i)); i++) {
		forget_if_told(&source->asked);
		choice_list_finish(&source->told);
		if (changes != client->changes_of_person)
			choice_list_finish(&source->seen);
	}
	client->changes_of_person = changes;
}

void client_choices_finish(struct client *client)
{
	struct source *source;

	for (size_t i = 0; (source = source_at(client, i)); i++) {
		choice_list_finish(&source->told);
		choice_list_finish(&source->seen);
		choice_list_finish(&source->known);
	}
	free(client->sources);
}

/* --- those who wait -------------------------------------------------------------------------- */

static struct choices_call *choices_of(struct client_call *call)
{
	return (struct choices_call *)call;
}

static void choices_fail(struct client_call *call, const struct failure *failure)
{
	choices_of(call)->fn(choices_of(call)->data, &(struct choice_list){ 0 }, failure);
}

static const struct call_class choices_class = { sizeof(struct choices_call), NULL, choices_fail };

/* The profile's, which is meant most of the time, and the account's: how many those are. */
static size_t write_stores(struct choice_list *list, const struct client *client)
{
	const struct account_user *user = session_user(client->session);
	size_t told = 0;

	choice_list_add_from(list, session_store(client->session), CHOICE_PROFILE);
	for (char *const *store = user ? user->stores : NULL; store && *store; store++, told++)
		choice_list_add(list, *store, "");
	return told;
}

/* N28: what the service told, then what is known without it. */
static void write_values(struct choice_list *list, const struct source *source,
			 const struct client *client)
{
	char *const *value = source->row->configured ? source->row->configured(client->profile) : NULL;

	choice_list_add_all(list, &source->told);
	size_t told = list->count;
	if (source->row->stores)
		told += write_stores(list, client);
	for (; value && *value; value++)
		choice_list_add_from(list, *value, CHOICE_PROFILE);
	choice_list_add_all(list, &source->known);
	if (told == 0)
		choice_list_add_all(list, &source->seen);
	list->complete = told > 0;
}

static void deliver(void *data)
{
	struct choices_call *call = data;
	struct choice_list values = { 0 };
	struct failure failure;

	call->base.later = NULL;
	write_values(&values, call->source, call->base.client);
	failure_set(&failure, &call->base.error);
	client_call_detach(&call->base);
	call->fn(call->data, &values, failure.error.code != ERROR_NONE ? &failure : NULL);
	client_call_free(&call->base);
	choice_list_finish(&values);
}

/* The service would not say, and will not the next time either. */
static bool is_refusal(const struct failure *failure)
{
	return failure->status / 100 == 4 && failure->status != 401 && failure->status != 429;
}

void sources_settle(struct client *client, enum asked *asked, const struct failure *failure)
{
	bool again = failure && !is_refusal(failure);

	*asked = again ? ASKED_NEVER : ASKED_ONCE;
	for (struct client_call *call = client->calls; call; call = call->next) {
		if (call->class != &choices_class || call->later ||
		    asked_of(client, choices_of(call)->source) != asked)
			continue;
		if (again)
			call->error = failure->error;
		call->later = loop_after(client->loop, 0, deliver, call);
	}
}

/* Nobody can be asked for it. */
static bool is_only_seen(const struct source *source)
{
	return !is_of_organization(source) && !source->row->list;
}

/* --- the call -------------------------------------------------------------------------------- */

struct client_call *client_choices(struct client *client, const char *name, client_choices_fn *fn,
				   void *data)
{
	struct choices_call *call = client_call_new(client, &choices_class, NULL, NULL);
	struct source *source = source_named(client, name);

	call->source = source;
	call->fn = fn;
	call->data = data;
	if (!source) {
		error_set(&call->base.error, ERROR_REFUSED, _("The service has no such list."));
		client_call_fail_later(&call->base);
		return &call->base;
	}
	enum asked *asked = asked_of(client, source);
	if (*asked == ASKED_ONCE || is_only_seen(source) ||
	    (source->row->stores && session_user(client->session)))
		call->base.later = loop_after(client->loop, 0, deliver, call);
	else if (*asked == ASKED_NEVER && is_of_organization(source))
		source_ask_organization(client);
	else if (*asked == ASKED_NEVER)
		source_ask_list(client, source);
	return &call->base;
}
