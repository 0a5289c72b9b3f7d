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
	profile->api = xstrdup("nymble");
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
	offsetof(struct profile, secret_command),
	offsetof(struct profile, ca_file),
	offsetof(struct profile, view),
};
static const size_t secrets[] = {
	offsetof(struct profile, client_secret),
	offsetof(struct profile, token),
	offsetof(struct profile, api_key),
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

bool profile_check(const struct profile *profile, struct error *err)
{
	const char *url = profile_url(profile);

	if (!dialect_find(profile->api))
		return error_set(err, ERROR_INPUT, _("%s is no known api; use nymble"),
				 profile->api);
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
	return profile->url || profile->org_code || profile->client_id || profile->client_secret ||
	       profile->token || profile->api_key || profile->secret_command;
}
