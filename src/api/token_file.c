/* SPDX-License-Identifier: ISC */
#include "api/token_file.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/atomic_file.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/path.h"
#include "base/secret.h"
#include "schema/json.h"

enum {
	FILE_MAX = 64 * 1024,
	MARGIN_S = 60, /* one that expires while the first page travels is no use */
};

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static char *path(const struct token_key *key, struct error *err)
{
	uint64_t h = hash_text(hash_text(HASH_START, key->profile), key->url);
	char name[32];

	h = hash_text(hash_text(h, key->org_code), key->client_id);
	h = hash_text(hash_text(h, login_kind_word(key->login)), key->user_code);
	h = hash_text(hash_text(h, key->tenant), key->mark);
	snprintf(name, sizeof(name), "token-%016" PRIx64, h);
	return path_in(PATH_RUNTIME, name, err);
}

static bool is_same(const struct json *file, const char *name, const char *expected)
{
	return strcmp(or_empty(json_text(json_member_exact(file, name))), or_empty(expected)) == 0;
}

static bool is_for(const struct json *file, const struct token_key *key)
{
	return is_same(file, "profile", key->profile) && is_same(file, "url", key->url) &&
	       is_same(file, "orgCode", key->org_code) && is_same(file, "clientId", key->client_id) &&
	       is_same(file, "login", login_kind_word(key->login)) &&
	       is_same(file, "userCode", key->user_code) && is_same(file, "for", key->tenant) &&
	       is_same(file, "mark", key->mark);
}

static struct json *read_file(const struct token_key *key)
{
	size_t len = 0;
	char *name = path(key, NULL);
	char *text = name ? atomic_file_read(name, FILE_MAX, &len, NULL) : NULL;
	struct json *file = text ? json_parse(text, len, NULL) : NULL;

	secret_free(text);
	free(name);
	if (file && is_for(file, key))
		return file;
	json_free(file);
	return NULL;
}

bool token_file_read(const struct token_key *key, struct stored_token *out)
{
	struct json *file = read_file(key);
	const char *token = json_text(json_member_exact(file, "token"));
	const char *header = json_text(json_member_exact(file, "header"));
	const char *tenant = json_text(json_member_exact(file, "tenant"));
	int64_t expires_at = 0, lifetime_s = 0;
	bool ok = token && *token &&
		  json_integer(json_member_exact(file, "expiresAt"), &expires_at) &&
		  expires_at > clock_unix_s() + MARGIN_S;

	json_integer(json_member_exact(file, "lifetime"), &lifetime_s);
	if (ok)
		*out = (struct stored_token){
			.token = xstrdup(token),
			.tenant = tenant ? xstrdup(tenant) : NULL,
			.expires_at = expires_at,
			.end_unknown = json_is_true(json_member_exact(file, "endUnknown")),
			.lifetime_s = lifetime_s,
			.header_known = header != NULL,
			.x_api_key = header && strcmp(header, "x-api-key") == 0,
		};
	json_free(file);
	return ok;
}

static void put_text(struct json *file, const char *name, const char *text)
{
	json_put_take(file, name, json_new_string(or_empty(text)));
}

static struct json *file_new(const struct token_key *key, const struct stored_token *token)
{
	struct json *file = json_new_object();

	put_text(file, "profile", key->profile);
	put_text(file, "url", key->url);
	put_text(file, "orgCode", key->org_code);
	put_text(file, "clientId", key->client_id);
	put_text(file, "login", login_kind_word(key->login));
	put_text(file, "userCode", key->user_code);
	put_text(file, "for", key->tenant);
	put_text(file, "mark", key->mark);
	put_text(file, "token", token->token);
	if (token->tenant)
		put_text(file, "tenant", token->tenant);
	json_put_take(file, "expiresAt", json_new_integer(token->expires_at));
	json_put_take(file, "lifetime", json_new_integer(token->lifetime_s));
	if (token->end_unknown)
		json_put_take(file, "endUnknown", json_new_bool(true));
	if (token->header_known)
		put_text(file, "header", token->x_api_key ? "x-api-key" : "bearer");
	return file;
}

bool token_file_write(const struct token_key *key, const struct stored_token *token,
		      struct error *err)
{
	char *name = path(key, err);

	if (!name)
		return false;
	struct json *file = file_new(key, token);
	char *text = json_print(file);
	bool ok = atomic_file_write(name, text, strlen(text), err);
	secret_free(text);
	json_free(file);
	free(name);
	return ok;
}

void token_file_remove(const struct token_key *key, const char *token)
{
	struct json *file = read_file(key);
	char *name = file && is_same(file, "token", token) ? path(key, NULL) : NULL;

	if (name)
		unlink(name);
	free(name);
	json_free(file);
}

void token_finish(struct stored_token *token)
{
	secret_free(token->token);
	free(token->tenant);
	*token = (struct stored_token){ 0 };
}
