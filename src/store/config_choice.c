/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "base/secret.h"
#include "net/net.h"
#include "store/config.h"

/* --- the environment ----------------------------------------------------- */

static const char *environment(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value ? value : NULL;
}

static void take_text(char **place, const char *variable)
{
	const char *value = variable ? environment(variable) : NULL;

	if (value)
		xreplace(place, value);
}

/* One part of a login; true when it is a secret that was there. */
static bool take_part(struct profile *profile, enum login_kind kind, const struct login_part *part)
{
	char **place = profile_login_place(profile, kind, part->value);

	if (!login_value_is_secret(part->value))
		take_text(place, part->variable);
	else if (environment(part->variable))
		profile_set_secret(place, environment(part->variable));
	return login_value_is_secret(part->value) && environment(part->variable);
}

/* True when the environment has a secret of that login. */
static bool take_login(struct profile *profile, const struct login_method *method)
{
	bool given = false;

	for (size_t i = 0; i < method->part_count; i++)
		given = take_part(profile, method->kind, &method->parts[i]) || given;
	return given;
}

/* A secret says how to log in: one that is used as it is before one that is exchanged, and the profile's own
 * way before all others. */
static void take_logins(struct profile *profile, const struct dialect *dialect)
{
	const enum login_kind own = profile_login(profile);
	bool own_given = false, given = false;

	for (int exchanged = 0; exchanged <= 1; exchanged++) {
		for (size_t i = 0; i < dialect->login_count; i++) {
			const struct login_method *method = &dialect->logins[i];
			if ((method->exchange.path != NULL) != exchanged ||
			    !take_login(profile, method))
				continue;
			own_given = own_given || method->kind == own;
			if (!given)
				profile->login = method->kind;
			given = true;
		}
	}
	if (own_given)
		profile->login = own;
}

static void drop_secrets_of(const struct login_method *method)
{
	for (size_t i = 0; i < method->part_count; i++)
		if (login_value_is_secret(method->parts[i].value))
			secret_free(secret_take_env(method->parts[i].variable));
}

/* Of every service: no child of ours shall see them. */
static void drop_secrets(void)
{
	const struct dialect *dialect;

	for (size_t i = 0; (dialect = dialect_at(i)); i++)
		for (size_t k = 0; k < dialect->login_count; k++)
			drop_secrets_of(&dialect->logins[k]);
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

/* An api that nobody knows is what profile_check finds. */
static bool apply_environment(struct profile *profile, struct error *err)
{
	const struct dialect *dialect = dialect_find(profile->api);

	take_text(&profile->ca_file, "NYMBLE_CA_FILE");
	if (dialect) {
		take_text(&profile->tenant, dialect->account.variable);
		take_logins(profile, dialect);
	}
	return set_url_from_environment(profile, err);
}

static void set_text(char **place, const char *text)
{
	if (text)
		xreplace(place, text);
}

static bool apply_options(struct profile *profile, const struct config_choice *choice,
			  struct error *err)
{
	set_text(&profile->tenant, choice->tenant);
	set_text(&profile->store, choice->store);
	set_text(&profile->view, choice->view);
	profile->read_only = profile->read_only || choice->read_only;
	return set_url(profile, "--url", choice->url, err);
}

/* What --sandbox does not need is not asked for. */
static struct profile *choose_sandbox(const struct config_choice *choice, struct error *err)
{
	const char *api = choice->api ? choice->api : environment("NYMBLE_API");
	struct profile *profile = profile_new_sandbox(api ? api : dialect_at(0)->name);

	if (apply_options(profile, choice, err))
		return profile;
	profile_free(profile);
	return NULL;
}

static struct profile *choose_service(const struct config *config, const struct config_choice *choice,
				      struct error *err)
{
	const char *name = choice->profile ? choice->profile : environment("NYMBLE_PROFILE");
	struct profile *profile = base_profile(config, name, err);

	if (!profile)
		return NULL;
	take_text(&profile->api, "NYMBLE_API");
	set_text(&profile->api, choice->api);
	if (apply_environment(profile, err) && apply_options(profile, choice, err))
		return profile;
	profile_free(profile);
	return NULL;
}

struct profile *config_choose_profile(const struct config *config,
				      const struct config_choice *choice, struct error *err)
{
	struct profile *profile = choice->sandbox ? choose_sandbox(choice, err)
						  : choose_service(config, choice, err);

	drop_secrets();
	if (profile)
		profile_name_after_server(profile);
	return profile;
}
