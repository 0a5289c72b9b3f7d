/* SPDX-License-Identifier: ISC */
#include "api/profile.h"

#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "base/text.h"
#include "net/net.h"
#include "net/origin.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const char *const login_words[] = {
	[LOGIN_CREDENTIALS] = "credentials",
	[LOGIN_TOKEN] = "token",
	[LOGIN_API_KEY] = "api-key",
	NULL,
};
/* F1: by the same place, as login is. */
static const struct {
	const char *word;
	enum login_kind kind;
} flow_auths[] = { { "integration", LOGIN_TOKEN }, { "device", LOGIN_DEVICE }, { "user", LOGIN_USER } };
static const char *const auth_words[] = {
	[AUTH_AUTO] = "auto", [AUTH_BEARER] = "bearer", [AUTH_X_API_KEY] = "x-api-key", NULL
};
static const char *const filter_words[] = {
	[FILTER_INDEXED] = "indexed", [FILTER_JSON] = "json", NULL
};
static const char *const create_words[] = { [CREATE_PUT] = "put", [CREATE_POST] = "post", NULL };
static const char *const key_words[] = {
	[KEYS_REFERENCE] = "reference", [KEYS_GUIDE] = "guide", NULL
};
static const char *const price_method_words[] = {
	[PRICE_UPDATE_PUT] = "put", [PRICE_UPDATE_POST] = "post", NULL
};
static const char *const price_shape_words[] = {
	[PRICE_UPDATE_OBJECT] = "object", [PRICE_UPDATE_ARRAY] = "array", NULL
};

/* The index of word; -1 with the words that there are. */
static int parse_word(const char *const words[], const char *word, struct error *err)
{
	char *list;
	size_t len;

	for (int i = 0; words[i]; i++)
		if (text_casecmp(words[i], word) == 0)
			return i;
	FILE *out = xmemstream(&list, &len);
	for (int i = 0; words[i]; i++)
		fprintf(out, "%s%s", i > 0 ? ", " : "", words[i]);
	fclose(out);
	error_set(err, ERROR_INPUT, _("%s is none of: %s"), word, list);
	free(list);
	return -1;
}

bool login_kind_parse(const char *word, enum login_kind *out, struct error *err)
{
	int i = parse_word(login_words, word, err);

	if (i >= 0)
		*out = (enum login_kind)i;
	return i >= 0;
}

bool flow_auth_parse(const char *word, enum login_kind *out, struct error *err)
{
	const char *words[COUNT(flow_auths) + 1] = { NULL };

	for (size_t i = 0; i < COUNT(flow_auths); i++)
		words[i] = flow_auths[i].word;
	int i = parse_word(words, word, err);
	if (i >= 0)
		*out = flow_auths[i].kind;
	return i >= 0;
}

const char *login_kind_word(enum login_kind kind)
{
	if (kind < COUNT(login_words) - 1)
		return login_words[kind];
	for (size_t i = 0; i < COUNT(flow_auths); i++)
		if (flow_auths[i].kind == kind)
			return flow_auths[i].word;
	return "";
}

bool auth_header_parse(const char *word, enum auth_header *out, struct error *err)
{
	int i = parse_word(auth_words, word, err);

	if (i >= 0)
		*out = (enum auth_header)i;
	return i >= 0;
}

bool filter_style_parse(const char *word, enum filter_style *out, struct error *err)
{
	int i = parse_word(filter_words, word, err);

	if (i >= 0)
		*out = (enum filter_style)i;
	return i >= 0;
}

bool create_method_parse(const char *word, enum create_method *out, struct error *err)
{
	int i = parse_word(create_words, word, err);

	if (i >= 0)
		*out = (enum create_method)i;
	return i >= 0;
}

bool key_style_parse(const char *word, enum key_style *out, struct error *err)
{
	int i = parse_word(key_words, word, err);

	if (i >= 0)
		*out = (enum key_style)i;
	return i >= 0;
}

bool price_update_method_parse(const char *word, enum price_update_method *out, struct error *err)
{
	int i = parse_word(price_method_words, word, err);

	if (i >= 0)
		*out = (enum price_update_method)i;
	return i >= 0;
}

bool price_update_shape_parse(const char *word, enum price_update_shape *out, struct error *err)
{
	int i = parse_word(price_shape_words, word, err);

	if (i >= 0)
		*out = (enum price_update_shape)i;
	return i >= 0;
}

