/* SPDX-License-Identifier: ISC */
#include "api/account.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "base/alloc.h"
#include "base/text.h"
#include "schema/json.h"

enum {
	TENANTS_MAX = 1000, /* a service may say anything */
	STORES_MAX = 1000,
	RIGHTS_SHOWN = 3, /* beside the tenant's name there is not more room */
};

static const char *text_of(const struct json *object, const char *name)
{
	const char *text = json_member_text(object, name);

	return text ? text : "";
}

/* --- the role -------------------------------------------------------------------------------- */

/* "TENANT.BACKOFFICE" is "Backoffice" to people: how entries are built is not documented. */
static void write_right(FILE *out, const char *right)
{
	const char *dot = strrchr(right, '.');
	const char *word = dot && dot[1] ? dot + 1 : right;
	bool first = true;

	for (; *word; word++, first = false)
		fputc(*word == '_' ? ' '
		      : first	   ? toupper((unsigned char)*word)
				   : tolower((unsigned char)*word),
		      out);
}

/* Permissions say more than the role does; F15: the older page has none. The caller frees. */
static char *role_text(const struct account_call *names, const struct json *user)
{
	const struct json *rights = json_member(user, names->permissions);
	char *text;
	size_t len, count = 0;
	FILE *out = xmemstream(&text, &len);

	for (const struct json *right = json_first(rights); right; right = json_next(right)) {
		if (!json_text(right) || !*json_text(right))
			continue;
		if (count < RIGHTS_SHOWN)
			fputs(count ? ", " : "", out);
		if (count++ < RIGHTS_SHOWN)
			write_right(out, json_text(right));
	}
	fputs(count > RIGHTS_SHOWN ? ", ..." : "", out);
	if (count == 0)
		write_right(out, text_of(user, names->role));
	fclose(out);
	return text;
}

/* --- the stores ------------------------------------------------------------------------------ */

static bool has_store(char *const *stores, size_t count, const char *store)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(stores[i], store) == 0)
			return true;
	return false;
}

/* The one that the user begins in stands first. The caller frees each and the list. */
static char **stores_of(const struct account_call *names, const struct json *user)
{
	const struct json *list = json_member(user, names->stores);
	char **stores = xcalloc(STORES_MAX + 2, sizeof(*stores));
	const char *own = text_of(user, names->default_store);
	size_t count = 0;

	if (*own)
		stores[count++] = xstrdup(own);
	for (const struct json *entry = json_first(list); entry && count < STORES_MAX;
	     entry = json_next(entry)) {
		const char *store = text_of(entry, names->store);
		if (*store && !has_store(stores, count, store))
			stores[count++] = xstrdup(store);
	}
	return xreallocarray(stores, count + 1, sizeof(*stores));
}

/* --- users ----------------------------------------------------------------------------------- */

static void user_finish(struct account_user *user)
{
	free(user->tenant);
	free(user->name);
	free(user->role);
	for (char **store = user->stores; store && *store; store++)
		free(*store);
	free(user->stores);
}

/* Where the user of that tenant stands, or is to stand; NULL when there are too many. */
static struct account_user *place_for(struct account *account, const char *tenant)
{
	for (size_t i = 0; i < account->count; i++) {
		if (strcmp(account->users[i].tenant, tenant) != 0)
			continue;
		user_finish(&account->users[i]);
		return &account->users[i];
	}
	if (account->count == TENANTS_MAX)
		return NULL;
	account->users = xreallocarray(account->users, account->count + 1, sizeof(*account->users));
	return &account->users[account->count++];
}

void account_add(struct account *account, const struct account_call *names, const struct json *user)
{
	const char *tenant = text_of(user, names->tenant);
	struct account_user *place = *tenant ? place_for(account, tenant) : NULL;

	if (!place)
		return;
	*place = (struct account_user){
		.tenant = xstrdup(tenant),
		.name = xstrdup(text_of(user, names->name)),
		.role = role_text(names, user),
		.inactive = text_casecmp(text_of(user, names->status), names->inactive) == 0,
		.stores = stores_of(names, user),
	};
}

bool account_read(struct account *account, const struct account_call *names, const struct json *answer)
{
	const struct json *users = json_member(answer, names->tenants);

	if (json_type(users) != JSON_ARRAY)
		return json_type(answer) == JSON_OBJECT && json_type(users) == JSON_NULL;
	for (const struct json *user = json_first(users); user; user = json_next(user))
		account_add(account, names, user);
	return true;
}

const struct account_user *account_user(const struct account *account, const char *tenant)
{
	for (size_t i = 0; i < account->count; i++)
		if (strcmp(account->users[i].tenant, tenant) == 0)
			return &account->users[i];
	return NULL;
}

void account_move(struct account *to, struct account *from)
{
	account_finish(to);
	*to = *from;
	*from = (struct account){ 0 };
}

void account_finish(struct account *account)
{
	for (size_t i = 0; i < account->count; i++)
		user_finish(&account->users[i]);
	free(account->users);
	*account = (struct account){ 0 };
}
