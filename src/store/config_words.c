/* SPDX-License-Identifier: ISC */
#include "store/config_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "net/net.h"
#include "store/config.h"

#define WORDS(table)                                                                               \
	{                                                                                          \
		(table), sizeof(table) / sizeof((table)[0])                                        \
	}
#define ONE_OF(...)                                                                                \
	.choices = (const char *const[])                                                           \
	{                                                                                          \
		__VA_ARGS__, NULL                                                                  \
	}
#define IN_PROFILE(member) .place = offsetof(struct profile, member)
#define NYMBLE .api = "nymble"
#define FLOW .api = "flow"
#define IN_CONFIG(member) .place = offsetof(struct config, member)

static void *place_of(const struct config_word *word, void *owner)
{
	return (char *)owner + word->place;
}

/* --- what a word takes --------------------------------------------------- */

static bool check_text(const struct config_word *word, void *owner, const char *value,
		       struct error *err)
{
	(void)owner;
	if (!*value)
		return error_set(err, ERROR_INPUT,
				 _("%s is empty: give it a value or leave it out"), word->name);
	return true;
}

bool config_set_text(const struct config_word *word, void *owner, const char *value,
		     struct error *err)
{
	if (!check_text(word, owner, value, err))
		return false;
	xreplace(place_of(word, owner), value);
	return true;
}

static bool set_url(const struct config_word *word, void *owner, const char *value,
		    struct error *err)
{
	return net_url_allowed(value, err) && config_set_text(word, owner, value, err);
}

bool config_set_bool(const struct config_word *word, void *owner, const char *value,
		     struct error *err)
{
	static const char *const yes[] = { "true", "yes", "on" }, *const no[] = { "false", "no",
										  "off" };

	for (int i = 0; i < 3; i++) {
		if (strcasecmp(value, yes[i]) != 0 && strcasecmp(value, no[i]) != 0)
			continue;
		*(bool *)place_of(word, owner) = strcasecmp(value, yes[i]) == 0;
		return true;
	}
	return error_set(err, ERROR_INPUT, _("%s is %s, but takes true or false"), word->name,
			 value);
}

static bool check_number(const struct config_word *word, void *owner, const char *value,
			 struct error *err)
{
	char *end;
	long number = strtol(value, &end, 10);

	(void)owner;
	if (end == value || *end || number < word->min || number > word->max)
		return error_set(err, ERROR_INPUT, _("%s is %s, but takes a number from %d to %d"),
				 word->name, value, word->min, word->max);
	return true;
}

static bool set_amount_scale(const struct config_word *word, void *owner, const char *value,
			     struct error *err)
{
	if (!check_number(word, owner, value, err))
		return false;
	*(int64_t *)place_of(word, owner) = strtol(value, NULL, 10);
	return true;
}

static bool set_number(const struct config_word *word, void *owner, const char *value,
		       struct error *err)
{
	if (!check_number(word, owner, value, err))
		return false;
	*(int *)place_of(word, owner) = (int)strtol(value, NULL, 10);
	return true;
}

/* The choice in its own spelling; NULL with all of them. */
static const char *choice_named(const struct config_word *word, const char *value,
				struct error *err)
{
	for (size_t i = 0; word->choices[i]; i++)
		if (strcasecmp(value, word->choices[i]) == 0)
			return word->choices[i];
	char *list = text_joined(word->choices);
	error_set(err, ERROR_INPUT, _("%s is %s, but takes one of: %s"), word->name, value, list);
	free(list);
	return NULL;
}

static bool set_choice(const struct config_word *word, void *owner, const char *value,
		       struct error *err)
{
	const char *choice = choice_named(word, value, err);

	if (choice)
		xreplace(place_of(word, owner), choice);
	return choice != NULL;
}

/* The profile has its own names for these. */
static bool set_login(const struct config_word *word, void *owner, const char *value,
		      struct error *err)
{
	return login_kind_parse(value, place_of(word, owner), err) ||
	       error_prefix(err, "%s", word->name);
}

static bool set_flow_auth(const struct config_word *word, void *owner, const char *value,
			  struct error *err)
{
	return flow_auth_parse(value, place_of(word, owner), err) ||
	       error_prefix(err, "%s", word->name);
}

static bool set_auth_header(const struct config_word *word, void *owner, const char *value,
			    struct error *err)
{
	return auth_header_parse(value, place_of(word, owner), err) ||
	       error_prefix(err, "%s", word->name);
}

static bool set_filter_style(const struct config_word *word, void *owner, const char *value,
			     struct error *err)
{
	return filter_style_parse(value, place_of(word, owner), err) ||
	       error_prefix(err, "%s", word->name);
}