struct profile *profile_new(const char *name)
{
	struct profile *profile = xcalloc(1, sizeof(*profile));

	profile->name = xstrdup(name);
	profile->api = xstrdup(dialect_at(0)->name);
	profile->amount_scale = 100;
	return profile;
}

struct profile *profile_new_sandbox(const char *api)
{
	const struct dialect *dialect = dialect_find(api);
	struct profile *profile = profile_new(dialect ? dialect->sandbox.profile : "sandbox");

	xreplace(&profile->api, api);
	profile->sandbox = true;
	return profile;
}

static char **copy_list(char *const *list)
{
	size_t size = 0;

	if (!list)
		return NULL;
	while (list[size])
		size++;
	char **copy = xcalloc(size + 1, sizeof(*copy));
	for (size_t i = 0; i < size; i++)
		copy[i] = xstrdup(list[i]);
	return copy;
}

/* The members that are texts, and those that are wiped: copied and freed by the row. */
static const size_t texts[] = {
	offsetof(struct profile, name),
	offsetof(struct profile, api),
	offsetof(struct profile, url),
	offsetof(struct profile, org_code),
	offsetof(struct profile, client_id),
	offsetof(struct profile, product_search_path),
	offsetof(struct profile, product_search_param),
	offsetof(struct profile, price_update_path),
	offsetof(struct profile, tenant),
	offsetof(struct profile, store),
	offsetof(struct profile, user_code),
	offsetof(struct profile, private_customer_type),
	offsetof(struct profile, device_token_command),
	offsetof(struct profile, secret_command),
	offsetof(struct profile, ca_file),
	offsetof(struct profile, view),
};
static const size_t secrets[] = {
	offsetof(struct profile, client_secret),
	offsetof(struct profile, token),
	offsetof(struct profile, api_key),
	offsetof(struct profile, user_token),
	offsetof(struct profile, device_token),
	offsetof(struct profile, password),
};

static char **member(struct profile *profile, size_t offset)
{
	return (char **)(void *)((char *)profile + offset);
}

static void own_text(char **place)
{
	*place = *place ? xstrdup(*place) : NULL;
}

struct profile *profile_copy(const struct profile *profile)
{
	struct profile *copy = xmalloc(sizeof(*copy));

	*copy = *profile;
	for (size_t i = 0; i < COUNT(texts); i++)
		own_text(member(copy, texts[i]));
	for (size_t i = 0; i < COUNT(secrets); i++)
		own_text(member(copy, secrets[i]));
	copy->price_tiers = copy_list(profile->price_tiers);
	return copy;
}

void profile_free(struct profile *profile)
{
	if (!profile)
		return;
	for (size_t i = 0; i < COUNT(texts); i++)
		free(*member(profile, texts[i]));
	for (size_t i = 0; i < COUNT(secrets); i++)
		secret_free(*member(profile, secrets[i]));
	for (char **tier = profile->price_tiers; tier && *tier; tier++)
		free(*tier);
	free(profile->price_tiers);
	free(profile);
}

void profile_set_secret(char **place, const char *text)
{
	char *copy = text ? xstrdup(text) : NULL;

	secret_free(*place);
	*place = copy;
}

/* --- logging in ------------------------------------------------------------------------------ */

enum login_kind profile_login(const struct profile *profile)
{
	const struct dialect *dialect = dialect_find(profile->api);

	if (!dialect || dialect_login(dialect, profile->login))
		return profile->login;
	return dialect->logins[0].kind;
}

static size_t value_offset(enum login_kind kind, enum login_value value)
{
	static const size_t values[LOGIN_VALUES] = {
		[VALUE_ORG_CODE] = offsetof(struct profile, org_code),
		[VALUE_CLIENT_ID] = offsetof(struct profile, client_id),
		[VALUE_USER_CODE] = offsetof(struct profile, user_code),
		[VALUE_DEVICE_TOKEN] = offsetof(struct profile, device_token),
	};
	static const size_t kinds[LOGIN_KINDS] = {
		[LOGIN_CREDENTIALS] = offsetof(struct profile, client_secret),
		[LOGIN_TOKEN] = offsetof(struct profile, token),
		[LOGIN_API_KEY] = offsetof(struct profile, api_key),
		[LOGIN_DEVICE] = offsetof(struct profile, password),
		[LOGIN_USER] = offsetof(struct profile, user_token),
	};

	return value == VALUE_SECRET ? kinds[kind] : values[value];
}

