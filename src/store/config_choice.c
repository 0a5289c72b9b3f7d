/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "base/secret.h"
#include "net/net.h"
#include "store/config.h"

/* --- the environment ----------------------------------------------------- */

static const struct {
	const char *variable;
	size_t place;
} texts[] = {
	{ "NYMBLE_API", offsetof(struct profile, api) },
	{ "NYMBLE_ORG_CODE", offsetof(struct profile, org_code) },
	{ "NYMBLE_CLIENT_ID", offsetof(struct profile, client_id) },
	{ "NYMBLE_CA_FILE", offsetof(struct profile, ca_file) },
};

/* In the order in which they decide how to log in. */
static const struct {
	const char *variable;
	size_t place;
	enum login_kind login;
} secrets[] = {
	{ "NYMBLE_TOKEN", offsetof(struct profile, token), LOGIN_TOKEN },
	{ "NYMBLE_API_KEY", offsetof(struct profile, api_key), LOGIN_API_KEY },
	{ "NYMBLE_CLIENT_SECRET", offsetof(struct profile, client_secret), LOGIN_CREDENTIALS },
};

/* Of another service; no child of ours shall see them either. */
static const char *const strangers[] = { "FLOW_TOKEN", "FLOW_DEVICE_TOKEN", "FLOW_PASSWORD" };

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const char *environment(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value ? value : NULL;
}

static char **member(struct profile *profile, size_t place)
{
	return (char **)(void *)((char *)profile + place);
}

static void take_secrets(struct profile *profile)
{
	const enum login_kind own = profile->login;
	bool own_given = false, given = false;

	for (size_t i = 0; i < COUNT(secrets); i++) {
		char *secret = secret_take_env(secrets[i].variable);

		if (!secret)
			continue;
		profile_set_secret(member(profile, secrets[i].place), secret);
		secret_free(secret);
		own_given = own_given || secrets[i].login == own;
		if (!given)
			profile->login = secrets[i].login;
		given = true;
	}
	if (own_given)
		profile->login = own;
}

static void drop_secrets(void)
{
	for (size_t i = 0; i < COUNT(secrets); i++)
		secret_free(secret_take_env(secrets[i].variable));
	for (size_t i = 0; i < COUNT(strangers); i++)
		secret_free(secret_take_env(strangers[i]));
}

/* --- choosing ------------------------------------------------------------ */

/* "shop, shop-test" */
static char *profile_names(const struct config *config)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < config->profile_count; i++)
		fprintf(out, "%s%s", i > 0 ? ", " : "", config->profiles[i]->name);
	fclose(out);
	return text;
}

static const struct profile *find_profile(const struct config *config, const char *name,
					  struct error *err)
{
	struct nearest nearest = nearest_to(name);

	if (config->profile_count == 0) {
		error_set(err, ERROR_INPUT, _("The configuration has no profile %s, and no other"),
			  name);
		return NULL;
	}
	for (size_t i = 0; i < config->profile_count; i++) {
		if (strcmp(config->profiles[i]->name, name) == 0)
			return config->profiles[i];
		nearest_offer(&nearest, config->profiles[i]->name);
	}
	char *question = nearest_question(&nearest), *names = profile_names(config);
	error_set(err, ERROR_INPUT, _("The configuration has no profile %s%s (there are %s)"), name,
		  question, names);
	free(question);
	free(names);
	return NULL;
}

static struct profile *base_profile(const struct config *config, const char *name,
				    struct error *err)
{
	const struct profile *found;

	if (!name && config->profile_count == 0)
		return profile_new("");
	found = name ? find_profile(config, name, err) : config->profiles[0];
	return found ? profile_copy(found) : NULL;
}

static bool set_url(struct profile *profile, const char *from, const char *url, struct error *err)
{
	if (!url)
		return true;
	if (!net_url_allowed(url, err))
		return error_prefix(err, "%s", from);
	xreplace(&profile->url, url);
	return true;
}

/* A script whose variable came out empty must not end up at the production service. */
static bool set_url_from_environment(struct profile *profile, struct error *err)
{
	const char *url = getenv("NYMBLE_URL");

	if (url && !*url)
		return error_set(err, ERROR_INPUT,
				 _("NYMBLE_URL is set but empty; expected an address such as "
				   "https://api.example, or no such variable"));
	return set_url(profile, "NYMBLE_URL", url, err);
}

static bool apply_environment(struct profile *profile, struct error *err)
{
	for (size_t i = 0; i < COUNT(texts); i++)
		if (environment(texts[i].variable))
			xreplace(member(profile, texts[i].place), environment(texts[i].variable));
	take_secrets(profile);
	return set_url_from_environment(profile, err);
}

static bool apply_options(struct profile *profile, const struct config_choice *choice,
			  struct error *err)
{
	if (choice->api)
		xreplace(&profile->api, choice->api);
	if (choice->view)
		xreplace(&profile->view, choice->view);
	if (choice->read_only)
		profile->read_only = true;
	return set_url(profile, "--url", choice->url, err);
}

struct profile *config_choose_profile(const struct config *config,
				      const struct config_choice *choice, struct error *err)
{
	const char *name = choice->profile ? choice->profile : environment("NYMBLE_PROFILE");
	struct profile *profile = base_profile(config, name, err);

	if (profile && (!apply_environment(profile, err) || !apply_options(profile, choice, err))) {
		profile_free(profile);
		profile = NULL;
	}
	drop_secrets();
	if (profile)
		profile_name_after_server(profile);
	return profile;
}