static bool set_create_method(const struct config_word *word, void *owner, const char *value,
			      struct error *err)
{
	return create_method_parse(value, place_of(word, owner), err) ||
	       error_prefix(err, "%s", word->name);
}

static bool set_key_style(const struct config_word *word, void *owner, const char *value,
			  struct error *err)
{
	return key_style_parse(value, place_of(word, owner), err) ||
	       error_prefix(err, "%s", word->name);
}

static bool set_price_update_method(const struct config_word *word, void *owner, const char *value,
				    struct error *err)
{
	return price_update_method_parse(value, place_of(word, owner), err) ||
	       error_prefix(err, "%s", word->name);
}

static bool set_price_update_shape(const struct config_word *word, void *owner, const char *value,
				   struct error *err)
{
	return price_update_shape_parse(value, place_of(word, owner), err) ||
	       error_prefix(err, "%s", word->name);
}

static bool add_text(const struct config_word *word, void *owner, const char *value,
		     struct error *err)
{
	char ***list = place_of(word, owner);
	size_t count = 0;

	if (!check_text(word, owner, value, err))
		return false;
	while (*list && (*list)[count])
		count++;
	*list = xreallocarray(*list, count + 2, sizeof(**list));
	(*list)[count] = xstrdup(value);
	(*list)[count + 1] = NULL;
	return true;
}

/* --- the words ----------------------------------------------------------- */

static const struct config_word profile_words[] = {
	{ "api", set_choice, IN_PROFILE(api), ONE_OF("nymble", "flow") },
	{ "url", set_url, IN_PROFILE(url) },
	{ "org-code", config_set_text, IN_PROFILE(org_code), NYMBLE },
	{ "client-id", config_set_text, IN_PROFILE(client_id), NYMBLE },
	{ "login", set_login, IN_PROFILE(login), NYMBLE },
	{ "auth-header", set_auth_header, IN_PROFILE(auth_header), NYMBLE },
	{ "filter-style", set_filter_style, IN_PROFILE(filter_style), NYMBLE },
	{ "create-method", set_create_method, IN_PROFILE(create_method), NYMBLE },
	{ "key-style", set_key_style, IN_PROFILE(key_style), NYMBLE },
	{ "product-search-path", config_set_text, IN_PROFILE(product_search_path), NYMBLE },
	{ "product-search-param", config_set_text, IN_PROFILE(product_search_param), NYMBLE },
	{ "price-update-method", set_price_update_method, IN_PROFILE(price_update_method), NYMBLE },
	{ "price-update-path", config_set_text, IN_PROFILE(price_update_path), NYMBLE },
	{ "price-update-shape", set_price_update_shape, IN_PROFILE(price_update_shape), NYMBLE },
	{ "price-tiers", add_text, IN_PROFILE(price_tiers), .list = true, NYMBLE },
	{ "secret-command", config_set_text, IN_PROFILE(secret_command) },
	{ "ca-file", config_set_text, IN_PROFILE(ca_file) },
	{ "view", config_set_text, IN_PROFILE(view) },
	{ "read-only", config_set_bool, IN_PROFILE(read_only) },
	{ "test", config_set_bool, IN_PROFILE(test) },
	{ "flow-auth", set_flow_auth, IN_PROFILE(login), FLOW },
	{ "user-code", config_set_text, IN_PROFILE(user_code), FLOW },
	{ "private-customer-type", config_set_text, IN_PROFILE(private_customer_type), FLOW },
	{ "amount-scale", set_amount_scale, IN_PROFILE(amount_scale), .min = 1, .max = 1000000, FLOW },
	{ "device-token-command", config_set_text, IN_PROFILE(device_token_command), FLOW },
	{ "tenant", config_set_text, IN_PROFILE(tenant), FLOW },
	{ "store", config_set_text, IN_PROFILE(store), FLOW },
};
const struct config_words config_profile_words = WORDS(profile_words);

static const struct config_word global_words[] = {
	{ "theme", config_set_text, IN_CONFIG(theme), .where_place = offsetof(struct config, theme_where) },
	{ "escape-delay", set_number, IN_CONFIG(escape_delay_ms), .min = 0, .max = 1000 },
	{ "mouse", config_set_bool, IN_CONFIG(mouse) },
};
const struct config_words config_global_words = WORDS(global_words);

const struct config_word *config_word(const struct config_words *words, const char *name)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->rows[i].name, name) == 0)
			return &words->rows[i];
	return NULL;
}
