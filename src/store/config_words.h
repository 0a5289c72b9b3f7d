/* config_words.h - the words of the configuration file: what each takes and where it goes. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_CONFIG_WORDS_H
#define STORE_CONFIG_WORDS_H
#include <stdbool.h>
#include <stddef.h>

struct error;

struct config_word {
	const char *name;
	/* Puts value at its place in owner; refuses it with what was expected. */
	bool (*set)(const struct config_word *word, void *owner, const char *value,
		    struct error *err);
	size_t place;               /* offsetof the member */
	const char *const *choices; /* NULL-terminated, for words that take one of a few */
	int min, max;               /* for numbers */
	size_t where_place;         /* offsetof a char * that gets "FILE:LINE"; 0: none */
	bool list;                  /* takes { several, values }: set is called for each */
	const char *api;	    /* the only api that the word is for; NULL: for all */
};

struct config_words {
	const struct config_word *rows;
	size_t count;
};

/* Inside profile NAME { }; owner is a struct profile. */
extern const struct config_words config_profile_words;
/* Outside; owner is a struct config. profile and bind have their own syntax. */
extern const struct config_words config_global_words;

/* For words of other files: what takes any text, and what takes true or false. */
bool config_set_text(const struct config_word *word, void *owner, const char *value,
		     struct error *err);
bool config_set_bool(const struct config_word *word, void *owner, const char *value,
		     struct error *err);

/* NULL if there is none of that name. */
const struct config_word *config_word(const struct config_words *words, const char *name);

#endif
