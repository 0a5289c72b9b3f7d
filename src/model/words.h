/* words.h - the few texts that a member of the service is, and what people call them: the common piece of kinds
 * that are shown in words. */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

struct word {
	const char *literal; /* as it travels; NULL behind the last */
	const char *label;   /* N_() */
	const char *also;    /* what else people type; NULL: nothing */
};

/* What people call the literal, translated; NULL: none of the words. Borrowed. */
const char *words_label(const struct word *words, const char *literal);
/* The literal that a person's text means: itself, its label or what else is typed, in any case of letters, with
 * or without blanks around it. NULL: none. Borrowed from words. */
const char *words_literal(const struct word *words, const char *typed);

#endif
