/* Four lists of customers in one call (F9): item by item, each whole or not at all, whatever became
 * of the others. */
/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "sandbox/body.h"
#include "sandbox/document.h"
#include "sandbox/exchange.h"
#include "sandbox/flow_caller.h"
#include "sandbox/flow_change.h"
#include "sandbox/flow_people.h"
#include "sandbox/flow_rules.h"
#include "sandbox/handlers.h"
#include "sandbox/problem.h"
#include "schema/json.h"

/* Nobody says how many items a call may have; ten times what the client sends in one. */
enum { MAX_ITEMS = 1000 };

/* ---- What is done to an item of each list; change->uid is free to set ---- */

typedef void item_fn(struct flow_change *change, struct reply *reply);

static void create_item(struct flow_change *change, struct reply *reply)
{
	flow_change_create(change, reply);
}

static void upsert_item(struct flow_change *change, struct reply *reply)
{
	flow_change_upsert(change, reply);
}

/* The Uid that the item has to have; false with the reply. */
static bool take_uid(struct flow_change *change, struct reply *reply)
{
	struct faults faults = { 0 };

	change->uid = flow_rules_uid(change->body, "customerUid", &faults);
	bool taken = !faults_reply(&faults, reply);
	faults_finish(&faults);
	return taken;
}

static void update_item(struct flow_change *change, struct reply *reply)
{
	if (!take_uid(change, reply))
		return;
	char *uid = xstrdup(change->uid);
	change->uid = uid;
	json_remove(change->body, json_member_exact(change->body, "customerUid"));
	flow_change_update(change, reply);
	free(uid);
}

static void delete_item(struct flow_change *change, struct reply *reply)
{
	if (flow_has_permissions(change->request->caller, FLOW_BACKOFFICE, reply) &&
	    take_uid(change, reply))
		flow_change_delete(change, reply);
}

static const struct list {
	const char *name;
	item_fn *handle;
} lists[] = {
	{ "create", create_item },
	{ "update", update_item },
	{ "delete", delete_item },
	{ "upsert", upsert_item },
};
enum { LISTS = sizeof(lists) / sizeof(lists[0]) };

/* ---- What is wrong with the call as a whole ---- */

static bool is_list(const char *name)
{
	for (size_t i = 0; i < LISTS; i++)
		if (strcmp(lists[i].name, name) == 0)
			return true;
	return false;
}

/* An item is known by its Uid, else by its external id. */
struct name {
	const char *member, *text;
	size_t list, index;
};

static int compare_text(const struct name *a, const struct name *b)
{
	int order = strcmp(a->member, b->member);

	return order ? order : strcmp(a->text, b->text);
}

static int compare_names(const void *a, const void *b)
{
	const struct name *left = a, *right = b;
	int order = compare_text(left, right);

	if (order)
		return order;
	if (left->list != right->list)
		return left->list < right->list ? -1 : 1;
	return (left->index > right->index) - (left->index < right->index);
}

static bool read_name(const struct json *item, struct name *name)
{
	static const char *const members[] = { "customerUid", "externalId" };

	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
		name->member = members[i];
		name->text = json_text(json_member_exact(item, members[i]));
		if (name->text && *name->text)
			return true;
	}
	return false;
}

static size_t read_names(const struct json *body, struct name names[MAX_ITEMS])
{
	size_t count = 0;

	for (size_t list = 0; list < LISTS; list++) {
		const struct json *items = json_member_exact(body, lists[list].name);
		size_t index = 0;
		for (const struct json *item = json_first(items); item;
		     item = json_next(item), index++) {
			names[count] = (struct name){ .list = list, .index = index };
			count += read_name(item, &names[count]);
		}
	}
	return count;
}

/* An item may appear in one list only (CustomerBatchRequest). */
static void check_names(const struct json *body, struct faults *faults)
{
	struct name *names = xcalloc(MAX_ITEMS, sizeof(*names));
	size_t count = read_names(body, names);

	qsort(names, count, sizeof(*names), compare_names);
	for (size_t i = 1; i < count; i++) {
		if (compare_text(&names[i - 1], &names[i]) != 0 ||
		    names[i - 1].list == names[i].list)
			continue;
		char *place = xasprintf("%s[%zu]", lists[names[i].list].name, names[i].index);
		faults_add(faults, place, "Is in another list too.");
		free(place);
	}
	free(names);
}

