/* SPDX-License-Identifier: ISC */
#include "store/config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path.h"
#include "store/config_reader.h"
#include "store/config_text.h"
#include "store/config_words.h"

enum { CONFIG_MAX_BYTES = 1024 * 1024 };

/* --- what libconfuse hands over ------------------------------------------ */

static struct profile *profile_of(struct config *config, const char *name)
{
	struct profile *profile;

	for (size_t i = 0; i < config->profile_count; i++)
		if (strcmp(config->profiles[i]->name, name) == 0)
			return config->profiles[i];
	profile = profile_new(name);
	config->profiles = xreallocarray(config->profiles, config->profile_count + 1,
					 sizeof(*config->profiles));
	config->profiles[config->profile_count++] = profile;
	return profile;
}

static int take_value(cfg_t *section, cfg_opt_t *opt, const char *value, void *result)
{
	struct config_reader *reader = config_reader_of(section);
	struct config *config = reader->config;
	void *owner = section->title ? (void *)profile_of(config, section->title) : config;
	const struct config_word *word = config_word(
		section->title ? &config_profile_words : &config_global_words, opt->name);

	if (!word->set(word, owner, value, reader->err)) {
		config_complain_at(reader, section->line);
		return -1;
	}
	*(const char **)result = value;
	return 0;
}

static int take_bind(cfg_t *section, cfg_opt_t *opt, int argc, const char **argv)
{
	struct config_reader *reader = config_reader_of(section);
	struct config *config = reader->config;

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

/* A profile may say nothing but its name. */
static int end_profile(cfg_t *section, cfg_opt_t *opt)
{
	struct config_reader *reader = config_reader_of(section);
	const char *name = cfg_opt_getnsec(opt, cfg_opt_size(opt) - 1)->title;

	if (!*name) {
		error_set(reader->err, ERROR_INPUT,
			  _("a profile needs a name, such as: profile shop {"));
		config_complain_at(reader, section->line);
		return -1;
	}
	profile_of(reader->config, name);
	return 0;
}

/* --- reading ------------------------------------------------------------- */

/* The words as libconfuse wants them, with room for more others and the end. The caller frees. */
static cfg_opt_t *options_for(struct config_reader *reader, const struct config_words *words,
			      size_t others)
{
	cfg_opt_t *options = xcalloc(CONFIG_WORDS + words->count + others + 1, sizeof(*options));

	options[CONFIG_CARRIER] = (cfg_opt_t){ .name = " ",
					       .type = CFGT_PTR,
					       .simple_value = { .ptr = (void **)reader } };
	for (size_t i = 0; i < words->count; i++) {
		const char *name = words->rows[i].name;

		options[CONFIG_WORDS + i] =
			words->rows[i].list
				? (cfg_opt_t)CFG_STR_LIST_CB(name, NULL, CFGF_NODEFAULT, take_value)
				: (cfg_opt_t)CFG_STR_CB(name, NULL, CFGF_NODEFAULT, take_value);
	}
	return options;
}

static bool parse(struct config_reader *reader, const char *text)
{
	cfg_opt_t *profile = options_for(reader, &config_profile_words, 0);
	cfg_opt_t *options = options_for(reader, &config_global_words, 2);
	cfg_opt_t *others = options + CONFIG_WORDS + config_global_words.count;
	cfg_t *root;
	bool read;

	others[0] = (cfg_opt_t)CFG_SEC("profile", profile,
				       CFGF_MULTI | CFGF_TITLE | CFGF_NO_TITLE_DUPES);
	others[0].validcb = end_profile;
	others[1] = (cfg_opt_t)CFG_FUNC("bind", take_bind);
	root = cfg_init(options, CFGF_NONE);
	cfg_set_error_function(root, config_complain);
	read = cfg_parse_buf(root, text) == CFG_SUCCESS;
	/* Some texts, such as "" for a word, it refuses without a complaint. */
	if (!read && !reader->failed) {
		error_set(reader->err, ERROR_INPUT, _("this cannot be read"));
		config_complain_at(reader, root->line);
	}
	cfg_free(root);
	free(options);
	free(profile);
	return read;
}

/* Follows a link: configurations are kept in all sorts of places. NULL with the reason,
 * ERROR_MISSING when there is none. */
static char *read_text(const char *path, size_t *len, struct error *err)
{
	FILE *file = fopen(path, "re");
	struct stat about;
	char *text = NULL;
	size_t size = 0;
	ssize_t got;

	if (!file) {
		error_set_errno(err, errno, "%s", path);
		if (err && errno == ENOENT)
			err->code = ERROR_MISSING;
		return NULL;
	}
	if (fstat(fileno(file), &about) != 0 || !S_ISREG(about.st_mode) ||
	    about.st_size > CONFIG_MAX_BYTES) {
		fclose(file);
		error_set(err, ERROR_INPUT, _("%s: not a text file of at most 1 MiB"), path);
		return NULL;
	}
	got = getdelim(&text, &size, '\0', file); /* as a text has no NUL: all of it */
	fclose(file);
	if (got < 0) {
		free(text);
		text = xstrdup("");
		got = 0;
	}
	*len = (size_t)got;
	return text;
}

static bool read_config(const char *path, struct config *config, struct error *err)
{
	struct config_reader reader = { path, config, err, false };
	size_t len;
	int line;
	char *text = read_text(path, &len, err);
	bool read;

	if (!text)
		return false;
	read = config_text_prepare(text, len, &line, err);
	if (!read)
		config_complain_at(&reader, line);
	else
		read = parse(&reader, text);
	free(text);
	return read;
}

bool config_load(const char *path, struct config *config, struct error *err)
{
	struct error reason = { 0 };
	char *usual = path ? NULL : path_in(PATH_CONFIG, "config", &reason);
	bool read;

	*config = (struct config){ .escape_delay_ms = -1 };
	read = (path || usual) && read_config(path ? path : usual, config, &reason);
	free(usual);
	if (read || (!path && reason.code == ERROR_MISSING))
		return true;
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
	*config = (struct config){ .escape_delay_ms = -1 };
}