char **profile_login_place(struct profile *profile, enum login_kind kind, enum login_value value)
{
	return member(profile, value_offset(kind, value));
}

bool login_value_is_secret(enum login_value value)
{
	return value == VALUE_DEVICE_TOKEN || value == VALUE_SECRET;
}

const char *profile_login_value(const struct profile *profile, enum login_kind kind,
				enum login_value value)
{
	const void *place = (const char *)profile + value_offset(kind, value);

	return *(char *const *)place;
}

const char *profile_login_command(const struct profile *profile, enum login_value value)
{
	return value == VALUE_SECRET	     ? profile->secret_command
	       : value == VALUE_DEVICE_TOKEN ? profile->device_token_command
					     : NULL;
}

/* --- which service --------------------------------------------------------------------------- */

const char *profile_url(const struct profile *profile)
{
	const struct dialect *dialect = dialect_find(profile->api);

	return profile->url || !dialect ? profile->url : dialect->production_url;
}

void profile_name_after_server(struct profile *profile)
{
	struct origin origin;

	if (*profile->name || !profile_url(profile) ||
	    !origin_parse(&origin, profile_url(profile), NULL))
		return;
	free(profile->name);
	profile->name = origin_name(&origin);
	origin_finish(&origin);
}

bool profile_is_production(const struct profile *profile)
{
	struct origin origin;
	const char *url = profile_url(profile);

	if (profile->test || !url || !origin_parse(&origin, url, NULL))
		return !profile->test;
	bool here = origin_is_this_machine(&origin);
	origin_finish(&origin);
	return !here;
}

/* example is what the contract has. */
static bool check_path(const char *path, const char *example, struct error *err)
{
	return !path || *path == '/' ||
	       error_set(err, ERROR_INPUT, _("%s: a path begins with /, such as %s"), path, example);
}

static bool check_api(const char *api, struct error *err)
{
	const struct dialect *dialect;
	char *names;
	size_t len;

	if (dialect_find(api))
		return true;
	FILE *out = xmemstream(&names, &len);
	for (size_t i = 0; (dialect = dialect_at(i)); i++)
		fprintf(out, "%s%s", i > 0 ? ", " : "", dialect->name);
	fclose(out);
	error_set(err, ERROR_INPUT, _("%s is no known api; use one of: %s"), api, names);
	free(names);
	return false;
}

/* F10; word is "tenant" or "store". */
static bool check_uid(const struct dialect *dialect, const char *word, const char *uid,
		      struct error *err)
{
	if (!uid)
		return true;
	if (!dialect->account.endpoint.path)
		return error_set(err, ERROR_INPUT, _("%s %s: %s knows no such thing"), word, uid,
				 dialect->label);
	if (!*uid)
		return error_set(err, ERROR_INPUT, _("%s is empty: give it a value or leave it out"),
				 word);
	size_t len = strspn(uid, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
	return !uid[len] ||
	       error_set(err, ERROR_INPUT,
			 _("%s is %s, but takes letters, digits, - and _"), word, uid);
}

bool profile_check(const struct profile *profile, struct error *err)
{
	const char *url = profile_url(profile);
	const struct dialect *dialect = dialect_find(profile->api);

	if (!check_api(profile->api, err) || !check_uid(dialect, "tenant", profile->tenant, err) ||
	    !check_uid(dialect, "store", profile->store, err))
		return false;
	if (!net_url_allowed(url, err))
		return false;
	if (strpbrk(url, "?#"))
		return error_set(err, ERROR_INPUT, _("%s: give the address alone, without ? or #"),
				 url);
	return check_path(profile->product_search_path, "/api/products/search", err) &&
	       check_path(profile->price_update_path, "/api/products/prices", err);
}

bool profile_says_anything(const struct profile *profile)
{
	bool says = profile->url || profile->tenant || profile->secret_command ||
		    profile->device_token_command;

	for (int kind = 0; kind < LOGIN_KINDS; kind++)
		for (int value = 0; value < LOGIN_VALUES; value++)
			says = says || profile_login_value(profile, (enum login_kind)kind,
							   (enum login_value)value);
	return says;
}