static void check_body(const struct json *body, struct faults *faults)
{
	size_t count = 0;

	for (const struct json *member = json_first(body); member; member = json_next(member)) {
		const char *name = json_name(member);
		if (!is_list(name))
			faults_add(faults, name, "Is none of create, update, delete and upsert.");
		else if (json_type(member) != JSON_ARRAY)
			faults_add(faults, name, "Must be a list.");
		else if (body_is_overridden(member))
			faults_add(faults, name, "Is there twice.");
		else
			count += json_size(member);
	}
	if (faults->count == 0 && count == 0)
		faults_add(faults, "body", "At least one list with at least one item is needed.");
	else if (count > MAX_ITEMS)
		faults_add(faults, "body", "At most 1000 items can be sent in one call.");
	else if (faults->count == 0)
		check_names(body, faults);
}

/* ---- The answer ---- */

static void write_text(const char *name, const char *text, FILE *out)
{
	if (!text || !*text)
		return;
	fprintf(out, ",\"%s\":", name);
	json_write_string(text, out);
}

/* What names the customer: as it is stored, or as it was sent. */
static void write_names(const struct reply *reply, const struct json *sent, FILE *out)
{
	static const char *const members[] = { "customerUid", "externalId" };
	bool stored = reply->status == 200 || reply->status == 201;

	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
		char *text = stored ? document_text(reply->body, members[i]) : NULL;
		write_text(members[i],
			   stored ? text : json_text(json_member_exact(sent, members[i])), out);
		free(text);
	}
}

static bool write_result(size_t index, const struct reply *reply, const struct json *sent,
			 FILE *out)
{
	bool failed = reply->status >= 300;

	fprintf(out, "%s{\"index\":%zu,\"status\":%d", index ? "," : "", index, reply->status);
	write_names(reply, sent, out);
	if (failed)
		fprintf(out, ",\"error\":%s", reply->body);
	fputc('}', out);
	return !failed;
}

/* Works on a copy: what was sent is told where it was refused. */
static void handle_item(struct service *service, const struct request *request,
			const struct list *list, const struct json *item, struct reply *reply)
{
	struct flow_change change = { .service = service, .request = request };

	if (json_type(item) != JSON_OBJECT) {
		problem_reply_fault(reply, "item", "Must be an object.");
		return;
	}
	change.body = json_copy(item);
	list->handle(&change, reply);
	json_free(change.body);
}

/* Whether all of its items worked. */
static bool handle_list(struct service *service, const struct request *request,
			const struct list *list, const struct json *items, FILE *out)
{
	bool ok = true;
	size_t index = 0;

	fprintf(out, "\"%s\":[", list->name);
	for (const struct json *item = json_first(items); item; item = json_next(item)) {
		struct reply reply = { .errors = &flow_errors };
		handle_item(service, request, list, item, &reply);
		ok = write_result(index++, &reply, item, out) && ok;
		reply_finish(&reply);
	}
	fputc(']', out);
	return ok;
}

static void handle_lists(struct service *service, const struct request *request,
			 const struct json *body, struct reply *reply)
{
	FILE *out = reply_begin(reply, 200, "application/json");
	bool ok = true;

	for (size_t i = 0; i < LISTS; i++) {
		fputc(i ? ',' : '{', out);
		ok = handle_list(service, request, &lists[i],
				 json_member_exact(body, lists[i].name), out) &&
		     ok;
	}
	fputc('}', out);
	fclose(out);
	reply->status = ok ? 200 : 207;
}

void handle_flow_batch_customers(struct service *service, const struct request *request,
				 struct reply *reply)
{
	struct json *body = body_parse_object(request, reply);
	struct faults faults = { 0 };

	if (!body)
		return;
	check_body(body, &faults);
	if (!faults_reply(&faults, reply))
		handle_lists(service, request, body, reply);
	faults_finish(&faults);
	json_free(body);
}
