/* config_reader.h - reads a file of words and sections with libconfuse: the configuration, a theme.
 * A mistake is told with the place, what is wrong and what was expected. confuse.h's users are
 * config_reader.c, config_complaint.c and who defines a syntax with functions. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_CONFIG_READER_H
#define STORE_CONFIG_READER_H
#include <stdarg.h>
#include <stdbool.h>

#include <confuse.h>

struct config_word;
struct config_words;
struct error;

/* What a file may say. Its sentences are N_(). */
struct config_syntax {
	const struct config_words *outside; /* their owner is the reader's */
	const struct config_words *inside; /* of section NAME { }; their owner is section_owner's */
	const char *section;               /* "profile" */
	const char *example;               /* "profile shop {" */
	const char *unknown_inside;        /* "%s: no such word in a profile%s" */
	const char *belongs_inside;        /* "%s: this word belongs into profile NAME { }" */
	const char *nameless;
	const char *taken; /* "there is a profile %s already" */
	/* Called for each word of a section, and at its end. NULL with what was expected. */
	void *(*section_owner)(void *owner, const char *name, struct error *err);
	/* Whether a word that was said belongs into that section, as a whole; NULL: it always does. */
	bool (*fits)(void *section_owner, const struct config_word *word, struct error *err);
	const char *function; /* of (several, values); NULL: none */
	cfg_func_t call;
};

/* What travels through libconfuse while it reads. */
struct config_reader {
	const struct config_syntax *syntax;
	const char *path;
	void *owner;
	struct error *err;
	bool failed; /* err is set: the first mistake is the one that is told */
	int *lines;  /* where the words of the section being read stand; 0: not said */
};

/* Reads the file at path; ERROR_MISSING when there is none. On failure owner may have got a part.
 */
bool config_read(const struct config_syntax *syntax, const char *path, void *owner,
		 struct error *err);

/* libconfuse's callbacks get no pointer of ours. It travels in a nameless first option, which
 * libconfuse copies into each section; the words follow it. */
enum { CONFIG_CARRIER, CONFIG_WORDS };

struct config_reader *config_reader_of(const cfg_t *section);

/* Puts FILE:LINE before the error that was set. */
void config_complain_at(struct config_reader *reader, int line);

/* A cfg_errfunc_t: says in our words what libconfuse complains of. */
void config_complain(cfg_t *section, const char *format, va_list args);

#endif
