/* SPDX-License-Identifier: ISC */
#include "store/config.h"

#include <stdlib.h>
#include <string.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path.h"
#include "store/config_reader.h"
#include "store/config_words.h"

/* As section_owner. */
static void *profile_of(void *owner, const char *name, struct error *err)
{
	struct config *config = owner;
	struct profile *profile;

	(void)err;
	for (size_t i = 0; i < config->profile_count; i++)
		if (strcmp(config->profiles[i]->name, name) == 0)
			return config->profiles[i];
	profile = profile_new(name);
	config->profiles = xreallocarray(config->profiles, config->profile_count + 1,
					 sizeof(*config->profiles));
	config->profiles[config->profile_count++] = profile;
	return profile;
}

static int take_bind(cfg_t *section, cfg_opt_t *opt, int argc, const char **argv)
{
	struct config_reader *reader = config_reader_of(section);
	struct config *config = reader->owner;

	if (argc != 3 || !*argv[0] || !*argv[1] || !*argv[2]) {
		cfg_error(section, "syntax error in call of function '%s'", opt->name);
		return -1;
	}
	config->bindings = xreallocarray(config->bindings, config->binding_count + 1,
					 sizeof(*config->bindings));
	config->bindings[config->binding_count++] =
		(struct binding){ .screen = xstrdup(argv[0]),
				  .key = xstrdup(argv[1]),
				  .command = xstrdup(argv[2]),
				  .where = xasprintf("%s:%d", reader->path, section->line) };
	return 0;
}

/* As fits: a word of one service does not get lost in the profile of another. */
static bool fits_api(void *owner, const struct config_word *word, struct error *err)
{
	const struct profile *profile = owner;

	return !word->api || strcmp(word->api, profile->api) == 0 ||
	       error_set(err, ERROR_INPUT, _("%s: this word needs api = %s, and the profile has api = %s"),
			 word->name, word->api, profile->api);
}

static const struct config_syntax syntax = {
	.outside = &config_global_words,
	.inside = &config_profile_words,
	.section = "profile",
	.example = "profile shop {",
	.unknown_inside = N_("%s: no such word in a profile%s"),
	.belongs_inside = N_("%s: this word belongs into profile NAME { }"),
	.nameless = N_("a profile needs a name, such as: profile shop {"),
	.taken = N_("there is a profile %s already"),
	.section_owner = profile_of,
	.fits = fits_api,
	.function = "bind",
	.call = take_bind,
};

bool config_load(const char *path, struct config *config, struct error *err)
{
	struct error reason = { 0 };
	char *usual = path ? NULL : path_in(PATH_CONFIG, "config", &reason);
	bool read;

	*config = (struct config){ .escape_delay_ms = -1 };
	read = (path || usual) && config_read(&syntax, path ? path : usual, config, &reason);
	if (read || (!path && reason.code == ERROR_MISSING)) {
		config->found = read;
		config->path = usual ? usual : path ? xstrdup(path) : NULL;
		return true;
	}
	free(usual);
	config_finish(config);
	return error_set(err, reason.code, "%s", reason.message);
}

void config_finish(struct config *config)
{
	for (size_t i = 0; i < config->profile_count; i++)
		profile_free(config->profiles[i]);
	for (size_t i = 0; i < config->binding_count; i++) {
		free(config->bindings[i].screen);
		free(config->bindings[i].key);
		free(config->bindings[i].command);
		free(config->bindings[i].where);
	}
	free(config->profiles);
	free(config->bindings);
	free(config->theme);
	free(config->theme_where);
	free(config->path);
	*config = (struct config){ .escape_delay_ms = -1 };
}
