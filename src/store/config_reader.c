/* SPDX-License-Identifier: ISC */
#include "store/config_reader.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/config_text.h"
#include "store/config_words.h"

enum { CONFIG_MAX_BYTES = 1024 * 1024 };

/* --- what libconfuse hands over ------------------------------------------ */

static void note_place(const struct config_reader *reader, const struct config_word *word,
		       void *owner, int line)
{
	char **where = (char **)(void *)((char *)owner + word->where_place);

	free(*where);
	*where = xasprintf("%s:%d", reader->path, line);
}

static int take_value(cfg_t *section, cfg_opt_t *opt, const char *value, void *result)
{
	struct config_reader *reader = config_reader_of(section);
	const struct config_syntax *syntax = reader->syntax;
	const char *title = section->title;
	const struct config_word *word =
		config_word(title ? syntax->inside : syntax->outside, opt->name);
	void *owner =
		title ? syntax->section_owner(reader->owner, title, reader->err) : reader->owner;

	if (!owner || !word->set(word, owner, value, reader->err)) {
		config_complain_at(reader, section->line);
		return -1;
	}
	if (title)
		reader->lines[word - syntax->inside->rows] = section->line;
	if (word->where_place)
		note_place(reader, word, owner, section->line);
	*(const char **)result = value;
	return 0;
}

/* Words that depend on each other may stand in any order. On failure line is where the wrong one stands. */
static bool words_fit(struct config_reader *reader, void *owner, int *line)
{
	const struct config_syntax *syntax = reader->syntax;
	const struct config_words *words = syntax->inside;
	bool fit = true;

	for (size_t i = 0; i < words->count && fit && syntax->fits; i++) {
		if (!reader->lines[i])
			continue;
		fit = syntax->fits(owner, &words->rows[i], reader->err);
		if (!fit)
			*line = reader->lines[i];
	}
	memset(reader->lines, 0, words->count * sizeof(*reader->lines));
	return fit;
}

/* A section may say nothing but its name. */
static int end_section(cfg_t *section, cfg_opt_t *opt)
{
	struct config_reader *reader = config_reader_of(section);
	const struct config_syntax *syntax = reader->syntax;
	const char *name = cfg_opt_getnsec(opt, cfg_opt_size(opt) - 1)->title;
	void *owner = *name ? syntax->section_owner(reader->owner, name, reader->err) : NULL;
	int line = section->line;

	if (!*name)
		error_set(reader->err, ERROR_INPUT, "%s", _(syntax->nameless));
	if (owner && words_fit(reader, owner, &line))
		return 0;
	config_complain_at(reader, line);
	return -1;
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
	const struct config_syntax *syntax = reader->syntax;
	cfg_opt_t *inside = options_for(reader, syntax->inside, 0);
	cfg_opt_t *options = options_for(reader, syntax->outside, 2);
	cfg_opt_t *others = options + CONFIG_WORDS + syntax->outside->count;

	others[0] = (cfg_opt_t)CFG_SEC(syntax->section, inside,
				       CFGF_MULTI | CFGF_TITLE | CFGF_NO_TITLE_DUPES);
	others[0].validcb = end_section;
	if (syntax->function)
		others[1] = (cfg_opt_t)CFG_FUNC(syntax->function, syntax->call);
	cfg_t *root = cfg_init(options, CFGF_NONE);
	cfg_set_error_function(root, config_complain);
	bool read = cfg_parse_buf(root, text) == CFG_SUCCESS;
	/* Some texts, such as "" for a word, it refuses without a complaint. */
	if (!read && !reader->failed) {
		error_set(reader->err, ERROR_INPUT, _("this cannot be read"));
		config_complain_at(reader, root->line);
	}
	cfg_free(root);
	free(options);
	free(inside);
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

bool config_read(const struct config_syntax *syntax, const char *path, void *owner,
		 struct error *err)
{
	struct config_reader reader = { syntax, path, owner, err, false, NULL };
	size_t len;
	int line;
	char *text = read_text(path, &len, err);
	bool read;

	if (!text)
		return false;
	reader.lines = xcalloc(syntax->inside->count + 1, sizeof(*reader.lines));
	read = config_text_prepare(text, len, &line, err);
	if (!read)
		config_complain_at(&reader, line);
	else
		read = parse(&reader, text);
	free(reader.lines);
	free(text);
	return read;
}
